#include "core/flows/trafficpass.h"

#include "core/flows/traffictable.h"

#include <memory>

namespace vethscope {
namespace {

class TrafficTally final : public PacketTally
{
public:
    void count(std::size_t, const Frame &frame, const Dissection &packet) override { m_table.count(frame, packet); }
    void add(const PacketTally &other) override { m_table.add(static_cast<const TrafficTally &>(other).m_table); }
    const TrafficTable &table() const { return m_table; }

private:
    TrafficTable m_table;
};

} // namespace

TrafficPass::TrafficPass(const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows, unsigned threads)
    : m_pass(store, dissector, [] { return std::make_unique<TrafficTally>(); }, std::move(rows), threads)
{
}

std::vector<Conversation> TrafficPass::conversations() const
{
    const auto tally = m_pass.tally();
    return static_cast<const TrafficTally &>(*tally).table().conversations();
}

} // namespace vethscope
