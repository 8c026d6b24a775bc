#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// The ends of a Cisco HDLC line ask each other for an address and keep the line alive. Read as Wireshark's
// packet-chdlc.c and Linux' drivers/net/wan/hdlc_cisco.c do.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::size_t addressesSize = 10;  // address, mask, two reserved bytes
constexpr std::size_t keepAliveSize = 10;  // both sequence numbers, reliability

enum Type : std::uint32_t { Request, Reply, KeepAlive };

constexpr auto types = std::to_array<ValueName>({{Request, "Request"}, {Reply, "Reply"}, {KeepAlive, "Line keepalive"}});

constexpr auto fields = std::to_array<Field>({
    {"ptype", "Packet type", bits(0, 32), Show::Decimal, types},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("address",      "Address",                  Show::Ipv4),
    varying("netmask",      "Netmask",                  Show::Ipv4),
    varying("mysequence",   "Outgoing sequence number", Show::Decimal),
    varying("yoursequence", "Returned sequence number", Show::Decimal),
    varying("reliability",  "Reliability",              Show::Hexadecimal),
});

std::size_t bodySize(std::uint32_t type)
{
    return type == Request || type == Reply ? addressesSize : type == KeepAlive ? keepAliveSize : 0;
}

// What stands behind a keepalive is the sender's uptime, which newer routers leave out.
Dissected dissect(Bytes bytes)
{
    const std::uint32_t type = read32(bytes, 0);
    const std::size_t size = headerSize + bodySize(type);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .carries = bodySize(type) == 0};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    FieldCursor body(details, header, headerSize, header.size());
    if (view.number(named(fields, "ptype")) == KeepAlive) {
        body.add(named(varyingFields, "mysequence"), 4);
        body.add(named(varyingFields, "yoursequence"), 4);
        const BitRange place = octets(body.at(), 2);
        constexpr std::uint64_t always = 0xffff;
        if (body.number(named(varyingFields, "reliability"), 2) != always)
            details.note(Severity::Warning, Sentence::of("the reliability of a line is always 0xffff"), place);
        return;
    }
    body.add(named(varyingFields, "address"), 4);
    body.add(named(varyingFields, "netmask"), 4);
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::uint64_t type = view.number(named(fields, "ptype"));
    const Bytes header = view.header();
    if (type == KeepAlive)
        print(out, "Line keepalive, outgoing sequence {}, returned sequence {}", read32(header, 4), read32(header, 8));
    else
        print(out, type == Request ? "Request" : type == Reply ? "Reply" : "Unknown packet type");
}

} // namespace

constinit const Protocol protocols::slarp{
    .name = "slarp",
    .title = "Cisco SLARP",
    .shortTitle = "SLARP",
    .reference = "Cisco SLARP",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
