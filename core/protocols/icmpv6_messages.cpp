#include "core/protocols/icmpv6_messages.h"

namespace vethscope {
namespace {

using enum icmpv6::Type;

constexpr auto &fields = icmpv6VaryingFields;

constexpr std::size_t listenerQuery2Size = 28; // RFC 3810, section 8.1: a query is of version 2 from this size on

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
    addIcmpv6Options(details, header, 24);
}

void addRouterAdvertisement(Details &details, Bytes header)
{
    details.add(named(fields, "nd.ra.cur_hop_limit"), header, octets(4, 1));
    details.add(named(fields, "nd.ra.flag"), header, octets(5, 1));
    {
        const auto below = details.below();
        details.add(named(fields, "nd.ra.flag.m"), header, bits(40, 1));
        details.add(named(fields, "nd.ra.flag.o"), header, bits(41, 1));
        details.add(named(fields, "nd.ra.flag.h"), header, bits(42, 1));
        details.add(named(fields, "nd.ra.flag.prf"), header, bits(43, 2));
        details.add(named(fields, "nd.ra.flag.p"), header, bits(45, 1));
        details.add(named(fields, "nd.ra.flag.rsv"), header, bits(46, 2));
    }
    details.add(named(fields, "nd.ra.router_lifetime"), header, octets(6, 2));
    details.add(named(fields, "nd.ra.reachable_time"), header, octets(8, 4));
    details.add(named(fields, "nd.ra.retrans_timer"), header, octets(12, 4));
    addIcmpv6Options(details, header, 16);
}

void addListenerReport(Details &details, Bytes header)
{
    details.add(named(fields, "reserved"), header, octets(4, 2));
    details.add(named(fields, "mldr.nb_mcast_records"), header, octets(6, 2));
    std::size_t at = 8;
    for (std::uint64_t left = read16(header, 6); left > 0; --left) {
        if (at + 20 > header.size()) {
            details.note(Severity::Error, Sentence::of("{} more multicast records are announced than the message has bytes for", left));
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

void addListenerQuery2(Details &details, Bytes header)
{
    details.add(named(fields, "mld.maximum_response_code"), header, octets(4, 2));
    details.add(named(fields, "reserved"), header, octets(6, 2));
    details.add(named(fields, "mld.multicast_address"), header, octets(8, 16));
    details.add(named(fields, "mld.flag"), header, octets(24, 1));
    {
        const auto below = details.below();
        details.add(named(fields, "mld.flag.reserved"), header, bits(192, 4));
        details.add(named(fields, "mld.flag.s"), header, bits(196, 1));
        details.add(named(fields, "mld.flag.qrv"), header, bits(197, 3));
    }
    details.add(named(fields, "mld.qqi"), header, octets(25, 1));
    details.add(named(fields, "mld.nb_sources"), header, octets(26, 2));
    for (std::size_t i = 0, at = listenerQuery2Size; i < read16(header, 26) && at + 16 <= header.size(); ++i, at += 16)
        details.add(named(fields, "mld.source_address"), header, octets(at, 16));
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
    case Redirect:
        return std::max<std::size_t>(40, bytes.size());
    case RouterAdvertisement:
        return std::max<std::size_t>(16, bytes.size());
    case RouterSolicitation:
    case ListenerReport2:
        return std::max<std::size_t>(8, bytes.size());
    case ListenerQuery:
    case ListenerReport:
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
    case Unreachable:
    case TimeExceeded:
        details.add(named(fields, "reserved"), header, octets(4, 4));
        break;
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
        addIcmpv6Options(details, header, 8);
        break;
    case RouterAdvertisement:
        addRouterAdvertisement(details, header);
        break;
    case NeighborSolicitation:
        details.add(named(fields, "reserved"), header, octets(4, 4));
        details.add(named(fields, "nd.ns.target_address"), header, octets(8, 16));
        addIcmpv6Options(details, header, 24);
        break;
    case NeighborAdvertisement:
        addNeighborAdvertisement(details, header);
        break;
    case ListenerReport2:
        addListenerReport(details, header);
        break;
    case Redirect:
        details.add(named(fields, "reserved"), header, octets(4, 4));
        details.add(named(fields, "nd.rd.target_address"), header, octets(8, 16));
        details.add(named(fields, "rd.na.destination_address"), header, octets(24, 16));
        addIcmpv6Options(details, header, 40);
        break;
    case ListenerQuery:
        if (header.size() >= listenerQuery2Size) {
            addListenerQuery2(details, header);
            break;
        }
        [[fallthrough]];
    case ListenerReport:
    case ListenerDone:
        details.add(named(fields, "mld.maximum_response_delay"), header, octets(4, 2));
        details.add(named(fields, "reserved"), header, octets(6, 2));
        details.add(named(fields, "mld.multicast_address"), header, octets(8, 16));
        break;
    default:
        break;
    }
}

} // namespace vethscope
