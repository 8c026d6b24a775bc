#include "core/protocols/tls_fields.h"

// Old clients begin with a hello in the form of SSL 2.0, which any later version may answer. RFC 5246, appendix E.2.

namespace vethscope {
namespace {

constexpr auto &fields = tlsVaryingFields;
constexpr std::size_t recordHeader = 2;
constexpr std::size_t fixedPart = 9; // type, version, three lengths
constexpr std::uint8_t clientHello = 1;

} // namespace

bool isOldTlsHello(Bytes bytes)
{
    if (bytes.size() < recordHeader + fixedPart || (byteAt(bytes, 0) & 0x80) == 0 || byteAt(bytes, 2) != clientHello)
        return false;
    const std::uint16_t version = read16(bytes, 3);
    const std::size_t length = read16(bytes, 0) & 0x7fffu;
    const std::size_t told = fixedPart + read16(bytes, 5) + read16(bytes, 7) + read16(bytes, 9);
    return (version == 0x0002 || (version >= 0x0300 && version <= 0x0303)) && length == told;
}

void addOldTlsHello(FieldCursor &segment)
{
    Details &details = segment.details();
    const std::size_t at = segment.at();
    const std::size_t length = segment.peek(2) & 0x7fff;
    details.add(named(fields, "record"), octets(at, std::min(recordHeader + length, segment.left())), std::uint64_t{0});
    details.items.back().label = "SSLv2 Record Layer: Client Hello";
    const auto below = details.below();
    details.generate(named(fields, "record.version"), 0x0002);
    details.add(named(fields, "record.length"), octets(at, recordHeader), length);
    segment.skip(recordHeader);
    FieldCursor hello = segment.within(length);
    hello.add(named(fields, "handshake.type"), 1);
    hello.add(named(fields, "handshake.version"), 2);
    const std::size_t specs = hello.number(named(fields, "handshake.cipher_spec_len"), 2);
    const std::size_t session = hello.number(named(fields, "handshake.session_id_length"), 2);
    hello.add(named(fields, "handshake.challenge_length"), 2);
    for (FieldCursor list = hello.within(specs); list;)
        list.add(named(fields, "handshake.cipherspec"), 3);
    if (session > 0)
        hello.add(named(fields, "handshake.session_id"), session);
}

} // namespace vethscope
