#pragma once

#include "core/bytes/bytes.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace vethscope {

/// How a field's value is read and written; it also fixes the value's type in filters and columns.
enum class Show : std::uint8_t {
    Nothing,     // a row that only holds others
    Decimal,     // unsigned number
    Signed,      // number with a sign, kept as its 64-bit two's complement
    Hexadecimal, // unsigned number, as many digits as its bytes have
    Flag,        // one bit: Set or Not set, 1 or 0 for scripts
    Mac,
    Ipv4,
    Ipv6,
    Raw,  // bytes without a further meaning
    Text, // characters
    Time, // nanoseconds, written as seconds with nine decimals
    Date, // nanoseconds since 1970, written as the day and the time of the local zone
};

/// The word for one value of a numeric field.
struct ValueName {
    std::uint64_t value;
    std::string_view text;
};

/// One row of a protocol's table: {filter name, label, place, how it is shown, words for values, scale}.
/// The name lacks the protocol's prefix; a row without a name cannot be filtered for. A place of no
/// bits says that the row's place varies from packet to packet: `details` finds it.
struct Field {
    std::string_view name;
    std::string_view label;
    BitRange place{};
    Show show = Show::Nothing;
    std::span<const ValueName> names{};
    std::uint32_t scale = 1; // what one unit on the wire stands for, as in "4-byte words"
    std::uint8_t digits = 0; // hexadecimal digits, where Wireshark's are more than the bits need
    bool group = false;      // holds the rows that lie within its bits
    bool silent = false;     // has a row, but nothing to say while it is zero
    bool whole = false;      // the name is complete: Wireshark gave it another protocol's prefix
    bool (*present)(Bytes header) = nullptr; // null: in every header
};

/// What a field of one packet says: `number` for numbers and flags, `bytes` for all that is read as it stands.
struct Value {
    std::uint64_t number = 0;
    Bytes bytes{};
};

constexpr bool isNumeric(Show show)
{
    return show == Show::Decimal || show == Show::Signed || show == Show::Hexadecimal || show == Show::Flag || show == Show::Time
        || show == Show::Date;
}

constexpr Field group(std::string_view name, std::string_view label, BitRange place, Show show = Show::Hexadecimal)
{
    return {.name = name, .label = label, .place = place, .show = show, .group = true};
}

constexpr Field reserved(BitRange place)
{
    return {.name = {}, .label = "Reserved", .place = place, .show = Show::Hexadecimal, .silent = true};
}

/// A hexadecimal number with as many digits as scripts know it with.
constexpr Field wide(std::uint8_t digits, Field field)
{
    field.digits = digits;
    return field;
}

constexpr Field scaled(Field field, std::uint32_t scale)
{
    field.scale = scale;
    return field;
}

/// A row whose name is complete as it stands: `pppoe.session_id` of the protocol `pppoes`.
constexpr Field whole(Field field)
{
    field.whole = true;
    return field;
}

/// A row that says nothing while it is zero: reserved numbers, extensions that nobody uses.
constexpr Field quiet(Field field)
{
    field.silent = true;
    return field;
}

/// A row that is there only in some headers; rows that exclude each other may share their bits.
constexpr Field onlyIf(bool (*present)(Bytes), Field field)
{
    field.present = present;
    return field;
}

/// A row that `details` adds where it finds it: an option, a name, an entry of a list.
constexpr Field varying(std::string_view name, std::string_view label, Show show,
                        std::span<const ValueName> names = {})
{
    return {.name = name, .label = label, .show = show, .names = names};
}

/// Whether the rows cover a header of `size` bytes without a gap or an overlap, groups around their rows.
consteval bool tiles(std::span<const Field> fields, std::size_t size)
{
    std::uint32_t covered = 0;
    std::uint32_t groupEnd = 0;
    for (const Field &field : fields) {
        const bool alternative = field.present && field.place.end() <= covered;
        if (alternative)
            continue;
        if (field.place.offset != covered)
            return false;
        if (field.group) {
            groupEnd = field.place.end();
            continue;
        }
        covered = field.place.end();
        if (covered < groupEnd)
            continue;
        if (groupEnd != 0 && covered > groupEnd && field.place.offset < groupEnd)
            return false;
        groupEnd = 0;
    }
    return covered == size * 8;
}

/// The row of that name; a name that no row has does not compile.
consteval const Field &named(std::span<const Field> fields, std::string_view name)
{
    for (const Field &field : fields)
        if (field.name == name)
            return field;
    throw "no field has this name";
}

/// The word for a value, or nothing.
constexpr std::string_view nameOf(std::span<const ValueName> names, std::uint64_t value)
{
    for (const ValueName &candidate : names)
        if (candidate.value == value)
            return candidate.text;
    return {};
}

/// The value of a field whose bits are all within `bytes`.
constexpr Value readValue(const Field &field, Bytes bytes, BitRange place)
{
    if (isNumeric(field.show))
        return {.number = readBits(bytes, place) * field.scale};
    return {.bytes = bytes.subspan(place.firstByte(), place.byteCount())};
}

} // namespace vethscope
