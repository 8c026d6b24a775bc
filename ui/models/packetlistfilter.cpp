#include "ui/models/packetlistmodel.h"

#include "ui/shared/opencapture.h"

#include <algorithm>
#include <limits>

// Which packets the list has: what the filter lets through, as it is found.

namespace vethscope {

void PacketListModel::setFilter(const Filter &filter)
{
    if (filter.expression() == m_filter.expression() && !isStopped())
        return;
    letGo();
    m_filter = filter;
    startAnew();
}

void PacketListModel::stopFilter()
{
    if (!m_scan || m_scan->finished())
        return;
    m_scan->cancel();
    m_scan->waitUntilFinished(); // at most a few dozen packets
    catchUp();
}

bool PacketListModel::isScanning() const
{
    return m_scan && !m_scan->finished() && (m_capture.store().finished() || m_scan->done() < m_capture.store().size());
}

void PacketListModel::catchUp()
{
    const bool complete = m_scan && m_scan->finished(); // asked first, so that the last rows are announced too
    const int found = int(std::min<std::size_t>(available(), std::numeric_limits<int>::max()));
    if (found > m_announced) {
        beginInsertRows({}, m_announced, found - 1);
        m_announced = found;
        endInsertRows();
    }
    if (m_scan && m_scanTimer.isActive()) {
        if (complete) {
            m_scanTimer.stop();
            m_flows.complete(m_capture.store(), m_capture.dissector(), m_filter); // the next filter will find them
        }
        emit scanProgressed();
    }
    sortIfComplete();
}

std::size_t PacketListModel::available() const
{
    if (!m_capture.isOpen())
        return 0;
    return m_scan ? m_scan->matches().size() : m_capture.store().size();
}

void PacketListModel::letGo()
{
    beginResetModel();
    m_scanTimer.stop();
    m_flows.pause();
    m_scan.reset();
    m_announced = 0;
    haltSorting();
    m_places.clear();
    m_rows.clear();
    forgetCached();
    endResetModel();
}

// A filter that asks for nothing of what changes has found what it would find again.
void PacketListModel::letGoOfReading(Reading what)
{
    haltSorting();
    if (m_scan && (what == Reading::Headers || !m_filter.asks().empty()))
        letGo();
    else
        forgetCached();
    if (what == Reading::Headers)
        m_flows.forget();
}

void PacketListModel::showReading()
{
    if (!m_scan && !m_filter.empty())
        startAnew();
    else
        updateRows({});
    sortIfComplete();
}

void PacketListModel::startAnew()
{
    if (m_capture.isOpen() && !m_filter.empty()) {
        m_scan = std::make_unique<FilterScan>(m_capture.store(), m_capture.dissector(), m_filter, 0, m_flows.of(m_capture.store()), FlowUse::Ask);
        m_scanTimer.start();
    }
    catchUp();
}

} // namespace vethscope
