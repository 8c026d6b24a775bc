#include "core/protocols/icmp_fields.h"

// What routers add behind the datagram that an ICMP error quotes. RFC 4884, section 7; MPLS labels RFC 4950.

namespace vethscope {
namespace {

constexpr auto &fields = icmpVaryingFields;
constexpr std::size_t objectHeader = 4;
constexpr std::uint64_t mplsLabels = 1;

ChecksumStatus checksumStatus(Bytes extensions)
{
    if (read16(extensions, 2) == 0)
        return ChecksumStatus::NotPresent;
    InternetChecksum sum;
    sum.add(extensions);
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void addLabels(FieldCursor object)
{
    Details &details = object.details();
    while (object.left() >= 4) {
        const std::size_t at = object.at() * 8;
        details.add(named(fields, "mpls.label"), object.bytes(), bits(at, 20));
        const auto below = details.below();
        details.add(named(fields, "mpls.exp"), object.bytes(), bits(at + 20, 3));
        details.add(named(fields, "mpls.s"), object.bytes(), bits(at + 23, 1));
        details.add(named(fields, "mpls.ttl"), object.bytes(), bits(at + 24, 8));
        object.skip(4);
    }
}

} // namespace

void addIcmpExtensions(FieldCursor extensions)
{
    constexpr unsigned version = 2;
    if (extensions.left() < 4 || extensions.peek(1) >> 4 != version)
        return;
    Details &details = extensions.details();
    const std::size_t at = extensions.at();
    details.add(named(fields, "ext"), octets(at, extensions.left()), std::uint64_t{0});
    const auto below = details.below();
    details.add(named(fields, "ext.version"), extensions.bytes(), bits(at * 8, 4));
    details.add(named(fields, "ext.res"), extensions.bytes(), bits(at * 8 + 4, 12));
    details.add(named(fields, "ext.checksum"), extensions.bytes(), octets(at + 2, 2));
    addChecksumStatus(details, named(fields, "ext.checksum.status"), checksumStatus(extensions.bytes().subspan(at, extensions.left())),
                      octets(at + 2, 2));
    extensions.skip(4);
    while (extensions.left() >= objectHeader) {
        const std::uint64_t length = extensions.peek(2);
        FieldCursor object = extensions.within(std::max<std::size_t>(length, objectHeader));
        object.add(named(fields, "ext.length"), 2);
        const std::uint64_t kind = object.number(named(fields, "ext.class"), 1);
        object.add(named(fields, "ext.ctype"), 1);
        if (length < objectHeader)
            return details.note(Severity::Error,
                                Sentence::of("an extension object says {} bytes, but its header alone has {}", length, objectHeader));
        kind == mplsLabels ? addLabels(object) : object.rest(named(fields, "ext.data"));
    }
}

} // namespace vethscope
