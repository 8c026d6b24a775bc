#include "ui/panels/perspectivebutton.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace vethscope {

PerspectiveButton::PerspectiveButton(QActionGroup &choices, QWidget *parent) : QToolButton(parent), m_choices(choices)
{
    setObjectName(QStringLiteral("perspective"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *menu = new QMenu(this);
    menu->addActions(choices.actions());
    setMenu(menu);
    connect(&choices, &QActionGroup::triggered, this, &PerspectiveButton::retranslate);
    for (QAction *choice : choices.actions())
        connect(choice, &QAction::changed, this, &PerspectiveButton::retranslate);
    retranslate();
}

void PerspectiveButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void PerspectiveButton::retranslate()
{
    const QAction *checked = m_choices.checkedAction();
    QString choice = checked ? checked->text() : QString();
    if (!choice.isEmpty())
        choice[0] = choice[0].toLower();
    setText(tr("Show: %1").arg(choice) + QStringLiteral(" ▾"));
    setAccessibleName(tr("Through whose eyes the list looks"));
    setToolTip(tr("Underlay: what the nodes see. Overlay: what the pods see."));
}

} // namespace vethscope
