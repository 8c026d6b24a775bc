#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/http2_fields.h"
#include "core/protocols/protocols.h"

// HTTP/2: many requests at a time over one connection, in frames; gRPC rides on it. RFC 9113. A segment that
// begins within a frame cannot be read by itself. HTTP claims the ports, looks for frames and hands over.

namespace vethscope {
namespace {

constexpr std::string_view preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"; // RFC 9113, section 3.4
constexpr std::size_t frameHeader = 9;
constexpr std::size_t largestFrame = 16384; // unless the other side's settings allow more

constexpr auto &fields = http2VaryingFields;

// Whether nine bytes are the header of a frame that its type allows. RFC 9113, section 6.
bool isFrame(Bytes bytes)
{
    if (bytes.size() < frameHeader)
        return false;
    const std::size_t length = readUnsigned(bytes, 0, 3);
    const std::uint32_t stream = read32(bytes, 5);
    const bool acknowledges = (byteAt(bytes, 4) & 1) != 0;
    if (length > largestFrame || stream >> 31 != 0)
        return false;
    switch (byteAt(bytes, 3)) {
    case 0:
    case 1:
    case 9: return stream != 0;
    case 2: return stream != 0 && length == 5;
    case 3: return stream != 0 && length == 4;
    case 4: return stream == 0 && length % 6 == 0 && length <= 60 && (!acknowledges || length == 0);
    case 5: return stream != 0 && length >= 4;
    case 6: return stream == 0 && length == 8;
    case 7: return stream == 0 && length >= 8;
    case 8: return length == 4;
    default: return false;
    }
}

// The preface, or frames that fill the segment to its end.
bool recognises(Bytes bytes)
{
    if (asText(bytes).starts_with(preface))
        return true;
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (!isFrame(bytes.subspan(at)))
            return false;
        const std::uint8_t type = byteAt(bytes, at + 3);
        at += frameHeader + readUnsigned(bytes, at, 3);
        const bool goesOn = type <= 1 || type == 9; // contents that may not fit into one segment
        if (at > bytes.size() && !goesOn)
            return false;
    }
    return at > 0;
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = view.header();
    FieldCursor segment(details, bytes, 0, bytes.size());
    if (asText(bytes).starts_with(preface))
        segment.add(named(fields, "magic"), preface.size());
    while (segment.left() >= frameHeader)
        addHttp2Frame(segment);
    if (segment)
        details.note(Severity::Note, Sentence::of("the frame at byte {} goes on in the next segment", segment.at()),
                     octets(segment.at(), segment.left()));
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes bytes = view.header();
    std::size_t at = 0;
    if (asText(bytes).starts_with(preface)) {
        print(out, "Magic");
        at = preface.size();
    }
    for (int count = 0; at + frameHeader <= bytes.size() && count < 8; ++count) {
        print(out, at > 0 ? ", " : "");
        const std::string_view name = nameOf(http2FrameTypes, byteAt(bytes, at + 3));
        print(out, "{}[{}]", name.empty() ? std::string_view("UNKNOWN") : name, read32(bytes, at + 5) & 0x7fffffff);
        at += frameHeader + readUnsigned(bytes, at, 3);
    }
}

} // namespace

constinit const Protocol protocols::http2{
    .name = "http2",
    .title = "HyperText Transfer Protocol 2",
    .shortTitle = "HTTP2",
    .reference = "RFC 9113",
    .varying = http2VaryingFields,
    .dissect = dissect,
    .recognises = recognises,
    .details = details,
    .info = info,
};

} // namespace vethscope
