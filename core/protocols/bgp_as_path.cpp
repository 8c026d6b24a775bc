#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// The way of a route, AS by AS: segments of a type, a count and as many numbers. RFC 4271, section 4.3; RFC 6793.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

enum Segment : std::uint8_t { Set = 1, Sequence = 2, ConfederationSequence = 3, ConfederationSet = 4 };

// Whether the bytes are segments of numbers of that size. Nobody is AS 0 (RFC 7607), which a four-byte number would
// often be when it is read as two.
bool reads(BgpPart part, std::size_t numberSize)
{
    while (part.has(2)) {
        const std::uint8_t type = part.byte();
        const std::size_t count = part.byte(1);
        part.take(2);
        if (type < Set || type > ConfederationSet || count == 0 || part.lacks(count * numberSize))
            return false;
        for (std::size_t i = 0; i < count && part.has(numberSize); ++i)
            if (readBits(part.message, part.take(numberSize)) == 0)
                return false;
    }
    return part.done() || part.cut();
}

std::string_view addSegment(Details &details, BgpPart &part, std::size_t numberSize)
{
    const std::uint8_t type = part.byte();
    const std::size_t count = part.byte(1);
    const std::size_t row = details.items.size();
    addBgpHolder(details, named(fields, "update.path_attribute.as_path_segment"),
                 octets(part.at, std::min(2 + count * numberSize, part.left())));
    const auto below = details.below();
    details.add(named(fields, "update.path_attribute.as_path_segment.type"), part.message, part.take(1));
    details.add(named(fields, "update.path_attribute.as_path_segment.length"), part.message, part.take(1));
    TextBuffer text;
    const bool unordered = type == Set || type == ConfederationSet;
    constexpr std::string_view opening = " { ([";
    constexpr std::string_view closing = " } )]";
    const std::size_t bracket = type == Set ? 1 : type == ConfederationSequence ? 3 : type == ConfederationSet ? 4 : 0;
    if (bracket > 0)
        text.push_back(opening[bracket]);
    for (std::size_t i = 0; i < count && part.has(numberSize); ++i) {
        const BitRange place = part.take(numberSize);
        details.add(numberSize == 2 ? named(fields, "update.path_attribute.as_path_segment.as2")
                                    : named(fields, "update.path_attribute.as_path_segment.as4"), part.message, place);
        print(text, "{}{}", i == 0 ? "" : unordered ? ", " : " ", readBits(part.message, place));
    }
    if (bracket > 0)
        text.push_back(closing[bracket]);
    const std::string_view kept = details.keep(viewOf(text));
    details.items[row].label = details.format("AS Path segment: {}", kept);
    return kept;
}

std::string_view addSegments(Details &details, BgpPart part, std::size_t numberSize)
{
    TextBuffer path;
    while (part.has(2))
        print(path, "{}{}", path.size() > 0 ? " " : "", addSegment(details, part, numberSize));
    return path.size() > 0 ? details.keep(viewOf(path)) : "empty";
}

} // namespace

std::string_view addBgpAsPath(BgpUpdate &update, BgpPart contents)
{
    const bool two = reads(contents, 2);
    if (!two && !reads(contents, 4)) {
        update.details.note(Severity::Error, Sentence::of("the AS path is none, neither with numbers of two bytes nor with numbers of four"),
                            contents.rest());
        return {};
    }
    return addSegments(update.details, contents, two ? 2 : 4);
}

std::string_view addBgpFourByteAsPath(BgpUpdate &update, BgpPart contents)
{
    return addSegments(update.details, contents, 4);
}

} // namespace vethscope
