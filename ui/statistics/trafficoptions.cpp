#include "ui/statistics/trafficoptions.h"

#include "ui/theme/palette.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QMenu>
#include <QToolButton>

namespace vethscope {

TrafficOptions::TrafficOptions(QAction &showNames) : m_scopes(new QToolButton(this)), m_names(new QCheckBox(this)), m_json(&addCopy())
{
    addBox(*m_names);
    makeScopes();
    addButton(*m_scopes);
    connect(m_json, &QAction::triggered, this, &TrafficOptions::jsonRequested);
    followNames(showNames);
    TrafficOptions::retranslate();
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

void TrafficOptions::retranslate()
{
    CountOptions::retranslate();
    m_names->setText(tr("Names"));
    m_json->setText(tr("Copy as &JSON"));
    m_scopes->setAccessibleName(tr("Which scopes are listed"));
    m_scopes->setToolTip(tr("Underlay: what the nodes see. Overlay: what the pods see. Native: no tunnel around it."));
    showScope();
}

} // namespace vethscope
