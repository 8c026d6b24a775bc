#include "core/protocols/bgp_attributes.h"

#include "core/protocols/bgp_fields.h"

// Path attributes: flags, a type, a length, contents. RFC 4271, section 4.3.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::uint8_t extendedLength = 0x10;
constexpr std::uint8_t unreachable = 15;
constexpr std::uint8_t extendedCommunities = 16;

std::string_view addOrigin(BgpUpdate &update, BgpPart contents)
{
    const std::string_view word = nameOf(bgpOrigins, contents.byte());
    update.details.add(named(fields, "update.path_attribute.origin"), contents.message, contents.take(1));
    return word;
}

std::string_view addAddress(BgpUpdate &update, BgpPart contents, const Field &field)
{
    const std::string_view text = bgpAddressText(update.details, contents.bytes(0, 4));
    update.details.add(field, contents.message, contents.take(4));
    return text;
}

std::string_view addNextHop(BgpUpdate &update, BgpPart contents)
{
    const std::string_view address = addAddress(update, contents, named(fields, "update.path_attribute.next_hop"));
    if (update.nextHop.empty())
        update.nextHop = address;
    return address;
}

std::string_view addOriginator(BgpUpdate &update, BgpPart contents)
{
    return addAddress(update, contents, named(fields, "update.path_attribute.originator_id"));
}

std::string_view addMetric(BgpUpdate &update, BgpPart contents)
{
    update.details.add(named(fields, "update.path_attribute.multi_exit_disc"), contents.message, octets(contents.at, 4));
    return update.details.format("{}", contents.number());
}

std::string_view addLocalPreference(BgpUpdate &update, BgpPart contents)
{
    update.details.add(named(fields, "update.path_attribute.local_pref"), contents.message, octets(contents.at, 4));
    return update.details.format("{}", contents.number());
}

// The AS number has two bytes or four: RFC 6793, section 3.
std::string_view addAggregator(BgpUpdate &update, BgpPart contents)
{
    const std::size_t size = contents.end - contents.at == 6 ? 2 : 4;
    if (!contents.has(size + 4))
        return {};
    const std::uint64_t as = readUnsigned(contents.message, contents.at, size);
    update.details.add(named(fields, "update.path_attribute.aggregator_as"), contents.message, contents.take(size));
    return update.details.format("AS: {} origin: {}", as,
                                 addAddress(update, contents, named(fields, "update.path_attribute.aggregator_origin")));
}

// RFC 4456: the route reflectors that a route came through.
std::string_view addClusters(BgpUpdate &update, BgpPart contents)
{
    const std::size_t row = update.details.items.size();
    addBgpHolder(update.details, named(fields, "path_attribute.cluster_list"), contents.rest());
    const auto below = update.details.below();
    TextBuffer list;
    while (contents.has(4)) {
        const std::string_view cluster = addAddress(update, {contents.message, contents.at, contents.at + 4},
                                                    named(fields, "path_attribute.cluster_id"));
        print(list, "{}{}", list.size() > 0 ? " " : "", cluster);
        contents.take(4);
    }
    const std::string_view text = update.details.keep(viewOf(list));
    update.details.items[row].label = update.details.format("Cluster List: {}", text);
    return text;
}

// RFC 7311, section 3: elements of type, length (their own bytes included) and a metric.
std::string_view addAccumulatedMetric(BgpUpdate &update, BgpPart contents)
{
    std::string_view text;
    addBgpHolder(update.details, named(fields, "update.path_attribute.aigp"), contents.rest());
    const auto below = update.details.below();
    while (contents.has(3)) {
        const std::size_t size = contents.word(1);
        const bool metric = contents.byte() == 1 && size == 11 && contents.has(11);
        update.details.add(named(fields, "update.attribute.aigp.type"), contents.message, contents.take(1));
        update.details.add(named(fields, "update.attribute.aigp.length"), contents.message, contents.take(2));
        if (size < 3 || !contents.has(size - 3))
            break;
        const BitRange value = contents.take(size - 3);
        if (metric) {
            update.details.add(named(fields, "update.attribute.aigp.accu_igp_metric"), contents.message, value);
            text = update.details.format("{}", readBits(contents.message, value));
        }
    }
    return text;
}

// RFC 6368: the attributes of a customer's route, carried through the provider's network.
std::string_view addAttributeSet(BgpUpdate &update, BgpPart contents)
{
    update.details.add(named(fields, "update.path_attribute.attr_set.origin_as"), contents.message, contents.take(4));
    if (update.nested)
        return {};
    addBgpHolder(update.details, named(fields, "update.path_attributes"), contents.rest());
    const auto below = update.details.below();
    BgpUpdate inner{.details = update.details, .nested = true};
    addBgpAttributes(inner, contents);
    return {};
}

// The lengths an attribute may have: `size` bytes exactly, or from there in steps of `step`.
struct Attribute {
    std::uint8_t type;
    std::size_t size;
    std::size_t step;
    std::string_view (*add)(BgpUpdate &update, BgpPart contents);
};

