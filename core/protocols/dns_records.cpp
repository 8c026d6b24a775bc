#include "core/protocols/dns_records.h"

#include "core/dissect/format.h"
#include "core/protocols/dns_names.h"

// What stands in a resource record, type by type. RFC 1035, section 3.3; AAAA RFC 3596; SRV RFC 2782; OPT RFC 6891.

namespace vethscope {
namespace {

constexpr auto &fields = dnsVaryingFields;

enum Type : std::uint16_t { A = 1, NS = 2, CNAME = 5, SOA = 6, PTR = 12, MX = 15, TXT = 16, AAAA = 28, SRV = 33, DNAME = 39, OPT = 41 };

constexpr std::size_t fixedPart = 10; // type, class, TTL, length

// Adds the name at `at` and tells how many bytes it takes there; 0 when it cannot be read.
std::size_t addName(Details &details, Bytes message, const Field &field, std::size_t at)
{
    TextBuffer text;
    const auto name = readDnsName(message, at, text);
    if (!name)
        return 0;
    details.add(field, octets(at, name->size), details.keep(viewOf(text)));
    return name->size;
}

void addSoa(Details &details, Bytes message, const DnsRecord &record)
{
    std::size_t at = record.data;
    at += addName(details, message, named(fields, "soa.mname"), at);
    at += addName(details, message, named(fields, "soa.rname"), at);
    if (at + 20 > record.end())
        return;
    details.add(named(fields, "soa.serial_number"), message, octets(at, 4));
    details.add(named(fields, "soa.refresh_interval"), message, octets(at + 4, 4));
    details.add(named(fields, "soa.retry_interval"), message, octets(at + 8, 4));
    details.add(named(fields, "soa.expire_limit"), message, octets(at + 12, 4));
    details.add(named(fields, "soa.minimum_ttl"), message, octets(at + 16, 4));
}

void addTexts(Details &details, Bytes message, const DnsRecord &record)
{
    for (std::size_t at = record.data; at < record.end();) {
        const std::size_t length = byteAt(message, at);
        if (at + 1 + length > record.end())
            return;
        details.add(named(fields, "txt.length"), message, octets(at, 1));
        details.add(named(fields, "txt"), message, octets(at + 1, length));
        at += 1 + length;
    }
}

void addData(Details &details, Bytes message, const DnsRecord &record)
{
    const std::size_t size = record.dataSize;
    switch (record.type) {
    case A:
        if (size == 4)
            details.add(named(fields, "a"), message, octets(record.data, 4));
        break;
    case AAAA:
        if (size == 16)
            details.add(named(fields, "aaaa"), message, octets(record.data, 16));
        break;
    case NS: addName(details, message, named(fields, "ns"), record.data); break;
    case CNAME: addName(details, message, named(fields, "cname"), record.data); break;
    case PTR: addName(details, message, named(fields, "ptr.domain_name"), record.data); break;
    case DNAME: addName(details, message, named(fields, "dname"), record.data); break;
    case SOA: addSoa(details, message, record); break;
    case TXT: addTexts(details, message, record); break;
    case MX:
        if (size > 2) {
            details.add(named(fields, "mx.preference"), message, octets(record.data, 2));
            addName(details, message, named(fields, "mx.mail_exchange"), record.data + 2);
        }
        break;
    case SRV:
        if (size > 6) {
            details.add(named(fields, "srv.priority"), message, octets(record.data, 2));
            details.add(named(fields, "srv.weight"), message, octets(record.data + 2, 2));
            details.add(named(fields, "srv.port"), message, octets(record.data + 4, 2));
            addName(details, message, named(fields, "srv.target"), record.data + 6);
        }
        break;
    default:
        break;
    }
}

// RFC 6891, section 6.1.2: class and TTL of an OPT record mean something else.
void addOptHeader(Details &details, Bytes message, std::size_t at)
{
    details.add(named(fields, "rr.udp_payload_size"), message, octets(at + 2, 2));
    details.add(named(fields, "resp.ext_rcode"), message, octets(at + 4, 1));
    details.add(named(fields, "resp.edns0_version"), message, octets(at + 5, 1));
    details.add(named(fields, "resp.z"), message, octets(at + 6, 2));
    const auto below = details.below();
    details.add(named(fields, "resp.z.do"), message, bits((at + 6) * 8, 1));
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

void addDnsRecord(Details &details, Bytes message, const DnsRecord &record)
{
    TextBuffer line;
    readDnsName(message, record.offset, line);
    print(line, ": ");
    printDnsRecord(line, message, record);
    details.text(details.keep(viewOf(line)), octets(record.offset, record.end() - record.offset));
    const auto below = details.below();
    addName(details, message, named(fields, "resp.name"), record.offset);
    const std::size_t at = record.offset + record.nameSize;
    details.add(named(fields, "resp.type"), message, octets(at, 2));
    if (record.type == OPT) {
        addOptHeader(details, message, at);
    } else {
        details.add(named(fields, "resp.class"), message, octets(at + 2, 2));
        details.add(named(fields, "resp.ttl"), message, octets(at + 4, 4));
    }
    details.add(named(fields, "resp.len"), message, octets(at + 8, 2));
    addData(details, message, record);
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
