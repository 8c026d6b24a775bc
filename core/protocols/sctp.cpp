#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ports.h"
#include "core/protocols/protocols.h"
#include "core/protocols/sctp_fields.h"

#include <array>

// SCTP brings messages in several streams between two ports; telephone networks run on it. RFC 9260, section 3.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 12;
constexpr std::size_t checksumAt = 8;

constexpr auto fields = std::to_array<Field>({
    {"srcport",          "Source port",      bits(0, 16),  Show::Decimal},
    {"dstport",          "Destination port", bits(16, 16), Show::Decimal},
    {"verification_tag", "Verification tag", bits(32, 32), Show::Hexadecimal},
    {"checksum",         "Checksum",         bits(64, 32), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto aliases = std::to_array<Alias>({{"port", "Source or Destination Port", {"srcport", "dstport"}}});
// UDP 9899 carries SCTP through translators of addresses: RFC 6951.
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 132}, {Claim::UdpPort, 9899}});

// Castagnoli's polynomial, lowest bit first: RFC 9260, appendix A.
constexpr auto crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t rest = i;
        for (int bit = 0; bit < 8; ++bit)
            rest = rest & 1 ? rest >> 1 ^ 0x82f63b78u : rest >> 1;
        table[i] = rest;
    }
    return table;
}();

std::uint32_t crc32c(Bytes packet)
{
    std::uint32_t rest = 0xffffffff;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const bool inChecksum = i >= checksumAt && i < checksumAt + 4;
        rest = crcTable[(rest ^ (inChecksum ? 0u : byteAt(packet, i))) & 0xff] ^ rest >> 8;
    }
    return __builtin_bswap32(~rest);
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

ChecksumStatus checksumStatus(const LayerView &view)
{
    if (!view.payloadComplete())
        return ChecksumStatus::Unverified;
    return crc32c(view.header()) == view.number(named(fields, "checksum")) ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void details(const LayerView &view, Details &details)
{
    addChecksumStatus(details, named(sctpVaryingFields, "checksum.status"), checksumStatus(view), named(fields, "checksum").place);
    addSctpChunks(details, view.header(), headerSize);
}

void info(const LayerView &view, TextBuffer &out)
{
    constexpr int most = 8;
    const Bytes packet = view.header();
    int count = 0;
    for (std::size_t at = headerSize; at + 4 <= packet.size() && count < most; ++count) {
        const std::string_view name = nameOf(sctpChunkTypes, byteAt(packet, at));
        print(out, count > 0 ? " " : "");
        print(out, name.empty() ? std::string_view("UNKNOWN") : name);
        const std::size_t length = read16(packet, at + 2);
        at += length < 4 ? packet.size() : (length + 3) / 4 * 4;
    }
}

void summary(const LayerView &view, TextBuffer &out)
{
    printPorts(view, Transport::Sctp, view.number(named(fields, "srcport")), view.number(named(fields, "dstport")), out);
}

} // namespace

constinit const Protocol protocols::sctp{
    .name = "sctp",
    .title = "Stream Control Transmission Protocol",
    .shortTitle = "SCTP",
    .reference = "RFC 9260",
    .headerSize = headerSize,
    .fields = fields,
    .varying = sctpVaryingFields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .info = info,
};

} // namespace vethscope
