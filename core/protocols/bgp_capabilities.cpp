#include "core/protocols/bgp_capabilities.h"

#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"

// What a speaker says that it can: address families, four-byte AS numbers, graceful restart... RFC 5492; each
// capability has an RFC of its own.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

// RFC 4760, section 8.
void addMultiprotocol(Details &details, BgpPart &part, BgpOffers &)
{
    details.add(named(fields, "cap.mp.afi"), part.message, part.take(2));
    details.add(named(fields, "cap.reserved"), part.message, part.take(1));
    details.add(named(fields, "cap.mp.safi"), part.message, part.take(1));
}

// RFC 8950, section 4: IPv4 routes whose next hop is an IPv6 address.
void addExtendedNextHop(Details &details, BgpPart &part, BgpOffers &)
{
    while (part.has(6)) {
        details.add(named(fields, "cap.enh.afi"), part.message, part.take(2));
        details.add(named(fields, "cap.enh.safi"), part.message, part.take(2));
        details.add(named(fields, "cap.enh.nhafi"), part.message, part.take(2));
    }
}

// RFC 8205, section 2.1.
void addBgpsec(Details &details, BgpPart &part, BgpOffers &)
{
    const std::size_t flags = part.at * 8;
    details.add(named(fields, "cap.bgpsec.flags"), part.message, part.take(1));
    {
        const auto below = details.below();
        details.add(named(fields, "cap.bgpsec.version"), part.message, bits(flags, 4));
        details.add(named(fields, "cap.bgpsec.sendreceive"), part.message, bits(flags + 4, 1));
        details.add(named(fields, "cap.bgpsec.reserved"), part.message, bits(flags + 5, 3));
    }
    details.add(named(fields, "cap.bgpsec.afi"), part.message, part.take(2));
}

// RFC 4724, section 3; the second flag is RFC 8538's. Without address families, the speaker only helps others.
void addGracefulRestart(Details &details, BgpPart &part, BgpOffers &)
{
    const std::size_t timers = part.at * 8;
    details.add(named(fields, "cap.gr.timers"), part.message, part.take(2));
    {
        const auto below = details.below();
        details.add(named(fields, "cap.gr.timers.restart_flag"), part.message, bits(timers, 1));
        details.add(named(fields, "cap.gr.timers.notification_flag"), part.message, bits(timers + 1, 1));
        details.add(named(fields, "cap.gr.timers.restart_time"), part.message, bits(timers + 4, 12));
    }
    while (part.has(4)) {
        details.add(named(fields, "cap.gr.afi"), part.message, part.take(2));
        details.add(named(fields, "cap.gr.safi"), part.message, part.take(1));
        const std::size_t flags = part.at * 8;
        details.add(named(fields, "cap.gr.flag"), part.message, part.take(1));
        const auto below = details.below();
        details.add(named(fields, "cap.gr.flag.pfs"), part.message, bits(flags, 1));
    }
}

// RFC 9494, section 3.1.
void addLongLivedRestart(Details &details, BgpPart &part, BgpOffers &)
{
    details.add(named(fields, "cap.unknown"), part.message, part.rest());
    details.items.back().label = "Contents";
    const auto below = details.below();
    while (part.has(7)) {
        details.add(named(fields, "cap.llgr.afi"), part.message, part.take(2));
        details.add(named(fields, "cap.llgr.safi"), part.message, part.take(1));
        details.add(named(fields, "cap.llgr.flag"), part.message, part.take(1));
        details.add(named(fields, "cap.llgr.stale_time"), part.message, part.take(3));
    }
}

// RFC 6793, section 3.
void addFourByteAs(Details &details, BgpPart &part, BgpOffers &offers)
{
    offers.autonomousSystem = part.number();
    details.add(named(fields, "cap.4as"), part.message, part.take(4));
}

void addDynamic(Details &details, BgpPart &part, BgpOffers &)
{
    while (part.has(1))
        details.add(named(fields, "cap.dc"), part.message, part.take(1));
}

// RFC 7911, section 4.
void addPaths(Details &details, BgpPart &part, BgpOffers &)
{
    while (part.has(4)) {
        details.add(named(fields, "cap.ap.afi"), part.message, part.take(2));
        details.add(named(fields, "cap.ap.safi"), part.message, part.take(1));
        details.add(named(fields, "cap.ap.sendreceive"), part.message, part.take(1));
    }
}

// RFC 5291, section 5: for each address family, the filters that may be sent or received.
void addRouteFilters(Details &details, BgpPart &part, BgpOffers &)
{
    while (part.has(5)) {
        details.add(named(fields, "cap.orf.afi"), part.message, part.take(2));
        details.add(named(fields, "cap.reserved"), part.message, part.take(1));
        details.add(named(fields, "cap.orf.safi"), part.message, part.take(1));
        const std::size_t count = part.byte();
        details.add(named(fields, "cap.orf.number"), part.message, part.take(1));
        for (std::size_t i = 0; i < count && part.has(2); ++i) {
            details.add(named(fields, "cap.orf.type"), part.message, part.take(1));
            details.add(named(fields, "cap.orf.sendreceive"), part.message, part.take(1));
        }
    }
}

