#pragma once

#include "core/dissect/dissector.h"
#include "core/dissect/tree.h"

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

/// The registry that all tests share; made once.
const Registry &registry();

/// Bytes from hexadecimal digits; white space between them is for the reader.
QByteArray fromHex(const QByteArray &digits);

Bytes viewOf(const QByteArray &bytes);

/// A whole frame of that link type; `originalLength` 0 means that nothing was cut.
Frame frameOf(const QByteArray &bytes, std::uint32_t linkType = 1, std::uint32_t originalLength = 0);

/// The tree that the window shows for these bytes when they begin with that protocol: one line a row,
/// two spaces a level, the frame's own rows left out.
QStringList treeOf(const Protocol &protocol, const QByteArray &hex, std::uint32_t originalLength = 0);

/// What the Info column says when the packet begins with that protocol.
QString infoOf(const Protocol &protocol, const QByteArray &hex);

/// The values of a field, as `-T fields` prints them, of a frame of that link type.
QString valuesOf(const QByteArray &field, const QByteArray &hex, std::uint32_t linkType = 1);

/// Feeds every prefix of the packet to the protocol, and every prefix with its length kept on the
/// wire: none may crash, and each has to end in a stop or a shorter tree. Returns the number tried.
int feedPrefixes(const Protocol &protocol, const QByteArray &hex);

} // namespace vethscope::test
