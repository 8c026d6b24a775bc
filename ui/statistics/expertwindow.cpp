#include "ui/statistics/expertwindow.h"

#include "core/statistics/expertcounts.h"
#include "ui/statistics/expertmodel.h"
#include "ui/statistics/expertoptions.h"
#include "ui/statistics/tallypasses.h"

namespace vethscope {

ExpertWindow::ExpertWindow(const WindowKind &kind, const WindowContext &context)
    : StatisticTreeWindow(kind, context, tallyPasses<ExpertCounts>(), new ExpertOptions), m_options(static_cast<ExpertOptions *>(&options())),
      m_model(new ExpertModel(context.capture, this))
{
    setRows(*m_model, {70, 9, 16, 10, 10});
    connect(m_options, &ExpertOptions::severityChanged, this, [this](std::optional<ExpertSeverity> severity) {
        m_model->setSeverity(severity);
        showPage();
    });
    connect(m_options, &ExpertOptions::searchChanged, this, [this](const QString &words) {
        m_model->setSearch(words);
        showPage();
    });
}

void ExpertWindow::showCounts()
{
    m_model->setCounts(counter().counts<ExpertCounts>());
}

QString ExpertWindow::whyNothing() const
{
    const auto counted = counter().counts<ExpertCounts>();
    return counted && !counted->groups().empty() ? tr("Nothing that is said fits what is looked for.")
           : counter().isLimited()               ? tr("Nothing is to be said of the displayed packets.")
                                                 : tr("Nothing is to be said of the packets.");
}

} // namespace vethscope
