#pragma once

#include "core/bytes/bytes.h"

#include <array>
#include <string_view>

namespace vethscope {

/// The text of one address, without memory elsewhere: it is made for every address of every packet.
class AddressText
{
public:
    std::string_view view() const { return {m_text.data(), m_size}; }

    void append(char character) { m_text[m_size++] = character; }
    /// In digits, without leading zeros.
    void appendHexadecimal(unsigned number);

private:
    std::array<char, 48> m_text{}; // the longest: ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255
    std::size_t m_size = 0;
};

/// Dotted quads; needs four bytes.
AddressText ipv4Text(Bytes bytes);
/// RFC 5952: lower case, the longest run of zeros shortened, ::ffff:192.0.2.7 for IPv4-mapped addresses; needs 16 bytes.
AddressText ipv6Text(Bytes bytes);

} // namespace vethscope
