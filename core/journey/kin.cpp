#include "core/journey/kin.h"

#include "core/journey/tuplesofkeys.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t mostOfAll = 16; // kin are at most one in so many rows, or nothing is won

// Flows, of which most rows have none: that is told without a search.
class FlowSet
{
public:
    bool add(BothWays flow)
    {
        m_filter.set(placeOf(flow));
        return m_flows.insert(flow).second;
    }
    bool has(BothWays flow) const { return m_filter.test(placeOf(flow)) && m_flows.contains(flow); }

private:
    static std::size_t placeOf(BothWays flow) { return flow >> 8 & 0xffff; }

    std::bitset<0x10000> m_filter;
    std::unordered_set<BothWays> m_flows;
};

// Which flows belong together.
class Family
{
public:
    Family(const RowSigns &signs, std::vector<std::pair<BothWays, BothWays>> translations) : m_signs(signs), m_translations(std::move(translations)) {}

    // Whether their rows are few.
    bool gather(BothWays first)
    {
        m_flows.add(first);
        for (m_isMore = true; m_isMore;) {
            m_isMore = false;
            addTranslated();
            const std::size_t count = rowsOfFlows();
            if (count > m_signs.flows.size() / mostOfAll)
                return false;
            addByKeys(count);
        }
        return true;
    }

    std::vector<std::uint32_t> rows() const
    {
        std::vector<std::uint32_t> rows = m_signs.cut;
        addCrowds(rows);
        for (std::uint32_t row = 0; row < m_signs.flows.size(); ++row)
            if (m_flows.has(m_signs.flows[row]))
                rows.push_back(row);
        std::ranges::sort(rows);
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
        return rows;
    }

private:
    void add(BothWays flow) { m_isMore |= m_flows.add(flow); }

    std::size_t rowsOfFlows() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(m_signs.flows, [&](BothWays flow) { return m_flows.has(flow); }));
    }

    void addTranslated()
    {
        for (const auto &[one, other] : m_translations) {
            if (m_flows.has(one))
                add(other);
            else if (m_flows.has(other))
                add(one);
        }
    }

    // Who has a key of so many rows of these flows.
    void addByKeys(std::size_t count)
    {
        TuplesOfKeys known(count);
        for (std::size_t row = 0; row < m_signs.flows.size(); ++row)
            if (m_flows.has(m_signs.flows[row]))
                known.add(m_signs.keys[row], m_signs.flows[row]);
        for (std::size_t row = 0; row < m_signs.flows.size(); ++row) {
            const BothWays flow = m_signs.flows[row];
            if (flow == nobody || known.of(m_signs.keys[row]).count == 0)
                continue;
            if (isOfTcp(flow))
                known.add(m_signs.keys[row], flow);
            else
                add(flow);
        }
        for (const TuplesOfKeys::Slot &slot : known.all()) {
            if (slot.areTooMany())
                m_crowded.insert(slot.key);
            for (const BothWays flow : slot.all())
                add(flow);
        }
    }

    // What many flows of TCP have in common tells nothing of any of them, once it is seen that they are many.
    void addCrowds(std::vector<std::uint32_t> &rows) const
    {
        std::unordered_map<std::uint64_t, std::vector<BothWays>> seen;
        for (std::uint32_t row = 0; !m_crowded.empty() && row < m_signs.flows.size(); ++row) {
            if (m_signs.flows[row] == nobody || !m_crowded.contains(m_signs.keys[row]))
                continue;
            std::vector<BothWays> &some = seen[m_signs.keys[row]];
            if (some.size() > mostTuples || std::ranges::find(some, m_signs.flows[row]) != some.end())
                continue;
            some.push_back(m_signs.flows[row]);
            rows.push_back(row);
        }
    }

    const RowSigns &m_signs;
    std::vector<std::pair<BothWays, BothWays>> m_translations;
    FlowSet m_flows;
    std::unordered_set<std::uint64_t> m_crowded; // keys
    bool m_isMore = false;
};

} // namespace

std::optional<std::vector<std::uint32_t>> kinOf(const RowSigns &signs, const std::vector<Translation> &translations, std::uint32_t row)
{
    if (signs.flows[row] == nobody) {
        const bool isCut = std::ranges::find(signs.cut, row) != signs.cut.end();
        return isCut ? std::vector{row} : std::vector<std::uint32_t>();
    }
    std::vector<std::pair<BothWays, BothWays>> translated;
    for (const auto &[one, other] : translations)
        translated.emplace_back(bothWaysOf(one), bothWaysOf(other));
    Family family(signs, std::move(translated));
    return family.gather(signs.flows[row]) ? std::optional(family.rows()) : std::nullopt;
}

} // namespace vethscope::journey
