#pragma once

#include "core/bytes/bytes.h"

#include <string>

namespace vethscope {

/// Sixteen bytes a line behind their offset, and the characters that they are: `0000   fe ee 32 07 …   ..2.`.
std::string dumpWithText(Bytes bytes);
/// The same without the characters: what text2pcap reads.
std::string dumpOfBytes(Bytes bytes);
/// All digits without a blank.
std::string hexStream(Bytes bytes);

} // namespace vethscope
