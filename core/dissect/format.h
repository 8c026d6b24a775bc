#pragma once

#include "core/dissect/field.h"
#include "core/dissect/protocol.h"

namespace vethscope {

/// `8e:5c:79:80:cd:cc`; any number of bytes.
void printMac(TextBuffer &out, Bytes bytes);
/// `10.244.0.60`; needs four bytes.
void printIpv4(TextBuffer &out, Bytes bytes);
/// RFC 5952: lower case, longest run of zeros shortened; needs 16 bytes.
void printIpv6(TextBuffer &out, Bytes bytes);
/// Hexadecimal digits without a separator.
void printHex(TextBuffer &out, Bytes bytes);
/// Seconds since 1970 with nine decimals, as tshark writes frame.time_epoch.
void printEpoch(TextBuffer &out, std::int64_t nanoseconds);
/// `Jul  4, 2011 12:34:56.789000000 CEST`, as tshark writes frame.time: day and time of the local zone.
void printDate(TextBuffer &out, std::int64_t nanoseconds);
/// The characters as they are, control characters and bytes that are no UTF-8 escaped.
void printText(TextBuffer &out, std::string_view text);

/// A value as scripts read it: the format of `tshark -T fields`.
void printForScripts(TextBuffer &out, const Field &field, BitRange place, const Value &value);

/// The word for a value where it has one, `TCP` or `Not set`, else the format of printForScripts(): what a column shows.
void printWord(TextBuffer &out, const Field &field, BitRange place, const Value &value);

/// A value as people read it: with its word, as in `TCP (6)` or `Not set`.
void printForPeople(TextBuffer &out, const Field &field, BitRange place, const Value &value);

} // namespace vethscope
