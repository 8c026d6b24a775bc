#pragma once

#include "core/bytes/bytes.h"

#include <string>

namespace vethscope {

/// What a dump shows as the character that it is; a dot stands for all else.
constexpr bool isPrintable(std::byte byte)
{
    return byte >= std::byte{0x20} && byte < std::byte{0x7f};
}

/// Sixteen bytes a line behind their offset and so many blanks, and the characters that they are: `0000   fe ee 32 07 …   ..2.`, as Wireshark copies them. Where it
/// prints or exports them, and in `tshark -x`, there are two blanks.
std::string dumpWithText(Bytes bytes, std::size_t blanks = 3);
/// The same without the characters: what text2pcap reads.
std::string dumpOfBytes(Bytes bytes);
/// All digits without a blank.
std::string hexStream(Bytes bytes);

} // namespace vethscope
