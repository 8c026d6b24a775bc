#include "ui/flowgraph/flowgraphwindow.h"

#include "ui/flowgraph/floweventsmodel.h"
#include "ui/flowgraph/flowoptions.h"
#include "ui/flowgraph/flowtextsaver.h"
#include "ui/flowgraph/flowview.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/selection.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QTableView>

#include <array>

namespace vethscope {
namespace {

constexpr QSize firstFlowSize(150, 96); // widths of a character

} // namespace

FlowGraphWindow::FlowGraphWindow(const WindowKind &kind, const WindowContext &context) : FlowGraphWindow(kind, context, std::make_shared<FlowQuestion>())
{
}

FlowGraphWindow::FlowGraphWindow(const WindowKind &kind, const WindowContext &context, std::shared_ptr<FlowQuestion> question)
    : StatisticWindow(kind, context, firstFlowSize, flowPasses(question), new FlowOptions), m_question(std::move(question)), m_writing(context.capture),
      m_flowOptions(static_cast<FlowOptions *>(&options())), m_view(new FlowView(m_writing)), m_model(new FlowEventsModel(m_writing, this)), m_table(new QTableView),
      m_tabs(new QTabWidget), m_hint(new QLabel), m_textSaver(new FlowTextSaver(context.capture, this))
{
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    m_tabs->addTab(m_view, QString());
    m_tabs->addTab(m_table, QString());
    m_tabs->setCornerWidget(&m_flowOptions->addressChoice());
    m_hint->setObjectName(QStringLiteral("muted"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setContentsMargins(14, 3, 12, 3);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_tabs, 1);
    rows->addWidget(m_hint);
    setContent(*page);
    m_flowOptions->setKind(FlowKind(remembered("kind", 0).toInt()));
    m_flowOptions->setAddresses(FlowAddresses(remembered("addresses", 0).toInt()));
    *m_question = {m_flowOptions->kind(), m_flowOptions->addresses()};
    connectParts();
}

void FlowGraphWindow::connectParts()
{
    connect(m_flowOptions, &FlowOptions::changed, this, &FlowGraphWindow::ask);
    connect(m_flowOptions, &FlowOptions::saveRequested, this, &FlowGraphWindow::saveAs);
    connect(m_textSaver, &FlowTextSaver::written, this, &FlowGraphWindow::tellWritten);
    connect(m_textSaver, &FlowTextSaver::failed, this, [this](const QString &message) {
        m_told = message;
        showWritten();
    });
    connect(m_view, &FlowView::rowChosen, this, &FlowGraphWindow::select);
    connect(m_view, &FlowView::rowOpened, this, &FlowGraphWindow::openPacket);
    const auto rowOf = [this](const QModelIndex &index) { return int(graph().events[std::size_t(index.row())].row); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, rowOf](const QModelIndex &index) {
        if (index.isValid() && m_table->hasFocus() && !m_selecting)
            select(rowOf(index));
    });
    connect(m_table, &QAbstractItemView::activated, this, [this, rowOf](const QModelIndex &index) { openPacket(rowOf(index)); });
    connect(&context().selection, &Selection::packetChanged, this, &FlowGraphWindow::showSelected);
    connect(&context().capture, &OpenCapture::shownNamesChanged, this, &FlowGraphWindow::rename);
    connect(&context().capture, &OpenCapture::reread, this, &FlowGraphWindow::rename);
    connect(&context().capture, &OpenCapture::flowsProgressed, this, &FlowGraphWindow::rename); // what is said of TCP
}

void FlowGraphWindow::ask()
{
    remember("kind", int(m_flowOptions->kind()));
    remember("addresses", int(m_flowOptions->addresses()));
    *m_question = {m_flowOptions->kind(), m_flowOptions->addresses()};
    m_view->setRow(-1); // in the other graph it is sought again
    counting().countAnew();
}

void FlowGraphWindow::showCounts()
{
    m_writing.setGraph(context().capture.isOpen() ? counter().counts<FlowGraph>() : nullptr, m_question->kind, m_question->addresses);
    {
        const QScopedValueRollback selecting(m_selecting, true);
        m_model->refresh();
    }
    m_view->refresh();
    showSelected();
    showWritten();
}

void FlowGraphWindow::rename()
{
    m_writing.forget();
    m_view->refresh();
    m_model->refresh();
    showSelected();
}

void FlowGraphWindow::select(int row)
{
    m_told.clear();
    jump(row);
    showHint();
}

void FlowGraphWindow::showSelected()
{
    const int row = context().selection.row();
    m_view->setRow(row);
    const auto place = row < 0 ? std::nullopt : graph().find(std::uint32_t(row));
    const QScopedValueRollback selecting(m_selecting, true);
    if (place)
        m_table->selectRow(int(*place));
    else
        m_table->clearSelection();
    QString told;
    if (place) {
        const FlowEvent &event = graph().events[*place];
        told = tr("Packet %1: %2 to %3: %4", "number, address, address, what is said of it")
                   .arg(QString::number(row + 1), m_writing.nameText(graph().addresses[event.from]), m_writing.nameText(graph().addresses[event.to]), QString::fromStdString(m_writing.words(event).comment));
    }
    m_view->setAccessibleDescription(told);
}

bool FlowGraphWindow::isBusy() const
{
    return StatisticWindow::isBusy() || m_textSaver->isBusy();
}

bool FlowGraphWindow::hasRows() const
{
    return !graph().events.empty();
}

QString FlowGraphWindow::whyNothing() const
{
    return counter().isLimited() ? tr("No displayed packet is such a flow's.") : tr("No packet is such a flow's.");
}

QWidget *FlowGraphWindow::firstFocus() const
{
    return m_view;
}

void FlowGraphWindow::retranslate()
{
    StatisticWindow::retranslate();
    m_tabs->setTabText(0, tr("&Picture"));
    m_tabs->setTabText(1, tr("&Table"));
    m_tabs->setAccessibleName(name());
    m_view->setAccessibleName(tr("Flow graph: a line for each address, an arrow for each packet"));
    m_table->setAccessibleName(tr("The packets of the flow graph"));
    m_model->refresh();
    const int unit = fontMetrics().averageCharWidth();
    const std::array widths{8, 15, 28, 8, 28, 8};
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(int(column), widths[column] * unit);
    showSelected();
    showHint();
}

} // namespace vethscope
