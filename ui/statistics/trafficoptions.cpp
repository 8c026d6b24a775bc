#include "ui/statistics/trafficoptions.h"

#include "ui/statistics/listedchoice.h"
#include "ui/theme/palette.h"

#include <QAction>
#include <QCheckBox>

namespace vethscope {

TrafficOptions::TrafficOptions(QAction &showNames)
    : m_scopes(new ListedChoice({int(Scope::Underlay), int(Scope::Overlay), int(Scope::Native)},
                                [](std::optional<int> scope) { return scope ? scopeName(Scope(*scope)) : tr("All scopes"); }, this)),
      m_names(new QCheckBox(this)), m_json(&addCopy())
{
    addBox(*m_names);
    addButton(*m_scopes);
    connect(m_scopes, &ListedChoice::valueChanged, this, [this] { emit scopeChanged(scope()); });
    connect(m_json, &QAction::triggered, this, &TrafficOptions::jsonRequested);
    followNames(showNames);
    TrafficOptions::retranslate();
}

// The box and the menu's entry are one switch.
void TrafficOptions::followNames(QAction &action)
{
    const auto follow = [this, &action] {
        m_names->setChecked(action.isChecked());
        m_names->setEnabled(action.isEnabled());
        m_names->setToolTip(action.isEnabled() ? tr("Names instead of IP addresses (%1)").arg(action.shortcut().toString(QKeySequence::NativeText))
                                               : tr("Names come from host snapshots: File ▸ Import Host Snapshot"));
    };
    connect(&action, &QAction::changed, this, follow);
    connect(&action, &QAction::toggled, this, follow);
    connect(m_names, &QCheckBox::clicked, &action, &QAction::setChecked);
    follow();
}

std::optional<Scope> TrafficOptions::scope() const
{
    return m_scopes->value() ? std::optional(Scope(*m_scopes->value())) : std::nullopt;
}

void TrafficOptions::setScope(std::optional<Scope> scope)
{
    m_scopes->setValue(scope ? std::optional(int(*scope)) : std::nullopt);
}

void TrafficOptions::retranslate()
{
    CountOptions::retranslate();
    m_names->setText(tr("Network names"));
    m_json->setText(tr("Copy as &JSON"));
    m_scopes->setAccessibleName(tr("Which scopes are listed"));
    m_scopes->setToolTip(tr("Underlay: what the nodes see. Overlay: what the pods see. Native: no tunnel around it."));
    m_scopes->retranslate();
}

} // namespace vethscope
