#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_routes.h"

// Flow specifications are firewall rules that travel as routes: components, each a prefix or a list of comparisons.
// RFC 8955, section 4; RFC 8956 for IPv6.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Component : std::uint8_t {
    DestinationPrefix = 1,
    SourcePrefix = 2,
    IpProtocol = 3,
    TcpFlags = 9,
    PacketLength = 10,
    Dscp = 11,
    Fragment = 12,
};

bool isBitmask(std::uint8_t type)
{
    return type == TcpFlags || type == Fragment;
}

// Wireshark 4.0 reads the operator of a DSCP comparison as that of a bit mask; RFC 8955, section 4.2.2.11 does not.
void addOperator(Details &details, Bytes message, std::size_t at, std::uint8_t type)
{
    const std::size_t bit = at * 8;
    details.add(named(fields, "flowspec_nlri.opflags"), message, octets(at, 1));
    const auto below = details.below();
    details.add(named(fields, "flowspec_nlri.op.eol"), message, bits(bit, 1));
    details.add(named(fields, "flowspec_nlri.op.and"), message, bits(bit + 1, 1));
    details.add(named(fields, "flowspec_nlri.op.val_len"), message, bits(bit + 2, 2));
    details.add(named(fields, "flowspec_nlri.op.un_bit4"), message, bits(bit + 4, 1));
    if (isBitmask(type)) {
        details.add(named(fields, "flowspec_nlri.op.un_bit5"), message, bits(bit + 5, 1));
        details.add(named(fields, "flowspec_nlri.op.flg_not"), message, bits(bit + 6, 1));
        details.add(named(fields, "flowspec_nlri.op.flg_match"), message, bits(bit + 7, 1));
    } else {
        details.add(named(fields, "flowspec_nlri.op.lt"), message, bits(bit + 5, 1));
        details.add(named(fields, "flowspec_nlri.op.gt"), message, bits(bit + 6, 1));
        details.add(named(fields, "flowspec_nlri.op.equal"), message, bits(bit + 7, 1));
    }
}

void addTcpFlags(Details &details, Bytes message, BitRange place)
{
    const std::size_t bit = place.end() - 8;
    details.add(named(fields, "flowspec_nlri.val_tcp.flags"), message, bits(bit, 8));
    const auto below = details.below();
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.cwr"), message, bits(bit, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.ecn"), message, bits(bit + 1, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.urg"), message, bits(bit + 2, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.ack"), message, bits(bit + 3, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.push"), message, bits(bit + 4, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.reset"), message, bits(bit + 5, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.syn"), message, bits(bit + 6, 1));
    details.add(named(fields, "flowspec_nlri.val_tcp.flags.fin"), message, bits(bit + 7, 1));
}

void addFragment(Details &details, Bytes message, BitRange place)
{
    const std::size_t bit = place.end() - 8;
    details.add(named(fields, "flowspec_nlri.val_frag"), message, bits(bit, 8));
    const auto below = details.below();
    details.add(named(fields, "flowspec_nlri.val_frag_lf"), message, bits(bit + 4, 1));
    details.add(named(fields, "flowspec_nlri.val_frag_ff"), message, bits(bit + 5, 1));
    details.add(named(fields, "flowspec_nlri.val_frag_isf"), message, bits(bit + 6, 1));
    details.add(named(fields, "flowspec_nlri.val_frag_df"), message, bits(bit + 7, 1));
}

void addValue(Details &details, Bytes message, BitRange place, std::uint8_t type)
{
    if (type == TcpFlags)
        return addTcpFlags(details, message, place);
    if (type == Fragment)
        return addFragment(details, message, place);
    if (type == Dscp)
        return details.add(named(fields, "flowspec_nlri.val_dsfield"), message, bits(place.end() - 6, 6));
    details.add(place.length == 8       ? named(fields, "flowspec_nlri.dec_val_8")
                    : place.length == 16 ? named(fields, "flowspec_nlri.dec_val_16")
                    : place.length == 32 ? named(fields, "flowspec_nlri.dec_val_32")
                                         : named(fields, "flowspec_nlri.dec_val_64"), message, place);
}

// `>=1024 && <=2048`; of bit masks the number itself.
void printComparison(TextBuffer &out, std::uint8_t operation, std::uint64_t value, std::uint8_t type, bool first)
{
    constexpr auto numeric = std::to_array<std::string_view>({"false", "=", ">", ">=", "<", "<=", "!=", "true"});
    constexpr auto mask = std::to_array<std::string_view>({"any of ", "exactly ", "none of ", "not exactly "});
    print(out, "{}{}", first ? "" : operation & 0x40 ? " && " : " || ", isBitmask(type) ? mask[operation & 3] : numeric[operation & 7]);
    isBitmask(type) ? print(out, "0x{:02x}", value) : print(out, "{}", value);
}

bool addComparisons(Details &details, BgpPart &part, std::uint8_t type, TextBuffer &text)
{
    for (bool first = true; part.has(1); first = false) {
        const std::uint8_t operation = part.byte();
        const std::size_t size = std::size_t{1} << (operation >> 4 & 3);
        addOperator(details, part.message, part.take(1).firstByte(), type);
        if (!part.has(size))
            return false;
        const BitRange place = part.take(size);
        addValue(details, part.message, place, type);
        printComparison(text, operation, readBits(part.message, place), type, first);
        if (operation & 0x80)
            return true;
    }
    return false;
}

