#include "ui/statistics/expertwindow.h"

#include "core/statistics/expertcounts.h"
#include "ui/statistics/expertmodel.h"
#include "ui/statistics/expertoptions.h"
#include "ui/statistics/statisticview.h"
#include "ui/statistics/tallypasses.h"

#include <QLineEdit>

namespace vethscope {

ExpertWindow::ExpertWindow(const WindowKind &kind, const WindowContext &context)
    : StatisticWindow(kind, context, {150, 80}, tallyPasses<ExpertCounts>(), new ExpertOptions), m_options(static_cast<ExpertOptions *>(&options())),
      m_model(new ExpertModel(context.capture, this)), m_view(new StatisticView(*m_model, this))
{
    setContent(*m_view);
    serve(*m_view);
    m_view->fitColumns({76, 9, 16, 10, 10});
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

bool ExpertWindow::hasRows() const
{
    return m_model->rowCount() > 0;
}

QString ExpertWindow::whyNothing() const
{
    const auto counted = counter().counts<ExpertCounts>();
    return counted && !counted->groups().empty() ? tr("Nothing that is said fits what is looked for.")
           : counter().isLimited()               ? tr("Nothing is to be said of the displayed packets.")
                                                 : tr("Nothing is to be said of the packets.");
}

QString ExpertWindow::csv() const
{
    return m_view->csv(StatisticView::Rows::All);
}

QWidget *ExpertWindow::firstFocus() const
{
    return m_view;
}

void ExpertWindow::retranslate()
{
    StatisticWindow::retranslate();
    m_view->setAccessibleName(name());
}

} // namespace vethscope
