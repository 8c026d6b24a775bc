#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// Communities mark routes, so that routers can treat marked ones alike. RFC 1997; large ones RFC 8092.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

// RFC 1997: AS numbers 0 and 65535 are not for the taking.
bool isReserved(const BgpPart &part)
{
    return part.word() == 0 || part.word() == 0xffff;
}

std::string_view addCommunity(Details &details, BgpPart &part)
{
    if (isReserved(part)) {
        const std::string_view word = nameOf(bgpWellKnownCommunities, part.number());
        details.add(named(fields, "update.path_attribute.community_wellknown"), part.message, part.take(4));
        return word.empty() ? "Reserved" : word;
    }
    const std::string_view text = details.format("{}:{}", part.word(), part.word(2));
    addBgpHolder(details, named(fields, "update.path_attribute.community"), octets(part.at, 4), details.format("Community: {}", text));
    const auto below = details.below();
    details.add(named(fields, "update.path_attribute.community_as"), part.message, part.take(2));
    details.add(named(fields, "update.path_attribute.community_value"), part.message, part.take(2));
    return text;
}

} // namespace

std::string_view addBgpCommunities(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    const std::size_t row = details.items.size();
    addBgpHolder(details, named(fields, "update.path_attribute.communities"), contents.rest());
    const auto below = details.below();
    TextBuffer list;
    while (contents.has(4))
        print(list, "{}{}", list.size() > 0 ? " " : "", addCommunity(details, contents));
    const std::string_view text = details.keep(viewOf(list));
    details.items[row].label = details.format("Communities: {}", text);
    return text;
}

std::string_view addBgpLargeCommunities(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    TextBuffer list;
    while (contents.has(12)) {
        const std::string_view text = details.format("{}:{}:{}", contents.number(), contents.number(4), contents.number(8));
        print(list, "{}{}", list.size() > 0 ? " " : "", text);
        details.add(named(fields, "large_communities"), octets(contents.at, 12), text);
        const auto below = details.below();
        details.add(named(fields, "large_communities.ga"), contents.message, contents.take(4));
        details.add(named(fields, "large_communities.ldp1"), contents.message, contents.take(4));
        details.add(named(fields, "large_communities.ldp2"), contents.message, contents.take(4));
    }
    return details.keep(viewOf(list));
}

} // namespace vethscope
