#include "ui/statistics/expertoptions.h"

#include "ui/statistics/expertlook.h"
#include "ui/statistics/listedchoice.h"

#include <QLineEdit>

namespace vethscope {

ExpertOptions::ExpertOptions() : m_search(new QLineEdit(this))
{
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    addBox(*m_search);
    std::vector<int> severities;
    for (const ExpertSeverity severity : expertSeverities)
        severities.push_back(int(severity));
    m_severities = new ListedChoice(severities, [](std::optional<int> severity) { return severity ? expertName(ExpertSeverity(*severity)) : tr("All severities"); }, this);
    addButton(*m_severities);
    connect(m_severities, &ListedChoice::valueChanged, this, [this](std::optional<int> severity) {
        emit severityChanged(severity ? std::optional(ExpertSeverity(*severity)) : std::nullopt);
    });
    connect(m_search, &QLineEdit::textChanged, this, &ExpertOptions::searchChanged);
    ExpertOptions::retranslate();
}

void ExpertOptions::setSeverity(std::optional<ExpertSeverity> severity)
{
    m_severities->setValue(severity ? std::optional(int(*severity)) : std::nullopt);
}

void ExpertOptions::retranslate()
{
    CountOptions::retranslate();
    m_search->setPlaceholderText(tr("Find in messages and protocols"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_severities->setAccessibleName(tr("Which severities are listed"));
    m_severities->retranslate();
}

} // namespace vethscope
