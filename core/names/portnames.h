#pragma once

#include "core/dissect/portnaming.h"

#include <string>
#include <unordered_map>

namespace vethscope {

/// Names of ports out of a text in the format of services(5), also with several protocols (`domain 53/tcp/udp`) or ports (`x11 6000-6063/tcp`) a line, as
/// Wireshark's `services` has them. Of several names for a port the last counts. Made once; afterwards only read, from any thread.
class PortNames final : public PortNaming
{
public:
    explicit PortNames(std::string services = {});
    PortNames(const PortNames &) = delete;
    PortNames &operator=(const PortNames &) = delete;

    std::string_view nameOf(Transport transport, std::uint16_t port) const override;

private:
    void readLine(std::string_view line);

    std::string m_text;
    std::unordered_map<std::uint32_t, std::string_view> m_names; // by transport and port
};

} // namespace vethscope
