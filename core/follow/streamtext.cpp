#include "core/follow/streamtext.h"

#include "core/bytes/dumptext.h"
#include "core/flows/trafficwords.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t hexPerLine = 16;
constexpr std::size_t arrayPerLine = 8;
constexpr std::size_t base64PerLine = 76; // RFC 2045, section 6.8

unsigned valueOf(std::byte byte)
{
    return std::to_integer<unsigned>(byte);
}

std::string asciiText(Bytes bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (const std::byte byte : bytes)
        text.push_back(isPrintable(byte) || valueOf(byte) == '\n' || valueOf(byte) == '\r' || valueOf(byte) == '\t' ? static_cast<char>(byte) : '.');
    return text;
}

std::string hexDump(const StreamChunk &chunk, Bytes bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += hexPerLine) {
        const Bytes line = bytes.subspan(at, std::min(hexPerLine, bytes.size() - at));
        fmt::format_to(std::back_inserter(text), "{}{:08X}  ", chunk.fromClient ? "" : "    ", chunk.before + at);
        for (std::size_t i = 0; i < hexPerLine; ++i)
            text += (i < line.size() ? fmt::format("{:02x} ", valueOf(line[i])) : std::string("   ")) + (i == hexPerLine / 2 - 1 ? " " : "");
        text += ' ';
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i == hexPerLine / 2)
                text += ' ';
            text.push_back(isPrintable(line[i]) ? static_cast<char>(line[i]) : '.');
        }
        text += '\n';
    }
    return text;
}

std::string cArray(const StreamChunk &chunk, Bytes bytes)
{
    std::string text = fmt::format("char peer{}_{}[] = {{ /* Packet {} */\n", chunk.fromClient ? 0 : 1, chunk.number, chunk.row + 1);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        fmt::format_to(std::back_inserter(text), "0x{:02x}{}", valueOf(bytes[i]),
                       i + 1 == bytes.size() ? " };\n" : (i + 1) % arrayPerLine == 0 ? ",\n" : ", ");
    return text;
}

// RFC 4648, section 4.
std::string base64Of(Bytes bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t there = std::min<std::size_t>(3, bytes.size() - at);
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < there ? valueOf(bytes[at + i]) : 0);
        for (std::size_t i = 0; i < 4; ++i)
            text.push_back(i <= there ? digits[group >> (18 - 6 * i) & 63] : '=');
    }
    return text;
}

std::string yamlPacket(const StreamChunk &chunk, Bytes bytes)
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t seconds = chunk.time / second - (chunk.time % second < 0);
    std::string text = fmt::format("  - packet: {}\n    peer: {}\n    index: {}\n    timestamp: {}.{:09}\n    data: !!binary |\n", chunk.row + 1,
                                   chunk.fromClient ? 0 : 1, chunk.number, seconds, chunk.time - seconds * second);
    const std::string packed = base64Of(bytes);
    for (std::size_t at = 0; at < packed.size(); at += base64PerLine)
        text += "      " + packed.substr(at, base64PerLine) + '\n';
    return text;
}

std::string yamlPeer(int number, const TrafficEnd &end)
{
    return fmt::format("  - peer: {}\n    host: {}\n    port: {}\n", number, addressText(end), end.port);
}

} // namespace

bool isPlainText(StreamFormat format)
{
    return format == StreamFormat::Ascii || format == StreamFormat::Utf8;
}

std::string headOf(const FollowedStream &stream, StreamFormat format)
{
    if (format != StreamFormat::Yaml)
        return {};
    return "peers:\n" + yamlPeer(0, stream.client.end) + yamlPeer(1, stream.server.end) + "packets:\n";
}

// Wireshark's words for what is missing, which scripts look for.
Sentence gapSentence(const StreamChunk &gap)
{
    switch (gap.gap) {
    case StreamChunk::Gap::Unacknowledged: return Sentence::of("{} bytes missing in capture file; nobody acknowledged what follows", gap.size);
    case StreamChunk::Gap::Cut: return Sentence::of("{} bytes not captured: the packet was cut", gap.size);
    case StreamChunk::Gap::TooMuch: return Sentence::of("{} bytes more than are kept in memory", gap.size);
    default: return Sentence::of("{} bytes missing in capture file", gap.size);
    }
}

std::string gapText(std::string_view words, StreamFormat format)
{
    switch (format) {
    case StreamFormat::Yaml: return fmt::format("  # [{}]\n", words);
    case StreamFormat::CArrays: return fmt::format("/* [{}] */\n", words);
    default: return fmt::format("[{}]\n", words);
    }
}

std::string textOf(const FollowedStream &stream, const StreamChunk &chunk, StreamFormat format)
{
    if (chunk.isGap())
        return gapText(gapSentence(chunk).english(), format);
    const Bytes bytes = stream.bytesOf(chunk);
    switch (format) {
    case StreamFormat::Ascii: return asciiText(bytes);
    case StreamFormat::Utf8: return std::string(asText(bytes));
    case StreamFormat::HexDump: return hexDump(chunk, bytes);
    case StreamFormat::CArrays: return cArray(chunk, bytes);
    case StreamFormat::Raw: return hexStream(bytes) + '\n';
    case StreamFormat::Yaml: return yamlPacket(chunk, bytes);
    }
    return {};
}

} // namespace vethscope
