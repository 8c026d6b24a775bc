#pragma once

#include "core/follow/followedstream.h"
#include "core/sentence/sentence.h"

#include <string>
#include <string_view>

namespace vethscope {

/// How the bytes of a conversation are written, as in Wireshark.
enum class StreamFormat : std::uint8_t { Ascii, Utf8, HexDump, CArrays, Raw, Yaml };

/// Whether lines in that format follow from the bytes alone, and not from where packets begin.
bool isPlainText(StreamFormat format);

/// What stands above all chunks; empty for most.
std::string headOf(const FollowedStream &stream, StreamFormat format);
/// A chunk, in whole lines but for plain text; a gap in English words.
std::string textOf(const FollowedStream &stream, const StreamChunk &chunk, StreamFormat format);
/// "12 bytes missing in capture file".
Sentence gapSentence(const StreamChunk &gap);
/// Those words, or a translation, as they stand among the bytes: "[12 bytes missing in capture file]".
std::string gapText(std::string_view words, StreamFormat format);

} // namespace vethscope
