#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace vethscope {

/// A view of captured bytes; whoever owns them (a PacketStore, a test) outlives the view.
using Bytes = std::span<const std::byte>;

/// A run of bits, counted as the RFCs draw them: bit 0 is the most significant bit of the first byte.
struct BitRange {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;

    constexpr std::uint32_t end() const { return offset + length; }
    constexpr std::uint32_t firstByte() const { return offset / 8; }
    constexpr std::uint32_t endByte() const { return (end() + 7) / 8; }
    constexpr std::uint32_t byteCount() const { return endByte() - firstByte(); }
    constexpr bool wholeBytes() const { return offset % 8 == 0 && length % 8 == 0; }
    constexpr bool contains(BitRange other) const { return offset <= other.offset && other.end() <= end(); }

    friend constexpr bool operator==(BitRange, BitRange) = default;
};

constexpr BitRange bits(std::size_t offset, std::size_t length)
{
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
}

/// `count` whole bytes from byte `offset` on.
constexpr BitRange octets(std::size_t offset, std::size_t count)
{
    return bits(offset * 8, count * 8);
}

constexpr std::uint8_t byteAt(Bytes bytes, std::size_t index)
{
    return std::to_integer<std::uint8_t>(bytes[index]);
}

/// Reads up to eight bytes in network byte order; the caller knows that they are there.
constexpr std::uint64_t readUnsigned(Bytes bytes, std::size_t offset, std::size_t size)
{
    assert(size <= 8 && offset + size <= bytes.size());
    if !consteval {
        // The sizes that headers are made of, in one load each: this runs for every field of every packet.
        const std::byte *at = bytes.data() + offset;
        if (size == 2) {
            std::uint16_t word;
            std::memcpy(&word, at, 2);
            return std::endian::native == std::endian::little ? __builtin_bswap16(word) : word;
        }
        if (size == 4) {
            std::uint32_t word;
            std::memcpy(&word, at, 4);
            return std::endian::native == std::endian::little ? __builtin_bswap32(word) : word;
        }
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | byteAt(bytes, offset + i);
    return value;
}

constexpr std::uint16_t read16(Bytes bytes, std::size_t offset)
{
    return static_cast<std::uint16_t>(readUnsigned(bytes, offset, 2));
}

constexpr std::uint32_t read32(Bytes bytes, std::size_t offset)
{
    return static_cast<std::uint32_t>(readUnsigned(bytes, offset, 4));
}

/// Reads up to 64 bits as an unsigned number; the caller knows that the bytes are there.
constexpr std::uint64_t readBits(Bytes bytes, BitRange range)
{
    if (range.wholeBytes())
        return readUnsigned(bytes, range.firstByte(), range.length / 8);
    // The last byte is taken in part, so that bits spread over nine bytes still fit.
    std::uint64_t value = 0;
    for (std::uint32_t i = range.firstByte(); i + 1 < range.endByte(); ++i)
        value = value << 8 | byteAt(bytes, i);
    const std::uint32_t unused = range.endByte() * 8 - range.end();
    value = value << (8 - unused) | byteAt(bytes, range.endByte() - 1) >> unused;
    return range.length < 64 ? value & ((std::uint64_t{1} << range.length) - 1) : value;
}

/// The same bytes as text; nothing is decoded.
inline std::string_view asText(Bytes bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

inline Bytes asBytes(std::string_view text)
{
    return std::as_bytes(std::span{text.data(), text.size()});
}

} // namespace vethscope
