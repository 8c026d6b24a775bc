#include "core/protocols/tcp_options.h"

#include "core/dissect/print.h"
#include "core/protocols/tcp_stateful.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t fixedHeader = 20;

enum Kind : std::uint8_t {
    EndOfList = 0,
    NoOperation = 1,
    MaximumSegmentSize = 2,
    WindowScale = 3,
    SackPermitted = 4,
    Sack = 5,
    Timestamps = 8,
    FastOpen = 34,
};

constexpr auto &fields = tcpVaryingFields;

// How long the option at `at` is; 0 when its length is a lie.
std::size_t sizeAt(Bytes header, std::size_t at)
{
    const std::uint8_t kind = byteAt(header, at);
    if (kind == EndOfList || kind == NoOperation)
        return 1;
    const std::size_t size = at + 1 < header.size() ? byteAt(header, at + 1) : 0;
    return size >= 2 && at + size <= header.size() ? size : 0;
}

// RFC 7323, section 2.3: shifts beyond 14 count as 14.
std::uint32_t windowMultiplier(std::uint8_t shift)
{
    return 1u << std::min<unsigned>(shift, 14);
}

void addSack(Details &details, Bytes header, std::size_t at, std::size_t size, SackEdges edges)
{
    for (std::size_t edge = at + 2; edges == SackEdges::Raw && edge + 8 <= at + size; edge += 8) {
        details.add(named(tcpStatefulFields, "options.sack_le"), header, octets(edge, 4));
        details.add(named(tcpStatefulFields, "options.sack_re"), header, octets(edge + 4, 4));
    }
    details.generate(named(fields, "options.sack.count"), (size - 2) / 8);
}

std::uint32_t selectedBytes(Bytes header, std::size_t at, std::size_t size)
{
    std::uint32_t bytes = 0;
    for (std::size_t edge = at + 2; edge + 8 <= at + size && edge < at + 2 + 3 * 8; edge += 8)
        bytes += read32(header, edge + 4) - read32(header, edge);
    return bytes;
}

void addContents(Details &details, Bytes header, std::size_t at, std::size_t size, SackEdges edges)
{
    switch (byteAt(header, at)) {
    case MaximumSegmentSize:
        if (size == 4)
            details.add(named(fields, "options.mss_val"), header, octets(at + 2, 2));
        break;
    case WindowScale:
        if (size == 3) {
            details.add(named(fields, "options.wscale.shift"), header, octets(at + 2, 1));
            details.generate(named(fields, "options.wscale.multiplier"), windowMultiplier(byteAt(header, at + 2)));
        }
        break;
    case Sack:
        addSack(details, header, at, size, edges);
        break;
    case Timestamps:
        if (size == 10) {
            details.add(named(fields, "options.timestamp.tsval"), header, octets(at + 2, 4));
            details.add(named(fields, "options.timestamp.tsecr"), header, octets(at + 6, 4));
        }
        break;
    default:
        break;
    }
}

} // namespace

void addTcpOptions(Details &details, Bytes header, SackEdges edges)
{
    if (header.size() <= fixedHeader)
        return;
    details.add(named(fields, "options"), header, octets(fixedHeader, header.size() - fixedHeader));
    const auto below = details.below();
    for (std::size_t at = fixedHeader; at < header.size();) {
        const std::size_t size = sizeAt(header, at);
        if (size == 0) {
            details.note(Severity::Warning, Sentence::of("an option at byte {} says a length that its header does not have", at),
                         octets(at, header.size() - at));
            return;
        }
        details.add(named(fields, "option_kind"), octets(at, size), byteAt(header, at));
        if (size > 1) {
            const auto contents = details.below();
            details.add(named(fields, "option_len"), header, octets(at + 1, 1));
            addContents(details, header, at, size, edges);
        }
        if (byteAt(header, at) == EndOfList)
            return;
        at += size;
    }
}

void printTcpOptions(Bytes header, std::uint32_t firstByte, TextBuffer &out)
{
    for (std::size_t at = fixedHeader; at < header.size();) {
        const std::size_t size = sizeAt(header, at);
        const std::uint8_t kind = byteAt(header, at);
        if (size == 0 || kind == EndOfList)
            return;
        if (kind == MaximumSegmentSize && size == 4)
            print(out, " MSS={}"_cf, read16(header, at + 2));
        else if (kind == WindowScale && size == 3)
            print(out, " WS={}"_cf, windowMultiplier(byteAt(header, at + 2)));
        else if (kind == SackPermitted)
            print(out, " SACK_PERM");
        else if (kind == Timestamps && size == 10)
            print(out, " TSval={} TSecr={}"_cf, read32(header, at + 2), read32(header, at + 6));
        else if (kind == FastOpen)
            print(out, size == 2 ? " TFO=R" : " TFO=C"); // the cookie is asked for, or there
        for (std::size_t edge = at + 2; kind == Sack && edge + 8 <= at + size; edge += 8)
            print(out, " SLE={} SRE={}"_cf, read32(header, edge) - firstByte, read32(header, edge + 4) - firstByte);
        at += size;
    }
}

TcpOptionValues readTcpOptions(Bytes header)
{
    TcpOptionValues values;
    for (std::size_t at = fixedHeader; at < header.size();) {
        const std::size_t size = sizeAt(header, at);
        const std::uint8_t kind = byteAt(header, at);
        if (size == 0 || kind == EndOfList)
            break;
        if (kind == MaximumSegmentSize && size == 4)
            values.maximumSegmentSize = read16(header, at + 2);
        else if (kind == WindowScale && size == 3)
            values.windowScale = byteAt(header, at + 2);
        else if (kind == SackPermitted)
            values.selectiveAcknowledgement = true;
        else if (kind == Timestamps && size == 10) {
            values.timestamp = read32(header, at + 2);
            values.timestampEcho = read32(header, at + 6);
        } else if (kind == Sack) {
            values.blocksAt = at + 2;
            values.blocks = (size - 2) / 8;
            values.selectedBytes = selectedBytes(header, at, size);
        }
        at += size;
    }
    return values;
}

} // namespace vethscope
