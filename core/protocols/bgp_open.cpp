#include "core/protocols/bgp_capabilities.h"
#include "core/protocols/bgp_fields.h"
#include "core/protocols/bgp_messages.h"
#include "core/protocols/bgp_routes.h"

// OPEN is the first message of a session: who speaks, and what it can. RFC 4271, section 4.2.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::size_t fixedSize = 10;
constexpr std::uint8_t authentication = 1;
constexpr std::uint8_t capabilities = 2;
constexpr std::uint8_t extended = 255; // RFC 9072

void addParameter(Details &details, BgpPart &parameters, std::size_t lengthSize, BgpOffers &offers)
{
    const std::uint8_t type = parameters.byte();
    const std::size_t length = lengthSize == 1 ? parameters.byte(1) : parameters.word(1);
    const std::string_view word = nameOf(bgpParameterTypes, type);
    addBgpHolder(details, named(fields, "open.opt.param"), octets(parameters.at, std::min(1 + lengthSize + length, parameters.left())),
                 word.empty() ? details.format("Optional Parameter: Unknown Parameter {}", type)
                              : details.format("Optional Parameter: {}", word));
    const auto below = details.below();
    details.add(named(fields, "open.opt.param.type"), parameters.message, parameters.take(1));
    const BitRange lengthPlace = parameters.take(lengthSize);
    details.add(named(fields, "open.opt.param.len"), parameters.message, lengthPlace);
    if (parameters.lacks(length))
        details.note(Severity::Error, Sentence::of("an optional parameter says {} bytes, but {} are left for it", length, parameters.left()),
                     lengthPlace);
    const BgpPart contents = parameters.takePart(length);
    if (type == capabilities)
        addBgpCapabilities(details, contents, offers);
    else
        details.add(type == authentication ? named(fields, "open.opt.param.auth") : named(fields, "open.opt.param.unknown"),
                    contents.message, contents.rest());
}

// RFC 9072, section 2: lengths of one byte are too few for many capabilities; the type 255 says that they have two.
bool isExtended(const BgpPart &body, std::size_t length)
{
    return length > 0 && body.has(3) && body.byte() == extended;
}

void addParameters(Details &details, BgpPart body, std::size_t length, BgpOffers &offers)
{
    const bool wide = isExtended(body, length);
    if (wide) {
        details.text("Extended Optional Parameters Length", octets(body.at, 3));
        const auto below = details.below();
        details.add(named(fields, "open.opt.param.type"), body.message, body.take(1));
        length = body.word();
        details.add(named(fields, "open.opt.param.len"), body.message, body.take(2));
    }
    if (body.lacks(length))
        details.note(Severity::Error,
                     Sentence::of("optional parameters of {} bytes are announced, but {} are left for them", length, body.left()), body.rest());
    if (length == 0)
        return;
    BgpPart parameters = body.takePart(length);
    addBgpHolder(details, named(fields, "open.opt"), parameters.rest());
    const auto below = details.below();
    const std::size_t lengthSize = wide ? 2 : 1;
    while (parameters.has(1 + lengthSize))
        addParameter(details, parameters, lengthSize, offers);
    noteBgpRemainder(details, parameters);
}

struct Fixed {
    const Field *field;
    std::size_t size;
};

constexpr auto fixedRows = std::to_array<Fixed>({
    {&named(fields, "open.version"), 1},
    {&named(fields, "open.myas"), 2},
    {&named(fields, "open.holdtime"), 2},
    {&named(fields, "open.identifier"), 4},
    {&named(fields, "open.opt.len"), 1},
});

void noteOddities(Details &details, const BgpPart &body)
{
    if (const std::uint8_t version = body.byte(); version != 4)
        details.note(Severity::Warning, Sentence::of("BGP version {}, where every router speaks 4", version), octets(body.at, 1));
    if (const std::uint16_t holdTime = body.word(3); holdTime == 1 || holdTime == 2)
        details.note(Severity::Warning, Sentence::of("a hold time of {} s is not allowed: 0 or at least 3", holdTime), octets(body.at + 3, 2));
}

} // namespace

std::string_view addBgpOpen(Details &details, BgpPart body)
{
    const BgpPart start = body;
    for (const Fixed &row : fixedRows) {
        if (!body.has(row.size)) {
            noteBgpLie(details, body, row.size,
                       Sentence::of("an OPEN has at least {} bytes behind its header, this one {}", fixedSize, start.left()));
            return {};
        }
        details.add(*row.field, body.message, body.take(row.size));
    }
    noteOddities(details, start);
    BgpOffers offers{.autonomousSystem = start.word(1)};
    addParameters(details, body, start.byte(9), offers);
    return details.format("AS {}, hold time {} s, identifier {}", offers.autonomousSystem, start.word(3),
                          bgpAddressText(details, start.bytes(5, 4)));
}

} // namespace vethscope
