#include "ui/iograph/iographwindow.h"

#include "core/iograph/iotally.h"
#include "core/statistics/packetpass.h"
#include "ui/iograph/iographlist.h"
#include "ui/iograph/iographmodel.h"
#include "ui/iograph/iooptions.h"
#include "ui/iograph/ioplot.h"
#include "ui/iograph/iovaluesmodel.h"
#include "ui/iograph/iowords.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace vethscope {
namespace {

constexpr QSize firstSize(150, 96); // widths of a character
constexpr int askAfter = 150;       // milliseconds, so that what is changed at once is asked at once

// Each pass gets what is asked when it begins.
PacketCounter::MakePass ioPasses(const std::shared_ptr<IoQuestion> &question)
{
    return [question](const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows) -> std::unique_ptr<CountingPass> {
        const auto make = [asked = *question] { return std::make_unique<IoTally>(asked.series, asked.interval); };
        return std::make_unique<PacketPass>(store, dissector, make, std::move(rows));
    };
}

std::shared_ptr<IoQuestion> firstQuestion()
{
    return std::make_shared<IoQuestion>(std::make_shared<const std::vector<IoSeries>>(), ioIntervals().back());
}

} // namespace

IoGraphWindow::IoGraphWindow(const WindowKind &kind, const WindowContext &context) : IoGraphWindow(kind, context, firstQuestion())
{
}

IoGraphWindow::IoGraphWindow(const WindowKind &kind, const WindowContext &context, std::shared_ptr<IoQuestion> question)
    : StatisticWindow(kind, context, firstSize, ioPasses(question), new IoOptions), m_question(std::move(question)), m_ioOptions(static_cast<IoOptions *>(&options())),
      m_graphs(new IoGraphModel(context.capture.registry(), this)), m_list(new IoGraphList(*m_graphs, context.capture)), m_plot(new IoPlot),
      m_valuesModel(new IoValuesModel(this)), m_values(new QTableView), m_tabs(new QTabWidget), m_hint(new QLabel), m_splitter(new QSplitter(Qt::Vertical, this))
{
    build();
    load();
    connectParts();
    ask();
}

void IoGraphWindow::build()
{
    m_values->setModel(m_valuesModel);
    m_values->setFrameShape(QFrame::NoFrame);
    m_values->setShowGrid(false);
    m_values->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_values->verticalHeader()->hide();
    m_values->horizontalHeader()->setDefaultSectionSize(22 * fontMetrics().averageCharWidth());
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    m_tabs->addTab(m_plot, QString());
    m_tabs->addTab(m_values, QString());
    m_tabs->setCornerWidget(&m_ioOptions->looks());
    m_hint->setObjectName(QStringLiteral("muted"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(14, 3, 12, 3);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *above = new QWidget;
    auto *column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_hint);
    m_splitter->addWidget(above);
    m_splitter->addWidget(m_list);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({500, 190});
    setContent(*m_splitter);
}

void IoGraphWindow::connectParts()
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(askAfter);
    connect(&m_asking, &QTimer::timeout, this, &IoGraphWindow::ask);
    connect(m_graphs, &IoGraphModel::edited, this, [this] {
        keep();
        askSoon();
    });
    connect(m_ioOptions, &IoOptions::intervalChanged, this, [this] {
        keep();
        askSoon();
    });
    connect(m_ioOptions, &IoOptions::resetRequested, m_plot, &IoPlot::fit);
    connect(m_ioOptions, &IoOptions::saveRequested, this, &IoGraphWindow::saveAs);
    connect(&m_ioOptions->timeOfDay(), &QCheckBox::toggled, m_plot, &IoPlot::setTimeOfDay);
    connect(&m_ioOptions->logarithmic(), &QCheckBox::toggled, m_plot, &IoPlot::setLogarithmic);
    connect(&m_ioOptions->dragging(), &QCheckBox::toggled, m_plot, &IoPlot::setZoomingByDrag);
    connect(m_plot, &IoPlot::looksChanged, this, [this] {
        m_ioOptions->timeOfDay().setChecked(m_plot->isTimeOfDay());
        m_ioOptions->dragging().setChecked(m_plot->isZoomingByDrag());
        m_valuesModel->setTimeOfDay(m_plot->isTimeOfDay());
        keep();
    });
    connect(m_plot, &IoPlot::pointed, this, &IoGraphWindow::showHint);
    connect(m_plot, &IoPlot::chosen, this, &IoGraphWindow::goTo);
    connect(m_values->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_values->hasFocus())
            goTo(m_valuesModel->placeOf(index.row()));
    });
    connect(m_values, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const int packet = packetIn(m_valuesModel->placeOf(index.row())); packet >= 0)
            openPacket(packet);
    });
    connect(&context().preferences, &Preferences::profileChanged, this, [this] {
        load();
        askSoon();
    });
    connect(&context().capture, &OpenCapture::changed, this, [this] {
        m_plot->setCurrent({});
        m_plot->fit(); // what was zoomed into was another capture's
        askSoon();
    });
    connect(&context().capture, &OpenCapture::finished, this, &IoGraphWindow::askSoon);
    connect(&context().capture, &OpenCapture::reread, this, [this](Reading what) {
        m_graphs->refresh();
        if (what == Reading::Headers)
            askSoon(); // fields may have come or gone
    });
}

void IoGraphWindow::load()
{
    m_loading = true;
    std::vector<IoGraphSpec> graphs;
    for (const QString &line : remembered("graphs").toStringList())
        if (const auto graph = ioGraphOf(line))
            graphs.push_back(*graph);
    m_graphs->setGraphs(graphs.empty() ? usualIoGraphs() : graphs);
    m_ioOptions->setInterval(remembered("interval", 0).toLongLong());
    m_ioOptions->logarithmic().setChecked(remembered("logarithmic", false).toBool());
    m_plot->setLogarithmic(m_ioOptions->logarithmic().isChecked());
    m_loading = false;
}

void IoGraphWindow::keep()
{
    if (m_loading)
        return;
    QStringList lines;
    for (const IoGraphSpec &graph : m_graphs->graphs())
        lines << ioGraphLine(graph);
    remember("graphs", lines);
    remember("interval", m_ioOptions->interval());
    remember("logarithmic", m_ioOptions->logarithmic().isChecked());
}

bool IoGraphWindow::hasRows() const
{
    const auto tally = counter().counts<IoTally>();
    return tally && tally->extent().size() > 0;
}

QString IoGraphWindow::whyNothing() const
{
    return counter().isLimited() ? tr("No packet is displayed.") : tr("There are no packets.");
}

QString IoGraphWindow::csv() const
{
    return ioCsv(m_plot->picture());
}

QWidget *IoGraphWindow::firstFocus() const
{
    return m_plot;
}

void IoGraphWindow::retranslate()
{
    StatisticWindow::retranslate();
    m_tabs->setTabText(0, tr("&Picture"));
    m_tabs->setTabText(1, tr("&Values"));
    m_tabs->setAccessibleName(name());
    m_plot->setAccessibleName(name());
    m_values->setAccessibleName(tr("What the picture shows, interval by interval"));
    showCounts();
}

} // namespace vethscope
