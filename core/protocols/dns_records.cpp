#include "core/protocols/dns_records.h"

#include "core/dissect/format.h"
#include "core/protocols/dns_fields.h"
#include "core/protocols/dns_names.h"

// A resource record: whose it is, what it is, how long it holds, and its data. RFC 1035, section 3.2;
// OPT, of which class and time mean something else, RFC 6891, section 6.1.2.

namespace vethscope {
namespace {

constexpr auto &fields = dnsVaryingFields;

enum Type : std::uint16_t { A = 1, NS = 2, CNAME = 5, SOA = 6, PTR = 12, MX = 15, AAAA = 28, SRV = 33, DNAME = 39, OPT = 41 };

constexpr std::size_t fixedPart = 10; // type, class, TTL, length

void addOptHeader(Details &details, Bytes message, std::size_t at, DnsKind kind)
{
    const Field &payload = named(fields, "dns.rr.udp_payload_size");
    addDnsClass(details, message, at + 2, kind, kind == DnsKind::Unicast ? payload : (&payload)[1], named(fields, "dns.resp.cache_flush"));
    details.add(named(fields, "dns.resp.ext_rcode"), message, octets(at + 4, 1));
    details.add(named(fields, "dns.resp.edns0_version"), message, octets(at + 5, 1));
    details.add(named(fields, "dns.resp.z"), message, octets(at + 6, 2));
    const auto below = details.below();
    details.add(named(fields, "dns.resp.z.do"), message, bits((at + 6) * 8, 1));
    details.add(named(fields, "dns.resp.z.reserved"), message, bits((at + 6) * 8 + 1, 15));
}

// The owner of an SRV record says three things in one: `_http._tcp.example.org`. RFC 2782.
void addOwner(Details &details, Bytes message, const DnsRecord &record)
{
    TextBuffer text;
    if (!readDnsName(message, record.offset, text))
        return;
    const std::string_view name = details.keep(viewOf(text));
    const BitRange place = octets(record.offset, record.nameSize);
    const std::size_t first = name.find('.');
    const std::size_t second = first == name.npos ? name.npos : name.find('.', first + 1);
    if (record.type != SRV || second == name.npos)
        return details.add(named(fields, "dns.resp.name"), place, name);
    details.add(named(fields, "dns.srv.service"), place, name.substr(0, first));
    details.add(named(fields, "dns.srv.proto"), place, name.substr(first + 1, second - first - 1));
    details.add(named(fields, "dns.srv.name"), place, name.substr(second + 1));
}

} // namespace

std::optional<DnsRecord> readDnsRecord(Bytes message, std::size_t offset)
{
    TextBuffer text;
    const auto name = readDnsName(message, offset, text);
    if (!name || offset + name->size + fixedPart > message.size())
        return std::nullopt;
    const std::size_t at = offset + name->size;
    const DnsRecord record{offset, name->size, read16(message, at), at + fixedPart, read16(message, at + 8)};
    if (record.end() > message.size())
        return std::nullopt;
    return record;
}

void addDnsClass(Details &details, Bytes message, std::size_t at, DnsKind kind, const Field &field, const Field &flag)
{
    if (kind == DnsKind::Unicast)
        return details.add(field, message, octets(at, 2));
    details.add(field, message, bits(at * 8 + 1, 15));
    details.add(flag, message, bits(at * 8, 1));
}

void addDnsRecord(Details &details, Bytes message, const DnsRecord &record, DnsKind kind)
{
    TextBuffer line;
    readDnsName(message, record.offset, line);
    print(line, ": ");
    printDnsRecord(line, message, record);
    details.text(details.keep(viewOf(line)), octets(record.offset, record.end() - record.offset));
    const auto below = details.below();
    addOwner(details, message, record);
    const std::size_t at = record.offset + record.nameSize;
    details.add(named(fields, "dns.resp.type"), message, octets(at, 2));
    if (record.type == OPT) {
        addOptHeader(details, message, at, kind);
    } else {
        addDnsClass(details, message, at + 2, kind, named(fields, "dns.resp.class"), named(fields, "dns.resp.cache_flush"));
        details.add(named(fields, "dns.resp.ttl"), message, octets(at + 4, 4));
    }
    details.add(named(fields, "dns.resp.len"), message, octets(at + 8, 2));
    FieldCursor data(details, message, record.data, record.end());
    if (!data)
        return; // an update that deletes: RFC 2136, section 2.5
    if (!addDnsData(data, record.type) && !addDnsSecurityData(data, record.type) && !addDnsParameters(data, record.type))
        data.rest(named(fields, "dns.data"));
}

void printDnsRecord(TextBuffer &out, Bytes message, const DnsRecord &record)
{
    const std::string_view type = nameOf(dnsTypes, record.type);
    type.empty() ? print(out, "TYPE{}", record.type) : print(out, type);
    const auto name = [&](std::size_t at) {
        out.push_back(' ');
        readDnsName(message, at, out);
    };
    switch (record.type) {
    case A:
        if (record.dataSize == 4) {
            out.push_back(' ');
            printIpv4(out, message.subspan(record.data, 4));
        }
        break;
    case AAAA:
        if (record.dataSize == 16) {
            out.push_back(' ');
            printIpv6(out, message.subspan(record.data, 16));
        }
        break;
    case NS:
    case CNAME:
    case PTR:
    case SOA:
    case DNAME:
        if (record.dataSize > 0)
            name(record.data);
        break;
    case MX:
        if (record.dataSize > 2) {
            print(out, " {}", read16(message, record.data));
            name(record.data + 2);
        }
        break;
    case SRV:
        if (record.dataSize > 6) {
            print(out, " {} {} {}", read16(message, record.data), read16(message, record.data + 2), read16(message, record.data + 4));
            name(record.data + 6);
        }
        break;
    default:
        break;
    }
}

} // namespace vethscope
