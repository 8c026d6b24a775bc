#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"

// UPDATE: routes that are gone, what all the new ones have in common, the new ones. RFC 4271, section 4.3.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

// A two-byte length and what it is the length of; nothing when the message ends before.
std::optional<BgpPart> takeList(Details &details, BgpPart &body, const Field &length)
{
    if (!body.has(2)) {
        noteBgpLie(details, body, 2, Sentence::of("the message ends {} bytes too early for the length of its next list", 2 - body.left()));
        return std::nullopt;
    }
    const std::size_t size = body.word();
    const BitRange place = body.take(2);
    details.add(length, body.message, place);
    if (body.lacks(size))
        details.note(Severity::Error, Sentence::of("a list of {} bytes is announced, but {} are left in the message", size, body.left()), place);
    return body.takePart(size);
}

std::string_view gistOf(const BgpUpdate &update, const BgpPart &routes)
{
    TextBuffer gist;
    const auto tell = [&](std::string_view verb, const BgpRoutes &list) {
        if (list.count == 0)
            return;
        print(gist, "{}{}{}", gist.size() > 0 ? ", " : "", verb, list.first);
        if (list.count > 1)
            print(gist, " and {} more", list.count - 1);
    };
    tell("", update.announced);
    if (update.announced.count > 0 && !update.nextHop.empty())
        print(gist, " via {}", update.nextHop);
    tell("withdraws ", update.withdrawn);
    if (gist.size() == 0 && !update.attributed && !routes.cut())
        print(gist, "End-of-RIB"); // RFC 4724, section 2: an UPDATE without routes
    return update.details.keep(viewOf(gist));
}

} // namespace

std::string_view addBgpUpdate(Details &details, BgpPart body)
{
    BgpUpdate update{.details = details};
    const auto withdrawn = takeList(details, body, named(fields, "update.withdrawn_routes.length"));
    if (!withdrawn)
        return {};
    if (withdrawn->end > withdrawn->at) {
        addBgpHolder(details, named(fields, "update.withdrawn_routes"), withdrawn->rest());
        const auto below = details.below();
        addBgpRoutes(update, *withdrawn, {.prefix = &named(fields, "withdrawn_prefix"), .withdrawn = true});
    }
    const auto attributes = takeList(details, body, named(fields, "update.path_attributes.length"));
    if (!attributes)
        return {};
    if (attributes->end > attributes->at) {
        addBgpHolder(details, named(fields, "update.path_attributes"), attributes->rest());
        const auto below = details.below();
        addBgpAttributes(update, *attributes);
    }
    if (body.end > body.at && !body.done()) {
        addBgpHolder(details, named(fields, "update.nlri"), body.rest());
        const auto below = details.below();
        addBgpRoutes(update, body, {.prefix = &named(fields, "nlri_prefix")});
    }
    return gistOf(update, body);
}

} // namespace vethscope
