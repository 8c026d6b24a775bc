#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// MACsec protects the frames between two neighbours. What is in the clear is its tag; where it only vouches for a frame and
// does not encrypt it, the frame as well. IEEE 802.1AE, clause 9.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 6;
constexpr std::size_t channelSize = 8;
constexpr std::size_t typeSize = 2;
constexpr std::uint8_t shortLengthBits = 0x3f;
constexpr std::size_t checkSize = 16; // of the default cipher suite, and of all that IEEE 802.1AE names

constexpr auto fields = std::to_array<Field>({
    group("TCI",           "TCI",           bits(0, 6)),
    {"TCI.V",              "VER",           bits(0, 1), Show::Hexadecimal},
    {"TCI.ES",             "ES",            bits(1, 1), Show::Flag},
    {"TCI.SC",             "SC",            bits(2, 1), Show::Flag},
    {"TCI.SCB",            "SCB",           bits(3, 1), Show::Flag},
    {"TCI.E",              "E",             bits(4, 1), Show::Flag},
    {"TCI.C",              "C",             bits(5, 1), Show::Flag},
    {"AN",                 "AN",            bits(6, 2), Show::Hexadecimal},
    {"SL",                 "Short length",  bits(8, 8), Show::Decimal},
    {"PN",                 "Packet number", bits(16, 32), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("SCI.system_identifier", "System Identifier", Show::Mac),
    varying("SCI.port_identifier",   "Port Identifier",   Show::Decimal),
    varying("etype",                 "Ethertype",         Show::Hexadecimal, etherTypeNames),
    varying("ICV",                   "ICV",               Show::Raw),
});

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x88e5}});

// A receiver drops a tag of another version (clause 9.5).
bool accepts(Bytes bytes)
{
    return bytes.empty() || (byteAt(bytes, 0) & 0x80) == 0;
}

bool namesChannel(Bytes header)
{
    return readBits(header, named(fields, "TCI.SC").place) != 0;
}

// Neither encrypted (E) nor changed (C): the type of the frame and what it carries are as they were.
bool inTheClear(Bytes header)
{
    return readBits(header, named(fields, "TCI.E").place) == 0 && readBits(header, named(fields, "TCI.C").place) == 0;
}

std::size_t tagSize(Bytes header)
{
    return headerSize + (namesChannel(header) ? channelSize : 0);
}

bool hasType(Bytes header)
{
    return inTheClear(header);
}

Dissected dissect(Bytes bytes)
{
    const std::size_t tag = tagSize(bytes);
    const std::size_t size = tag + (inTheClear(bytes) ? typeSize : 0);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    Step step{.size = size, .trailer = checkSize};
    if (inTheClear(bytes))
        step.claims = {{{Claim::EtherType, read16(bytes, size - typeSize)}}};
    // A short frame says how much of it is protected; padding may stand behind its check value (clause 9.7).
    if (const std::size_t shortLength = byteAt(bytes, 1) & shortLengthBits; shortLength > 0) {
        step.payload = shortLength - std::min(shortLength, size - tag);
        step.trailer = 0;
    }
    return step;
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    if (namesChannel(header)) {
        details.add(named(varyingFields, "SCI.system_identifier"), header, octets(headerSize, 6));
        details.add(named(varyingFields, "SCI.port_identifier"), header, octets(headerSize + 6, 2));
    }
    if (inTheClear(header))
        details.add(named(varyingFields, "etype"), header, octets(header.size() - typeSize, typeSize));
    const std::size_t checkAt = header.size() + view.payloadLength();
    const Bytes rest = view.frame().bytes.subspan(view.layer().offset);
    if (checkAt + checkSize <= rest.size())
        details.add(named(varyingFields, "ICV"), octets(checkAt, checkSize), rest.subspan(checkAt, checkSize));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "{}, packet number {}", inTheClear(view.header()) ? "not encrypted" : "encrypted", view.number(named(fields, "PN")));
}

} // namespace

constinit const Protocol protocols::macsec{
    .name = "macsec",
    .title = "802.1AE Security Tag",
    .shortTitle = "MACsec",
    .reference = "IEEE 802.1AE",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .details = details,
    .summary = summary,
    .throughEtherType = hasType,
};

} // namespace vethscope