// draft-walton-bgp-hostname-capability, which FRR sends: a host's name and its domain.
void addHostName(Details &details, BgpPart &part, BgpOffers &)
{
    const auto addName = [&](const Field &length, const Field &name) {
        if (!part.has(1))
            return;
        const std::size_t size = part.byte();
        details.add(length, part.message, part.take(1));
        if (part.has(size))
            details.add(name, part.message, part.take(size));
    };
    addName(named(fields, "cap.orf.fqdn.hostname.len"), named(fields, "cap.orf.fqdn.hostname"));
    addName(named(fields, "cap.orf.fqdn.domain_name.len"), named(fields, "cap.orf.fqdn.domain_name"));
}

// RFC 9234, section 4.1. Wireshark 4.0 knows no roles, so the byte is also what scripts know it as.
void addRole(Details &details, BgpPart &part, BgpOffers &)
{
    details.add(named(fields, "cap.unknown"), part.message, part.rest());
    details.items.back().label = "Contents";
    const auto below = details.below();
    details.add(named(fields, "cap.role"), part.message, part.take(1));
}

void addMultisession(Details &details, BgpPart &part, BgpOffers &)
{
    details.add(named(fields, "cap.multisession.flags"), part.message, part.take(1));
}

// The lengths a capability may have: `size`, and from there in steps of `step` bytes.
struct Capability {
    std::uint8_t type;
    std::size_t size;
    std::size_t step;
    void (*add)(Details &details, BgpPart &part, BgpOffers &offers);
};

constexpr auto known = std::to_array<Capability>({
    {0, 0, 0, nullptr}, {1, 4, 0, addMultiprotocol}, {2, 0, 0, nullptr}, {3, 5, 1, addRouteFilters},
    {5, 6, 6, addExtendedNextHop}, {6, 0, 0, nullptr}, {7, 3, 0, addBgpsec}, {9, 1, 0, addRole},
    {64, 2, 4, addGracefulRestart}, {65, 4, 0, addFourByteAs}, {66, 1, 1, addDynamic}, {67, 1, 1, addDynamic},
    {69, 4, 4, addPaths}, {70, 0, 0, nullptr}, {71, 7, 7, addLongLivedRestart}, {72, 0, 0, nullptr},
    {73, 2, 1, addHostName}, {128, 0, 0, nullptr}, {130, 5, 1, addRouteFilters}, {131, 1, 1, addMultisession},
});

bool fits(const Capability &capability, std::size_t size)
{
    return size == capability.size || (size > capability.size && capability.step > 0 && (size - capability.size) % capability.step == 0);
}

} // namespace

void addBgpCapability(Details &details, std::uint8_t type, BgpPart contents, BgpOffers &offers)
{
    const auto capability = std::ranges::find(known, type, &Capability::type);
    if (capability != known.end() && fits(*capability, contents.left())) {
        if (capability->add)
            capability->add(details, contents, offers);
    } else if (capability != known.end() && capability->size > 0 && !contents.cut()
               && !(type == 71 && contents.done())) { // a helper only: RFC 9494, section 4.1
        details.note(Severity::Warning, Sentence::of("capability {} has {} bytes, which is not a length of its kind", type, contents.left()),
                     contents.rest());
    }
    if (!contents.done())
        details.add(named(fields, "cap.unknown"), contents.message, contents.rest());
}

void addBgpCapabilities(Details &details, BgpPart contents, BgpOffers &offers)
{
    while (contents.has(2)) {
        const std::uint8_t type = contents.byte();
        const std::size_t length = contents.byte(1);
        const std::string_view word = nameOf(bgpCapabilityNames, type);
        addBgpHolder(details, named(fields, "cap"), octets(contents.at, std::min(2 + length, contents.left())),
                     word.empty() ? details.format("Capability: Unknown capability {}", type) : details.format("Capability: {}", word));
        const auto below = details.below();
        details.add(named(fields, "cap.type"), contents.message, contents.take(1));
        const BitRange lengthPlace = contents.take(1);
        details.add(named(fields, "cap.length"), contents.message, lengthPlace);
        if (contents.lacks(length))
            details.note(Severity::Error, Sentence::of("a capability says {} bytes, but {} are left for it", length, contents.left()), lengthPlace);
        addBgpCapability(details, type, contents.takePart(length), offers);
    }
    noteBgpRemainder(details, contents);
}

// One action after another: what to do, and with which capability.
std::string_view addBgpCapabilityChange(Details &details, BgpPart body)
{
    BgpOffers offers;
    std::string_view gist;
    while (body.has(3)) {
        const std::uint8_t action = body.byte();
        const std::uint8_t type = body.byte(1);
        const std::size_t length = body.byte(2);
        const std::string_view word = nameOf(bgpCapabilityNames, type);
        addBgpHolder(details, named(fields, "cap"), octets(body.at, std::min(3 + length, body.left())),
                     details.format("Capability: {}", word));
        const auto below = details.below();
        details.add(named(fields, "cap.action"), body.message, body.take(1));
        details.add(named(fields, "cap.type"), body.message, body.take(1));
        details.add(named(fields, "cap.length"), body.message, body.take(1));
        addBgpCapability(details, type, body.takePart(length), offers);
        if (gist.empty())
            gist = details.format("{} {}", nameOf(bgpCapabilityActions, action), word);
    }
    noteBgpRemainder(details, body);
    return gist;
}

} // namespace vethscope
