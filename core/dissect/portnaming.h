#pragma once

#include <cstdint>
#include <string_view>

namespace vethscope {

/// The protocols whose ports have names.
enum class Transport : std::uint8_t { Tcp, Udp, Sctp };

/// What ports are called, for who writes of a frame where names are wanted.
class PortNaming
{
public:
    virtual ~PortNaming() = default;
    /// Empty for a port that has none.
    virtual std::string_view nameOf(Transport transport, std::uint16_t port) const = 0;
};

} // namespace vethscope
