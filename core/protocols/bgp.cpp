#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"
#include "core/protocols/protocols.h"

// BGP tells routers which networks lie behind whom; Calico's nodes tell each other their pod blocks with it.
// Messages follow one another in TCP, each behind a marker of sixteen bytes ff. RFC 4271, section 4.1.

namespace vethscope {
namespace {

constexpr std::size_t markerSize = 16;
constexpr std::size_t headerSize = 19;

enum Type : std::uint8_t {
    Open = 1,
    Update = 2,
    Notification = 3,
    Keepalive = 4,
    RouteRefresh = 5,
    Capability = 6,
    CiscoRouteRefresh = 128,
};

constexpr auto types = std::to_array<ValueName>({
    {Open, "OPEN Message"}, {Update, "UPDATE Message"}, {Notification, "NOTIFICATION Message"},
    {Keepalive, "KEEPALIVE Message"}, {RouteRefresh, "ROUTE-REFRESH Message"}, {Capability, "CAPABILITY Message"},
    {CiscoRouteRefresh, "Cisco ROUTE-REFRESH Message"},
});

constexpr std::array<std::byte, markerSize> marker = [] {
    std::array<std::byte, markerSize> ones{};
    ones.fill(std::byte{0xff});
    return ones;
}();

bool isMessage(Bytes bytes)
{
    return bytes.size() >= headerSize && std::ranges::equal(bytes.first(markerSize), marker);
}

constexpr auto fields = std::to_array<Field>({
    onlyIf(isMessage, {"marker", "Marker", octets(0, markerSize), Show::Raw}),
    onlyIf(isMessage, {"length", "Length", octets(16, 2),         Show::Decimal}),
    onlyIf(isMessage, {"type",   "Type",   octets(18, 1),         Show::Decimal, types}),
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::TcpPort, 179}});

// Whether the bytes are the front of a message, as far as they are there.
bool beginsMessage(Bytes bytes)
{
    const Bytes front = bytes.first(std::min(bytes.size(), markerSize));
    return std::ranges::equal(front, std::span(marker).first(front.size()));
}

// Bytes of a message that began in an earlier segment, up to the next message that is here.
Dissected dissectContinuation(Bytes bytes)
{
    const auto next = std::ranges::search(bytes, marker);
    const auto size = static_cast<std::size_t>(next.begin() - bytes.begin());
    if (bytes.size() - size < headerSize)
        return Step{.size = bytes.size(), .carries = false};
    return Step{.size = size, .next = &protocols::bgp, .carries = false};
}

// A message that goes on in the next segment ends with this one. Behind a whole one, the next begins at once; where it
// does not, one of the two lengths is wrong, and what is there is nobody's.
Dissected dissect(Bytes bytes)
{
    if (!beginsMessage(bytes))
        return dissectContinuation(bytes);
    if (bytes.size() < headerSize)
        return std::unexpected(Damage::tooShort(headerSize, bytes.size()));
    const std::size_t length = read16(bytes, markerSize);
    if (length < headerSize)
        return std::unexpected(
            Damage{Sentence::of("length field says {} bytes, but a message has at least {}", length, headerSize), headerSize * 8});
    if (length > bytes.size())
        return Step{.size = bytes.size(), .carries = false};
    return Step{.size = length, .next = beginsMessage(bytes.subspan(length)) ? &protocols::bgp : nullptr};
}

std::string_view addBody(Details &details, std::uint64_t type, const BgpPart &body)
{
    switch (type) {
    case Open: return addBgpOpen(details, body);
    case Update: return addBgpUpdate(details, body);
    case Notification: return addBgpNotification(details, body);
    case RouteRefresh:
    case CiscoRouteRefresh: return addBgpRouteRefresh(details, body);
    case Capability: return addBgpCapabilityChange(details, body);
    default: break;
    }
    if (!body.done())
        details.text(type == Keepalive ? "Data, which a KEEPALIVE does not have" : "Contents, not decoded", body.rest());
    return {};
}

BgpPart bodyOf(const LayerView &view)
{
    return {view.header(), headerSize, static_cast<std::size_t>(view.number(named(fields, "length")))};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    if (!isMessage(header)) {
        addBgpHolder(details, named(bgpVaryingFields, "continuation"), octets(0, header.size()));
        return;
    }
    const BgpPart body = bodyOf(view);
    addBody(details, view.number(named(fields, "type")), body);
    if (body.cut())
        details.note(Severity::Note, Sentence::of("{} of the message's {} bytes are here; the rest is in the next segment", header.size(), body.end),
                     named(fields, "length").place);
    if (!beginsMessage(view.payload()))
        details.note(Severity::Warning,
                     Sentence::of("the {} bytes behind this message begin without a marker, so a length is wrong", view.payload().size()),
                     named(fields, "length").place);
}

void info(const LayerView &view, TextBuffer &out)
{
    if (!isMessage(view.header())) {
        print(out, "Continuation");
        return;
    }
    const std::uint64_t type = view.number(named(fields, "type"));
    const std::string_view word = nameOf(types, type);
    if (word.empty())
        print(out, "Unknown message type (0x{:02x})", type);
    else
        print(out, word);
}

void gist(const LayerView &view, TextBuffer &out)
{
    if (!isMessage(view.header()))
        return;
    Details details;
    if (const std::string_view gist = addBody(details, view.number(named(fields, "type")), bodyOf(view)); !gist.empty())
        print(out, ": {}", gist);
}

} // namespace

constinit const Protocol protocols::bgp{
    .name = "bgp",
    .title = "Border Gateway Protocol",
    .shortTitle = "BGP",
    .reference = "RFC 4271",
    .fields = fields,
    .varying = bgpVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
    .gist = gist,
    .stack = true,
};

} // namespace vethscope
