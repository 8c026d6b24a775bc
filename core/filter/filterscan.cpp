#include "core/filter/filterscan.h"

#include "core/dissect/facts.h"

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

constexpr std::size_t lookUpEvery = 64; // packets: whether the scan is still wanted
constexpr std::size_t ahead = 4;        // rows that are asked for before they are looked at

} // namespace

// Looks at rows, one after the other; one for each thread.
class FilterScan::Looker
{
public:
    explicit Looker(FilterScan &scan) : m_scan(scan), m_asksFrameAlone(scan.m_filter.asksFrameAlone())
    {
        if (asksFlows() && scan.m_use == FlowUse::AskAndTell)
            m_namer.emplace();
    }

    // Whether it matches; `flow` is known, or becomes known where the index is told.
    bool matches(std::size_t row, std::uint32_t *flow)
    {
        if (flow && *flow != FlowIndex::unknown && *flow <= m_scan.m_ofFlows.size())
            if (const OfFlow ofFlow = m_scan.ofFlow(*flow, m_scratch, m_packet); ofFlow != OfFlow::Differs)
                return ofFlow == OfFlow::All;
        const Frame frame = m_scan.m_store.frame(row);
        if (!m_asksFrameAlone)
            m_scan.m_dissector.dissect(frame, m_packet);
        if (m_namer && *flow == FlowIndex::unknown)
            if (const auto name = m_namer->nameOf(frame, m_packet, m_scan.m_flows->interfaceOf(row)))
                *flow = m_scan.m_flows->numberOf(*name, row);
        return m_scan.m_filter.matches(frame, m_packet, m_scratch);
    }
    bool asksFlows() const { return m_scan.m_flows && !m_asksFrameAlone; }
    std::uint64_t givenUp() const { return m_scratch.givenUp(); }

private:
    FilterScan &m_scan;
    bool m_asksFrameAlone;
    FilterScratch m_scratch;
    Dissection m_packet; // without a header where frames alone are asked for
    std::optional<FlowNamer> m_namer;
};

FilterScan::FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads, std::shared_ptr<FlowIndex> flows, FlowUse use)
    : m_store(store), m_dissector(dissector), m_filter(std::move(filter)), m_flows(std::move(flows)), m_use(use),
      m_ofFlows(m_flows ? m_flows->flows() : 0)
{
    const unsigned count = threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    m_running = count;
    for (unsigned i = 0; i < count; ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

FilterScan::~FilterScan()
{
    for (std::jthread &worker : m_workers)
        worker.request_stop();
}

RowClaims::Extent FilterScan::extent() const
{
    const bool complete = m_store.allSettled() && m_store.facts().finished(m_filter.asks());
    return {std::min(m_store.settled(), m_store.facts().done(m_filter.asks())), complete};
}

// What the filter is of one packet of a flow it is of all.
FilterScan::OfFlow FilterScan::ofFlow(std::uint32_t flow, FilterScratch &scratch, Dissection &packet)
{
    std::atomic<OfFlow> &known = m_ofFlows[flow - 1];
    if (const OfFlow it = known.load(std::memory_order_relaxed); it != OfFlow::Unasked)
        return it;
    const Frame frame = m_store.frame(m_flows->rowOf(flow));
    m_dissector.dissect(frame, packet);
    const auto isOfAll = m_filter.ofFlow(frame, packet, scratch);
    const OfFlow it = !isOfAll ? OfFlow::Differs : *isOfAll ? OfFlow::All : OfFlow::None;
    known.store(it, std::memory_order_relaxed);
    return it;
}

void FilterScan::work(const std::stop_token &stop)
{
    Looker looker(*this);
    std::uint64_t counted = 0;
    FlowIndex::Numbers flows;
    while (const auto claimed = m_claims.next([this] { return extent(); }, [&] { return wanted(stop); })) {
        std::vector<std::uint32_t> rows;
        std::size_t row = claimed->begin, flowsEnd = row;
        for (; row < claimed->end && (row % lookUpEvery != 0 || wanted(stop)); ++row) {
            std::uint32_t known = FlowIndex::unknown;
            if (looker.asksFlows()) {
                if (row == flowsEnd) {
                    flows = m_flows->from(row);
                    flowsEnd = row + flows.size();
                }
                known = flows[flows.size() - (flowsEnd - row)].load(std::memory_order_relaxed);
            }
            if (known == FlowIndex::unknown)
                m_store.expect(row + ahead);
            std::uint32_t flow = known;
            if (looker.matches(row, looker.asksFlows() ? &flow : nullptr))
                rows.push_back(static_cast<std::uint32_t>(row));
            if (flow != known)
                flows[flows.size() - (flowsEnd - row)].store(flow, std::memory_order_relaxed);
        }
        m_givenUp.fetch_add(looker.givenUp() - std::exchange(counted, looker.givenUp()), std::memory_order_relaxed);
        if (row < claimed->end)
            break; // and nothing behind it is published
        publish(*claimed, std::move(rows));
    }
    if (--m_running == 0) {
        m_finished.store(true, std::memory_order_release);
        m_finished.notify_all();
    }
}

void FilterScan::publish(const RowClaims::Claim &claim, std::vector<std::uint32_t> rows)
{
    const std::lock_guard lock(m_publishMutex);
    m_waiting.emplace(claim.turn, Block{std::move(rows), claim.end - claim.begin});
    for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_turn; next = m_waiting.begin()) {
        for (std::uint32_t row : next->second.rows)
            m_matches.stage(row);
        m_matches.publish();
        m_done.fetch_add(next->second.size, std::memory_order_release);
        m_waiting.erase(next);
        ++m_turn;
    }
}

void FilterScan::waitUntilFinished()
{
    m_finished.wait(false);
}

} // namespace vethscope
