#include "core/protocols/ports.h"

#include "core/protocols/protocols.h"

#include <array>
#include <functional>
#include <utility>

namespace vethscope {
namespace {

constexpr auto transports = std::to_array<std::pair<const Protocol *, Transport>>({
    {&protocols::tcp, Transport::Tcp}, {&protocols::udp, Transport::Udp}, {&protocols::sctp, Transport::Sctp},
});

} // namespace

std::optional<Transport> transportOf(const Field &field)
{
    if (field.name != "srcport" && field.name != "dstport")
        return std::nullopt;
    for (const auto &[protocol, transport] : transports) {
        const auto fields = protocol->fields;
        if (!std::less()(&field, fields.data()) && std::less()(&field, fields.data() + fields.size()))
            return transport;
    }
    return std::nullopt;
}

void printPort(const LayerView &view, Transport transport, std::uint64_t port, TextBuffer &out)
{
    const PortNaming *const names = view.frame().ports;
    const std::string_view name = names ? names->nameOf(transport, static_cast<std::uint16_t>(port)) : std::string_view();
    if (name.empty())
        return printNumber(out, port);
    print(out, name);
    out.push_back('(');
    printNumber(out, port);
    out.push_back(')');
}

void printPorts(const LayerView &view, Transport transport, std::uint64_t source, std::uint64_t destination, TextBuffer &out)
{
    printPort(view, transport, source, out);
    print(out, " → ");
    printPort(view, transport, destination, out);
}

} // namespace vethscope
