#include "core/protocols/bgp_routes.h"

#include "core/dissect/format.h"
#include "core/protocols/bgp_fields.h"

// A route is a number of bits and as many bytes as they need. RFC 4271, section 4.3.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::size_t labelSize = 3;
constexpr std::size_t distinguisherSize = 8;
constexpr std::size_t pathIdentifierSize = 4;

struct Bounds {
    std::size_t least; // bits
    std::size_t most;
};

Bounds boundsOf(const BgpRouteFormat &format)
{
    switch (format.kind) {
    case BgpRouteFormat::Labelled: return {labelSize * 8, 255};
    case BgpRouteFormat::Vpn: return {(labelSize + distinguisherSize) * 8, 255};
    default: return {0, format.addressSize * 8};
    }
}

// Whether the bytes are routes when each begins with `skipped` bytes. The same default route twice, as identifiers
// that begin with zeros look, is not what a router sends.
bool reads(BgpPart part, Bounds bounds, std::size_t skipped)
{
    std::size_t defaults = 0;
    while (part.has(skipped + 1)) {
        part.take(skipped);
        const std::size_t length = part.byte();
        if (length < bounds.least || length > bounds.most || (length == 0 && ++defaults > 1 && skipped == 0))
            return false;
        const std::size_t size = 1 + (length + 7) / 8;
        if (part.lacks(size))
            return false;
        if (!part.has(size))
            return true;
        part.take(size);
    }
    return part.done() || part.cut();
}

bool hasPathIdentifiers(const BgpPart &part, Bounds bounds)
{
    return !reads(part, bounds, 0) && reads(part, bounds, pathIdentifierSize);
}

// How many bytes of labels there are, up to the bottom of the stack; a withdrawn route has a single one that says so.
std::size_t labelsSize(const BgpPart &part, std::size_t size, TextBuffer &text)
{
    for (std::size_t at = 0; at + labelSize <= size; at += labelSize) {
        const auto label = static_cast<std::uint32_t>(readUnsigned(part.message, part.at + at, labelSize));
        if (at == 0 && (label == 0 || label == 0x800000)) { // RFC 8277, section 2.4; 0 from older routers
            print(text, "0 (withdrawn)");
            return labelSize;
        }
        print(text, "{}{}{}", at > 0 ? "," : "", label >> 4, label & 1 ? " (bottom)" : "");
        if (label & 1)
            return at + labelSize;
    }
    return size / labelSize * labelSize;
}

// One route: where its parts are, and what they say in words. Parts that its kind lacks are empty.
struct Route {
    BitRange whole;
    std::optional<BitRange> identifier;
    BitRange length;
    BitRange labels{};
    BitRange distinguisher{};
    BitRange prefix{};
    std::string_view labelsText{};
    std::string_view distinguisherText{};
    std::string_view prefixText{};
    Bytes address{};
};

// The part begins with the length and is there to the end of the route. Nothing when its labels leave no address.
std::optional<Route> readRoute(Details &details, BgpPart part, const BgpRouteFormat &format, std::optional<BitRange> identifier)
{
    const std::size_t begin = identifier ? identifier->firstByte() : part.at;
    Route route{.whole = octets(begin, part.end - begin), .identifier = identifier, .length = part.take(1)};
    if (format.kind != BgpRouteFormat::Plain) {
        TextBuffer labels;
        route.labels = part.take(labelsSize(part, part.left(), labels));
        route.labelsText = details.keep(viewOf(labels));
    }
    if (format.kind == BgpRouteFormat::Vpn) {
        if (!part.has(distinguisherSize))
            return std::nullopt;
        route.distinguisherText = bgpDistinguisher(details, part.bytes(0, distinguisherSize));
        route.distinguisher = part.take(distinguisherSize);
    }
    const std::size_t inFront = route.labels.length + route.distinguisher.length;
    const std::size_t length = readBits(part.message, route.length);
    if (inFront > length || length - inFront > format.addressSize * 8)
        return std::nullopt;
    route.prefix = part.rest();
    route.address = keptBgpAddress(details, part, length - inFront, format.addressSize);
    route.prefixText = details.format("{}/{}", bgpAddressText(details, route.address), length - inFront);
    return route;
}

