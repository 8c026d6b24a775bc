#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"
#include "core/protocols/bgp_routes.h"

// ROUTE-REFRESH asks a peer to say all its routes again. RFC 2918; RFC 7313 for beginning and end; RFC 5291 for the
// filters that may come with it.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::uint8_t prefixListOfCisco = 128;
constexpr std::uint8_t removeAll = 2;

// RFC 5292 has the same entries; Wireshark reads them only with Cisco's older number.
bool addPrefixEntry(Details &details, BgpPart &entries, std::size_t addressSize)
{
    const std::uint8_t action = entries.byte() >> 6;
    const std::size_t flags = entries.at * 8;
    const std::size_t entryAt = details.items.size();
    addBgpHolder(details, named(fields, "route_refresh.orf.entry"), octets(entries.at, 1));
    const auto below = details.below();
    details.add(named(fields, "route_refresh.orf.entry.action"), entries.message, bits(flags, 2));
    if (action == removeAll) {
        entries.take(1);
        return true;
    }
    details.add(named(fields, "route_refresh.orf.entry.match"), entries.message, bits(flags + 2, 1));
    const std::size_t begin = entries.take(1).firstByte();
    if (!entries.has(7))
        return false;
    details.add(named(fields, "route_refresh.orf.entry.sequence"), entries.message, entries.take(4));
    details.add(named(fields, "route_refresh.orf.entry.prefixmask_lower"), entries.message, entries.take(1));
    details.add(named(fields, "route_refresh.orf.entry.prefixmask_upper"), entries.message, entries.take(1));
    const std::size_t length = entries.byte();
    const std::size_t size = (length + 7) / 8;
    if (length > addressSize * 8 || !entries.has(1 + size))
        return false;
    details.add(named(fields, "prefix_length"), entries.message, entries.take(1));
    const Bytes address = keptBgpAddress(details, entries, length, addressSize);
    details.add(named(fields, "route_refresh.orf.entry.ip"), entries.take(size), address);
    details.items[entryAt].place = octets(begin, entries.at - begin);
    return true;
}

void addFilters(Details &details, BgpPart &body, std::uint16_t family)
{
    addBgpHolder(details, named(fields, "route_refresh.orf"), body.rest());
    const auto below = details.below();
    details.add(named(fields, "route_refresh.orf.flag"), body.message, body.take(1));
    while (body.has(3)) {
        const std::uint8_t type = body.byte();
        const std::size_t length = body.word(1);
        details.add(named(fields, "route_refresh.orf.type"), body.message, body.take(1));
        const BitRange lengthPlace = body.take(2);
        details.add(named(fields, "route_refresh.orf.length"), body.message, lengthPlace);
        if (body.lacks(length))
            details.note(Severity::Error, Sentence::of("filters of {} bytes are announced, but {} are left for them", length, body.left()),
                         lengthPlace);
        BgpPart entries = body.takePart(length);
        if (type != prefixListOfCisco || family != 1) {
            if (!entries.done())
                details.text("Filters, not decoded", entries.rest());
            continue;
        }
        while (!entries.done())
            if (!addPrefixEntry(details, entries, 4))
                return;
    }
}

} // namespace

std::string_view addBgpRouteRefresh(Details &details, BgpPart body)
{
    if (!body.has(4)) {
        noteBgpLie(details, body, 4, Sentence::of("a ROUTE-REFRESH has at least {} bytes behind its header, this one {}", 4, body.left()));
        return {};
    }
    const std::uint16_t family = body.word();
    const std::string_view what = nameOf(bgpAddressFamilies, family);
    const std::string_view subsequent = nameOf(bgpSubsequentFamilies, body.byte(3));
    const std::uint8_t subtype = body.byte(2);
    details.add(named(fields, "route_refresh.afi"), body.message, body.take(2));
    details.add(named(fields, "route_refresh.subtype"), body.message, body.take(1));
    details.add(named(fields, "route_refresh.safi"), body.message, body.take(1));
    if (!body.done())
        addFilters(details, body, family);
    const std::string_view when = subtype == 1 ? "begin of " : subtype == 2 ? "end of " : "";
    return details.format("{}{} {}", when, what.empty() ? "unknown family" : what, subsequent);
}

} // namespace vethscope
