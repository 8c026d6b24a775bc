#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Arista's switches write into a frame when it passed them, behind the addresses and in front of its type. Arista EOS
// manual, "Timestamping": seconds of 32 bits or, shorter, of 16 bits, then nanoseconds.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::uint16_t timestamp = 1;

constexpr auto subTypes = std::to_array<ValueName>({{timestamp, "timestamp"}});
constexpr auto versions = std::to_array<ValueName>({
    {0x0010, "TAI, 64 bits"}, {0x0020, "TAI, 48 bits"}, {0x0110, "UTC, 64 bits"}, {0x0120, "UTC, 48 bits"},
});

bool isTimestamp(Bytes header)
{
    return read16(header, 0) == timestamp;
}

// Wireshark takes what follows an unknown subtype for the frame's type.
bool isUnknown(Bytes header)
{
    return !isTimestamp(header);
}

constexpr auto fields = std::to_array<Field>({
    {"sub_type", "Sub Type", bits(0, 16), Show::Decimal, subTypes},
    onlyIf(isTimestamp, {"ver", "Version", bits(16, 16), Show::Hexadecimal, versions}),
    onlyIf(isUnknown, {"etype", "Type", bits(16, 16), Show::Hexadecimal, etherTypeNames}),
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("64sec", "Seconds",     Show::Decimal),
    varying("64ns",  "Nanoseconds", Show::Decimal),
    varying("48sec", "Seconds",     Show::Decimal),
    varying("48ns",  "Nanoseconds", Show::Decimal),
    varying("etype", "Type",        Show::Hexadecimal, etherTypeNames),
});

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0xd28b}});

// How long a timestamp of that version is; 0 for a version that nobody knows.
std::size_t timestampSize(std::uint16_t version)
{
    switch (version) {
    case 0x0010:
    case 0x0110: return 8;
    case 0x0020:
    case 0x0120: return 6;
    default: return 0;
    }
}

bool hasType(Bytes header)
{
    return isUnknown(header) || timestampSize(read16(header, 2)) > 0;
}

Dissected dissect(Bytes bytes)
{
    if (isUnknown(bytes))
        return Step{.size = headerSize, .claims = {{{Claim::EtherType, read16(bytes, 2)}}}};
    const std::size_t time = timestampSize(read16(bytes, 2));
    if (time == 0)
        return Step{.size = headerSize};
    const std::size_t size = headerSize + time + 2;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .claims = {{{Claim::EtherType, read16(bytes, size - 2)}}}};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    if (isTimestamp(header) && header.size() == headerSize)
        details.note(Severity::Warning, Sentence::of("version {} is not known", read16(header, 2)), octets(2, 2));
    if (header.size() == headerSize)
        return;
    const bool wide = timestampSize(read16(header, 2)) == 8;
    FieldCursor cursor(details, header, headerSize, header.size());
    cursor.add(wide ? named(varyingFields, "64sec") : named(varyingFields, "48sec"), wide ? 4 : 2);
    cursor.add(wide ? named(varyingFields, "64ns") : named(varyingFields, "48ns"), 4);
    cursor.add(named(varyingFields, "etype"), 2);
}

} // namespace

constinit const Protocol protocols::avsp{
    .name = "avsp",
    .title = "Arista Vendor Specific Protocol",
    .shortTitle = "AVSP",
    .reference = "Arista EOS, Timestamping",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .throughEtherType = hasType,
};

} // namespace vethscope