void addRoute(BgpUpdate &update, const BgpRouteFormat &format, Bytes message, const Route &route)
{
    Details &details = update.details;
    const bool vpn = format.kind == BgpRouteFormat::Vpn;
    BgpRoutes &routes = format.withdrawn ? update.withdrawn : update.announced;
    routes.add(vpn ? details.format("{} (RD {})", route.prefixText, route.distinguisherText) : route.prefixText);

    TextBuffer label;
    print(label, route.prefixText);
    if (vpn)
        print(label, " RD={}", route.distinguisherText);
    if (!route.labelsText.empty())
        print(label, " Label Stack={}", route.labelsText);
    if (route.identifier)
        print(label, " PathId {}", readBits(message, *route.identifier));
    details.text(details.keep(viewOf(label)), route.whole);

    const auto below = details.below();
    // Of an IPv6 VPN route, Wireshark 4.0 has nothing but the labels as a field; the line above says the rest.
    const bool labelsAlone = vpn && format.addressSize == 16;
    if (route.identifier)
        details.add(named(fields, "nlri_path_id"), message, *route.identifier);
    if (!labelsAlone)
        details.add(named(fields, "prefix_length"), message, route.length);
    if (!route.labelsText.empty())
        details.add(named(fields, "label_stack"), route.labels, route.labelsText);
    if (labelsAlone)
        return;
    if (vpn)
        details.add(named(fields, "rd"), route.distinguisher, route.distinguisherText);
    details.add(*format.prefix, route.prefix, route.address);
}

} // namespace

void addBgpRoutes(BgpUpdate &update, BgpPart part, const BgpRouteFormat &format)
{
    Details &details = update.details;
    const Bounds bounds = boundsOf(format);
    const std::size_t identifierSize = hasPathIdentifiers(part, bounds) ? pathIdentifierSize : 0;
    while (part.has(identifierSize + 1)) {
        const BitRange identifier = part.take(identifierSize);
        const std::size_t length = part.byte();
        const std::size_t size = 1 + (length + 7) / 8;
        if (length > bounds.most || length < bounds.least)
            return details.note(Severity::Error,
                                Sentence::of("a prefix length of {} bits at byte {} is none that an address of its kind has", length, part.at),
                                part.rest());
        if (!part.has(size))
            return noteBgpLie(details, part, size,
                              Sentence::of("a prefix of {} bits at byte {} is longer than the list of routes", length, part.at));
        const auto route = readRoute(details, {part.message, part.at, part.at + size}, format,
                                     identifierSize > 0 ? std::optional(identifier) : std::nullopt);
        if (!route)
            return details.note(Severity::Error, Sentence::of("the labels of a route of {} bits at byte {} leave no address", length, part.at),
                                part.rest());
        addRoute(update, format, part.message, *route);
        part.take(size);
    }
    noteBgpRemainder(details, part);
}

Bytes keptBgpAddress(Details &details, const BgpPart &part, std::size_t length, std::size_t addressSize)
{
    std::array<std::byte, 16> address{};
    const std::size_t size = std::min((length + 7) / 8, addressSize);
    std::ranges::copy(part.bytes(0, size), address.begin());
    if (length % 8 != 0 && size > 0)
        address[size - 1] &= static_cast<std::byte>(0xff00 >> length % 8);
    return asBytes(details.keep(asText(Bytes(address).first(addressSize))));
}

std::string_view bgpDistinguisher(Details &details, Bytes bytes)
{
    switch (read16(bytes, 0)) {
    case 0: return details.format("{}:{}", read16(bytes, 2), read32(bytes, 4));
    case 1: return details.format("{}:{}", bgpAddressText(details, bytes.subspan(2, 4)), read16(bytes, 6));
    case 2: return details.format("{}:{}", read32(bytes, 2), read16(bytes, 6));
    default: return details.format("Unknown (0x{:04x}) RD type", read16(bytes, 0));
    }
}

std::string_view bgpAddressText(Details &details, Bytes address)
{
    TextBuffer text;
    address.size() == 4 ? printIpv4(text, address) : printIpv6(text, address);
    return details.keep(viewOf(text));
}

} // namespace vethscope
