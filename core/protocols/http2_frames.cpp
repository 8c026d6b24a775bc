#include "core/protocols/http2_fields.h"

// What a frame of HTTP/2 says. RFC 9113, sections 4 and 6. Header blocks are compressed with what earlier ones
// held (HPACK), so they are shown as they are.

namespace vethscope {
namespace {

constexpr auto &fields = http2VaryingFields;

enum Type : std::uint8_t {
    Data,
    Headers,
    Priority,
    ResetStream,
    Settings,
    PushPromise,
    Ping,
    GoAway,
    WindowUpdate,
    Continuation,
};

constexpr std::uint8_t endStream = 0x01; // of SETTINGS and PING: an acknowledgement
constexpr std::uint8_t endHeaders = 0x04;
constexpr std::uint8_t padded = 0x08;
constexpr std::uint8_t hasPriority = 0x20;

struct FlagsOf {
    std::uint8_t known;  // the flags a type has
    const Field *unused; // the row of all others
};

FlagsOf flagsOf(std::uint8_t type)
{
    switch (type) {
    case Data: return {endStream | padded, &named(fields, "flags.unused_data")};
    case Headers: return {endStream | endHeaders | padded | hasPriority, &named(fields, "flags.unused_headers")};
    case Settings: return {endStream, &named(fields, "flags.unused_settings")};
    case Ping: return {endStream, &named(fields, "flags.unused_ping")};
    case PushPromise: return {endHeaders | padded, &named(fields, "flags.unused_push_promise")};
    case Continuation: return {endHeaders, &named(fields, "flags.unused_continuation")};
    default: return {0, &named(fields, "flags.unused")};
    }
}

void addFlags(FieldCursor &frame, std::uint8_t type)
{
    Details &details = frame.details();
    const std::size_t at = frame.at();
    const auto flags = static_cast<std::uint8_t>(frame.number(named(fields, "flags"), 1));
    const auto below = details.below();
    const FlagsOf meaning = flagsOf(type);
    // The bits that have no meaning, moved down as Wireshark does with a mask.
    unsigned unused = 0xffu & ~meaning.known;
    details.add(*meaning.unused, octets(at, 1), (flags & unused) >> __builtin_ctz(unused));
    const auto flag = [&](std::uint8_t bit, const Field &field) {
        if (meaning.known & bit)
            details.add(field, octets(at, 1), std::uint64_t{(flags & bit) != 0});
    };
    flag(hasPriority, named(fields, "flags.priority"));
    flag(padded, named(fields, "flags.padded"));
    flag(endHeaders, named(fields, "flags.eh"));
    flag(endStream, type == Settings ? named(fields, "flags.ack.settings")
             : type == Ping          ? named(fields, "flags.ack.ping")
                                     : named(fields, "flags.end_stream"));
}

// A reserved bit, and a number of 31 bits behind it.
void addStreamNumber(FieldCursor &frame, const Field &first, const Field &number)
{
    if (frame.left() < 4)
        return frame.skip(4);
    frame.details().add(first, frame.bytes(), bits(frame.at() * 8, 1));
    frame.details().add(number, frame.bytes(), bits(frame.at() * 8 + 1, 31));
    frame.skip(4);
}

// Padding has its length in front of the contents and stands behind them. RFC 9113, section 6.1.
FieldCursor withoutPadding(FieldCursor &frame, std::uint8_t flags)
{
    std::size_t padding = 0;
    if (flags & padded)
        padding = frame.number(named(fields, "pad_length"), 1);
    else
        frame.details().generate(named(fields, "pad_length"), 0);
    return frame.within(frame.left() - std::min(padding, frame.left()));
}

void addHeaders(FieldCursor frame, std::uint8_t flags)
{
    FieldCursor contents = withoutPadding(frame, flags);
    if (flags & hasPriority) {
        addStreamNumber(contents, named(fields, "exclusive"), named(fields, "stream_dependency"));
        contents.skip(1);
    }
    contents.rest(named(fields, "headers"));
}

void addSettings(FieldCursor frame)
{
    while (frame.left() >= 6) {
        Details &details = frame.details();
        details.add(named(fields, "settings"), octets(frame.at(), 6), std::uint64_t{0});
        const auto below = details.below();
        switch (frame.number(named(fields, "settings.id"), 2)) {
        case 1: frame.add(named(fields, "settings.header_table_size"), 4); break;
        case 2: frame.add(named(fields, "settings.enable_push"), 4); break;
        case 3: frame.add(named(fields, "settings.max_concurrent_streams"), 4); break;
        case 4: frame.add(named(fields, "settings.initial_window_size"), 4); break;
        case 5: frame.add(named(fields, "settings.max_frame_size"), 4); break;
        case 6: frame.add(named(fields, "settings.max_header_list_size"), 4); break;
        case 8: frame.add(named(fields, "settings.extended_connect"), 4); break;
        default: frame.add(named(fields, "settings.unknown"), 4); break;
        }
    }
}

void addPayload(FieldCursor frame, std::uint8_t type, std::uint8_t flags)
{
    switch (type) {
    case Data: {
        FieldCursor contents = withoutPadding(frame, flags);
        contents.rest(named(fields, "data.data"));
        return frame.rest(named(fields, "data.padding"));
    }
    case Headers: return addHeaders(frame, flags);
    case Priority: return addStreamNumber(frame, named(fields, "exclusive"), named(fields, "stream_dependency"));
    case ResetStream: frame.add(named(fields, "rst_stream.error"), 4); return;
    case Settings: return addSettings(frame);
    case PushPromise: {
        FieldCursor contents = withoutPadding(frame, flags);
        addStreamNumber(contents, named(fields, "push_promise.r"), named(fields, "push_promise.promised_stream_id"));
        return contents.rest(named(fields, "push_promise.header"));
    }
    case Ping: return frame.rest(flags & endStream ? named(fields, "pong") : named(fields, "ping"));
    case GoAway:
        addStreamNumber(frame, named(fields, "goway.r"), named(fields, "goaway.last_stream_id"));
        frame.add(named(fields, "goaway.error"), 4);
        return frame.rest(named(fields, "goaway.addata"));
    case WindowUpdate:
        return addStreamNumber(frame, named(fields, "window_update.r"), named(fields, "window_update.window_size_increment"));
    case Continuation: return frame.rest(named(fields, "continuation.header"));
    default: return;
    }
}

} // namespace

void addHttp2Frame(FieldCursor &segment)
{
    constexpr std::size_t frameHeader = 9;
    Details &details = segment.details();
    const std::size_t start = segment.at();
    const std::size_t length = segment.peek(3);
    const std::size_t whole = std::min(frameHeader + length, segment.left());
    FieldCursor frame = segment.within(frameHeader + length);
    const std::uint8_t type = byteAt(frame.bytes(), start + 3);
    const std::uint8_t flags = byteAt(frame.bytes(), start + 4);
    const std::string_view name = nameOf(http2FrameTypes, type);
    details.add(named(fields, "stream"), octets(start, whole), std::uint64_t{0});
    details.items.back().label = details.format("Stream: {}, Stream ID: {}, Length {}", name.empty() ? std::string_view("Unknown") : name,
                                                readUnsigned(frame.bytes(), start + 5, 4) & 0x7fffffff, length);
    const auto below = details.below();
    frame.add(named(fields, "length"), 3);
    frame.add(named(fields, "type"), 1);
    addFlags(frame, type);
    addStreamNumber(frame, named(fields, "r"), named(fields, "streamid"));
    if (whole < frameHeader + length)
        details.note(Severity::Note, Sentence::of("the frame has {} bytes, of which this segment holds {}", frameHeader + length, whole),
                     octets(start, whole));
    addPayload(frame, type, flags);
}

} // namespace vethscope
