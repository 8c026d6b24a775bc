#include "core/protocols/icmpv6_messages.h"

namespace vethscope {
namespace {

enum Type : std::uint8_t {
    PacketTooBig = 2,
    TimeExceeded = 3,
    ParameterProblem = 4,
    EchoRequest = 128,
    EchoReply = 129,
    ListenerQuery = 130,
    ListenerDone = 132,
    RouterSolicitation = 133,
    RouterAdvertisement = 134,
    NeighborSolicitation = 135,
    NeighborAdvertisement = 136,
    ListenerReport2 = 143,
};

constexpr auto &fields = icmpv6VaryingFields;

// RFC 4861, section 4.6: type, length in units of eight bytes, contents.
void addOptions(Details &details, Bytes header, std::size_t at)
{
    while (at + 2 <= header.size()) {
        const std::uint8_t type = byteAt(header, at);
        const std::size_t size = byteAt(header, at + 1) * 8u;
        if (size == 0 || at + size > header.size()) {
            details.note(Severity::Error, {"an option at byte {} says {} bytes, which its message does not have", at, size},
                         octets(at, header.size() - at));
            return;
        }
        details.add(named(fields, "opt.type"), octets(at, size), type);
        const auto below = details.below();
        details.add(named(fields, "opt.length"), octets(at + 1, 1), byteAt(header, at + 1));
        if (type == 1 || type == 2) {
            details.add(named(fields, "opt.linkaddr"), header, octets(at + 2, 6));
            details.add(type == 1 ? named(fields, "opt.src_linkaddr") : named(fields, "opt.target_linkaddr"), header, octets(at + 2, 6));
        } else if (type == 5 && size == 8) {
            details.add(named(fields, "opt.mtu"), header, octets(at + 4, 4));
        } else if (type == 3 && size == 32) {
            details.add(named(fields, "opt.prefix.length"), header, octets(at + 2, 1));
            details.add(named(fields, "opt.prefix"), header, octets(at + 16, 16));
        }
        at += size;
    }
}

void addNeighborAdvertisement(Details &details, Bytes header)
{
    details.add(named(fields, "nd.na.flag"), header, octets(4, 4));
    {
        const auto below = details.below();
        details.add(named(fields, "nd.na.flag.r"), header, bits(32, 1));
        details.add(named(fields, "nd.na.flag.s"), header, bits(33, 1));
        details.add(named(fields, "nd.na.flag.o"), header, bits(34, 1));
        details.add(named(fields, "nd.na.flag.rsv"), header, bits(35, 29));
    }
    details.add(named(fields, "nd.na.target_address"), header, octets(8, 16));
    addOptions(details, header, 24);
}

void addRouterAdvertisement(Details &details, Bytes header)
{
    details.add(named(fields, "nd.ra.cur_hop_limit"), header, octets(4, 1));
    details.add(named(fields, "nd.ra.flag"), header, octets(5, 1));
    details.add(named(fields, "nd.ra.router_lifetime"), header, octets(6, 2));
    details.add(named(fields, "nd.ra.reachable_time"), header, octets(8, 4));
    details.add(named(fields, "nd.ra.retrans_timer"), header, octets(12, 4));
    addOptions(details, header, 16);
}

void addListenerReport(Details &details, Bytes header)
{
    details.add(named(fields, "reserved"), header, octets(4, 2));
    details.add(named(fields, "mldr.nb_mcast_records"), header, octets(6, 2));
    std::size_t at = 8;
    for (std::uint64_t left = read16(header, 6); left > 0; --left) {
        if (at + 20 > header.size()) {
            details.note(Severity::Error, {"{} more multicast records are announced than the message has bytes for", left});
            return;
        }
        const std::size_t sources = read16(header, at + 2);
        const std::size_t size = 20 + sources * 16 + byteAt(header, at + 1) * 4u;
        details.text(details.format("Multicast address record"), octets(at, std::min(size, header.size() - at)));
        const auto below = details.below();
        details.add(named(fields, "mldr.mar.record_type"), header, octets(at, 1));
        details.add(named(fields, "mldr.mar.aux_data_len"), header, octets(at + 1, 1));
        details.add(named(fields, "mldr.mar.nb_sources"), header, octets(at + 2, 2));
        details.add(named(fields, "mldr.mar.multicast_address"), header, octets(at + 4, 16));
        for (std::size_t i = 0; i < sources && at + 36 + i * 16 <= header.size(); ++i)
            details.add(named(fields, "mldr.mar.source_address"), header, octets(at + 20 + i * 16, 16));
        at += size;
    }
}

} // namespace

std::size_t icmpv6HeaderSize(Bytes bytes)
{
    const std::uint8_t type = byteAt(bytes, 0);
    switch (type) {
    case EchoRequest:
    case EchoReply:
        return 8;
    case NeighborSolicitation:
    case NeighborAdvertisement:
        return std::max<std::size_t>(24, bytes.size());
    case RouterAdvertisement:
        return std::max<std::size_t>(16, bytes.size());
    case RouterSolicitation:
    case ListenerReport2:
        return std::max<std::size_t>(8, bytes.size());
    case ListenerQuery:
    case ListenerQuery + 1:
    case ListenerDone:
        return std::max<std::size_t>(24, bytes.size());
    default:
        return type >= 1 && type <= 4 ? 8 : bytes.size();
    }
}

void addIcmpv6Message(Details &details, Bytes header)
{
    const std::uint8_t type = byteAt(header, 0);
    switch (type) {
    case PacketTooBig:
        details.add(named(fields, "mtu"), header, octets(4, 4));
        break;
    case ParameterProblem:
        details.add(named(fields, "pointer"), header, octets(4, 4));
        break;
    case EchoRequest:
    case EchoReply:
        details.add(named(fields, "echo.identifier"), header, octets(4, 2));
        details.add(named(fields, "echo.sequence_number"), header, octets(6, 2));
        break;
    case RouterSolicitation:
        details.add(named(fields, "reserved"), header, octets(4, 4));
        addOptions(details, header, 8);
        break;
    case RouterAdvertisement:
        addRouterAdvertisement(details, header);
        break;
    case NeighborSolicitation:
        details.add(named(fields, "reserved"), header, octets(4, 4));
        details.add(named(fields, "nd.ns.target_address"), header, octets(8, 16));
        addOptions(details, header, 24);
        break;
    case NeighborAdvertisement:
        addNeighborAdvertisement(details, header);
        break;
    case ListenerReport2:
        addListenerReport(details, header);
        break;
    case ListenerQuery:
    case ListenerQuery + 1:
    case ListenerDone:
        details.add(named(fields, "mld.maximum_response_delay"), header, octets(4, 2));
        details.add(named(fields, "mld.multicast_address"), header, octets(8, 16));
        break;
    default:
        break;
    }
}

} // namespace vethscope
