#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/lldp_fields.h"
#include "core/protocols/protocols.h"

// Switches and hosts tell their neighbours on the cable who and where they are: which port of which rack
// switch a node hangs on. IEEE 802.1AB, clause 8.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 2;

enum Type : std::uint8_t {
    End = 0,
    ChassisId = 1,
    PortId = 2,
    TimeToLive = 3,
    PortDescription = 4,
    SystemName = 5,
    SystemDescription = 6,
    Capabilities = 7,
    ManagementAddress = 8,
    Organisation = 127,
};

constexpr auto &fields = lldpFields;
constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x88cc}});

// One entry: 7 bits of type, 9 of length, then its value.
struct Entry {
    std::uint8_t type;
    std::size_t value;
    std::size_t length;
    std::size_t end() const { return value + length; }
};

Entry entryAt(Bytes bytes, std::size_t at)
{
    const std::uint16_t head = read16(bytes, at);
    return {static_cast<std::uint8_t>(head >> 9), at + headerSize, head & 0x1ffu};
}

// The bytes to the end of the entry that ends the list; padding may follow it.
Dissected dissect(Bytes bytes)
{
    std::size_t at = 0;
    while (at + headerSize <= bytes.size()) {
        const Entry entry = entryAt(bytes, at);
        if (entry.end() > bytes.size())
            break;
        at = entry.end();
        if (entry.type == End)
            return Step{.size = at, .carries = false};
    }
    return Step{.size = bytes.size(), .carries = false};
}

// A network address begins with its IANA address family number: 1 IPv4, 2 IPv6.
void addAddress(Details &details, Bytes bytes, std::size_t at, std::size_t size, const Field &ipv4, const Field &ipv6)
{
    details.add(named(fields, "network_address.subtype"), bytes, octets(at, 1));
    if (byteAt(bytes, at) == 1 && size == 5)
        details.add(ipv4, bytes, octets(at + 1, 4));
    else if (byteAt(bytes, at) == 2 && size == 17)
        details.add(ipv6, bytes, octets(at + 1, 16));
}

void addChassis(Details &details, Bytes bytes, std::size_t at, std::size_t size)
{
    details.add(named(fields, "chassis.subtype"), bytes, octets(at, 1));
    const std::uint8_t subtype = byteAt(bytes, at);
    if (subtype == 4 && size == 7)
        details.add(named(fields, "chassis.id.mac"), bytes, octets(at + 1, 6));
    else if (subtype == 5 && size > 1)
        addAddress(details, bytes, at + 1, size - 1, named(fields, "chassis.id.ip4"), named(fields, "chassis.id.ip6"));
    else if (size > 1)
        details.add(named(fields, "chassis.id"), bytes, octets(at + 1, size - 1));
}

void addPort(Details &details, Bytes bytes, std::size_t at, std::size_t size)
{
    details.add(named(fields, "port.subtype"), bytes, octets(at, 1));
    const std::uint8_t subtype = byteAt(bytes, at);
    if (subtype == 3 && size == 7)
        details.add(named(fields, "port.id.mac"), bytes, octets(at + 1, 6));
    else if (subtype == 4 && size > 1)
        addAddress(details, bytes, at + 1, size - 1, named(fields, "port.id.ip4"), named(fields, "port.id.ip6"));
    else if (size > 1)
        details.add(named(fields, "port.id"), bytes, octets(at + 1, size - 1));
}

// Two words of the same bits, counted from the last: what the system can do, and what is enabled.
void addCapabilities(Details &details, Bytes bytes, std::size_t at)
{
    for (std::size_t word = 0; word < 2; ++word) {
        const Field *row = word == 0 ? &named(fields, "tlv.system_cap") : &named(fields, "tlv.enable_system_cap");
        details.add(*row, bytes, octets(at + word * 2, 2));
        const auto below = details.below();
        for (std::size_t bit = 0; bit < 8; ++bit)
            details.add(row[bit + 1], bytes, bits((at + word * 2) * 8 + 15 - bit, 1));
    }
}

