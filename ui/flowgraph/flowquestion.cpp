#include "ui/flowgraph/flowquestion.h"

#include "core/statistics/packetpass.h"

namespace vethscope {
namespace {

// Puts packets in order where the window does not wait for it.
class FlowGraphPass final : public PacketPass
{
public:
    using PacketPass::PacketPass;

    std::shared_ptr<const void> counted() const override { return std::make_shared<const FlowGraph>(static_cast<const FlowTally &>(*tally()).graph()); }
};

} // namespace

PacketCounter::MakePass flowPasses(const std::shared_ptr<FlowQuestion> &question)
{
    return [question](const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows) -> std::unique_ptr<CountingPass> {
        const auto make = [asked = *question] { return std::make_unique<FlowTally>(asked.kind, asked.addresses); };
        return std::make_unique<FlowGraphPass>(store, dissector, make, std::move(rows));
    };
}

} // namespace vethscope
