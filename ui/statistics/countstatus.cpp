#include "ui/statistics/countstatus.h"

#include "ui/models/packetlistmodel.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/packetcounter.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qint64 showAfterMilliseconds = 300; // what only flashes says nothing

} // namespace

CountStatus::CountStatus(PacketCounter &counter, const OpenCapture &capture, const PacketListModel &list, QWidget *parent)
    : QWidget(parent), m_counter(counter), m_capture(capture), m_list(list), m_left(new QLabel(this)), m_activity(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_left->setTextFormat(Qt::PlainText);
    m_left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 4);
    m_progress->setRange(0, 1000);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 12, 4);
    row->setSpacing(10);
    row->addWidget(m_left, 1);
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);

    connect(&counter, &PacketCounter::counted, this, &CountStatus::refresh);
    connect(&counter, &PacketCounter::progressed, this, &CountStatus::refresh);
    connect(&list, &QAbstractItemModel::modelReset, this, [this] { setHiddenPacket(-1); });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_counter.isStopped())
            m_counter.countAnew();
        else
            m_counter.stop();
    });
    refresh();
}

void CountStatus::setHiddenPacket(int packet)
{
    m_hidden = packet;
    refresh();
}

void CountStatus::refresh()
{
    showProgress();
    m_left->setText(parts().join(QStringLiteral(" · ")));
    m_left->setToolTip(m_left->text());
}

void CountStatus::showProgress()
{
    const bool counting = m_counter.isCounting();
    if (!counting)
        m_counting.invalidate();
    else if (!m_counting.isValid())
        m_counting.start();
    const bool shown = counting && m_counting.elapsed() >= showAfterMilliseconds;
    m_progress->setVisible(shown);
    m_activity->setVisible(shown);
    m_cancel->setVisible(shown || (m_capture.isOpen() && m_counter.isStopped()));
    m_cancel->setText(m_counter.isStopped() ? tr("Count anew") : tr("Cancel"));
    m_cancel->setToolTip(m_counter.isStopped() ? tr("Start counting again") : tr("Stop counting; what is counted so far stays"));
    m_activity->setText(tr("Counting"));
    m_progress->setAccessibleName(tr("Counting"));
    const std::size_t total = m_counter.total();
    m_progress->setValue(total > 0 ? int(1000.0 * double(m_counter.done()) / double(total)) : 0);
}

QStringList CountStatus::parts() const
{
    QStringList parts;
    if (!m_capture.isOpen())
        return parts;
    const std::size_t total = m_counter.total();
    if (m_counter.isStopped())
        parts << tr("Counting was stopped: %1 of %2 packets are counted").arg(grouped(m_counter.done()), grouped(total));
    else
        parts << tr("Packets counted: %1").arg(grouped(std::min(m_counter.done(), total)));
    if (m_counter.isLimited())
        parts << tr("only displayed: %1", "a filter").arg(QString::fromStdString(m_list.filter().expression()));
    else if (m_counter.isLimitWanted())
        parts << tr("there is no display filter");
    if (m_hidden >= 0)
        parts << tr("packet %1 is not displayed: the filter hides it").arg(m_hidden + 1);
    return parts;
}

void CountStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace vethscope