constexpr auto known = std::to_array<Attribute>({
    {1, 1, 0, addOrigin},
    {2, 0, 1, addBgpAsPath},
    {3, 4, 0, addNextHop},
    {4, 4, 0, addMetric},
    {5, 4, 0, addLocalPreference},
    {6, 0, 0, nullptr},
    {7, 6, 2, addAggregator},
    {8, 0, 4, addBgpCommunities},
    {9, 4, 0, addOriginator},
    {10, 0, 4, addClusters},
    {14, 3, 1, addBgpReachable},
    {unreachable, 3, 1, addBgpUnreachable},
    {extendedCommunities, 0, 8, addBgpExtendedCommunities},
    {17, 0, 1, addBgpFourByteAsPath},
    {18, 8, 0, addAggregator},
    {22, 5, 1, addBgpMulticastTunnel},
    {26, 3, 1, addAccumulatedMetric},
    {32, 0, 12, addBgpLargeCommunities},
    {33, 2, 1, addBgpSecurePath},
    {40, 3, 1, addBgpPrefixSegment},
    {128, 4, 1, addAttributeSet},
});

bool fits(const Attribute &attribute, std::size_t size)
{
    return size == attribute.size || (size > attribute.size && attribute.step > 0 && (size - attribute.size) % attribute.step == 0);
}

void addFlags(Details &details, Bytes message, std::size_t at)
{
    details.add(named(fields, "update.path_attribute.flags"), message, octets(at, 1));
    const auto below = details.below();
    details.add(named(fields, "update.path_attribute.flags.optional"), message, bits(at * 8, 1));
    details.add(named(fields, "update.path_attribute.flags.transitive"), message, bits(at * 8 + 1, 1));
    details.add(named(fields, "update.path_attribute.flags.partial"), message, bits(at * 8 + 2, 1));
    details.add(named(fields, "update.path_attribute.flags.extended_length"), message, bits(at * 8 + 3, 1));
    details.add(named(fields, "update.path_attribute.flags.unused"), message, bits(at * 8 + 4, 4));
}

// What is in an attribute, as words for the row above it.
std::string_view addContents(BgpUpdate &update, std::uint8_t type, const BgpPart &contents)
{
    const auto attribute = std::ranges::find(known, type, &Attribute::type);
    if (attribute == known.end()) {
        if (!contents.done())
            addBgpHolder(update.details, named(fields, "update.path_attributes.unknown"), contents.rest());
        return {};
    }
    const std::size_t promised = contents.end - std::min(contents.at, contents.end);
    if (!fits(*attribute, promised)) {
        update.details.note(Severity::Error, Sentence::of("attribute {} has {} bytes, which is not a length of its kind", type, promised),
                            contents.rest());
        return {};
    }
    if (!attribute->add || !contents.has(attribute->size))
        return {};
    return attribute->add(update, contents);
}

struct Head {
    std::uint8_t type;
    std::size_t size;   // of flags, type and length
    std::size_t length; // of the contents
};

std::optional<Head> headAt(const BgpPart &part)
{
    if (!part.has(3))
        return std::nullopt;
    if (!(part.byte() & extendedLength))
        return Head{part.byte(1), 3, part.byte(2)};
    if (!part.has(4))
        return std::nullopt;
    return Head{part.byte(1), 4, part.word(2)};
}

// Whether labels are VNIs is said in one attribute and needed in another, which may come before.
bool saysVxlan(BgpPart part)
{
    constexpr std::uint64_t encapsulation = 0x030c; // RFC 9012, section 4.1
    constexpr std::uint16_t vxlan = 8;
    for (auto head = headAt(part); head; head = headAt(part)) {
        part.take(head->size);
        BgpPart contents = part.takePart(head->length);
        if (head->type == extendedCommunities)
            for (; contents.has(8); contents.take(8))
                if (contents.word() == encapsulation && contents.word(6) == vxlan)
                    return true;
    }
    return false;
}

} // namespace

void addBgpAttributes(BgpUpdate &update, BgpPart part)
{
    Details &details = update.details;
    update.vxlan = saysVxlan(part);
    for (auto head = headAt(part); head; head = headAt(part)) {
        const std::string_view word = nameOf(bgpAttributeNames, head->type);
        const std::string_view name = word.empty() ? details.format("Unknown ({})", head->type) : word;
        update.attributed = update.attributed || head->type != unreachable;
        const std::size_t row = details.items.size();
        addBgpHolder(details, named(fields, "update.path_attribute"), octets(part.at, std::min(head->size + head->length, part.left())));
        const auto below = details.below();
        addFlags(details, part.message, part.take(1).firstByte());
        details.add(named(fields, "update.path_attribute.type_code"), part.message, part.take(1));
        const BitRange lengthPlace = part.take(head->size - 2);
        details.add(named(fields, "update.path_attribute.length"), part.message, lengthPlace);
        if (part.lacks(head->length)) {
            details.items[row].label = details.format("Path Attribute - {}", name);
            return details.note(Severity::Error, Sentence::of("a BGP attribute longer than its message: {} bytes, where {} are left",
                                                  head->length, part.left()), lengthPlace);
        }
        const std::string_view gist = addContents(update, head->type, part.takePart(head->length));
        details.items[row].label = details.format("Path Attribute - {}{}{}", name, gist.empty() ? "" : ": ", gist);
    }
    noteBgpRemainder(details, part);
}

} // namespace vethscope
