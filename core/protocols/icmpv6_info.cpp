#include "core/dissect/format.h"
#include "core/dissect/print.h"
#include "core/protocols/icmpv6_messages.h"

// Neighbour discovery in a line, RFC 4861: whom a message is for, what a neighbour says of itself, and the link-layer addresses.

namespace vethscope {
namespace {

using enum icmpv6::Type;
using enum icmpv6::Option;

constexpr std::size_t addressSize = 6;

void printFlags(std::uint8_t flags, TextBuffer &out)
{
    constexpr auto words = std::to_array<std::string_view>({"rtr", "sol", "ovr"});
    std::string_view between = " (";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!(flags >> (7 - i) & 1))
            continue;
        print(out, "{}{}", between, words[i]);
        between = ", ";
    }
    print(out, between == " (" ? " (none)" : ")");
}

void printLinkAddresses(Bytes header, std::size_t at, TextBuffer &out)
{
    while (at + 2 + addressSize <= header.size()) {
        const std::uint8_t type = byteAt(header, at);
        const std::size_t size = byteAt(header, at + 1) * 8u;
        if (size == 0 || at + size > header.size())
            return;
        if (type == SourceAddress || type == TargetAddress) {
            print(out, type == SourceAddress ? " from " : " is at ");
            printMac(out, header.subspan(at + 2, addressSize));
        }
        at += size;
    }
}

} // namespace

void printNeighborDiscovery(Bytes header, TextBuffer &out)
{
    constexpr std::size_t targetAt = 8, behindTarget = 24;
    const std::uint8_t type = byteAt(header, 0);
    if (type == NeighborSolicitation || type == NeighborAdvertisement) {
        if (header.size() < behindTarget)
            return;
        print(out, type == NeighborSolicitation ? " for " : " ");
        printIpv6(out, header.subspan(targetAt, behindTarget - targetAt));
        if (type == NeighborAdvertisement)
            printFlags(byteAt(header, 4), out);
        printLinkAddresses(header, behindTarget, out);
    } else if (type == RouterSolicitation || type == RouterAdvertisement || type == Redirect) {
        printLinkAddresses(header, type == RouterSolicitation ? 8 : type == RouterAdvertisement ? 16 : 40, out);
    }
}

} // namespace vethscope
