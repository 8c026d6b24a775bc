#include "ui/statistics/expertoptions.h"

#include "ui/statistics/expertlook.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace vethscope {

ExpertOptions::ExpertOptions() : m_search(new QLineEdit(this)), m_severities(new QToolButton(this))
{
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    addBox(*m_search);
    auto *menu = new QMenu(m_severities);
    auto *group = new QActionGroup(menu);
    for (const std::optional<ExpertSeverity> severity : {std::optional<ExpertSeverity>(), std::optional(ExpertSeverity::Error), std::optional(ExpertSeverity::Warning),
                                                         std::optional(ExpertSeverity::Note), std::optional(ExpertSeverity::Chat)}) {
        QAction *action = group->addAction(menu->addAction(QString()));
        action->setCheckable(true);
        action->setData(severity ? QVariant(int(*severity)) : QVariant());
        connect(action, &QAction::triggered, this, [this, severity] { setSeverity(severity); });
    }
    m_severities->setMenu(menu);
    addButton(*m_severities);
    connect(m_search, &QLineEdit::textChanged, this, &ExpertOptions::searchChanged);
    ExpertOptions::retranslate();
}

void ExpertOptions::setSeverity(std::optional<ExpertSeverity> severity)
{
    m_severity = severity;
    showSeverity();
    emit severityChanged(severity);
}

void ExpertOptions::showSeverity()
{
    for (QAction *action : m_severities->menu()->actions()) {
        const QVariant severity = action->data();
        action->setText(severity.isValid() ? expertName(ExpertSeverity(severity.toInt())) : tr("All severities"));
        action->setChecked(severity.isValid() ? m_severity == ExpertSeverity(severity.toInt()) : !m_severity);
        if (action->isChecked())
            m_severities->setText(action->text() + QStringLiteral(" ▾"));
    }
}

void ExpertOptions::retranslate()
{
    CountOptions::retranslate();
    m_search->setPlaceholderText(tr("Find in messages and protocols"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_severities->setAccessibleName(tr("Which severities are listed"));
    showSeverity();
}

} // namespace vethscope
