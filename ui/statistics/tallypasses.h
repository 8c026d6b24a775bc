#pragma once

#include "core/statistics/packetpass.h"
#include "ui/statistics/packetcounter.h"

namespace vethscope {

/// Makes passes that show packets to a tally: PacketCounter::counts<Tally>().
template <typename Tally>
PacketCounter::MakePass tallyPasses()
{
    return [](const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows) -> std::unique_ptr<CountingPass> {
        return std::make_unique<PacketPass>(store, dissector, [] { return std::make_unique<Tally>(); }, std::move(rows));
    };
}

} // namespace vethscope
