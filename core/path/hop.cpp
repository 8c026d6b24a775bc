#include "core/path/hop.h"

#include <array>

namespace vethscope::path {

std::string_view nameOf(Step::Kind kind)
{
    constexpr auto names = std::to_array<std::string_view>({
        "rule", "route", "neighbour", "fdb", "port", "veth", "encapsulate", "decapsulate", "translate", "filter", "wire", "deliver", "drop",
    });
    return names[static_cast<std::size_t>(kind)];
}

std::optional<TunnelType> Hop::tunnel() const
{
    if (!packet || !packet->isEncapsulated())
        return std::nullopt;
    return packet->outer().tunnel->type;
}

} // namespace vethscope::path
