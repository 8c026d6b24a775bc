#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// IANA, DNS resource record types; the words are Wireshark's.
inline constexpr auto dnsTypes = std::to_array<ValueName>({
    {1, "A"}, {2, "NS"}, {5, "CNAME"}, {6, "SOA"}, {12, "PTR"}, {13, "HINFO"}, {15, "MX"}, {16, "TXT"}, {17, "RP"},
    {18, "AFSDB"}, {24, "SIG"}, {25, "KEY"}, {28, "AAAA"}, {29, "LOC"}, {33, "SRV"}, {35, "NAPTR"}, {37, "CERT"},
    {39, "DNAME"}, {41, "OPT"}, {42, "APL"}, {43, "DS"}, {44, "SSHFP"}, {45, "IPSECKEY"}, {46, "RRSIG"}, {47, "NSEC"},
    {48, "DNSKEY"}, {50, "NSEC3"}, {51, "NSEC3PARAM"}, {52, "TLSA"}, {59, "CDS"}, {60, "CDNSKEY"}, {64, "SVCB"},
    {65, "HTTPS"}, {99, "SPF"}, {249, "TKEY"}, {250, "TSIG"}, {251, "IXFR"}, {252, "AXFR"}, {255, "ANY"}, {256, "URI"},
    {257, "CAA"},
});

inline constexpr auto dnsClasses = std::to_array<ValueName>({{1, "IN"}, {3, "CH"}, {4, "HS"}, {254, "NONE"}, {255, "ANY"}});

/// IANA, DNS EDNS0 option codes.
inline constexpr auto dnsOptionCodes = std::to_array<ValueName>({
    {3, "NSID"}, {5, "DAU"}, {6, "DHU"}, {7, "N3U"}, {8, "CSUBNET - Client subnet"}, {9, "EDNS EXPIRE"}, {10, "COOKIE"},
    {11, "EDNS TCP Keepalive"}, {12, "PADDING"}, {13, "CHAIN"}, {15, "Extended DNS Error"},
});

/// IANA, DNS security algorithm numbers.
inline constexpr auto dnsAlgorithms = std::to_array<ValueName>({
    {1, "RSA/MD5"}, {3, "DSA"}, {5, "RSA/SHA1"}, {6, "DSA-NSEC3-SHA1"}, {7, "RSASHA1-NSEC3-SHA1"}, {8, "RSA/SHA-256"},
    {10, "RSA/SHA-512"}, {13, "ECDSA Curve P-256 with SHA-256"}, {14, "ECDSA Curve P-384 with SHA-384"}, {15, "Ed25519"},
    {16, "Ed448"},
});

inline constexpr auto dnsDigests = std::to_array<ValueName>({{1, "SHA-1"}, {2, "SHA-256"}, {4, "SHA-384"}});

/// RFC 9460, section 14.3.2.
inline constexpr auto dnsServiceKeys = std::to_array<ValueName>({
    {0, "mandatory"}, {1, "alpn"}, {2, "no-default-alpn"}, {3, "port"}, {4, "ipv4hint"}, {5, "ech"}, {6, "ipv6hint"},
});

/// A row of DNS; multicast DNS and LLMNR have the same ones under the same names.
constexpr Field dnsRow(std::string_view name, std::string_view label, Show show, std::span<const ValueName> names = {})
{
    return whole(varying(name, label, show, names));
}