void addManagement(Details &details, Bytes bytes, const Entry &entry)
{
    const std::size_t length = byteAt(bytes, entry.value);
    details.add(named(fields, "mgn.address.len"), bytes, octets(entry.value, 1));
    const std::size_t interface = entry.value + 1 + length;
    if (length == 0 || interface + 6 > entry.end()) {
        details.note(Severity::Warning, Sentence::of("a management address says {} bytes, its entry has {}", length, entry.length),
                     octets(entry.value, entry.length));
        return;
    }
    details.add(named(fields, "mgn.address.subtype"), bytes, octets(entry.value + 1, 1));
    const std::uint8_t family = byteAt(bytes, entry.value + 1);
    const std::size_t address = entry.value + 2;
    if (family == 1 && length == 5)
        details.add(named(fields, "mgn.addr.ip4"), bytes, octets(address, 4));
    else if (family == 2 && length == 17)
        details.add(named(fields, "mgn.addr.ip6"), bytes, octets(address, 16));
    else if (length > 1)
        details.add(named(fields, "mgn.addr.hex"), bytes, octets(address, length - 1));
    details.add(named(fields, "mgn.interface.subtype"), bytes, octets(interface, 1));
    details.add(named(fields, "mgn.interface.number"), bytes, octets(interface + 1, 4));
    details.add(named(fields, "mgn.obj.len"), bytes, octets(interface + 5, 1));
}

void addValue(Details &details, Bytes bytes, const Entry &entry)
{
    const BitRange place = octets(entry.value, entry.length);
    switch (entry.type) {
    case ChassisId: return addChassis(details, bytes, entry.value, entry.length);
    case PortId: return addPort(details, bytes, entry.value, entry.length);
    case PortDescription: return details.add(named(fields, "port.desc"), bytes, place);
    case SystemName: return details.add(named(fields, "tlv.system.name"), bytes, place);
    case SystemDescription: return details.add(named(fields, "tlv.system.desc"), bytes, place);
    case ManagementAddress: return addManagement(details, bytes, entry);
    case TimeToLive:
        if (entry.length == 2)
            details.add(named(fields, "time_to_live"), bytes, place);
        return;
    case Capabilities:
        if (entry.length >= 4)
            addCapabilities(details, bytes, entry.value);
        return;
    case Organisation:
        if (entry.length >= 4)
            addLldpOrganisation(details, bytes, entry.value, entry.length);
        return;
    default: return;
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = view.header();
    if (const std::uint8_t first = entryAt(bytes, 0).type; first != ChassisId)
        details.note(Severity::Warning, Sentence::of("the first entry has type {}, where the standard wants the chassis ({})", first, ChassisId),
                     octets(0, headerSize));
    for (std::size_t at = 0; at + headerSize <= bytes.size();) {
        const Entry entry = entryAt(bytes, at);
        details.add(named(fields, "tlv.type"), bytes, bits(at * 8, 7));
        const auto below = details.below();
        details.add(named(fields, "tlv.len"), bytes, bits(at * 8 + 7, 9));
        if (entry.end() > bytes.size()) {
            details.note(Severity::Error, Sentence::of("an entry says {} bytes, only {} are here", entry.length, bytes.size() - entry.value),
                         octets(at, bytes.size() - at));
            return;
        }
        if (entry.length > 0)
            addValue(details, bytes, entry);
        at = entry.end();
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes bytes = view.header();
    for (std::size_t at = 0; at + headerSize <= bytes.size();) {
        const Entry entry = entryAt(bytes, at);
        if (entry.end() > bytes.size())
            return;
        const bool mac = (entry.type == ChassisId && entry.length == 7 && byteAt(bytes, entry.value) == 4)
            || (entry.type == PortId && entry.length == 7 && byteAt(bytes, entry.value) == 3);
        if ((entry.type == ChassisId || entry.type == PortId) && entry.length > 1) {
            print(out, entry.type == ChassisId ? "Chassis " : "  Port ");
            const Bytes id = bytes.subspan(entry.value + 1, entry.length - 1);
            mac ? printMac(out, id) : printText(out, asText(id));
        } else if (entry.type == SystemName) {
            print(out, "  System ");
            printText(out, asText(bytes.subspan(entry.value, entry.length)));
        }
        at = entry.end();
    }
}

} // namespace

constinit const Protocol protocols::lldp{
    .name = "lldp",
    .title = "Link Layer Discovery Protocol",
    .shortTitle = "LLDP",
    .reference = "IEEE 802.1AB",
    .headerSize = headerSize,
    .varying = lldpFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
