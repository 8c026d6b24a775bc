#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// Segment routing: the label or the IPv6 address by which others steer packets to this prefix. RFC 8669; RFC 9252.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Type : std::uint8_t { LabelIndex = 1, OriginatorBlock = 3, Srv6Layer3Service = 5 };

// The front of every element: how long it is, and its contents when they are there.
BgpPart takeContents(Details &details, BgpPart &part, const Field &type, const Field &length)
{
    const std::size_t size = part.word(1);
    details.add(type, part.message, part.take(1));
    const BitRange place = part.take(2);
    details.add(length, part.message, place);
    if (part.lacks(size))
        details.note(Severity::Error, Sentence::of("an element of the prefix SID says {} bytes, but {} are left for it", size, part.left()), place);
    return part.takePart(size);
}

void addLabelIndex(Details &details, BgpPart part)
{
    if (!part.has(7))
        return;
    details.add(named(fields, "prefix_sid.reserved"), part.message, part.take(1));
    details.add(named(fields, "prefix_sid.label_index.flags"), part.message, part.take(2));
    details.add(named(fields, "prefix_sid.label_index.value"), part.message, part.take(4));
}

void addOriginatorBlocks(Details &details, BgpPart part)
{
    if (!part.has(2))
        return;
    details.add(named(fields, "prefix_sid.originator_srgb.flags"), part.message, part.take(2));
    addBgpHolder(details, named(fields, "prefix_sid.originator_srgb_blocks"), part.rest());
    const auto below = details.below();
    while (part.has(6)) {
        addBgpHolder(details, named(fields, "prefix_sid.originator_srgb_block"), octets(part.at, 6));
        const auto block = details.below();
        details.add(named(fields, "prefix_sid.originator_srgb_base"), part.message, part.take(3));
        details.add(named(fields, "prefix_sid.originator_srgb_range"), part.message, part.take(3));
    }
}

// RFC 9252, section 3.2.1: how the bits of the SID are divided.
void addStructure(Details &details, BgpPart part)
{
    addBgpHolder(details, named(fields, "prefix_sid.srv6_l3vpn.sub_sub_tlvs"), part.rest());
    const auto below = details.below();
    while (part.has(3)) {
        const bool structure = part.byte() == 1;
        addBgpHolder(details, named(fields, "prefix_sid.srv6_l3vpn.sub_sub_tlv"),
                     octets(part.at, std::min<std::size_t>(3u + part.word(1), part.left())));
        const auto element = details.below();
        BgpPart contents = takeContents(details, part, named(fields, "prefix_sid.srv6_l3vpn.sub_sub_tlv.type"),
                                        named(fields, "prefix_sid.srv6_l3vpn.sub_sub_tlv.length"));
        if (!structure || !contents.has(6)) {
            details.add(named(fields, "prefix_sid.srv6_l3vpn.sub_sub_tlv.value"), contents.message, contents.rest());
            continue;
        }
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.locator_block_len"), contents.message, contents.take(1));
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.locator_node_len"), contents.message, contents.take(1));
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.func_len"), contents.message, contents.take(1));
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.arg_len"), contents.message, contents.take(1));
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.trans_len"), contents.message, contents.take(1));
        details.add(named(fields, "prefix_sid.srv6_l3vpn.sid.trans_offset"), contents.message, contents.take(1));
    }
}

// RFC 9252, section 3.1.
void addIdentifier(Details &details, BgpPart contents)
{
    details.add(named(fields, "prefix_sid.srv6_l3vpn.sub_tlv.reserved"), contents.message, contents.take(1));
    details.add(named(fields, "prefix_sid.srv6_l3vpn.sid_value"), contents.message, contents.take(16));
    details.add(named(fields, "prefix_sid.srv6_l3vpn.sid_flags"), contents.message, contents.take(1));
    details.add(named(fields, "prefix_sid.srv6_l3vpn.srv6_endpoint_behavior"), contents.message, contents.take(2));
    details.add(named(fields, "prefix_sid.srv6_l3vpn.reserved"), contents.message, contents.take(1));
    if (!contents.done())
        addStructure(details, contents);
}

void addLayer3Service(Details &details, BgpPart part)
{
    if (!part.has(1))
        return;
    details.add(named(fields, "prefix_sid.reserved"), part.message, part.take(1));
    addBgpHolder(details, named(fields, "prefix_sid.srv6_l3vpn.sub_tlvs"), part.rest());
    const auto below = details.below();
    while (part.has(3)) {
        const bool identifier = part.byte() == 1;
        addBgpHolder(details, named(fields, "prefix_sid.srv6_l3vpn.sub_tlv"),
                     octets(part.at, std::min<std::size_t>(3u + part.word(1), part.left())));
        const auto element = details.below();
        const BgpPart contents = takeContents(details, part, named(fields, "prefix_sid.srv6_l3vpn.sub_tlv.type"),
                                              named(fields, "prefix_sid.srv6_l3vpn.sub_tlv.length"));
        if (identifier && contents.has(21))
            addIdentifier(details, contents);
        else
            details.add(named(fields, "prefix_sid.srv6_l3vpn.sub_tlv.value"), contents.message, contents.rest());
    }
}

const Field &holderOf(std::uint8_t type)
{
    switch (type) {
    case LabelIndex: return named(fields, "prefix_sid.label_index");
    case OriginatorBlock: return named(fields, "prefix_sid.originator_srgb");
    case Srv6Layer3Service: return named(fields, "prefix_sid.srv6_l3vpn");
    default: return named(fields, "prefix_sid.unknown");
    }
}

} // namespace

std::string_view addBgpPrefixSegment(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    while (contents.has(3)) {
        const std::uint8_t type = contents.byte();
        addBgpHolder(details, holderOf(type), octets(contents.at, std::min<std::size_t>(3u + contents.word(1), contents.left())));
        const auto below = details.below();
        const BgpPart element = takeContents(details, contents, named(fields, "prefix_sid.type"), named(fields, "prefix_sid.length"));
        switch (type) {
        case LabelIndex: addLabelIndex(details, element); break;
        case OriginatorBlock: addOriginatorBlocks(details, element); break;
        case Srv6Layer3Service: addLayer3Service(details, element); break;
        default: details.add(named(fields, "prefix_sid.value"), element.message, element.rest());
        }
    }
    return {};
}

} // namespace vethscope
