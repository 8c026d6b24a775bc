#include "ui/statistics/statisticwindow.h"

#include "ui/statistics/countoptions.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace vethscope {

StatisticWindow::StatisticWindow(const WindowKind &kind, const WindowContext &context, QSize size, PacketCounter::MakePass make, CountOptions *options)
    : CountingWindow(kind, context, size, std::move(make)), m_options(options ? options : new CountOptions)
{
    column().insertWidget(0, m_options);
    connect(&counter(), &PacketCounter::counted, this, [this] {
        showCounts();
        showPage();
    });
    connect(m_options, &CountOptions::limitToggled, &counting(), &PacketCounter::setLimited);
    connect(m_options, &CountOptions::csvRequested, this, [this] { copy(csv()); });
}

QCheckBox &StatisticWindow::limit() const
{
    return m_options->limit();
}

void StatisticWindow::showPage()
{
    CountingWindow::showPage();
    m_options->setCopyEnabled(canCopy());
}

void StatisticWindow::openPacket(int packet)
{
    jump(packet);
    emit packetOpened();
}

} // namespace vethscope
