#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// What Vethscope itself says of a frame: how deep its tunnels are and of which kind (contract.md, `vs`).

namespace vethscope {
namespace {

constexpr auto varyingFields = std::to_array<Field>({
    varying("depth",  "Tunnels around the innermost packet", Show::Decimal),
    varying("tunnel", "Tunnel", Show::Text),
});

void details(const LayerView &view, Details &details)
{
    details.generate(named(varyingFields, "depth"), static_cast<std::uint64_t>(view.packet().depth()));
    for (const Layer &layer : view.packet().layers())
        if (layer.tunnel)
            details.add(named(varyingFields, "tunnel"), octets(layer.offset, layer.size), layer.protocol->tunnel);
}

} // namespace

constinit const Protocol protocols::vethscope{
    .name = "vs",
    .title = "Vethscope",
    .shortTitle = "Vethscope",
    .varying = varyingFields,
    .details = details,
};

} // namespace vethscope
