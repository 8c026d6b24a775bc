#include "core/address/address.h"

#include "core/address/addresstext.h"
#include "core/bytes/digits.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t wordCount = 8; // RFC 4291 writes an IPv6 address as eight words of 16 bits

// Four decimal numbers; as inet_pton(3) has it, without leading zeros, which some read as octal.
bool parseQuads(std::string_view text, std::span<std::uint8_t, 4> bytes)
{
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t dot = i < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos)
            return false;
        const std::string_view quad = text.substr(0, dot);
        const auto number = parseDigits(quad, 10, 255);
        if (!number || (quad.size() > 1 && quad.front() == '0'))
            return false;
        bytes[i] = static_cast<std::uint8_t>(*number);
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return true;
}

// RFC 4291 section 2.2: words, one `::` for a run of zeros, the last two words also as dotted quads.
bool parseWords(std::string_view text, std::span<std::uint8_t, 16> bytes)
{
    std::array<std::uint16_t, wordCount> words{};
    std::size_t count = 0;
    std::optional<std::size_t> gap; // the words in front of `::`
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const std::string_view word = text.substr(0, colon);
        if (colon == std::string_view::npos && word.contains('.')) {
            std::array<std::uint8_t, 4> quads{};
            if (count > wordCount - 2 || !parseQuads(word, quads))
                return false;
            words[count++] = static_cast<std::uint16_t>(quads[0] << 8 | quads[1]);
            words[count++] = static_cast<std::uint16_t>(quads[2] << 8 | quads[3]);
            break;
        }
        const auto number = parseDigits(word, 16, 0xffff);
        if (!number || word.size() > 4 || count == wordCount)
            return false;
        words[count++] = static_cast<std::uint16_t>(*number);
        if (colon == std::string_view::npos)
            break;
        text.remove_prefix(colon + 1);
        if (text.starts_with(':')) {
            if (gap)
                return false;
            gap = count;
            text.remove_prefix(1);
        } else if (text.empty()) {
            return false; // ends with one colon
        }
    }
    if (gap ? count == wordCount : count != wordCount)
        return false;
    if (gap) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(*gap);
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
        std::rotate(begin, end, words.end());
    }
    for (std::size_t i = 0; i < wordCount; ++i) {
        bytes[2 * i] = static_cast<std::uint8_t>(words[i] >> 8);
        bytes[2 * i + 1] = static_cast<std::uint8_t>(words[i]);
    }
    return true;
}

} // namespace

std::optional<MacAddress> MacAddress::parse(std::string_view text)
{
    MacAddress mac;
    const char separator = text.contains('-') ? '-' : ':';
    for (std::size_t i = 0; i < mac.m_bytes.size(); ++i) {
        const bool last = i + 1 == mac.m_bytes.size();
        const std::size_t end = last ? text.size() : text.find(separator);
        if (end == std::string_view::npos || end > 2)
            return std::nullopt;
        const auto byte = parseDigits(text.substr(0, end), 16, 255);
        if (!byte)
            return std::nullopt;
        mac.m_bytes[i] = static_cast<std::uint8_t>(*byte);
        text.remove_prefix(last ? end : end + 1);
    }
    return mac;
}

std::optional<MacAddress> MacAddress::fromBytes(Bytes bytes)
{
    MacAddress mac;
    if (bytes.size() != mac.m_bytes.size())
        return std::nullopt;
    std::memcpy(mac.m_bytes.data(), bytes.data(), bytes.size());
    return mac;
}

std::string MacAddress::text() const
{
    return fmt::format("{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}", m_bytes[0], m_bytes[1], m_bytes[2], m_bytes[3], m_bytes[4], m_bytes[5]);
}

bool MacAddress::isZero() const
{
    return *this == MacAddress{};
}

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    IpAddress address;
    if (!text.contains(':')) {
        if (!parseQuads(text, std::span(address.m_bytes).first<4>()))
            return std::nullopt;
        return address;
    }
    address.m_v6 = true;
    if (!parseWords(text.substr(0, text.find('%')), address.m_bytes))
        return std::nullopt;
    return address;
}

IpAddress IpAddress::v4(std::uint32_t number)
{
    IpAddress address;
    for (std::size_t i = 0; i < 4; ++i)
        address.m_bytes[i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    return address;
}

std::optional<IpAddress> IpAddress::fromBytes(Bytes bytes)
{
    IpAddress address;
    if (bytes.size() != 4 && bytes.size() != address.m_bytes.size())
        return std::nullopt;
    address.m_v6 = bytes.size() > 4;
    std::memcpy(address.m_bytes.data(), bytes.data(), bytes.size());
    return address;
}

IpAddress IpAddress::any(bool v6)
{
    IpAddress address;
    address.m_v6 = v6;
    return address;
}

bool IpAddress::isAny() const
{
    return *this == any(m_v6);
}

bool IpAddress::isLoopback() const
{
    return m_v6 ? std::ranges::count(m_bytes, 0) == 15 && m_bytes[15] == 1 : m_bytes[0] == 127;
}

bool IpAddress::isLinkLocal() const
{
    return m_v6 ? m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80 : m_bytes[0] == 169 && m_bytes[1] == 254;
}

bool IpAddress::isMulticast() const
{
    return m_v6 ? m_bytes[0] == 0xff : m_bytes[0] >> 4 == 0xe;
}

IpAddress IpAddress::masked(int length) const
{
    IpAddress address = *this;
    for (int i = 0; i < width() / 8; ++i) {
        const int kept = length - 8 * i;
        if (kept < 8)
            address.m_bytes[static_cast<std::size_t>(i)] &= static_cast<std::uint8_t>(kept <= 0 ? 0 : 0xff << (8 - kept));
    }
    return address;
}

std::string IpAddress::text() const
{
    const Bytes bytes = std::as_bytes(std::span(m_bytes));
    return std::string((m_v6 ? ipv6Text(bytes) : ipv4Text(bytes)).view());
}

} // namespace vethscope
