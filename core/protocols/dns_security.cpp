#include "core/protocols/dns_fields.h"
#include "core/protocols/dns_records.h"

#include <chrono>

// Records that vouch for others, and for hosts. DNSSEC RFC 4034, NSEC3 RFC 5155; SSHFP RFC 4255; TLSA RFC 6698;
// CAA RFC 8659; TSIG RFC 8945.

namespace vethscope {
namespace {

constexpr auto &fields = dnsVaryingFields;

enum Type : std::uint16_t {
    DS = 43,
    SSHFP = 44,
    RRSIG = 46,
    NSEC = 47,
    DNSKEY = 48,
    NSEC3 = 50,
    NSEC3PARAM = 51,
    TLSA = 52,
    CDS = 59,
    CDNSKEY = 60,
    TSIG = 250,
    CAA = 257,
};

// `Mar  4, 2012 08:30:15.000000000 UTC`, as Wireshark writes a date.
void addDate(FieldCursor &data, const Field &field)
{
    using namespace std::chrono;
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (data.left() < 4)
        return data.skip(4);
    const sys_seconds moment{seconds(data.peek(4))};
    const sys_days day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss<seconds> time{moment - day};
    data.details().add(field, octets(data.at(), 4),
                       data.details().format("{} {:2}, {} {:02}:{:02}:{:02}.000000000 UTC",
                                             months.substr((unsigned(date.month()) - 1) * 3, 3), unsigned(date.day()),
                                             int(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count()));
    data.skip(4);
}

// RFC 4034, section 4.1.2: which types the owner has, as bits.
void addTypes(FieldCursor data)
{
    while (data.left() >= 2) {
        const std::uint64_t window = data.peek(1);
        data.skip(1);
        const std::size_t size = data.peek(1);
        data.skip(1);
        for (FieldCursor map = data.within(size); map; map.skip(1))
            for (std::size_t bit = 0; bit < 8; ++bit) {
                if (!(map.peek(1) >> (7 - bit) & 1))
                    continue;
                const std::size_t type = window * 256 + (map.at() - (map.end() - size)) * 8 + bit;
                map.details().add(named(fields, "dns.resp.type"), bits(map.at() * 8 + bit, 1), type);
            }
    }
}

void addSignature(FieldCursor data)
{
    data.add(named(fields, "dns.rrsig.type_covered"), 2);
    data.add(named(fields, "dns.rrsig.algorithm"), 1);
    data.add(named(fields, "dns.rrsig.labels"), 1);
    data.add(named(fields, "dns.rrsig.original_ttl"), 4);
    addDate(data, named(fields, "dns.rrsig.signature_expiration"));
    addDate(data, named(fields, "dns.rrsig.signature_inception"));
    data.add(named(fields, "dns.rrsig.key_tag"), 2);
    addDnsName(data, named(fields, "dns.rrsig.signers_name"));
    data.rest(named(fields, "dns.rrsig.signature"));
}

// RFC 4034, appendix B: not a checksum, but a short name for the key.
std::uint64_t keyTag(FieldCursor key)
{
    std::uint64_t sum = 0;
    for (; key.left() >= 2; key.skip(2))
        sum += key.peek(2);
    if (key)
        sum += key.peek(1) << 8;
    sum += sum >> 16 & 0xffff;
    return sum & 0xffff;
}

void addKey(FieldCursor data)
{
    const std::uint64_t tag = keyTag(data);
    if (data.left() < 4)
        return;
    Details &details = data.details();
    const std::size_t at = data.at();
    data.add(named(fields, "dns.dnskey.flags"), 2);
    {
        const auto below = details.below();
        details.add(named(fields, "dns.dnskey.flags.zone_key"), data.bytes(), bits(at * 8 + 7, 1));
        details.add(named(fields, "dns.dnskey.flags.key_revoked"), data.bytes(), bits(at * 8 + 8, 1));
        details.add(named(fields, "dns.dnskey.flags.secure_entry_point"), data.bytes(), bits(at * 8 + 15, 1));
    }
    data.add(named(fields, "dns.dnskey.protocol"), 1);
    data.add(named(fields, "dns.dnskey.algorithm"), 1);
    details.generate(named(fields, "dns.dnskey.key_id"), tag);
    data.rest(named(fields, "dns.dnskey.public_key"));
}

void addDigest(FieldCursor data)
{
    data.add(named(fields, "dns.ds.key_id"), 2);
    data.add(named(fields, "dns.ds.algorithm"), 1);
    data.add(named(fields, "dns.ds.digest_type"), 1);
    data.rest(named(fields, "dns.ds.digest"));
}

// Base 32 with the digits of hexadecimal (RFC 4648, section 7), in which names of this kind are written.
std::string_view hashText(Details &details, Bytes hash)
{
    constexpr std::string_view alphabet = "0123456789abcdefghijklmnopqrstuv";
    TextBuffer text;
    for (std::size_t bit = 0; bit < hash.size() * 8; bit += 5) {
        std::size_t digit = 0;
        for (std::size_t i = bit; i < bit + 5; ++i)
            digit = digit << 1 | (i < hash.size() * 8 ? readBits(hash, bits(i, 1)) : 0);
        text.push_back(alphabet[digit]);
    }
    return details.keep(viewOf(text));
}

void addHashed(FieldCursor data, bool withNext)
{
    Details &details = data.details();
    data.add(named(fields, "dns.nsec3.algo"), 1);
    if (data && withNext)
        details.add(named(fields, "dns.nsec3.flags.opt_out"), data.bytes(), bits(data.at() * 8 + 7, 1));
    data.add(named(fields, "dns.nsec3.flags"), 1);
    data.add(named(fields, "dns.nsec3.iterations"), 2);
    const std::size_t salt = data.number(named(fields, "dns.nsec3.salt_length"), 1);
    data.add(named(fields, "dns.nsec3.salt_value"), salt);
    if (!withNext)
        return;
    const std::size_t size = data.number(named(fields, "dns.nsec3.hash_length"), 1);
    if (size > data.left())
        return;
    details.add(named(fields, "dns.nsec3.hash_value"), octets(data.at(), size), hashText(details, data.bytes().subspan(data.at(), size)));
    data.skip(size);
    addTypes(data);
}

void addAuthorization(FieldCursor data)
{
    if (data.left() < 2)
        return;
    Details &details = data.details();
    const std::size_t at = data.at();
    data.add(named(fields, "dns.caa.flags"), 1);
    details.add(named(fields, "dns.caa.flags.issuer_critical"), data.bytes(), bits(at * 8, 1));
    const std::size_t size = data.peek(1);
    if (1 + size > data.left())
        return;
    const std::string_view tag = asText(data.bytes().subspan(data.at() + 1, size));
    const Field &row = tag == "issue" ? named(fields, "dns.caa.issue")
        : tag == "issuewild"          ? named(fields, "dns.caa.issuewild")
        : tag == "iodef"              ? named(fields, "dns.caa.iodef")
                                      : named(fields, "dns.caa.unknown");
    const std::size_t value = data.at() + 1 + size;
    details.add(row, octets(data.at(), data.left()), data.bytes().subspan(value, data.end() - value));
    const auto below = details.below();
    data.add(named(fields, "dns.caa.tag_length"), 1);
    data.add(named(fields, "dns.caa.tag"), size);
    data.rest(named(fields, "dns.caa.value"));
}

void addTransactionSignature(FieldCursor data)
{
    addDnsName(data, named(fields, "dns.tsig.algorithm_name"));
    data.skip(6); // the time of signing
    data.add(named(fields, "dns.tsig.fudge"), 2);
    data.skip(data.number(named(fields, "dns.tsig.mac_size"), 2));
    data.add(named(fields, "dns.tsig.original_id"), 2);
    data.add(named(fields, "dns.tsig.error"), 2);
    data.add(named(fields, "dns.tsig.other_len"), 2);
}

} // namespace

bool addDnsSecurityData(FieldCursor data, std::uint16_t type)
{
    switch (type) {
    case DS:
    case CDS: addDigest(data); return true;
    case RRSIG: addSignature(data); return true;
    case NSEC:
        addDnsName(data, named(fields, "dns.nsec.next_domain_name"));
        addTypes(data);
        return true;
    case DNSKEY:
    case CDNSKEY: addKey(data); return true;
    case NSEC3: addHashed(data, true); return true;
    case NSEC3PARAM: addHashed(data, false); return true;
    case SSHFP:
        data.add(named(fields, "dns.sshfp.algorithm"), 1);
        data.add(named(fields, "dns.sshfp.fingerprint.type"), 1);
        data.rest(named(fields, "dns.sshfp.fingerprint"));
        return true;
    case TLSA:
        data.add(named(fields, "dns.tlsa.certificate_usage"), 1);
        data.add(named(fields, "dns.tlsa.selector"), 1);
        data.add(named(fields, "dns.tlsa.matching_type"), 1);
        data.rest(named(fields, "dns.tlsa.certificate_association_data"));
        return true;
    case CAA: addAuthorization(data); return true;
    case TSIG: addTransactionSignature(data); return true;
    default: return false;
    }
}

} // namespace vethscope
