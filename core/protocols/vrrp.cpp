#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// VRRP: routers agree on which of them owns an address; keepalived brings it to clusters.
// Version 2 RFC 3768, version 3 RFC 5798.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto types = std::to_array<ValueName>({{1, "Advertisement"}});
constexpr auto authenticationTypes = std::to_array<ValueName>({
    {0, "No Authentication"}, {1, "Simple Text Authentication"}, {2, "IP Authentication Header"},
    {254, "Cisco VRRP MD5 authentication"},
});
constexpr auto priorities = std::to_array<ValueName>({
    {0, "Current Master has stopped participating in VRRP"}, {100, "Default priority for a backup VRRP router"},
    {255, "This VRRP router owns the virtual router's IP address(es)"},
});

bool isVersion3(Bytes header)
{
    return byteAt(header, 0) >> 4 >= 3;
}

bool isVersion2(Bytes header)
{
    return !isVersion3(header);
}

constexpr auto fields = std::to_array<Field>({
    group("typever", "Version and type",           bits(0, 8), Show::Decimal),
    {"version",    "VRRP protocol version",        bits(0, 4),   Show::Decimal},
    {"type",       "VRRP packet type",             bits(4, 4),   Show::Decimal, types},
    {"virt_rtr_id", "Virtual Rtr ID",              bits(8, 8),   Show::Decimal},
    {"prio",       "Priority",                     bits(16, 8),  Show::Decimal, priorities},
    {"addr_count", "Addr Count",                   bits(24, 8),  Show::Decimal},
    onlyIf(isVersion2, {"auth_type", "Auth Type",  bits(32, 8),  Show::Decimal, authenticationTypes}),
    onlyIf(isVersion2, {"adver_int", "Adver Int",  bits(40, 8),  Show::Decimal}),
    onlyIf(isVersion3, {"reserved_mbz", "Reserved", bits(32, 4), Show::Decimal}),
    onlyIf(isVersion3, {"short_adver_int", "Adver Int", bits(36, 12), Show::Decimal}),
    {"checksum",   "Checksum",                     bits(48, 16), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("checksum.status", "Checksum Status",       Show::Decimal, checksumStatusNames),
    varying("ip_addr",         "IP Address",            Show::Ipv4),
    varying("ipv6_addr",       "IPv6 Address",          Show::Ipv6),
    varying("auth_string",     "Authentication String", Show::Text),
    varying("md5_auth_data",   "MD5 Authentication Data", Show::Raw),
});

constexpr std::uint8_t number = 112;
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, number}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

// Version 3 covers a pseudo header, version 2 does not.
ChecksumStatus checksumStatus(const LayerView &view)
{
    if (isVersion3(view.header()))
        return validate(view, number, view.layer().end - view.layer().offset);
    if (!view.payloadComplete())
        return ChecksumStatus::Unverified;
    InternetChecksum sum;
    sum.add(view.header());
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    addChecksumStatus(details, named(varyingFields, "checksum.status"), checksumStatus(view), named(fields, "checksum").place);
    const auto ip = view.outer();
    const bool six = isVersion3(message) && ip && &ip->protocol() == &protocols::ipv6;
    FieldCursor cursor(details, message, headerSize, message.size());
    std::uint64_t addresses = view.number(named(fields, "addr_count"));
    for (; addresses > 0 && cursor; --addresses)
        six ? cursor.add(named(varyingFields, "ipv6_addr"), 16) : cursor.add(named(varyingFields, "ip_addr"), 4);
    if (addresses > 0)
        details.note(Severity::Error, Sentence::of("{} addresses are announced but not there", addresses), named(fields, "addr_count").place);
    if (isVersion3(message))
        return;
    if (const std::uint8_t authentication = byteAt(message, 4); authentication == 1)
        cursor.add(named(varyingFields, "auth_string"), 8);
    else if (authentication == 254)
        cursor.add(named(varyingFields, "md5_auth_data"), 16);
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view type = nameOf(types, view.number(named(fields, "type")));
    print(out, "{} (v{}), router {}, priority {}", type.empty() ? std::string_view("Unknown") : type,
          view.number(named(fields, "version")), view.number(named(fields, "virt_rtr_id")), view.number(named(fields, "prio")));
}

} // namespace

constinit const Protocol protocols::vrrp{
    .name = "vrrp",
    .title = "Virtual Router Redundancy Protocol",
    .shortTitle = "VRRP",
    .reference = "RFC 5798",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
