#pragma once

#include "core/protocols/bgp_part.h"

namespace vethscope {

/// One extended community: where its eight bytes are, and what its value comes to in words.
struct BgpCommunity {
    Details &details;
    Bytes message;
    std::size_t at;
    TextBuffer text{};

    Bytes value(std::size_t offset, std::size_t size) const { return message.subspan(at + offset, size); }
    std::uint64_t number(std::size_t offset, std::size_t size) const { return readUnsigned(message, at + offset, size); }
    void add(const Field &field, std::size_t offset, std::size_t size) { details.add(field, message, octets(at + offset, size)); }
    void addBits(const Field &field, std::size_t offset, std::size_t size) { details.add(field, message, bits(at * 8 + offset, size)); }
};

// Values that several types of communities have.
void addBgpTwoByteAsValue(BgpCommunity &community);
void addBgpFourByteAsValue(BgpCommunity &community);
void addBgpAddressValue(BgpCommunity &community);
void addBgpRawValue(BgpCommunity &community);

/// Adds a value that is not read as its type's others are; false when there is nothing special about it.
bool addBgpSpecialValue(BgpCommunity &community, std::uint16_t typeAndSubtype);

} // namespace vethscope
