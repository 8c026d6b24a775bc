#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// IGMP tells routers which multicast groups a host listens to. RFC 1112, RFC 2236 and RFC 3376, section 4.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;
constexpr std::size_t sourcesQuerySize = 12; // a query of version 3 is never shorter

enum Type : std::uint8_t { Query = 0x11, Report1 = 0x12, Report2 = 0x16, Leave = 0x17, Report3 = 0x22 };

constexpr auto types = std::to_array<ValueName>({
    {0x11, "Membership Query"}, {0x12, "Membership Report"}, {0x13, "DVMRP Protocol"}, {0x14, "PIM Routing Message"},
    {0x16, "Membership Report"}, {0x17, "Leave Group"}, {0x1e, "Traceroute Response"},
    {0x1f, "Traceroute Query or Request"}, {0x22, "Membership Report"},
});

constexpr auto recordTypes = std::to_array<ValueName>({
    {1, "Mode Is Include"}, {2, "Mode Is Exclude"}, {3, "Change To Include Mode"}, {4, "Change To Exclude Mode"},
    {5, "Allow New Sources"}, {6, "Block Old Sources"},
});

// A query's version shows in its length, and in the time that version 1 did not know.
std::uint8_t version(Bytes message)
{
    switch (byteAt(message, 0)) {
    case Query: return message.size() >= sourcesQuerySize ? 3 : byteAt(message, 1) != 0 ? 2 : 1;
    case Report1: return 1;
    case Report2:
    case Leave: return 2;
    case Report3: return 3;
    default: return 0;
    }
}

bool hasTime(Bytes message)
{
    const std::uint8_t type = byteAt(message, 0);
    return type == Report2 || type == Leave || (type == Query && version(message) > 1);
}

bool hasNoTime(Bytes message)
{
    return version(message) > 0 && !hasTime(message);
}

bool isUnknown(Bytes message)
{
    return version(message) == 0;
}

bool hasRecords(Bytes message)
{
    return byteAt(message, 0) == Report3;
}

bool hasGroup(Bytes message)
{
    return version(message) > 0 && !hasRecords(message);
}

constexpr auto fields = std::to_array<Field>({
    {"type",     "Type",                              bits(0, 8),   Show::Hexadecimal, types},
    onlyIf(isUnknown, {"", "Code",                    bits(8, 8),   Show::Decimal}),
    onlyIf(hasTime, {"max_resp", "Max Resp Time",     bits(8, 8),   Show::Decimal}),
    onlyIf(hasNoTime, {"reserved", "Reserved",        bits(8, 8),   Show::Raw}),
    {"checksum", "Checksum",                          bits(16, 16), Show::Hexadecimal},
    onlyIf(isUnknown, {"", "Rest of header",          bits(32, 32), Show::Raw}),
    onlyIf(hasGroup, {"maddr", "Multicast Address",   bits(32, 32), Show::Ipv4}),
    onlyIf(hasRecords, {"reserved", "Reserved",       bits(32, 16), Show::Raw}),
    onlyIf(hasRecords, {"num_grp_recs", "Num Group Records", bits(48, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("version",         "IGMP Version",      Show::Decimal),
    varying("checksum.status", "Checksum Status",   Show::Decimal, checksumStatusNames),
    varying("s",               "S",                 Show::Flag),
    varying("qrv",             "QRV",               Show::Decimal),
    varying("qqic",            "QQIC",              Show::Decimal),
    varying("num_src",         "Num Src",           Show::Decimal),
    varying("saddr",           "Source Address",    Show::Ipv4),
    varying("record_type",     "Record Type",       Show::Decimal, recordTypes),
    varying("aux_data_len",    "Aux Data Len",      Show::Decimal),
    varying("maddr",           "Multicast Address", Show::Ipv4),
    varying("aux_data",        "Aux Data",          Show::Raw),
});

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 2}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

ChecksumStatus checksumStatus(const LayerView &view)
{
    if (!view.payloadComplete())
        return ChecksumStatus::Unverified;
    InternetChecksum sum;
    sum.add(view.header());
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void addSources(FieldCursor &cursor, std::uint64_t count)
{
    while (count-- > 0 && cursor)
        cursor.add(named(varyingFields, "saddr"), 4);
}

void addQuery(Details &details, FieldCursor cursor)
{
    const std::size_t at = cursor.at();
    details.add(named(varyingFields, "s"), cursor.bytes(), bits(at * 8 + 4, 1));
    details.add(named(varyingFields, "qrv"), cursor.bytes(), bits(at * 8 + 5, 3));
    cursor.skip(1);
    cursor.add(named(varyingFields, "qqic"), 1);
    addSources(cursor, cursor.number(named(varyingFields, "num_src"), 2));
}

void addRecord(Details &details, FieldCursor &cursor)
{
    const std::string_view name = nameOf(recordTypes, cursor.peek(1));
    details.text(name.empty() ? std::string_view("Group Record") : details.format("Group Record: {}", name), octets(cursor.at(), 1));
    const auto below = details.below();
    cursor.add(named(varyingFields, "record_type"), 1);
    const std::uint64_t auxiliary = cursor.number(named(varyingFields, "aux_data_len"), 1) * 4;
    const std::uint64_t sources = cursor.number(named(varyingFields, "num_src"), 2);
    cursor.add(named(varyingFields, "maddr"), 4);
    addSources(cursor, sources);
    if (auxiliary > 0)
        cursor.add(named(varyingFields, "aux_data"), auxiliary);
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    if (version(message) > 0)
        details.generate(named(varyingFields, "version"), version(message));
    addChecksumStatus(details, named(varyingFields, "checksum.status"), checksumStatus(view), named(fields, "checksum").place);
    FieldCursor cursor(details, message, headerSize, message.size());
    if (byteAt(message, 0) == Query && version(message) == 3)
        return addQuery(details, cursor);
    if (!hasRecords(message))
        return;
    std::uint64_t records = view.number(named(fields, "num_grp_recs"));
    for (; records > 0 && cursor; --records)
        addRecord(details, cursor);
    if (records > 0)
        details.note(Severity::Error, Sentence::of("{} group records are announced but not there", records), named(fields, "num_grp_recs").place);
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes message = view.header();
    const std::string_view name = nameOf(types, byteAt(message, 0));
    print(out, name.empty() ? std::string_view("Unknown type") : name);
    if (hasGroup(message) && (byteAt(message, 0) != Query || read32(message, 4) != 0)) {
        print(out, " group ");
        printIpv4(out, message.subspan(4, 4));
    }
}

} // namespace

constinit const Protocol protocols::igmp{
    .name = "igmp",
    .title = "Internet Group Management Protocol",
    .shortTitle = "IGMP",
    .reference = "RFC 3376",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
