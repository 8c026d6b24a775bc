#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/exchanges/exchangefacts.h"
#include "core/flows/conversationtable.h"
#include "core/flows/flowheader.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vethscope {

/// Where conversations are numbered, each kind by itself.
struct FlowTables {
    ConversationTable tcp;
    ConversationTable udp;

    const ConversationTable &of(const FlowHeader &header) const { return header.kind == FlowHeader::Kind::Udp ? udp : tcp; }
};

/// Some rows of a store: all that can be found out of them before their turn.
struct FlowBlock {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<FlowHeader> headers{};
    std::vector<std::uint32_t> conversations{}; // of each header the first between its ends, where it was known when the block was read
    std::vector<ExchangeFacts::Found> messages{};

    /// Of the rows from `begin` to `end`. From any thread; `packet` is room for one dissection.
    void read(const PacketStore &store, const Dissector &dissector, const FlowTables &tables, Dissection &packet);
};

} // namespace vethscope
