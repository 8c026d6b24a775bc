#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ospf_fields.h"
#include "core/protocols/protocols.h"

// OSPF: routers tell each other of their links. Version 2 RFC 2328, appendix A.3.1; version 3 RFC 5340, appendix A.3.1.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 16;
constexpr std::size_t authenticationSize = 8; // behind the header of version 2

constexpr auto types = std::to_array<ValueName>({
    {1, "Hello Packet"}, {2, "DB Description"}, {3, "LS Request"}, {4, "LS Update"}, {5, "LS Acknowledge"},
});

constexpr auto authentications = std::to_array<ValueName>({{0, "Null"}, {1, "Simple password"}, {2, "Cryptographic"}});

bool isVersion3(Bytes header)
{
    return byteAt(header, 0) == 3;
}

bool isVersion2(Bytes header)
{
    return !isVersion3(header);
}

constexpr auto fields = std::to_array<Field>({
    {"version",       "Version",            bits(0, 8),   Show::Decimal},
    {"msg",           "Message Type",       bits(8, 8),   Show::Decimal, types},
    {"packet_length", "Packet Length",      bits(16, 16), Show::Decimal},
    {"srcrouter",     "Source OSPF Router", bits(32, 32), Show::Ipv4},
    {"area_id",       "Area ID",            bits(64, 32), Show::Ipv4},
    {"checksum",      "Checksum",           bits(96, 16), Show::Hexadecimal},
    onlyIf(isVersion2, {"auth.type", "Auth Type",     bits(112, 16), Show::Decimal, authentications}),
    onlyIf(isVersion3, {"instance_id", "Instance ID", bits(112, 8),  Show::Decimal}),
    onlyIf(isVersion3, {"reserved", "Reserved",       bits(120, 8),  Show::Raw}),
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 89}});

Dissected dissect(Bytes bytes)
{
    const unsigned version = byteAt(bytes, 0);
    if (version != 2 && version != 3)
        return std::unexpected(Damage{Sentence::of("version field says {}, but there are only 2 and 3", version), 8});
    return Step{.size = bytes.size(), .carries = false};
}

void addAuthentication(FieldCursor &message, std::uint64_t type)
{
    switch (type) {
    case 1: message.add(named(ospfVaryingFields, "auth.simple"), authenticationSize); return;
    case 2:
        message.skip(2);
        message.add(named(ospfVaryingFields, "auth.crypt.key_id"), 1);
        message.add(named(ospfVaryingFields, "auth.crypt.data_length"), 1);
        message.add(named(ospfVaryingFields, "auth.crypt.seq_nbr"), 4);
        return;
    default: message.add(named(ospfVaryingFields, "auth.none"), authenticationSize);
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes packet = view.header();
    const auto type = static_cast<std::uint8_t>(view.number(named(fields, "msg")));
    const Field *kinds[] = {&named(ospfVaryingFields, "msg.hello"), &named(ospfVaryingFields, "msg.dbdesc"),
                            &named(ospfVaryingFields, "msg.lsreq"), &named(ospfVaryingFields, "msg.lsupdate"),
                            &named(ospfVaryingFields, "msg.lsack")};
    if (type >= 1 && type <= std::size(kinds))
        details.generate(*kinds[type - 1], 1);
    const std::uint64_t length = view.number(named(fields, "packet_length"));
    FieldCursor message(details, packet, headerSize, length);
    if (length < headerSize)
        return details.note(Severity::Error, Sentence::of("length field says {} bytes, but the header alone has {}", length, headerSize),
                            named(fields, "packet_length").place);
    const unsigned version = byteAt(packet, 0);
    if (version == 2) {
        const std::uint64_t authentication = view.number(named(fields, "auth.type"));
        addAuthentication(message, authentication);
        // The digest stands behind the packet and is not counted: RFC 2328, appendix D.4.3.
        FieldCursor digest(details, packet, length, packet.size());
        if (authentication == 2 && packet.size() > headerSize + 3)
            digest.add(named(ospfVaryingFields, "auth.crypt.data"), byteAt(packet, headerSize + 3));
    }
    addOspfMessage(message, version, type);
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view type = nameOf(types, view.number(named(fields, "msg")));
    print(out, type.empty() ? std::string_view("Unknown message") : type);
}

} // namespace

constinit const Protocol protocols::ospf{
    .name = "ospf",
    .title = "Open Shortest Path First",
    .shortTitle = "OSPF",
    .reference = "RFC 2328",
    .headerSize = headerSize,
    .fields = fields,
    .varying = ospfVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
