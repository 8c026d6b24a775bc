#include "ui/statistics/trafficoptions.h"

#include "ui/theme/palette.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace vethscope {

TrafficOptions::TrafficOptions(QAction &showNames, QWidget *parent)
    : QWidget(parent), m_scopes(new QToolButton(this)), m_limit(new QCheckBox(this)), m_names(new QCheckBox(this)), m_copy(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 12, 8);
    row->setSpacing(18);
    row->addWidget(m_limit);
    row->addWidget(m_names);
    row->addStretch();
    row->addWidget(m_scopes);
    row->addWidget(m_copy);
    makeScopes();
    makeCopies();
    for (QToolButton *button : {m_scopes, m_copy}) {
        button->setObjectName(QStringLiteral("perspective"));
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_limit, &QCheckBox::toggled, this, &TrafficOptions::limitToggled);
    followNames(showNames);
    retranslate();
}

void TrafficOptions::makeScopes()
{
    auto *scopes = new QMenu(m_scopes);
    auto *group = new QActionGroup(scopes);
    for (const std::optional<Scope> scope : {std::optional<Scope>(), std::optional(Scope::Underlay), std::optional(Scope::Overlay), std::optional(Scope::Native)}) {
        QAction *action = group->addAction(scopes->addAction(QString()));
        action->setCheckable(true);
        action->setData(scope ? QVariant(int(*scope)) : QVariant());
        connect(action, &QAction::triggered, this, [this, scope] { setScope(scope); });
    }
    m_scopes->setMenu(scopes);
}

void TrafficOptions::makeCopies()
{
    auto *copies = new QMenu(m_copy);
    connect(copies->addAction(QString()), &QAction::triggered, this, &TrafficOptions::csvRequested);
    connect(copies->addAction(QString()), &QAction::triggered, this, &TrafficOptions::jsonRequested);
    m_copy->setMenu(copies);
}

// The box and the menu's entry are one switch.
void TrafficOptions::followNames(QAction &action)
{
    const auto follow = [this, &action] {
        m_names->setChecked(action.isChecked());
        m_names->setEnabled(action.isEnabled());
        m_names->setToolTip(action.isEnabled() ? tr("Names instead of addresses (%1)").arg(action.shortcut().toString(QKeySequence::NativeText))
                                               : tr("Names come from host snapshots: File ▸ Import Host Snapshot"));
    };
    connect(&action, &QAction::changed, this, follow);
    connect(&action, &QAction::toggled, this, follow);
    connect(m_names, &QCheckBox::clicked, &action, &QAction::setChecked);
    follow();
}

void TrafficOptions::setScope(std::optional<Scope> scope)
{
    m_scope = scope;
    showScope();
    emit scopeChanged(scope);
}

void TrafficOptions::setCopyEnabled(bool enabled)
{
    m_copy->setEnabled(enabled);
}

void TrafficOptions::showScope()
{
    for (QAction *action : m_scopes->menu()->actions()) {
        const QVariant scope = action->data();
        action->setText(scope.isValid() ? scopeName(Scope(scope.toInt())) : tr("All scopes"));
        action->setChecked(scope.isValid() ? m_scope == Scope(scope.toInt()) : !m_scope);
        if (action->isChecked())
            m_scopes->setText(action->text() + QStringLiteral(" ▾"));
    }
}

void TrafficOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficOptions::retranslate()
{
    m_limit->setText(tr("&Limit to display filter"));
    m_limit->setToolTip(tr("Count only the packets that the list displays"));
    m_names->setText(tr("Names"));
    m_copy->setText(tr("Copy") + QStringLiteral(" ▾"));
    m_copy->setAccessibleName(tr("Copy the whole table"));
    m_copy->setToolTip(tr("Copies all rows as they are sorted; Ctrl+C copies the selected ones"));
    m_copy->menu()->actions()[0]->setText(tr("Copy as &CSV"));
    m_copy->menu()->actions()[1]->setText(tr("Copy as &JSON"));
    m_scopes->setAccessibleName(tr("Which scopes are listed"));
    m_scopes->setToolTip(tr("Underlay: what the nodes see. Overlay: what the pods see. Native: no tunnel around it."));
    showScope();
}

} // namespace vethscope
