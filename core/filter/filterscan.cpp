#include "core/filter/filterscan.h"

#include "core/dissect/facts.h"

#include <algorithm>
#include <array>
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
    explicit Looker(FilterScan &scan) : m_scan(scan), m_asksFrameAlone(scan.m_filter.asksFrameAlone()), m_index(m_asksFrameAlone ? nullptr : scan.m_flows.get())
    {
        if (m_index && scan.m_use == FlowUse::AskAndTell)
            m_namer.emplace();
    }

    // Adds to `rows` those of them that match; lookUpEvery at most.
    void look(std::size_t begin, std::size_t end, std::vector<std::uint32_t> &rows)
    {
        std::array<std::uint32_t, lookUpEvery> found;
        std::size_t count = 0; // counted up without a jump, which nobody foresees where every other row matches
        for (std::size_t row = begin; row < end; ++row) {
            std::atomic<std::uint32_t> *const place = flowAt(row);
            const std::uint32_t flow = place ? place->load(std::memory_order_relaxed) : FlowIndex::unknown;
            const OfFlow known = m_scan.knownOf(flow);
            found[count] = static_cast<std::uint32_t>(row);
            count += known == OfFlow::None || known == OfFlow::All ? known == OfFlow::All : matches(row, place, flow);
        }
        rows.insert(rows.end(), found.begin(), found.begin() + count);
    }
    std::uint64_t givenUp() const { return m_scratch.givenUp(); }

private:
    bool matches(std::size_t row, std::atomic<std::uint32_t> *place, std::uint32_t flow)
    {
        if (const OfFlow ofFlow = m_scan.ofFlow(flow, m_scratch, m_packet); ofFlow != OfFlow::Differs)
            return ofFlow == OfFlow::All;
        m_scan.m_store.expect(row + ahead);
        const Frame frame = m_scan.m_store.frame(row);
        if (!m_asksFrameAlone)
            m_scan.m_dissector.dissect(frame, m_packet);
        if (m_namer && flow == FlowIndex::unknown)
            if (const auto name = m_namer->nameOf(frame, m_packet, m_index->interfaceOf(row)))
                place->store(m_index->numberOf(*name, row), std::memory_order_relaxed);
        return m_scan.m_filter.matches(frame, m_packet, m_scratch);
    }
    // Where the index has the row's flow; null where it is not asked.
    std::atomic<std::uint32_t> *flowAt(std::size_t row)
    {
        if (!m_index)
            return nullptr;
        if (row < m_flowsBegin || row - m_flowsBegin >= m_flows.size()) {
            m_flows = m_index->from(row);
            m_flowsBegin = row;
        }
        return &m_flows[row - m_flowsBegin];
    }

    FilterScan &m_scan;
    bool m_asksFrameAlone;
    FlowIndex *m_index;
    FlowIndex::Numbers m_flows; // of the rows from there on
    std::size_t m_flowsBegin = 0;
    FilterScratch m_scratch;
    Dissection m_packet; // without a header where frames alone are asked for
    std::optional<FlowNamer> m_namer;
};

FilterScan::FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads, std::shared_ptr<FlowIndex> flows, FlowUse use)
    : m_store(store), m_dissector(dissector), m_filter(std::move(filter)), m_flows(std::move(flows)), m_use(use),
      m_ofFlows(m_flows ? m_flows->flows() + 1 : 0)
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
    if (flow == FlowIndex::unknown || flow >= m_ofFlows.size())
        return OfFlow::Differs;
    std::atomic<OfFlow> &known = m_ofFlows[flow];
    if (const OfFlow it = known.load(std::memory_order_relaxed); it != OfFlow::Unasked)
        return it;
    if (flow + ahead < m_ofFlows.size()) // they are numbered as they came
        m_store.expect(m_flows->rowOf(static_cast<std::uint32_t>(flow + ahead)));
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
    while (const auto claimed = m_claims.next([this] { return extent(); }, [&] { return wanted(stop); })) {
        std::vector<std::uint32_t> rows;
        std::size_t row = claimed->begin;
        for (; row < claimed->end && wanted(stop); row = std::min(row + lookUpEvery, claimed->end))
            looker.look(row, std::min(row + lookUpEvery, claimed->end), rows);
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
    m_found.add(claim.turn, Block{std::move(rows), claim.end - claim.begin}, [this](const Block &block) {
        for (const std::uint32_t row : block.rows)
            m_matches.stage(row);
        m_matches.publish();
        m_done.fetch_add(block.size, std::memory_order_release);
    });
}

void FilterScan::waitUntilFinished()
{
    m_finished.wait(false);
}

} // namespace vethscope