/// The rows of a DNS message whose place varies.
inline constexpr auto dnsVaryingFields = std::to_array<Field>({
    dnsRow("dns.qry.name",            "Name",                    Show::Text),
    dnsRow("dns.qry.name.len",        "Name Length",             Show::Decimal),
    dnsRow("dns.count.labels",        "Label Count",             Show::Decimal),
    dnsRow("dns.qry.type",            "Type",                    Show::Decimal, dnsTypes),
    dnsRow("dns.qry.class",           "Class",                   Show::Hexadecimal, dnsClasses),
    dnsRow("dns.qry.qu",              "\"QU\" question",         Show::Flag),
    dnsRow("dns.resp.name",           "Name",                    Show::Text),
    dnsRow("dns.resp.type",           "Type",                    Show::Decimal, dnsTypes),
    dnsRow("dns.resp.class",          "Class",                   Show::Hexadecimal, dnsClasses),
    dnsRow("dns.resp.cache_flush",    "Cache flush",             Show::Flag),
    dnsRow("dns.resp.ttl",            "Time to live",            Show::Decimal),
    dnsRow("dns.resp.len",            "Data length",             Show::Decimal),
    dnsRow("dns.a",                   "Address",                 Show::Ipv4),
    dnsRow("dns.aaaa",                "AAAA Address",            Show::Ipv6),
    dnsRow("dns.cname",               "CNAME",                   Show::Text),
    dnsRow("dns.ns",                  "Name Server",             Show::Text),
    dnsRow("dns.ptr.domain_name",     "Domain Name",             Show::Text),
    dnsRow("dns.dname",               "Dname",                   Show::Text),
    dnsRow("dns.soa.mname",           "Primary name server",     Show::Text),
    dnsRow("dns.soa.rname",           "Responsible authority's mailbox", Show::Text),
    dnsRow("dns.soa.serial_number",   "Serial Number",           Show::Decimal),
    dnsRow("dns.soa.refresh_interval", "Refresh Interval",       Show::Decimal),
    dnsRow("dns.soa.retry_interval",  "Retry Interval",          Show::Decimal),
    dnsRow("dns.soa.expire_limit",    "Expire limit",            Show::Decimal),
    dnsRow("dns.soa.minimum_ttl",     "Minimum TTL",             Show::Decimal),
    dnsRow("dns.mx.preference",       "Preference",              Show::Decimal),
    dnsRow("dns.mx.mail_exchange",    "Mail Exchange",           Show::Text),
    dnsRow("dns.txt.length",          "TXT Length",              Show::Decimal),
    dnsRow("dns.txt",                 "TXT",                     Show::Text),
    dnsRow("dns.spf.length",          "SPF Length",              Show::Decimal),
    dnsRow("dns.spf",                 "SPF",                     Show::Text),
    dnsRow("dns.srv.service",         "Service",                 Show::Text),
    dnsRow("dns.srv.proto",           "Protocol",                Show::Text),
    dnsRow("dns.srv.name",            "Name",                    Show::Text),
    dnsRow("dns.srv.priority",        "Priority",                Show::Decimal),
    dnsRow("dns.srv.weight",          "Weight",                  Show::Decimal),
    dnsRow("dns.srv.port",            "Port",                    Show::Decimal),
    dnsRow("dns.srv.target",          "Target",                  Show::Text),
    dnsRow("dns.hinfo.cpu_length",    "CPU Length",              Show::Decimal),
    dnsRow("dns.hinfo.cpu",           "CPU",                     Show::Text),
    dnsRow("dns.hinfo.os_length",     "OS Length",               Show::Decimal),
    dnsRow("dns.hinfo.os",            "OS",                      Show::Text),
    dnsRow("dns.naptr.order",         "Order",                   Show::Decimal),
    dnsRow("dns.naptr.preference",    "Preference",              Show::Decimal),
    dnsRow("dns.naptr.flags_length",  "Flags Length",            Show::Decimal),
    dnsRow("dns.naptr.flags",         "Flags",                   Show::Text),
    dnsRow("dns.naptr.service_length", "Service Length",         Show::Decimal),
    dnsRow("dns.naptr.service",       "Service",                 Show::Text),
    dnsRow("dns.naptr.regex_length",  "Regex Length",            Show::Decimal),
    dnsRow("dns.naptr.regex",         "Regex",                   Show::Text),
    dnsRow("dns.naptr.replacement_length", "Replacement Length", Show::Decimal),
    dnsRow("dns.naptr.replacement",   "Replacement",             Show::Text),
    dnsRow("dns.loc.version",         "Version",                 Show::Decimal),
    dnsRow("dns.loc.size",            "Size",                    Show::Decimal),
    dnsRow("dns.loc.horizontal_precision", "Horizontal Precision", Show::Decimal),
    dnsRow("dns.loc.vertical_precision", "Vertical Precision",   Show::Decimal),
    dnsRow("dns.loc.latitude",        "Latitude",                Show::Decimal),
    dnsRow("dns.loc.longitude",       "Longitude",               Show::Decimal),
    dnsRow("dns.loc.altitude",        "Altitude",                Show::Decimal),
    dnsRow("dns.ds.key_id",           "Key id",                  Show::Hexadecimal),
    dnsRow("dns.ds.algorithm",        "Algorithm",               Show::Decimal, dnsAlgorithms),
    dnsRow("dns.ds.digest_type",      "Digest Type",             Show::Decimal, dnsDigests),
    dnsRow("dns.ds.digest",           "Digest",                  Show::Raw),
    dnsRow("dns.rrsig.type_covered",  "Type Covered",            Show::Decimal, dnsTypes),
    dnsRow("dns.rrsig.algorithm",     "Algorithm",               Show::Decimal, dnsAlgorithms),
    dnsRow("dns.rrsig.labels",        "Labels",                  Show::Decimal),
    dnsRow("dns.rrsig.original_ttl",  "Original TTL",            Show::Decimal),
    dnsRow("dns.rrsig.signature_expiration", "Signature Expiration", Show::Text),
    dnsRow("dns.rrsig.signature_inception", "Signature Inception", Show::Text),
    dnsRow("dns.rrsig.key_tag",       "Key Tag",                 Show::Decimal),
    dnsRow("dns.rrsig.signers_name",  "Signer's name",           Show::Text),
    dnsRow("dns.rrsig.signature",     "Signature",               Show::Raw),
    dnsRow("dns.nsec.next_domain_name", "Next Domain Name",      Show::Text),
    dnsRow("dns.nsec3.algo",          "Hash algorithm",          Show::Decimal),
    dnsRow("dns.nsec3.flags",         "NSEC3 flags",             Show::Decimal),
    dnsRow("dns.nsec3.flags.opt_out", "NSEC3 Opt-out flag",      Show::Flag),
    dnsRow("dns.nsec3.iterations",    "NSEC3 iterations",        Show::Decimal),
    dnsRow("dns.nsec3.salt_length",   "Salt length",             Show::Decimal),
    dnsRow("dns.nsec3.salt_value",    "Salt value",              Show::Raw),
    dnsRow("dns.nsec3.hash_length",   "Hash length",             Show::Decimal),
    dnsRow("dns.nsec3.hash_value",    "Next hashed owner",       Show::Text),
    dnsRow("dns.dnskey.flags",        "Flags",                   Show::Hexadecimal),
    dnsRow("dns.dnskey.flags.zone_key", "Zone Key",              Show::Flag),
    dnsRow("dns.dnskey.flags.key_revoked", "Key Revoked",        Show::Flag),
    dnsRow("dns.dnskey.flags.secure_entry_point", "Key Signing Key", Show::Flag),
    dnsRow("dns.dnskey.protocol",     "Protocol",                Show::Decimal),
    dnsRow("dns.dnskey.algorithm",    "Algorithm",               Show::Decimal, dnsAlgorithms),
    dnsRow("dns.dnskey.key_id",       "Key id",                  Show::Decimal),
    dnsRow("dns.dnskey.public_key",   "Public Key",              Show::Raw),
    dnsRow("dns.sshfp.algorithm",     "Algorithm",               Show::Decimal),
    dnsRow("dns.sshfp.fingerprint.type", "Fingerprint type",     Show::Decimal),
    dnsRow("dns.sshfp.fingerprint",   "Fingerprint",             Show::Raw),
    dnsRow("dns.tlsa.certificate_usage", "Certificate Usage",    Show::Decimal),
    dnsRow("dns.tlsa.selector",       "Selector",                Show::Decimal),
    dnsRow("dns.tlsa.matching_type",  "Matching Type",           Show::Decimal),
    dnsRow("dns.tlsa.certificate_association_data", "Certificate Association Data", Show::Raw),
    dnsRow("dns.caa.flags",           "CAA Flags",               Show::Hexadecimal),
    dnsRow("dns.caa.flags.issuer_critical", "Issuer Critical",   Show::Flag),
    dnsRow("dns.caa.issue",           "Issue",                   Show::Text),
    dnsRow("dns.caa.issuewild",       "Issue Wildcard",          Show::Text),
    dnsRow("dns.caa.iodef",           "Report URL",              Show::Text),
    dnsRow("dns.caa.unknown",         "Unknown tag",             Show::Text),
    dnsRow("dns.caa.tag_length",      "Tag length",              Show::Decimal),
    dnsRow("dns.caa.tag",             "Tag",                     Show::Text),
    dnsRow("dns.caa.value",           "Value",                   Show::Text),
    dnsRow("dns.svcb.svcpriority",    "SvcPriority",             Show::Decimal),
    dnsRow("dns.svcb.targetname",     "TargetName",              Show::Text),
    dnsRow("dns.svcb.svcparam.key",   "SvcParamKey",             Show::Decimal, dnsServiceKeys),
    dnsRow("dns.svcb.svcparam.value.length", "SvcParamValue length", Show::Decimal),
    dnsRow("dns.svcb.svcparam.value", "SvcParamValue",           Show::Raw),
    dnsRow("dns.svcb.svcparam.mandatory.key", "Mandatory key",   Show::Decimal, dnsServiceKeys),
    dnsRow("dns.svcb.svcparam.alpn.length", "ALPN length",       Show::Decimal),
    dnsRow("dns.svcb.svcparam.alpn",  "ALPN",                    Show::Text),
    dnsRow("dns.svcb.svcparam.port",  "Port",                    Show::Decimal),
    dnsRow("dns.svcb.svcparam.ipv4hint.ip", "IP",                Show::Ipv4),
    dnsRow("dns.svcb.svcparam.ipv6hint.ip", "IP",                Show::Ipv6),
    dnsRow("dns.svcb.svcparam.echconfig", "ECHConfig",           Show::Raw),
    dnsRow("dns.tsig.algorithm_name", "Algorithm Name",          Show::Text),
    dnsRow("dns.tsig.fudge",          "Fudge",                   Show::Decimal),
    dnsRow("dns.tsig.mac_size",       "MAC Size",                Show::Decimal),
    dnsRow("dns.tsig.original_id",    "Original Id",             Show::Decimal),
    dnsRow("dns.tsig.error",          "Error",                   Show::Decimal),
    dnsRow("dns.tsig.other_len",      "Other Len",               Show::Decimal),
    dnsRow("dns.rr.udp_payload_size", "UDP payload size",        Show::Decimal),
    dnsRow("dns.rr.udp_payload_size", "UDP payload size",        Show::Hexadecimal), // of multicast DNS, as Wireshark writes it
    dnsRow("dns.resp.ext_rcode",      "Higher bits in extended RCODE", Show::Hexadecimal),
    dnsRow("dns.resp.edns0_version",  "EDNS0 version",           Show::Decimal),
    dnsRow("dns.resp.z",              "Z",                       Show::Hexadecimal),
    dnsRow("dns.resp.z.do",           "DO bit",                  Show::Flag),
    dnsRow("dns.resp.z.reserved",     "Reserved",                Show::Hexadecimal),
    dnsRow("dns.opt",                 "Option",                  Show::Nothing),
    dnsRow("dns.opt.code",            "Option Code",             Show::Decimal, dnsOptionCodes),
    dnsRow("dns.opt.len",             "Option Length",           Show::Decimal),
    dnsRow("dns.opt.data",            "Option Data",             Show::Raw),
    dnsRow("dns.opt.client.family",   "Family",                  Show::Decimal),
    dnsRow("dns.opt.client.netmask",  "Source Netmask",          Show::Decimal),
    dnsRow("dns.opt.client.scope",    "Scope Netmask",           Show::Decimal),
    dnsRow("dns.opt.client.addr4",    "Client Subnet",           Show::Ipv4),
    dnsRow("dns.opt.client.addr6",    "Client Subnet",           Show::Ipv6),
    dnsRow("dns.opt.cookie.client",   "Client Cookie",           Show::Raw),
    dnsRow("dns.opt.cookie.server",   "Server Cookie",           Show::Raw),
    dnsRow("dns.opt.edns_tcp_keepalive.timeout", "Timeout",      Show::Decimal),
    dnsRow("dns.opt.padding",         "Padding",                 Show::Raw),
    dnsRow("dns.opt.ext_error.info_code", "Info Code",           Show::Decimal),
    dnsRow("dns.opt.ext_error.extra_text", "Extra Text",         Show::Text),
    dnsRow("dns.data",                "Data",                    Show::Raw),
});

} // namespace vethscope
