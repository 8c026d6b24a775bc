#include "ui/profiles/profilebutton.h"

#include "ui/shared/menutext.h"
#include "ui/shared/preferences.h"
#include "ui/shared/profilefolder.h"

#include <QEvent>
#include <QMenu>

namespace vethscope {
namespace {

constexpr int widestName = 24; // characters

} // namespace

ProfileButton::ProfileButton(Preferences &preferences, QAction &manage, QWidget *parent) : QToolButton(parent), m_preferences(preferences), m_manage(manage)
{
    setObjectName(QStringLiteral("profileButton"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ProfileButton::fill);
    connect(&preferences, &Preferences::profileChanged, this, &ProfileButton::showProfile);
    showProfile();
}

void ProfileButton::fill()
{
    menu()->clear();
    const QStringList names = m_preferences.isKept() ? ProfileFolder(m_preferences.folder()).names() : QStringList(m_preferences.profile());
    for (const QString &name : names) {
        QAction *action = menu()->addAction(inMenu(name), this, [this, name] { emit chosen(name); });
        action->setCheckable(true);
        action->setChecked(name == m_preferences.profile());
    }
    menu()->addSeparator();
    menu()->addAction(&m_manage);
}

void ProfileButton::showProfile()
{
    const QString name = m_preferences.profile();
    const QString text = tr("Profile: %1").arg(name);
    setText(inMenu(tr("Profile: %1").arg(fontMetrics().elidedText(name, Qt::ElideRight, fontMetrics().averageCharWidth() * widestName))));
    setAccessibleName(text);
    setToolTip(text);
}

void ProfileButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showProfile();
}

} // namespace vethscope
