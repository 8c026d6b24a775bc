#pragma once

#include "core/bytes/bytes.h"

#include <QString>

#include <utility>
#include <vector>

class QMenu;

namespace vethscope {

/// How bytes are written for the clipboard, as in Wireshark's Copy menus.
enum class ByteFormat : std::uint8_t { HexStream, HexAndAscii, HexDump, PlainText, CArray, EscapedString, Base64 };

/// All of them in their order, each with its title.
std::vector<std::pair<ByteFormat, QString>> byteFormats();
/// Bytes in that format. Text is UTF-8 without its control characters, but for tabs and ends of lines.
QString written(Bytes bytes, ByteFormat format);

/// Adds an entry for each format to the menu: it puts the bytes on the clipboard as they are now.
void addByteCopies(QMenu &menu, Bytes bytes);

} // namespace vethscope
