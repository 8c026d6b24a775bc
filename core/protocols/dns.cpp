#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/dns_fields.h"
#include "core/protocols/dns_names.h"
#include "core/protocols/dns_records.h"
#include "core/protocols/dns_stateful.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// DNS turns names into addresses. A pod asks with every suffix of its search list before the plain
// name, so one look-up may be eight questions. RFC 1035, section 4; updates RFC 2136. Multicast DNS (RFC 6762)
// and LLMNR (RFC 4795) ask the whole link in nearly the same words.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 12;

constexpr auto opcodes = std::to_array<ValueName>({
    {0, "Standard query"}, {1, "Inverse query"}, {2, "Server status request"}, {4, "Zone change notification"},
    {5, "Dynamic update"}, {6, "DNS Stateful operations"},
});

constexpr auto replyCodes = std::to_array<ValueName>({
    {0, "No error"}, {1, "Format error"}, {2, "Server failure"}, {3, "No such name"}, {4, "Not implemented"},
    {5, "Refused"}, {6, "Name exists"}, {7, "RRset exists"}, {8, "RRset does not exist"}, {9, "Not authoritative"},
    {10, "Name out of zone"},
});

bool isResponse(Bytes header)
{
    return (byteAt(header, 2) & 0x80) != 0;
}

// A client that understands DNSSEC may set this bit in a query as well: RFC 6840, section 5.7.
bool tellsAuthentic(Bytes header)
{
    return isResponse(header) || (byteAt(header, 3) & 0x20) != 0;
}

bool isUpdate(Bytes header)
{
    return (byteAt(header, 2) >> 3 & 15) == 5;
}

bool isNoUpdate(Bytes header)
{
    return !isUpdate(header);
}

