#pragma once

#include "core/dissect/details.h"
#include "core/dissect/protocol.h"

#include <array>
#include <optional>

namespace vethscope {

/// IANA, DNS resource record types; the words are Wireshark's.
inline constexpr auto dnsTypes = std::to_array<ValueName>({
    {1, "A"}, {2, "NS"}, {5, "CNAME"}, {6, "SOA"}, {12, "PTR"}, {13, "HINFO"}, {15, "MX"}, {16, "TXT"}, {28, "AAAA"},
    {29, "LOC"}, {33, "SRV"}, {35, "NAPTR"}, {39, "DNAME"}, {41, "OPT"}, {43, "DS"}, {46, "RRSIG"}, {47, "NSEC"},
    {48, "DNSKEY"}, {50, "NSEC3"}, {52, "TLSA"}, {64, "SVCB"}, {65, "HTTPS"}, {251, "IXFR"}, {252, "AXFR"},
    {255, "ANY"}, {257, "CAA"},
});

inline constexpr auto dnsClasses = std::to_array<ValueName>({{1, "IN"}, {3, "CH"}, {4, "HS"}, {254, "NONE"}, {255, "ANY"}});

/// The rows of a DNS message whose place varies.
inline constexpr auto dnsVaryingFields = std::to_array<Field>({
    varying("qry.name",            "Name",                    Show::Text),
    varying("qry.name.len",        "Name Length",             Show::Decimal),
    varying("count.labels",        "Label Count",             Show::Decimal),
    varying("qry.type",            "Type",                    Show::Decimal, dnsTypes),
    varying("qry.class",           "Class",                   Show::Hexadecimal, dnsClasses),
    varying("resp.name",           "Name",                    Show::Text),
    varying("resp.type",           "Type",                    Show::Decimal, dnsTypes),
    varying("resp.class",          "Class",                   Show::Hexadecimal, dnsClasses),
    varying("resp.ttl",            "Time to live",            Show::Decimal),
    varying("resp.len",            "Data length",             Show::Decimal),
    varying("a",                   "Address",                 Show::Ipv4),
    varying("aaaa",                "AAAA Address",            Show::Ipv6),
    varying("cname",               "CNAME",                   Show::Text),
    varying("ns",                  "Name Server",             Show::Text),
    varying("ptr.domain_name",     "Domain Name",             Show::Text),
    varying("dname",               "Dname",                   Show::Text),
    varying("soa.mname",           "Primary name server",     Show::Text),
    varying("soa.rname",           "Responsible authority's mailbox", Show::Text),
    varying("soa.serial_number",   "Serial Number",           Show::Decimal),
    varying("soa.refresh_interval", "Refresh Interval",       Show::Decimal),
    varying("soa.retry_interval",  "Retry Interval",          Show::Decimal),
    varying("soa.expire_limit",    "Expire limit",            Show::Decimal),
    varying("soa.minimum_ttl",     "Minimum TTL",             Show::Decimal),
    varying("mx.preference",       "Preference",              Show::Decimal),
    varying("mx.mail_exchange",    "Mail Exchange",           Show::Text),
    varying("txt.length",          "TXT Length",              Show::Decimal),
    varying("txt",                 "TXT",                     Show::Text),
    varying("srv.priority",        "Priority",                Show::Decimal),
    varying("srv.weight",          "Weight",                  Show::Decimal),
    varying("srv.port",            "Port",                    Show::Decimal),
    varying("srv.target",          "Target",                  Show::Text),
    varying("rr.udp_payload_size", "UDP payload size",        Show::Decimal),
    varying("resp.ext_rcode",      "Higher bits in extended RCODE", Show::Hexadecimal),
    varying("resp.edns0_version",  "EDNS0 version",           Show::Decimal),
    varying("resp.z",              "Z",                       Show::Hexadecimal),
    varying("resp.z.do",           "DO bit",                  Show::Flag),
});

/// One resource record's place in its message.
struct DnsRecord {
    std::size_t offset = 0;
    std::size_t nameSize = 0;
    std::uint16_t type = 0;
    std::size_t data = 0;     // where RDATA begins
    std::size_t dataSize = 0;

    std::size_t end() const { return data + dataSize; }
};

/// The record at `offset`; nothing when the message ends inside it.
std::optional<DnsRecord> readDnsRecord(Bytes message, std::size_t offset);

/// Adds the record's rows: name, type, class, time to live, and its data as its type says.
void addDnsRecord(Details &details, Bytes message, const DnsRecord &record);

/// The record in a word, as the Info column writes it: `A 10.244.1.3`, `SOA ns.dns.cluster.local`.
void printDnsRecord(TextBuffer &out, Bytes message, const DnsRecord &record);

} // namespace vethscope
