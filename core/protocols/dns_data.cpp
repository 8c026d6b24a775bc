#include "core/protocols/dns_fields.h"
#include "core/protocols/dns_names.h"
#include "core/protocols/dns_records.h"

// Records that hold names, addresses and texts. RFC 1035, section 3.3; AAAA RFC 3596; SRV RFC 2782; NAPTR RFC 3403;
// LOC RFC 1876.

namespace vethscope {
namespace {

constexpr auto &fields = dnsVaryingFields;

enum Type : std::uint16_t {
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    HINFO = 13,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    LOC = 29,
    SRV = 33,
    NAPTR = 35,
    DNAME = 39,
    SPF = 99,
};

void addString(FieldCursor &data, const Field &length, const Field &text)
{
    const std::size_t size = data.number(length, 1);
    data.add(text, size);
}

void addSoa(FieldCursor data)
{
    addDnsName(data, named(fields, "dns.soa.mname"));
    addDnsName(data, named(fields, "dns.soa.rname"));
    data.add(named(fields, "dns.soa.serial_number"), 4);
    data.add(named(fields, "dns.soa.refresh_interval"), 4);
    data.add(named(fields, "dns.soa.retry_interval"), 4);
    data.add(named(fields, "dns.soa.expire_limit"), 4);
    data.add(named(fields, "dns.soa.minimum_ttl"), 4);
}

void addServer(FieldCursor data)
{
    data.add(named(fields, "dns.srv.priority"), 2);
    data.add(named(fields, "dns.srv.weight"), 2);
    data.add(named(fields, "dns.srv.port"), 2);
    addDnsName(data, named(fields, "dns.srv.target"));
}

void addNaptr(FieldCursor data)
{
    data.add(named(fields, "dns.naptr.order"), 2);
    data.add(named(fields, "dns.naptr.preference"), 2);
    addString(data, named(fields, "dns.naptr.flags_length"), named(fields, "dns.naptr.flags"));
    addString(data, named(fields, "dns.naptr.service_length"), named(fields, "dns.naptr.service"));
    addString(data, named(fields, "dns.naptr.regex_length"), named(fields, "dns.naptr.regex"));
    TextBuffer name;
    if (const auto read = readDnsName(data.bytes(), data.at(), name))
        data.details().generate(named(fields, "dns.naptr.replacement_length"), read->length);
    addDnsName(data, named(fields, "dns.naptr.replacement"));
}

void addLocation(FieldCursor data)
{
    data.add(named(fields, "dns.loc.version"), 1);
    data.add(named(fields, "dns.loc.size"), 1);
    data.add(named(fields, "dns.loc.horizontal_precision"), 1);
    data.add(named(fields, "dns.loc.vertical_precision"), 1);
    data.add(named(fields, "dns.loc.latitude"), 4);
    data.add(named(fields, "dns.loc.longitude"), 4);
    data.add(named(fields, "dns.loc.altitude"), 4);
}

} // namespace

bool addDnsName(FieldCursor &data, const Field &field)
{
    TextBuffer text;
    const auto name = readDnsName(data.bytes(), data.at(), text);
    if (!name) {
        data.skip(data.left() + 1);
        return false;
    }
    data.details().add(field, octets(data.at(), name->size), data.details().keep(viewOf(text)));
    data.skip(name->size);
    return true;
}

bool addDnsData(FieldCursor data, std::uint16_t type)
{
    switch (type) {
    case A: data.add(named(fields, "dns.a"), 4); return true;
    case AAAA: data.add(named(fields, "dns.aaaa"), 16); return true;
    case NS: addDnsName(data, named(fields, "dns.ns")); return true;
    case CNAME: addDnsName(data, named(fields, "dns.cname")); return true;
    case PTR: addDnsName(data, named(fields, "dns.ptr.domain_name")); return true;
    case DNAME: addDnsName(data, named(fields, "dns.dname")); return true;
    case SOA: addSoa(data); return true;
    case SRV: addServer(data); return true;
    case NAPTR: addNaptr(data); return true;
    case LOC: addLocation(data); return true;
    case MX:
        data.add(named(fields, "dns.mx.preference"), 2);
        addDnsName(data, named(fields, "dns.mx.mail_exchange"));
        return true;
    case HINFO:
        addString(data, named(fields, "dns.hinfo.cpu_length"), named(fields, "dns.hinfo.cpu"));
        addString(data, named(fields, "dns.hinfo.os_length"), named(fields, "dns.hinfo.os"));
        return true;
    case TXT:
        while (data)
            addString(data, named(fields, "dns.txt.length"), named(fields, "dns.txt"));
        return true;
    case SPF:
        while (data)
            addString(data, named(fields, "dns.spf.length"), named(fields, "dns.spf"));
        return true;
    default: return false;
    }
}

} // namespace vethscope