bool addPrefix(Details &details, BgpPart &part, std::uint8_t type, std::size_t addressSize, TextBuffer &text)
{
    const bool offset = addressSize == 16; // RFC 8956, section 3.1: how many bits in front do not count
    if (!part.has(offset ? 2 : 1))
        return false;
    const std::size_t length = part.byte();
    const std::size_t skipped = offset ? part.byte(1) : 0;
    if (length > addressSize * 8 || skipped > length)
        return false;
    details.add(offset ? named(fields, "flowspec_nlri.ipv6_pref_length") : named(fields, "prefix_length"), part.message, part.take(1));
    if (offset)
        details.add(named(fields, "flowspec_nlri.ipv6_pref_offset"), part.message, part.take(1));
    const std::size_t size = (length - skipped + 7) / 8;
    if (!part.has(size))
        return false;
    const Bytes address = keptBgpAddress(details, part, length - skipped, addressSize);
    const bool destination = type == DestinationPrefix;
    details.add(offset ? destination ? named(fields, "flowspec_nlri.dst_ipv6_pref") : named(fields, "flowspec_nlri.src_ipv6_pref")
                       : destination ? named(fields, "flowspec_nlri.dst_prefix_filter") : named(fields, "flowspec_nlri.src_prefix_filter"),
                part.take(size), address);
    print(text, "{}/{}", bgpAddressText(details, address), length);
    return true;
}

void addDistinguisher(Details &details, BgpPart &part)
{
    addBgpHolder(details, named(fields, "flowspec_route_distinguisher"), octets(part.at, 8),
                 details.format("Route Distinguisher: {}", bgpDistinguisher(details, part.bytes(0, 8))));
    const auto below = details.below();
    const std::uint16_t type = part.word();
    details.add(named(fields, "flowspec_route_distinguisher_type"), part.message, part.take(2));
    if (type == 0) {
        details.add(named(fields, "flowspec_route_distinguisher_admin_as_num_2"), part.message, part.take(2));
        details.add(named(fields, "flowspec_route_distinguisher_asnum_4"), part.message, part.take(4));
        return;
    }
    details.add(type == 1 ? named(fields, "flowspec_route_distinguisher_admin_ipv4") : named(fields,
                                                                                             "flowspec_route_distinguisher_admin_as_num_4"),
                part.message, part.take(4));
    details.add(named(fields, "flowspec_route_distinguisher_asnum_2"), part.message, part.take(2));
}

// Components follow one another without lengths: behind one that is not known, nothing can be read.
std::string_view addComponents(Details &details, BgpPart part, std::size_t addressSize)
{
    TextBuffer rule;
    while (part.has(1)) {
        const std::size_t row = details.items.size();
        const std::size_t begin = part.at;
        const std::uint8_t type = part.byte();
        const std::string_view word = nameOf(bgpFlowComponents, type);
        addBgpHolder(details, named(fields, "flowspec_nlri.filter"), octets(begin, 1));
        const auto below = details.below();
        details.add(named(fields, "flowspec_nlri.filter_type"), part.message, part.take(1));
        TextBuffer text;
        const bool read = type == DestinationPrefix || type == SourcePrefix ? addPrefix(details, part, type, addressSize, text)
                                                                            : !word.empty() && addComparisons(details, part, type, text);
        details.items[row].label = details.format("Filter: {} ({})", word.empty() ? "Unknown filter" : word, viewOf(text));
        details.items[row].place = octets(begin, part.at - begin);
        if (!read) {
            if (!part.cut())
                details.note(Severity::Error, Sentence::of("a flow specification's component of type {} cannot be read to its end at byte {}",
                                               type, part.at), octets(begin, part.at - begin));
            break;
        }
        print(rule, "{}{} {}", rule.size() > 0 ? ", " : "", word.substr(0, word.rfind(' ')), viewOf(text));
    }
    return details.keep(viewOf(rule));
}

} // namespace

void addBgpFlowSpecifications(BgpUpdate &update, BgpPart part, std::size_t addressSize, bool distinguished, bool withdrawn)
{
    Details &details = update.details;
    while (part.has(1)) {
        // RFC 8955, section 4.1: from 240 bytes on, the length has two bytes, the first of which begins with f.
        const std::size_t lengthSize = part.byte() >= 0xf0 ? 2 : 1;
        if (!part.has(lengthSize))
            return;
        const std::size_t length = lengthSize == 2 ? part.word() & 0x0fffu : part.byte();
        details.add(named(fields, "flowspec_nlri"), part.message, octets(part.at, std::min(lengthSize + length, part.left())));
        const auto below = details.below();
        const BitRange lengthPlace = part.take(lengthSize);
        details.add(named(fields, "flowspec_nlri.length"), lengthPlace, length);
        if (part.lacks(length))
            return details.note(Severity::Error,
                                Sentence::of("a flow specification says {} bytes, but {} are left for it", length, part.left()), lengthPlace);
        BgpPart contents = part.takePart(length);
        if (distinguished && contents.has(8))
            addDistinguisher(details, contents);
        (withdrawn ? update.withdrawn : update.announced).add(addComponents(details, contents, addressSize));
    }
}

} // namespace vethscope