// The rows have their whole names: multicast DNS and LLMNR speak in `dns.` as well.
constexpr auto fields = std::to_array<Field>({
    whole({"dns.id", "Transaction ID",                     bits(0, 16),  Show::Hexadecimal}),
    whole(group("dns.flags", "Flags",                      bits(16, 16))),
    whole({"dns.flags.response", "Response",               bits(16, 1),  Show::Flag}),
    whole({"dns.flags.opcode", "Opcode",                   bits(17, 4),  Show::Decimal, opcodes}),
    whole(onlyIf(isResponse, {"dns.flags.authoritative", "Authoritative", bits(21, 1), Show::Flag})),
    whole({"dns.flags.truncated", "Truncated",             bits(22, 1),  Show::Flag}),
    whole({"dns.flags.recdesired", "Recursion desired",    bits(23, 1),  Show::Flag}),
    whole(onlyIf(isResponse, {"dns.flags.recavail", "Recursion available", bits(24, 1), Show::Flag})),
    whole({"dns.flags.z", "Z",                             bits(25, 1),  Show::Flag}),
    whole(onlyIf(tellsAuthentic, {"dns.flags.authenticated", "Answer authenticated", bits(26, 1), Show::Flag})),
    whole({"dns.flags.checkdisable", "Non-authenticated data", bits(27, 1), Show::Flag}),
    whole(onlyIf(isResponse, {"dns.flags.rcode", "Reply code", bits(28, 4), Show::Decimal, replyCodes})),
    whole(onlyIf(isNoUpdate, {"dns.count.queries", "Questions", bits(32, 16), Show::Decimal})),
    whole(onlyIf(isUpdate, {"dns.count.zones", "Zones",    bits(32, 16), Show::Decimal})),
    whole(onlyIf(isNoUpdate, {"dns.count.answers", "Answer RRs", bits(48, 16), Show::Decimal})),
    whole(onlyIf(isUpdate, {"dns.count.prerequisites", "Prerequisites", bits(48, 16), Show::Decimal})),
    whole(onlyIf(isNoUpdate, {"dns.count.auth_rr", "Authority RRs", bits(64, 16), Show::Decimal})),
    whole(onlyIf(isUpdate, {"dns.count.updates", "Updates", bits(64, 16), Show::Decimal})),
    whole({"dns.count.add_rr", "Additional RRs",           bits(80, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

// LLMNR has other flags in the same places. RFC 4795, section 2.1.1.
constexpr auto llmnrFields = std::to_array<Field>({
    whole({"dns.id", "Transaction ID",                     bits(0, 16),  Show::Hexadecimal}),
    whole(group("dns.flags", "Flags",                      bits(16, 16))),
    whole({"dns.flags.response", "Response",               bits(16, 1),  Show::Flag}),
    whole({"dns.flags.opcode", "Opcode",                   bits(17, 4),  Show::Decimal, opcodes}),
    whole({"dns.flags.conflict", "Conflict",               bits(21, 1),  Show::Flag}),
    whole({"dns.flags.truncated", "Truncated",             bits(22, 1),  Show::Flag}),
    whole({"dns.flags.tentative", "Tentative",             bits(23, 1),  Show::Flag}),
    reserved(bits(24, 4)),
    whole(onlyIf(isResponse, {"dns.flags.rcode", "Reply code", bits(28, 4), Show::Decimal, replyCodes})),
    whole({"dns.count.queries", "Questions",               bits(32, 16), Show::Decimal}),
    whole({"dns.count.answers", "Answer RRs",              bits(48, 16), Show::Decimal}),
    whole({"dns.count.auth_rr", "Authority RRs",           bits(64, 16), Show::Decimal}),
    whole({"dns.count.add_rr", "Additional RRs",           bits(80, 16), Show::Decimal}),
});
static_assert(tiles(llmnrFields, headerSize));

constexpr auto udpClaims = std::to_array<Claim>({{Claim::UdpPort, 53}});
constexpr auto mdnsClaims = std::to_array<Claim>({{Claim::UdpPort, 5353}});
constexpr auto llmnrClaims = std::to_array<Claim>({{Claim::UdpPort, 5355}});
constexpr auto tcpClaims = std::to_array<Claim>({{Claim::TcpPort, 53}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

// One question's place; its name, type and class.
struct Question {
    std::size_t offset;
    DnsName name;
    std::size_t end() const { return offset + name.size + 4; }
};

std::optional<Question> readQuestion(Bytes message, std::size_t offset, TextBuffer &name)
{
    const auto read = readDnsName(message, offset, name);
    if (!read || offset + read->size + 4 > message.size())
        return std::nullopt;
    return Question{offset, *read};
}

std::size_t addQuestion(Details &details, Bytes message, std::size_t offset, DnsKind kind)
{
    TextBuffer name;
    const auto question = readQuestion(message, offset, name);
    if (!question)
        return 0;
    const std::size_t type = offset + question->name.size;
    const std::string_view word = nameOf(dnsTypes, read16(message, type));
    details.text(word.empty() ? details.format("{}: type {}", viewOf(name), read16(message, type))
                              : details.format("{}: type {}", viewOf(name), word),
                 octets(offset, question->end() - offset));
    const auto below = details.below();
    details.add(named(dnsVaryingFields, "dns.qry.name"), octets(offset, question->name.size), details.keep(viewOf(name)));
    details.generate(named(dnsVaryingFields, "dns.qry.name.len"), question->name.length);
    // Wireshark counts the root as one.
    details.generate(named(dnsVaryingFields, "dns.count.labels"), std::max<std::size_t>(question->name.labels, 1));
    details.add(named(dnsVaryingFields, "dns.qry.type"), message, octets(type, 2));
    addDnsClass(details, message, type + 2, kind, named(dnsVaryingFields, "dns.qry.class"), named(dnsVaryingFields, "dns.qry.qu"));
    return question->end();
}

std::uint64_t recordsOf(const LayerView &view)
{
    return view.number(named(fields, "dns.count.answers")) + view.number(named(fields, "dns.count.auth_rr")) + view.number(named(fields, "dns.count.add_rr"));
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    const DnsKind kind = &view.protocol() == &protocols::mdns ? DnsKind::Multicast : DnsKind::Unicast;
    std::size_t at = headerSize;
    const auto unreadable = [&](Sentence what) {
        details.note(Severity::Error, std::move(what), octets(at, message.size() - std::min(at, message.size())));
    };
    for (std::uint64_t i = 0, count = view.number(named(fields, "dns.count.queries")); i < count; ++i) {
        const std::size_t end = addQuestion(details, message, at, kind);
        if (end == 0)
            return unreadable(Sentence::of("question {} cannot be read at byte {} of the message", i + 1, at));
        at = end;
    }
    for (std::uint64_t i = 0, records = recordsOf(view); i < records; ++i) {
        const auto record = readDnsRecord(message, at);
        if (!record)
            return unreadable(Sentence::of("resource record {} cannot be read at byte {} of the message", i + 1, at));
        addDnsRecord(details, message, *record, kind);
        at = record->end();
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes message = view.header();
    const bool response = isResponse(message);
    const std::string_view operation = nameOf(opcodes, view.number(named(fields, "dns.flags.opcode")));
    print(out, "{}{} 0x{:04x}", operation.empty() ? std::string_view("Unknown operation") : operation,
          response ? " response" : "", view.number(named(fields, "dns.id")));
    if (const std::uint64_t code = view.number(named(fields, "dns.flags.rcode")); response && code != 0)
        print(out, " {}", nameOf(replyCodes, code));
    std::size_t at = headerSize;
    for (std::uint64_t i = view.number(named(fields, "dns.count.queries")); i > 0; --i) {
        TextBuffer name;
        const auto question = readQuestion(message, at, name);
        if (!question)
            return;
        const std::uint16_t type = read16(message, at + question->name.size);
        const std::string_view word = nameOf(dnsTypes, type);
        word.empty() ? print(out, " TYPE{}", type) : print(out, " {}", word);
        print(out, " {}", viewOf(name));
        at = question->end();
    }
    for (std::uint64_t i = recordsOf(view); i > 0; --i) {
        const auto record = readDnsRecord(message, at);
        if (!record)
            return;
        out.push_back(' ');
        printDnsRecord(out, message, *record);
        at = record->end();
    }
}

// Over TCP each message has its length in front (RFC 1035, section 4.2.2).
constexpr std::size_t lengthSize = 2;

constexpr auto lengthFields = std::to_array<Field>({
    {"length", "Length", bits(0, 16), Show::Decimal},
});
static_assert(tiles(lengthFields, lengthSize));

Dissected dissectLength(Bytes bytes)
{
    return Step{.size = lengthSize, .next = &protocols::dns, .payload = read16(bytes, 0)};
}

void lengthSummary(const LayerView &view, TextBuffer &out)
{
    print(out, "message of {} bytes", view.number(named(lengthFields, "length")));
}

} // namespace

constinit const Protocol protocols::dns{
    .name = "dns",
    .title = "Domain Name System",
    .shortTitle = "DNS",
    .reference = "RFC 1035",
    .headerSize = headerSize,
    .fields = fields,
    .varying = dnsVaryingFields,
    .stateful = dnsStatefulFields,
    .claims = udpClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::mdns{
    .name = "mdns",
    .title = "Multicast Domain Name System",
    .shortTitle = "MDNS",
    .reference = "RFC 6762",
    .headerSize = headerSize,
    .fields = fields,
    .varying = dnsVaryingFields,
    .stateful = dnsStatefulFields,
    .claims = mdnsClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::llmnr{
    .name = "llmnr",
    .title = "Link-local Multicast Name Resolution",
    .shortTitle = "LLMNR",
    .reference = "RFC 4795",
    .headerSize = headerSize,
    .fields = llmnrFields,
    .varying = dnsVaryingFields,
    .stateful = dnsStatefulFields,
    .claims = llmnrClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::dnsOverTcp{
    .name = "dns",
    .title = "DNS over TCP",
    .shortTitle = "DNS",
    .reference = "RFC 1035, section 4.2.2",
    .headerSize = lengthSize,
    .fields = lengthFields,
    .claims = tcpClaims,
    .dissect = dissectLength,
    .summary = lengthSummary,
};

} // namespace vethscope
