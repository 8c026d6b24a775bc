#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// The control protocols by which two PPP peers agree on their line (LCP), their IPv4 addresses (IPCP),
// their IPv6 identifiers (IPV6CP) and compression (CCP): one header, one list of options, four meanings.
// RFC 1661, section 5; RFC 1332; RFC 5072; RFC 1962.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

constexpr auto codes = std::to_array<ValueName>({
    {1, "Configuration Request"}, {2, "Configuration Ack"}, {3, "Configuration Nak"}, {4, "Configuration Reject"},
    {5, "Termination Request"}, {6, "Termination Ack"}, {7, "Code Reject"}, {8, "Protocol Reject"}, {9, "Echo Request"},
    {10, "Echo Reply"}, {11, "Discard Request"},
});

constexpr auto fields = std::to_array<Field>({
    whole({"ppp.code",       "Code",       bits(0, 8),   Show::Decimal, codes}),
    whole({"ppp.identifier", "Identifier", bits(8, 8),   Show::Decimal}),
    whole({"ppp.length",     "Length",     bits(16, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto lcpOptions = std::to_array<ValueName>({
    {1, "Maximum Receive Unit"}, {2, "Async Control Character Map"}, {3, "Authentication Protocol"}, {4, "Quality Protocol"},
    {5, "Magic Number"}, {7, "Protocol Field Compression"}, {8, "Address and Control Field Compression"}, {17, "Multilink MRRU"},
});
constexpr auto ipcpOptions = std::to_array<ValueName>({
    {1, "IP Addresses (deprecated)"}, {2, "IP Compression Protocol"}, {3, "IP Address"}, {129, "Primary DNS Server IP Address"},
    {130, "Primary NBNS Server IP Address"}, {131, "Secondary DNS Server IP Address"}, {132, "Secondary NBNS Server IP Address"},
});
constexpr auto ipv6cpOptions = std::to_array<ValueName>({{1, "Interface Identifier"}});
constexpr auto ccpOptions = std::to_array<ValueName>({
    {18, "Microsoft PPE/PPC"}, {21, "BSD LZW Compress"}, {24, "MVRCA (Magnalink)"}, {26, "Deflate"},
});

// Type and length lead every table, so that what is common can find them.
constexpr auto lcpVarying = std::to_array<Field>({
    varying("opt.type",          "Type",                    Show::Decimal, lcpOptions),
    varying("opt.length",        "Length",                  Show::Decimal),
    varying("opt.mru",           "Maximum Receive Unit",    Show::Decimal),
    varying("opt.asyncmap",      "Async Control Character Map", Show::Hexadecimal),
    varying("opt.auth_protocol", "Authentication Protocol", Show::Hexadecimal),
    varying("opt.magic_number",  "Magic Number",            Show::Hexadecimal),
    varying("magic_number",      "Magic Number",            Show::Hexadecimal),
    varying("rej_proto",         "Rejected Protocol",       Show::Hexadecimal),
});
constexpr auto ipcpVarying = std::to_array<Field>({
    varying("opt.type",             "Type",                    Show::Decimal, ipcpOptions),
    varying("opt.length",           "Length",                  Show::Decimal),
    varying("opt.compress_proto",   "IP Compression Protocol", Show::Hexadecimal),
    varying("opt.ip_address",       "IP Address",              Show::Ipv4),
    varying("opt.pri_dns_address",  "Primary DNS Address",     Show::Ipv4),
    varying("opt.pri_nbns_address", "Primary NBNS Address",    Show::Ipv4),
    varying("opt.sec_dns_address",  "Secondary DNS Address",   Show::Ipv4),
    varying("opt.sec_nbns_address", "Secondary NBNS Address",  Show::Ipv4),
});
constexpr auto ipv6cpVarying = std::to_array<Field>({
    varying("opt.type",             "Type",                 Show::Decimal, ipv6cpOptions),
    varying("opt.length",           "Length",               Show::Decimal),
    varying("interface_identifier", "Interface Identifier", Show::Mac),
});
constexpr auto ccpVarying = std::to_array<Field>({
    varying("opt.type",   "Type",   Show::Decimal, ccpOptions),
    varying("opt.length", "Length", Show::Decimal),
});

// What the value of an option means: its field and how many bytes of the option that field has.
struct Meaning {
    const Protocol *protocol;
    std::uint8_t type;
    const Field *field;
    std::size_t size;
};
constexpr auto meanings = std::to_array<Meaning>({
    {&protocols::lcp, 1, &named(lcpVarying, "opt.mru"), 2},
    {&protocols::lcp, 2, &named(lcpVarying, "opt.asyncmap"), 4},
    {&protocols::lcp, 3, &named(lcpVarying, "opt.auth_protocol"), 2},
    {&protocols::lcp, 5, &named(lcpVarying, "opt.magic_number"), 4},
    {&protocols::ipcp, 2, &named(ipcpVarying, "opt.compress_proto"), 2},
    {&protocols::ipcp, 3, &named(ipcpVarying, "opt.ip_address"), 4},
    {&protocols::ipcp, 129, &named(ipcpVarying, "opt.pri_dns_address"), 4},
    {&protocols::ipcp, 130, &named(ipcpVarying, "opt.pri_nbns_address"), 4},
    {&protocols::ipcp, 131, &named(ipcpVarying, "opt.sec_dns_address"), 4},
    {&protocols::ipcp, 132, &named(ipcpVarying, "opt.sec_nbns_address"), 4},
    {&protocols::ipv6cp, 1, &named(ipv6cpVarying, "interface_identifier"), 8},
});

Dissected dissect(Bytes bytes)
{
    const std::size_t length = read16(bytes, 2);
    if (length < headerSize)
        return std::unexpected(Damage{Sentence::of("length field says {} bytes, but the header alone has {}", length, headerSize)});
    return Step{.size = std::min(length, bytes.size()), .payload = 0};
}

void addOptions(Details &details, const Protocol &protocol, Bytes message)
{
    for (std::size_t at = headerSize; at < message.size();) {
        const std::size_t size = at + 1 < message.size() ? byteAt(message, at + 1) : 0;
        if (size < 2 || at + size > message.size()) {
            details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes, which its message does not have", at, size),
                         octets(at, message.size() - at));
            return;
        }
        details.add(protocol.varying[0], message, octets(at, 1));
        const auto below = details.below();
        details.add(protocol.varying[1], message, octets(at + 1, 1));
        for (const Meaning &meaning : meanings)
            if (meaning.protocol == &protocol && meaning.type == byteAt(message, at) && size >= 2 + meaning.size)
                details.add(*meaning.field, message, octets(at + 2, meaning.size));
        at += size;
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    const std::uint64_t length = view.number(named(fields, "ppp.length"));
    if (length > message.size())
        details.note(Severity::Warning, Sentence::of("length field says {} bytes, only {} are here", length, message.size()),
                     named(fields, "ppp.length").place);
    const std::uint64_t code = view.number(named(fields, "ppp.code"));
    const bool lcp = &view.protocol() == &protocols::lcp;
    if (code >= 1 && code <= 4)
        addOptions(details, view.protocol(), message);
    else if (lcp && code >= 9 && code <= 11 && message.size() >= headerSize + 4)
        details.add(named(lcpVarying, "magic_number"), message, octets(headerSize, 4));
    else if (lcp && code == 8 && message.size() >= headerSize + 2)
        details.add(named(lcpVarying, "rej_proto"), message, octets(headerSize, 2));
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(codes, view.number(named(fields, "ppp.code")));
    print(out, name.empty() ? std::string_view("Unknown code") : name);
}

constexpr Protocol controlProtocol(std::string_view name, std::string_view title, std::string_view shortTitle, std::string_view reference,
                                   std::span<const Field> varying, std::span<const Claim> claims)
{
    return {.name = name,
            .title = title,
            .shortTitle = shortTitle,
            .reference = reference,
            .headerSize = headerSize,
            .fields = fields,
            .varying = varying,
            .claims = claims,
            .dissect = dissect,
            .details = details,
            .info = info};
}

constexpr auto lcpClaims = std::to_array<Claim>({{Claim::PppProtocol, 0xc021}});
constexpr auto ipcpClaims = std::to_array<Claim>({{Claim::PppProtocol, 0x8021}});
constexpr auto ipv6cpClaims = std::to_array<Claim>({{Claim::PppProtocol, 0x8057}});
constexpr auto ccpClaims = std::to_array<Claim>({{Claim::PppProtocol, 0x80fd}});

} // namespace

constinit const Protocol protocols::lcp =
    controlProtocol("lcp", "PPP Link Control Protocol", "LCP", "RFC 1661", lcpVarying, lcpClaims);
constinit const Protocol protocols::ipcp =
    controlProtocol("ipcp", "PPP IP Control Protocol", "IPCP", "RFC 1332", ipcpVarying, ipcpClaims);
constinit const Protocol protocols::ipv6cp =
    controlProtocol("ipv6cp", "PPP IPv6 Control Protocol", "IPV6CP", "RFC 5072", ipv6cpVarying, ipv6cpClaims);
constinit const Protocol protocols::ccp =
    controlProtocol("ccp", "PPP Compression Control Protocol", "CCP", "RFC 1962", ccpVarying, ccpClaims);

} // namespace vethscope
