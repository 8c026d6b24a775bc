#include "ui/statistics/statisticwindow.h"

#include "ui/models/packetlistmodel.h"
#include "ui/opencapture.h"
#include "ui/selection.h"
#include "ui/statistics/countoptions.h"
#include "ui/statistics/countstatus.h"
#include "ui/statistics/statisticview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>

namespace vethscope {

StatisticWindow::StatisticWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make, CountOptions *options)
    : CompanionWindow(kind, context, size), m_counter(std::move(make), context.capture, context.list), m_options(options ? options : new CountOptions),
      m_message(new QLabel(this)), m_pages(new QStackedWidget(this)), m_status(new CountStatus(m_counter, context.capture, context.list, this))
{
    m_message->setObjectName(QStringLiteral("muted"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_pages->addWidget(m_message);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_options);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);

    connect(&m_counter, &PacketCounter::counted, this, [this] {
        showCounts();
        showPage();
    });
    connect(&m_counter, &PacketCounter::progressed, this, &StatisticWindow::showPage);
    connect(&context.capture, &OpenCapture::changed, this, [this] {
        m_status->setHiddenPacket(-1);
        showPage();
    });
    connect(m_options, &CountOptions::limitToggled, &m_counter, &PacketCounter::setLimited);
    connect(m_options, &CountOptions::csvRequested, this, [this] { copy(csv()); });
}

QCheckBox &StatisticWindow::limit() const
{
    return m_options->limit();
}

void StatisticWindow::setContent(QWidget &content)
{
    m_content = &content;
    m_pages->addWidget(&content);
}

void StatisticWindow::serve(StatisticView &view)
{
    connect(&view, &StatisticView::chosen, this, &StatisticWindow::jump);
    connect(&view, &StatisticView::opened, this, &StatisticWindow::openPacket);
    connect(&view, &StatisticView::copyRequested, this, [this, &view] { copy(view.csv(StatisticView::Rows::Selected)); });
    connect(&view, &StatisticView::menuRequested, this, [this, &view](const QPoint &place) { showMenu(view, place); });
}

void StatisticWindow::showPage()
{
    const bool any = hasRows();
    m_pages->setCurrentWidget(any ? m_content : m_message);
    m_options->setCopyEnabled(canCopy());
    m_message->setText(!context().capture.isOpen() ? tr("No capture is open.") : m_counter.isCounting() ? tr("Counting packets…") : whyNothing());
}

void StatisticWindow::jump(int packet)
{
    context().selection.setRow(packet);
    m_status->setHiddenPacket(context().list.rowOf(packet) < 0 ? packet : -1);
}

void StatisticWindow::openPacket(int packet)
{
    jump(packet);
    emit packetOpened();
}

void StatisticWindow::copy(const QString &text) const
{
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void StatisticWindow::showMenu(StatisticView &view, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString filter = view.selectedFilter();
    if (!filter.isEmpty())
        addFilterMenus(*menu, [this, filter](QMenu &uses, const QString &title, FilterStep step, FilterUse use) {
            connect(uses.addAction(title), &QAction::triggered, this, [this, filter, use, step] { emit filterRequested(filter, use, step); });
        });
    menu->addSeparator();
    if (const int packet = view.selectedPacket(); packet >= 0)
        connect(menu->addAction(tr("&Go to First Packet")), &QAction::triggered, this, [this, packet] { openPacket(packet); });
    connect(menu->addAction(tr("&Copy as CSV")), &QAction::triggered, this, [this, &view] { copy(view.csv(StatisticView::Rows::Selected)); });
    menu->popup(place);
}

void StatisticWindow::retranslate()
{
    CompanionWindow::retranslate();
    showPage();
}

void StatisticWindow::showEvent(QShowEvent *event)
{
    CompanionWindow::showEvent(event);
    m_counter.setActive(true);
}

void StatisticWindow::hideEvent(QHideEvent *event)
{
    m_counter.setActive(false);
    CompanionWindow::hideEvent(event);
}

} // namespace vethscope
