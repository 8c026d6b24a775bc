#include "ui/statistics/packetcounter.h"

#include "core/statistics/countingpass.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr int lookMilliseconds = 60;
constexpr qint64 refreshMilliseconds = 1000;
constexpr qint64 costShare = 10; // at most a tenth of the time goes into putting them together

} // namespace

PacketCounter::PacketCounter(MakePass make, const OpenCapture &capture, const PacketListModel &list, QObject *parent)
    : QObject(parent), m_make(std::move(make)), m_capture(capture), m_list(list)
{
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PacketCounter::look);
    connect(&capture, &OpenCapture::aboutToChange, this, &PacketCounter::forget);
    connect(&capture, &OpenCapture::changed, this, &PacketCounter::restart);
    connect(&capture, &OpenCapture::aboutToReread, this, &PacketCounter::letGo);
    connect(&capture, &OpenCapture::reread, this, &PacketCounter::restart);
    connect(&capture, &OpenCapture::progressed, this, [this] { wake(); });
    connect(&list, &QAbstractItemModel::modelReset, this, [this] {
        if (m_limited && m_capture.isOpen())
            restart(); // another filter; what was counted stays to be seen until there is something else
    });
    connect(&list, &PacketListModel::scanProgressed, this, [this] { wake(); });
}

PacketCounter::~PacketCounter()
{
    letGo();
}

void PacketCounter::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        restart();
    else
        letGo();
}

void PacketCounter::wake()
{
    if (m_active && m_capture.isOpen() && !m_stopped && !m_timer.isActive()) // to start it again would put it off
        m_timer.start();
}

void PacketCounter::setLimited(bool limited)
{
    m_limited = limited;
    restart();
}

bool PacketCounter::isLimited() const
{
    return m_limited && !m_list.filter().empty();
}

bool PacketCounter::isCounting() const
{
    if (!m_active || m_stopped || !m_capture.isOpen())
        return false;
    const bool ends = m_pass && (m_pass->finished() || !m_capture.isFollowing()); // between its last packet and its end it is not through
    return !m_pass || m_collecting || (ends ? !m_complete : m_pass->done() < total());
}

std::size_t PacketCounter::done() const
{
    return m_pass ? m_pass->done() : m_counted;
}

std::size_t PacketCounter::total() const
{
    if (!m_capture.isOpen())
        return 0;
    return isLimited() ? static_cast<std::size_t>(m_pass ? m_listed : m_list.rowCount()) : m_capture.store().size();
}

void PacketCounter::stop()
{
    letGo();
    m_counted = m_collected;
    m_stopped = true;
    if (m_counted == 0) { // the counts are of an earlier pass
        m_counts = nullptr;
        emit counted();
    }
    emit progressed();
}

void PacketCounter::countAnew()
{
    restart();
}

// Nobody may read packets any more.
void PacketCounter::letGo()
{
    m_worker.wait();
    ++m_generation;
    m_collecting = false;
    m_complete = false;
    m_pass.reset();
    m_timer.stop();
}

// Nor are these packets those that will be there.
void PacketCounter::forget()
{
    letGo();
    m_counts = nullptr;
    emit counted();
}

void PacketCounter::restart()
{
    letGo();
    m_stopped = false;
    m_collected = 0;
    m_counted = 0;
    wake();
    emit progressed();
}

// The list has all rows that it will have; those of a running capture, that it has now.
bool PacketCounter::isListReady() const
{
    return !m_list.isScanning() && (m_capture.isFollowing() || !m_list.isBehind());
}

bool PacketCounter::isOutdated() const
{
    return isLimited() && m_complete && m_listed != m_list.rowCount() && isListReady()
        && m_sinceCollected.elapsed() >= std::max(refreshMilliseconds, m_cost * costShare);
}

void PacketCounter::begin()
{
    std::optional<std::vector<std::uint32_t>> rows;
    if (isLimited()) {
        if (!isListReady())
            return;
        m_listed = m_list.rowCount();
        rows.emplace();
        rows->reserve(static_cast<std::size_t>(m_listed));
        for (int row = 0; row < m_listed; ++row)
            rows->push_back(static_cast<std::uint32_t>(m_list.displayed(row)));
    }
    m_collected = 0;
    m_sinceCollected.invalidate();
    m_pass = m_make(m_capture.store(), m_capture.dissector(), std::move(rows));
}

void PacketCounter::look()
{
    if (m_pass && isOutdated())
        letGo();
    if (!m_pass)
        begin();
    if (m_pass && !m_collecting && !m_complete) {
        const bool due = !m_sinceCollected.isValid() || m_sinceCollected.elapsed() >= std::max(refreshMilliseconds, m_cost * costShare);
        if (m_pass->finished() || (due && m_pass->done() != m_collected))
            collect();
    }
    emit progressed();
    wake();
    const bool grows = isLimited() && (m_listed != m_list.rowCount() || m_list.isBehind());
    if (m_complete && !grows && !m_collecting)
        m_timer.stop();
}

void PacketCounter::collect()
{
    m_collecting = true;
    const bool complete = m_pass->finished(); // asked first, so that the last packets are in
    const std::size_t done = m_pass->done();
    m_worker.run([this, complete, done, &pass = *m_pass, generation = m_generation] {
        QElapsedTimer clock;
        clock.start();
        auto counts = pass.counted();
        QMetaObject::invokeMethod(this, [this, counts = std::move(counts), complete, done, generation, cost = clock.elapsed()] {
            if (generation != m_generation)
                return;
            m_cost = cost;
            take(counts, done, complete);
            emit progressed();
        }, Qt::QueuedConnection);
    });
}

void PacketCounter::take(std::shared_ptr<const void> counts, std::size_t done, bool complete)
{
    m_collecting = false;
    m_collected = done;
    m_complete = complete;
    m_sinceCollected.start();
    m_counts = std::move(counts);
    emit counted();
}

} // namespace vethscope
