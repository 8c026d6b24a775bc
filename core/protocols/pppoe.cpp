#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// PPPoE finds an access concentrator (discovery) and then carries PPP over Ethernet (session), as DSL
// lines and some cloud links do. RFC 2516, section 4.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 6;
constexpr std::size_t tagHeader = 4;

constexpr auto codes = std::to_array<ValueName>({
    {0x00, "Session Data"}, {0x07, "Active Discovery Offer (PADO)"}, {0x09, "Active Discovery Initiation (PADI)"},
    {0x19, "Active Discovery Request (PADR)"}, {0x65, "Active Discovery Session-confirmation (PADS)"},
    {0xa7, "Active Discovery Terminate (PADT)"},
});

constexpr auto fields = std::to_array<Field>({
    whole({"pppoe.version",        "Version",        bits(0, 4),   Show::Decimal}),
    whole({"pppoe.type",           "Type",           bits(4, 4),   Show::Decimal}),
    whole({"pppoe.code",           "Code",           bits(8, 8),   Show::Hexadecimal, codes}),
    whole({"pppoe.session_id",     "Session ID",     bits(16, 16), Show::Hexadecimal}),
    whole({"pppoe.payload_length", "Payload Length", bits(32, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto tagNames = std::to_array<ValueName>({
    {0x0000, "End-Of-List"}, {0x0101, "Service-Name"}, {0x0102, "AC-Name"}, {0x0103, "Host-Uniq"}, {0x0104, "AC-Cookie"},
    {0x0105, "Vendor-Specific"}, {0x0110, "Relay-Session-Id"}, {0x0120, "PPP-Max-Payload"}, {0x0201, "Service-Name-Error"},
    {0x0202, "AC-System-Error"}, {0x0203, "Generic-Error"},
});

constexpr auto tagFields = std::to_array<Field>({
    varying("tag",                     "Tag",                Show::Hexadecimal, tagNames),
    varying("tag_length",              "Tag Length",         Show::Decimal),
    varying("tag.unknown_data",        "Unknown Data",       Show::Raw),
    varying("tags.service_name",       "Service-Name",       Show::Text),
    varying("tags.ac_name",            "AC-Name",            Show::Text),
    varying("tags.host_uniq",          "Host-Uniq",          Show::Raw),
    varying("tags.ac_cookie",          "AC-Cookie",          Show::Raw),
    varying("tags.relay_session_id",   "Relay-Session-Id",   Show::Raw),
    varying("tags.max_payload",        "PPP-Max-Payload",    Show::Raw),
    varying("tags.service_name_error", "Service-Name-Error", Show::Text),
    varying("tags.ac_system_error",    "AC-System-Error",    Show::Text),
    varying("tags.generic_error",      "Generic-Error",      Show::Text),
});

struct KnownTag {
    std::uint16_t type;
    const Field *field;
};
constexpr auto knownTags = std::to_array<KnownTag>({
    {0x0101, &named(tagFields, "tags.service_name")}, {0x0102, &named(tagFields, "tags.ac_name")},
    {0x0103, &named(tagFields, "tags.host_uniq")}, {0x0104, &named(tagFields, "tags.ac_cookie")},
    {0x0110, &named(tagFields, "tags.relay_session_id")}, {0x0120, &named(tagFields, "tags.max_payload")},
    {0x0201, &named(tagFields, "tags.service_name_error")}, {0x0202, &named(tagFields, "tags.ac_system_error")},
    {0x0203, &named(tagFields, "tags.generic_error")},
});

constexpr auto discoveryClaims = std::to_array<Claim>({{Claim::EtherType, 0x8863}});
constexpr auto sessionClaims = std::to_array<Claim>({{Claim::EtherType, 0x8864}});

Dissected dissectSession(Bytes bytes)
{
    return Step{.size = headerSize, .next = &protocols::ppp, .payload = read16(bytes, 4)};
}

Dissected dissectDiscovery(Bytes bytes)
{
    const std::size_t size = headerSize + read16(bytes, 4);
    return Step{.size = std::min(size, bytes.size()), .payload = 0};
}

void noteVersion(const LayerView &view, Details &details)
{
    const std::uint64_t version = view.number(named(fields, "pppoe.version"));
    const std::uint64_t type = view.number(named(fields, "pppoe.type"));
    if (version != 1 || type != 1)
        details.note(Severity::Warning, Sentence::of("version {} and type {}, where RFC 2516 has 1 and 1", version, type), bits(0, 8));
}

void addTag(Details &details, Bytes header, std::size_t at, std::size_t length)
{
    for (const KnownTag &known : knownTags)
        if (known.type == read16(header, at)) {
            details.add(*known.field, header, octets(at + tagHeader, length));
            return;
        }
    details.add(named(tagFields, "tag"), header, octets(at, 2));
    const auto below = details.below();
    details.add(named(tagFields, "tag_length"), header, octets(at + 2, 2));
    if (length > 0)
        details.add(named(tagFields, "tag.unknown_data"), header, octets(at + tagHeader, length));
}

void detailsDiscovery(const LayerView &view, Details &details)
{
    noteVersion(view, details);
    const Bytes header = view.header();
    const std::uint64_t said = headerSize + view.number(named(fields, "pppoe.payload_length"));
    if (said > header.size())
        details.note(Severity::Warning, Sentence::of("length field says {} bytes, only {} are here", said, header.size()),
                     named(fields, "pppoe.payload_length").place);
    for (std::size_t at = headerSize; at < header.size();) {
        const std::size_t length = at + tagHeader <= header.size() ? read16(header, at + 2) : SIZE_MAX;
        if (length > header.size() - at - std::min(tagHeader, header.size() - at)) {
            details.note(Severity::Error, Sentence::of("a tag at byte {} says a length that its packet does not have", at),
                         octets(at, header.size() - at));
            return;
        }
        if (read16(header, at) == 0)
            return;
        addTag(details, header, at, length);
        at += tagHeader + length;
    }
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "Session 0x{:04x}", view.number(named(fields, "pppoe.session_id")));
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(codes, view.number(named(fields, "pppoe.code")));
    print(out, name.empty() ? std::string_view("Unknown code") : name);
}

} // namespace

constinit const Protocol protocols::pppoeDiscovery{
    .name = "pppoed",
    .title = "PPP-over-Ethernet Discovery",
    .shortTitle = "PPPoED",
    .reference = "RFC 2516",
    .headerSize = headerSize,
    .fields = fields,
    .varying = tagFields,
    .claims = discoveryClaims,
    .dissect = dissectDiscovery,
    .details = detailsDiscovery,
    .info = info,
};

constinit const Protocol protocols::pppoeSession{
    .name = "pppoes",
    .title = "PPP-over-Ethernet Session",
    .shortTitle = "PPPoES",
    .reference = "RFC 2516",
    .headerSize = headerSize,
    .fields = fields,
    .claims = sessionClaims,
    .dissect = dissectSession,
    .details = noteVersion,
    .summary = summary,
    .identifier = &named(fields, "pppoe.session_id"),
};

} // namespace vethscope
