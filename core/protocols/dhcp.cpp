#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/dhcp_options.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// DHCP gives a host its address, its routers and its name servers. RFC 2131, section 2; the options RFC 2132.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 236;

constexpr auto types = std::to_array<ValueName>({{1, "Boot Request"}, {2, "Boot Reply"}});
constexpr auto broadcast = std::to_array<ValueName>({{0, "Unicast"}, {1, "Broadcast"}});

// Rows that `details` adds because their length varies.
constexpr Field inDetails(BitRange place)
{
    return {.name = {}, .label = "In details", .place = place, .show = Show::Raw, .silent = true};
}

constexpr auto fields = std::to_array<Field>({
    {"type",      "Message type",              bits(0, 8),    Show::Decimal, types},
    {"hw.type",   "Hardware type",             bits(8, 8),    Show::Hexadecimal, arpHardwareNames},
    {"hw.len",    "Hardware address length",   bits(16, 8),   Show::Decimal},
    {"hops",      "Hops",                      bits(24, 8),   Show::Decimal},
    {"id",        "Transaction ID",            bits(32, 32),  Show::Hexadecimal},
    {"secs",      "Seconds elapsed",           bits(64, 16),  Show::Decimal},
    group("flags", "Bootp flags",              bits(80, 16)),
    {"flags.bc",  "Broadcast flag",            bits(80, 1),   Show::Flag, broadcast},
    {"flags.reserved", "Reserved flags",       bits(81, 15),  Show::Hexadecimal},
    {"ip.client", "Client IP address",         bits(96, 32),  Show::Ipv4},
    {"ip.your",   "Your (client) IP address",  bits(128, 32), Show::Ipv4},
    {"ip.server", "Next server IP address",    bits(160, 32), Show::Ipv4},
    {"ip.relay",  "Relay agent IP address",    bits(192, 32), Show::Ipv4},
    inDetails(bits(224, 128)),
    inDetails(bits(352, 1536)),
});
static_assert(tiles(fields, headerSize));

constexpr std::size_t hardwareAddress = 28;
constexpr std::size_t hardwareAddressSize = 16;
constexpr std::size_t serverName = 44;
constexpr std::size_t bootFile = 108;
constexpr std::size_t cookieSize = 4;
constexpr std::uint32_t magicCookie = 0x63825363; // RFC 2131, section 3

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 67}, {Claim::UdpPort, 68}});

bool hasOptions(Bytes message)
{
    return message.size() >= headerSize + cookieSize && read32(message, headerSize) == magicCookie;
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void addHardwareAddress(Details &details, const LayerView &view)
{
    const Bytes message = view.header();
    const std::uint64_t type = view.number(named(fields, "hw.type"));
    const std::uint64_t length = view.number(named(fields, "hw.len"));
    if (length == 0 || length > hardwareAddressSize)
        return;
    const bool mac = length == 6 && (type == 1 || type == 6);
    details.add(mac ? named(dhcpVaryingFields, "hw.mac_addr") : named(dhcpVaryingFields, "hw.addr"), message,
                octets(hardwareAddress, length));
    if (length < hardwareAddressSize)
        details.add(named(dhcpVaryingFields, "hw.addr_padding"), message,
                    octets(hardwareAddress + length, hardwareAddressSize - length));
}

void addName(Details &details, Bytes message, const Field &field, BitRange place)
{
    const Bytes name = message.subspan(place.firstByte(), place.byteCount());
    const auto zero = std::ranges::find(name, std::byte{0});
    details.add(field, place, name.first(static_cast<std::size_t>(zero - name.begin())));
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    addHardwareAddress(details, view);
    addName(details, message, named(dhcpVaryingFields, "server"), octets(serverName, 64));
    addName(details, message, named(dhcpVaryingFields, "file"), octets(bootFile, 128));
    if (hasOptions(message)) {
        details.add(named(dhcpVaryingFields, "cookie"), message, octets(headerSize, cookieSize));
        addDhcpOptions(details, message, headerSize + cookieSize);
    } else if (message.size() > headerSize) {
        details.add(named(dhcpVaryingFields, "vendor_specific_options"), message, octets(headerSize, message.size() - headerSize));
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes message = view.header();
    const auto type = hasOptions(message) ? findDhcpOption(message, headerSize + cookieSize, 53) : std::nullopt;
    if (type && type->size() == 1)
        print(out, "DHCP {}", nameOf(dhcpMessageTypes, byteAt(*type, 0)));
    else
        print(out, nameOf(types, view.number(named(fields, "type"))));
    print(out, " - Transaction ID 0x{:x}", view.number(named(fields, "id")));
}

} // namespace

constinit const Protocol protocols::dhcp{
    .name = "dhcp",
    .title = "Dynamic Host Configuration Protocol",
    .shortTitle = "DHCP",
    .reference = "RFC 2131",
    .headerSize = headerSize,
    .fields = fields,
    .varying = dhcpVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
