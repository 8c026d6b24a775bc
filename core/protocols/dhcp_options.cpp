#include "core/protocols/dhcp_options.h"

#include "core/dissect/format.h"
#include "core/protocols/dhcp_simple_options.h"
#include "core/protocols/dns_names.h"

#include <algorithm>

// What stands behind the fixed part of a DHCP message: code, length, value, over and over. RFC 2132;
// client identifiers RFC 4361; client names RFC 4702; relay agents RFC 3046; routes RFC 3442.

namespace vethscope {
namespace {

constexpr auto &fields = dhcpVaryingFields;

enum Code : std::uint8_t {
    Pad = 0,
    ClientIdentifier = 61,
    ClientName = 81,
    AgentInformation = 82,
    NetworkInterface = 94,
    MachineIdentifier = 97,
    DomainSearch = 119,
    VendorInformation = 125,
    End = 255,
};

// A row found at compile time would cost one lookup less; options are read only for a packet that is looked at.
const Field &row(std::string_view name)
{
    return *std::ranges::find(fields, name, &Field::name);
}

static_assert(std::ranges::all_of(dhcpSimpleOptions, [](const DhcpSimpleOption &option) {
    return std::ranges::find(fields, option.field, &Field::name) != fields.end()
        && (option.second.empty() || std::ranges::find(fields, option.second, &Field::name) != fields.end());
}));
static_assert(std::ranges::all_of(dhcpAgentOptions, [](const DhcpSimpleOption &option) {
    return std::ranges::find(fields, option.field, &Field::name) != fields.end();
}));

// Text that a zero byte may end early.
Bytes textOf(Bytes value)
{
    const auto zero = std::ranges::find(value, std::byte{0});
    return value.first(static_cast<std::size_t>(zero - value.begin()));
}

void addList(Details &details, Bytes message, const Field &field, BitRange place, std::size_t size)
{
    for (std::size_t at = place.firstByte(); at + size <= place.endByte(); at += size)
        details.add(field, message, octets(at, size));
}

void addSimple(Details &details, Bytes message, const DhcpSimpleOption &option, BitRange place)
{
    const Field &field = row(option.field);
    const std::size_t at = place.firstByte();
    const std::size_t size = place.byteCount();
    const auto addOne = [&](std::size_t wanted) {
        if (size == wanted)
            details.add(field, message, place);
        else
            details.note(Severity::Warning, Sentence::of("an option at byte {} has {} bytes, which its kind does not", at, size), place);
    };
    switch (option.shape) {
    case DhcpShape::SignedSeconds:
        if (size == 4)
            details.add(field, place, details.format("{}", static_cast<std::int32_t>(read32(message, at))));
        return;
    case DhcpShape::Address: return addOne(4);
    case DhcpShape::Seconds: return addOne(4);
    case DhcpShape::Short: return addOne(2);
    case DhcpShape::Flag:
    case DhcpShape::Byte: return addOne(1);
    case DhcpShape::Raw: return details.add(field, message, place);
    case DhcpShape::Addresses: return addList(details, message, field, place, 4);
    case DhcpShape::Shorts: return addList(details, message, field, place, 2);
    case DhcpShape::ByteList: return addList(details, message, field, place, 1);
    case DhcpShape::Text: return details.add(field, place, textOf(message.subspan(at, size)));
    case DhcpShape::AddressPairs:
        for (std::size_t pair = at; pair + 8 <= at + size; pair += 8) {
            details.add(field, message, octets(pair, 4));
            details.add(row(option.second), message, octets(pair + 4, 4));
        }
        return;
    }
}

const DhcpSimpleOption *simple(std::span<const DhcpSimpleOption> list, std::uint8_t code)
{
    const auto found = std::ranges::find(list, code, &DhcpSimpleOption::code);
    return found == list.end() ? nullptr : &*found;
}

// As Windows draws a UUID: the first three groups little-endian or not, Wireshark takes them as they stand.
std::string_view uuid(Details &details, Bytes bytes)
{
    TextBuffer text;
    for (std::size_t i = 0; i < 16; ++i)
        print(text, "{}{:02x}", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", byteAt(bytes, i));
    return details.keep(viewOf(text));
}

std::string_view hex(Details &details, Bytes bytes)
{
    TextBuffer text;
    printHex(text, bytes);
    return details.keep(viewOf(text));
}

// RFC 4361, section 6.1: a number for the interface, then the host's DUID.
void addDuid(Details &details, Bytes message, std::size_t at, std::size_t size)
{
    details.add(named(fields, "client_id.type"), message, octets(at, 1));
    details.add(named(fields, "client_id.iaid"), octets(at + 1, 4), hex(details, message.subspan(at + 1, 4)));
    details.add(named(fields, "client_id.duid_type"), message, octets(at + 5, 2));
    const std::uint16_t kind = read16(message, at + 5);
    const std::size_t end = at + size;
    if (kind == 1 && size > 13) {
        details.add(named(fields, "client_id.duid_llt_hw_type"), message, octets(at + 7, 2));
        details.add(named(fields, "client_id.time"), message, octets(at + 9, 4));
        details.add(named(fields, "client_id.link_layer_address"), octets(at + 13, size - 13), hex(details, message.subspan(at + 13, end - at - 13)));
    } else if (kind == 2 && size > 11) {
        details.add(named(fields, "client_id.enterprise_num"), message, octets(at + 7, 4));
        details.add(named(fields, "client_id"), message, octets(at + 11, size - 11));
    } else if (kind == 3 && size > 9) {
        details.add(named(fields, "client_id.duid_ll_hw_type"), message, octets(at + 7, 2));
        details.add(named(fields, "client_id.link_layer_address"), octets(at + 9, size - 9), hex(details, message.subspan(at + 9, end - at - 9)));
    }
}

void addClientIdentifier(Details &details, Bytes message, std::size_t at, std::size_t size)
{
    if (size == 0)
        return;
    const std::uint8_t type = byteAt(message, at);
    if (size == 7 && type > 0 && type < 48) {
        details.add(named(fields, "hw.type"), message, octets(at, 1));
        details.add(named(fields, "hw.mac_addr"), message, octets(at + 1, 6));
    } else if (size == 17 && type == 0) {
        details.add(named(fields, "client_id.uuid"), octets(at + 1, 16), uuid(details, message.subspan(at + 1, 16)));
    } else if (type == 255 && size > 7) {
        addDuid(details, message, at, size);
    } else if (type == 0 && size > 1) {
        details.add(named(fields, "client_id.type"), message, octets(at, 1));
        details.add(named(fields, "client_id.undef"), octets(at + 1, size - 1), textOf(message.subspan(at + 1, size - 1)));
    } else {
        details.add(named(fields, "client_id.type"), message, octets(at, 1));
        details.add(named(fields, "client_id"), message, octets(at + 1, size - 1));
    }
}

// RFC 4702: flags, two result codes, a name in characters or in the DNS' own form.
void addClientName(Details &details, Bytes message, std::size_t at, std::size_t size)
{
    if (size < 3)
        return;
    details.add(named(fields, "fqdn.flags"), message, octets(at, 1));
    {
        const auto below = details.below();
        details.add(named(fields, "fqdn.mbz"), message, bits(at * 8, 4));
        details.add(named(fields, "fqdn.n"), message, bits(at * 8 + 4, 1));
        details.add(named(fields, "fqdn.e"), message, bits(at * 8 + 5, 1));
        details.add(named(fields, "fqdn.o"), message, bits(at * 8 + 6, 1));
        details.add(named(fields, "fqdn.s"), message, bits(at * 8 + 7, 1));
    }
    details.add(named(fields, "fqdn.rcode1"), message, octets(at + 1, 1));
    details.add(named(fields, "fqdn.rcode2"), message, octets(at + 2, 1));
    if (size == 3)
        return;
    const Bytes name = message.subspan(at + 3, size - 3);
    TextBuffer text;
    if ((byteAt(message, at) & 0x04) != 0 && readDnsName(name, 0, text))
        details.add(named(fields, "fqdn.name"), octets(at + 3, size - 3), details.keep(viewOf(text)));
    else
        details.add(named(fields, "fqdn.name"), octets(at + 3, size - 3), name);
}

void addAgentInformation(Details &details, Bytes message, std::size_t at, std::size_t end)
{
    while (at + 2 <= end) {
        const std::uint8_t code = byteAt(message, at);
        const std::size_t size = byteAt(message, at + 1);
        if (at + 2 + size > end) {
            details.note(Severity::Error, Sentence::of("a suboption at byte {} says {} bytes, which its option does not have", at, size),
                         octets(at, end - at));
            return;
        }
        details.add(named(fields, "option.agent_information_option.suboption"), octets(at, 2 + size), code);
        const auto below = details.below();
        details.add(named(fields, "option.suboption_length"), message, octets(at + 1, 1));
        details.add(named(fields, "option.agent_information_option.value"), message, octets(at + 2, size));
        if (const DhcpSimpleOption *known = simple(dhcpAgentOptions, code))
            addSimple(details, message, *known, octets(at + 2, size));
        at += 2 + size;
    }
}

// RFC 3397: names, of which later ones may point into earlier ones of the same option.
void addDomainSearch(Details &details, Bytes message, std::size_t at, std::size_t size)
{
    const Bytes names = message.subspan(at, size);
    for (std::size_t begin = 0; begin < size;) {
        TextBuffer text;
        const auto name = readDnsName(names, begin, text);
        if (!name)
            return details.note(Severity::Warning, Sentence::of("the search list cannot be read at byte {} of the message", at + begin),
                                octets(at + begin, size - begin));
        details.add(named(fields, "option.dhcp_dns_domain_search_list_fqdn"), octets(at + begin, name->size), details.keep(viewOf(text)));
        begin += name->size;
    }
}

void addVendorInformation(Details &details, Bytes message, std::size_t at, std::size_t end)
{
    while (at + 5 <= end) {
        details.add(named(fields, "option.vi.enterprise"), message, octets(at, 4));
        details.add(named(fields, "option.vi.length"), message, octets(at + 4, 1));
        at += 5u + byteAt(message, at + 4);
    }
}

// RFC 3442: as many bytes of the destination as its prefix needs, then the router.
void addClasslessRoutes(Details &details, Bytes message, std::size_t at, std::size_t end)
{
    while (at < end) {
        const std::size_t width = byteAt(message, at);
        const std::size_t significant = (width + 7) / 8;
        if (width > 32 || at + 1 + significant + 4 > end)
            return details.note(Severity::Warning, Sentence::of("the route at byte {} says a prefix of {} bits, which does not fit", at, width),
                                octets(at, end - at));
        std::array<std::byte, 4> destination{};
        std::ranges::copy(message.subspan(at + 1, significant), destination.begin());
        TextBuffer text;
        printIpv4(text, destination);
        print(text, "/{} via ", width);
        printIpv4(text, message.subspan(at + 1 + significant, 4));
        details.text(details.keep(viewOf(text)), octets(at, 5 + significant));
        at += 5 + significant;
    }
}

void addValue(Details &details, Bytes message, std::uint8_t code, std::size_t at, std::size_t size)
{
    if (const DhcpSimpleOption *known = simple(dhcpSimpleOptions, code))
        return addSimple(details, message, *known, octets(at, size));
    switch (code) {
    case ClientIdentifier: return addClientIdentifier(details, message, at, size);
    case ClientName: return addClientName(details, message, at, size);
    case AgentInformation: return addAgentInformation(details, message, at, at + size);
    case DomainSearch: return addDomainSearch(details, message, at, size);
    case VendorInformation: return addVendorInformation(details, message, at, at + size);
    case 121:
    case 249: return addClasslessRoutes(details, message, at, at + size);
    case NetworkInterface:
        if (size == 3) {
            details.add(named(fields, "client_network_id_major"), message, octets(at + 1, 1));
            details.add(named(fields, "client_network_id_minor"), message, octets(at + 2, 1));
        }
        return;
    case MachineIdentifier:
        if (size == 17)
            details.add(named(fields, "client_id.uuid"), octets(at + 1, 16), uuid(details, message.subspan(at + 1, 16)));
        return;
    default:
        return;
    }
}

std::size_t padsAt(Bytes message, std::size_t at)
{
    std::size_t end = at;
    while (end < message.size() && byteAt(message, end) == Pad)
        ++end;
    return end - at;
}

} // namespace

void addDhcpOptions(Details &details, Bytes message, std::size_t at)
{
    while (at < message.size()) {
        const std::uint8_t code = byteAt(message, at);
        if (code == Pad) {
            const std::size_t count = padsAt(message, at);
            details.add(named(fields, "option.type"), octets(at, count), code);
            const auto below = details.below();
            details.add(named(fields, "option.padding"), message, octets(at, count));
            at += count;
            continue;
        }
        if (code == End) {
            details.add(named(fields, "option.type"), octets(at, 1), code);
            {
                const auto below = details.below();
                details.add(named(fields, "option.end"), message, octets(at, 1));
            }
            if (at + 1 < message.size())
                details.add(named(fields, "option.padding"), message, octets(at + 1, message.size() - at - 1));
            return;
        }
        const std::size_t size = at + 1 < message.size() ? byteAt(message, at + 1) : 0;
        if (at + 2 + size > message.size())
            return details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes, which its message does not have", at, size),
                                octets(at, message.size() - at));
        details.add(named(fields, "option.type"), octets(at, 2 + size), code);
        const auto below = details.below();
        details.add(named(fields, "option.length"), message, octets(at + 1, 1));
        if (size > 0)
            details.add(named(fields, "option.value"), message, octets(at + 2, size));
        addValue(details, message, code, at + 2, size);
        at += 2 + size;
    }
    details.note(Severity::Warning, Sentence::of("the options have no end option"));
}

std::optional<Bytes> findDhcpOption(Bytes message, std::size_t at, std::uint8_t code)
{
    while (at < message.size() && byteAt(message, at) != End) {
        if (byteAt(message, at) == Pad) {
            ++at;
            continue;
        }
        const std::size_t size = at + 1 < message.size() ? byteAt(message, at + 1) : 0;
        if (at + 2 + size > message.size())
            return std::nullopt;
        if (byteAt(message, at) == code)
            return message.subspan(at + 2, size);
        at += 2 + size;
    }
    return std::nullopt;
}

} // namespace vethscope
