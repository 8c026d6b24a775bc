#include "ui/statistics/trafficpasses.h"

#include "core/flows/trafficpass.h"
#include "core/statistics/countingpass.h"

namespace vethscope {
namespace {

// Makes the tables of what is counted.
class TrafficTablesPass : public CountingPass
{
public:
    TrafficTablesPass(TrafficSubject subject, const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows)
        : m_subject(subject), m_store(store), m_pass(store, dissector, std::move(rows))
    {
    }

    std::size_t done() const override { return m_pass.done(); }
    bool finished() const override { return m_pass.finished(); }
    std::shared_ptr<const void> counted() const override
    {
        return tablesOf(m_pass.conversations(), m_subject, m_store.size() > 0 ? m_store.time(0) : 0);
    }

private:
    const TrafficSubject m_subject;
    const PacketStore &m_store;
    const TrafficPass m_pass;
};

} // namespace

PacketCounter::MakePass trafficPasses(TrafficSubject subject)
{
    return [subject](const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows) -> std::unique_ptr<CountingPass> {
        return std::make_unique<TrafficTablesPass>(subject, store, dissector, std::move(rows));
    };
}

} // namespace vethscope
