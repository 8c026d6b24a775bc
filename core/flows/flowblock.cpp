#include "core/flows/flowblock.h"

namespace vethscope {
namespace {

constexpr std::size_t rowsAhead = 4;   // that are asked for before they are looked at
constexpr std::size_t placesAhead = 4; // of headers, in the tables

} // namespace

void FlowBlock::read(const PacketStore &store, const Dissector &dissector, const FlowTables &tables, Dissection &packet)
{
    for (std::size_t row = begin; row < end; ++row) {
        store.expect(row + rowsAhead);
        const Frame frame = store.frame(row);
        dissector.dissect(frame, packet);
        for (std::size_t layer = 0; layer < packet.size(); ++layer) {
            if (packet[layer].protocol->stateful.empty())
                continue;
            const LayerView view(frame, packet, layer);
            if (auto header = flowHeaderAt(view)) {
                tables.of(*header).expectPlace(header->hash);
                headers.push_back(*header);
            } else if (auto message = ExchangeFacts::at(view)) {
                message->behind = headers.size();
                messages.push_back(*message);
            }
        }
    }
    conversations.reserve(headers.size());
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (i + placesAhead < headers.size())
            tables.of(headers[i + placesAhead]).expectEnds(headers[i + placesAhead].hash);
        conversations.push_back(tables.of(headers[i]).find(headers[i].ends, headers[i].hash));
    }
}

} // namespace vethscope
