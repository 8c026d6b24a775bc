#include "core/protocols/bgp_attributes.h"
#include "core/protocols/bgp_fields.h"

// BGPsec_PATH: an AS path with a signature of each AS on it. RFC 8205, section 3.

namespace vethscope {
namespace {

constexpr auto &fields = bgpVaryingFields;

constexpr std::size_t segmentSize = 6;
constexpr std::size_t keySize = 20;

// The length counts its own two bytes.
std::optional<BgpPart> takeBlock(Details &details, BgpPart &contents, std::string_view name, const Field &length)
{
    if (!contents.has(2))
        return std::nullopt;
    const std::size_t size = contents.word();
    details.text(details.format("{} ({} bytes)", name, size), octets(contents.at, std::clamp<std::size_t>(size, 2, contents.left())));
    const auto below = details.below();
    const BitRange place = contents.take(2);
    details.add(length, contents.message, place);
    if (size < 2 || contents.lacks(size - 2)) {
        details.note(Severity::Error,
                     Sentence::of("a part of the secure path says {} bytes, but {} are left for it", size, contents.left() + 2), place);
        return std::nullopt;
    }
    return contents.takePart(size - 2);
}

void addSegments(Details &details, BgpPart path)
{
    const auto below = details.below();
    while (path.has(segmentSize)) {
        details.text("Secure Path Segment", octets(path.at, segmentSize));
        const auto segment = details.below();
        details.add(named(fields, "update.path_attribute.bgpsec.sps.pcount"), path.message, path.take(1));
        details.add(named(fields, "update.path_attribute.bgpsec.sps.flags"), path.message, path.take(1));
        details.add(named(fields, "update.path_attribute.bgpsec.sps.as"), path.message, path.take(4));
    }
}

void addSignatures(Details &details, BgpPart block)
{
    const auto below = details.below();
    if (!block.has(1))
        return;
    details.add(named(fields, "update.path_attribute.bgpsec.sb.algo_id"), block.message, block.take(1));
    while (block.has(keySize + 2)) {
        const std::size_t size = block.word(keySize);
        details.text("Signature Segment", octets(block.at, std::min(keySize + 2 + size, block.left())));
        const auto segment = details.below();
        details.add(named(fields, "update.path_attribute.bgpsec.ss.ski"), block.message, block.take(keySize));
        details.add(named(fields, "update.path_attribute.bgpsec.ss.length"), block.message, block.take(2));
        if (!block.has(size))
            return noteBgpLie(details, block, size, Sentence::of("a signature says {} bytes, but {} are left for it", size, block.left()));
        details.add(named(fields, "update.path_attribute.bgpsec.ss.sig"), block.message, block.take(size));
    }
}

} // namespace

std::string_view addBgpSecurePath(BgpUpdate &update, BgpPart contents)
{
    Details &details = update.details;
    if (const auto path = takeBlock(details, contents, "Secure Path", named(fields, "update.path_attribute.bgpsec.sp.length")))
        addSegments(details, *path);
    while (const auto block = takeBlock(details, contents, "Signature Block", named(fields, "update.path_attribute.bgpsec.sb.length")))
        addSignatures(details, *block);
    return {};
}

} // namespace vethscope
