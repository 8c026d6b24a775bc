#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_community_values.h"
#include "core/protocols/bgp_fields.h"

// Extended communities: eight bytes, a type, mostly a subtype, a value. RFC 4360; RFC 5668 for four-byte AS numbers,
// RFC 7153 for how types are given out, RFC 7432, section 7.5 for EVPN, RFC 8955, section 7 for flow specifications.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

// A type, the field that its subtype is, and how values without a row below are read.
struct Kind {
    std::uint8_t type;
    const Field *subtype;
    void (*add)(BgpCommunity &community);
};

constexpr auto kinds = std::to_array<Kind>({
    {0x00, &named(fields, "ext_com.stype_tr_as2"), addBgpTwoByteAsValue},
    {0x01, &named(fields, "ext_com.stype_tr_IP4"), addBgpAddressValue},
    {0x02, &named(fields, "ext_com.stype_tr_as4"), addBgpFourByteAsValue},
    {0x03, &named(fields, "ext_com.stype_tr_opaque"), addBgpRawValue},
    {0x06, &named(fields, "ext_com.stype_tr_evpn"), addBgpRawValue},
    {0x40, &named(fields, "ext_com.stype_ntr_as2"), addBgpTwoByteAsValue},
    {0x41, &named(fields, "ext_com.stype_ntr_IP4"), addBgpAddressValue},
    {0x42, &named(fields, "ext_com.stype_ntr_as4"), addBgpFourByteAsValue},
    {0x43, &named(fields, "ext_com.stype_ntr_opaque"), addBgpRawValue},
    {0x80, &named(fields, "ext_com.stype_tr_exp"), addBgpRawValue},
    {0x81, &named(fields, "ext_com.stype_tr_exp_2"), addBgpRawValue},
    {0x82, &named(fields, "ext_com.stype_tr_exp_3"), addBgpRawValue},
});

void addType(BgpCommunity &community)
{
    community.add(named(fields, "ext_com.type"), 0, 1);
    const auto below = community.details.below();
    community.addBits(named(fields, "ext_com.type.auth"), 0, 1);
    community.addBits(named(fields, "ext_com.type.tran"), 1, 1);
}

void addCommunity(Details &details, BgpPart part)
{
    BgpCommunity community{details, part.message, part.at};
    const std::uint8_t type = part.byte();
    const std::uint8_t subtype = part.byte(1);
    const std::size_t row = details.items.size();
    addBgpHolder(details, named(fields, "ext_community"), octets(part.at, 8));
    const auto below = details.below();
    addType(community);
    const auto kind = std::ranges::find(kinds, type, &Kind::type);
    const Field &field = kind != kinds.end() ? *kind->subtype : named(fields, "ext_com.stype_unknown");
    community.add(field, 1, 1);
    if (!addBgpSpecialValue(community, part.word()))
        kind != kinds.end() ? kind->add(community) : addBgpRawValue(community);

    const std::string_view what = nameOf(field.names, subtype);
    const std::string_view range = nameOf(bgpExtendedTypes, type);
    const std::string_view unknown = details.format("Unknown type 0x{:02x} subtype 0x{:02x}", type, subtype);
    details.items[row].label = details.format("{}: {} [{}]", what.empty() ? unknown : what, viewOf(community.text),
                                              range.empty() ? "Unknown community" : range);
}

} // namespace

std::string_view addBgpExtendedCommunities(BgpUpdate &update, BgpPart contents)
{
    const std::size_t count = contents.left() / 8;
    addBgpHolder(update.details, named(fields, "ext_communities"), contents.rest(),
                 update.details.format("Carried extended communities: {}", count));
    const auto below = update.details.below();
    for (; contents.has(8); contents.take(8))
        addCommunity(update.details, contents);
    return {};
}

} // namespace vethscope
