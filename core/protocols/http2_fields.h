#pragma once

#include "core/protocols/field_cursor.h"

#include <array>

namespace vethscope {

/// IANA, HTTP/2 frame types.
inline constexpr auto http2FrameTypes = std::to_array<ValueName>({
    {0, "DATA"}, {1, "HEADERS"}, {2, "PRIORITY"}, {3, "RST_STREAM"}, {4, "SETTINGS"}, {5, "PUSH_PROMISE"}, {6, "PING"},
    {7, "GOAWAY"}, {8, "WINDOW_UPDATE"}, {9, "CONTINUATION"}, {10, "ALTSVC"}, {12, "ORIGIN"}, {16, "PRIORITY_UPDATE"},
});

inline constexpr auto http2Settings = std::to_array<ValueName>({
    {1, "Header table size"}, {2, "Enable PUSH"}, {3, "Max concurrent streams"}, {4, "Initial Windows size"},
    {5, "Max frame size"}, {6, "Max header list size"}, {8, "Extended CONNECT"},
});

inline constexpr auto http2Errors = std::to_array<ValueName>({
    {0, "NO_ERROR"}, {1, "PROTOCOL_ERROR"}, {2, "INTERNAL_ERROR"}, {3, "FLOW_CONTROL_ERROR"}, {4, "SETTINGS_TIMEOUT"},
    {5, "STREAM_CLOSED"}, {6, "FRAME_SIZE_ERROR"}, {7, "REFUSED_STREAM"}, {8, "CANCEL"}, {9, "COMPRESSION_ERROR"},
    {10, "CONNECT_ERROR"}, {11, "ENHANCE_YOUR_CALM"}, {12, "INADEQUATE_SECURITY"}, {13, "HTTP_1_1_REQUIRED"},
});

/// The rows of HTTP/2; all of them vary, since a segment holds several frames.
inline constexpr auto http2VaryingFields = std::to_array<Field>({
    varying("magic",                  "Magic",              Show::Text),
    varying("stream",                 "Stream",             Show::Nothing),
    varying("length",                 "Length",             Show::Decimal),
    varying("type",                   "Type",               Show::Decimal, http2FrameTypes),
    varying("flags",                  "Flags",              Show::Hexadecimal),
    varying("flags.unused",           "Unused",             Show::Hexadecimal),
    varying("flags.unused_data",      "Unused",             Show::Hexadecimal),
    varying("flags.unused_headers",   "Unused",             Show::Hexadecimal),
    varying("flags.unused_settings",  "Unused",             Show::Hexadecimal),
    varying("flags.unused_ping",      "Unused",             Show::Hexadecimal),
    varying("flags.unused_push_promise", "Unused",          Show::Hexadecimal),
    varying("flags.unused_continuation", "Unused",          Show::Hexadecimal),
    varying("flags.priority",         "Priority",           Show::Flag),
    varying("flags.padded",           "Padded",             Show::Flag),
    varying("flags.eh",               "End Headers",        Show::Flag),
    varying("flags.end_stream",       "End Stream",         Show::Flag),
    varying("flags.ack.settings",     "ACK",                Show::Flag),
    varying("flags.ack.ping",         "ACK",                Show::Flag),
    wide(8, varying("r",              "Reserved",           Show::Hexadecimal)),
    varying("streamid",               "Stream Identifier",  Show::Decimal),
    varying("pad_length",             "Pad Length",         Show::Decimal),
    varying("exclusive",              "Exclusive",          Show::Flag),
    varying("stream_dependency",      "Stream Dependency",  Show::Decimal),
    varying("data.data",              "Data",               Show::Raw),
    varying("data.padding",           "Padding",            Show::Raw),
    varying("headers",                "Header Block Fragment", Show::Raw),
    varying("rst_stream.error",       "Error",              Show::Decimal, http2Errors),
    varying("settings",               "Settings",           Show::Nothing),
    varying("settings.id",            "Settings Identifier", Show::Decimal, http2Settings),
    varying("settings.header_table_size", "Header table size", Show::Decimal),
    varying("settings.enable_push",   "Enable PUSH",        Show::Decimal),
    varying("settings.max_concurrent_streams", "Max concurrent streams", Show::Decimal),
    varying("settings.initial_window_size", "Initial Windows Size", Show::Decimal),
    varying("settings.max_frame_size", "Max frame size",    Show::Decimal),
    varying("settings.max_header_list_size", "Max header list size", Show::Decimal),
    varying("settings.extended_connect", "Extended CONNECT", Show::Decimal),
    varying("settings.unknown",       "Unknown Settings",   Show::Decimal),
    wide(8, varying("push_promise.r", "Reserved",           Show::Hexadecimal)),
    varying("push_promise.promised_stream_id", "Promised-Stream-ID", Show::Decimal),
    varying("push_promise.header",    "Header Block Fragment", Show::Raw),
    varying("ping",                   "Ping",               Show::Raw),
    varying("pong",                   "Pong",               Show::Raw),
    wide(8, varying("goway.r",        "Reserved",           Show::Hexadecimal)),
    varying("goaway.last_stream_id",  "Last-Stream-ID",     Show::Decimal),
    varying("goaway.error",           "Error",              Show::Decimal, http2Errors),
    varying("goaway.addata",          "Additional Debug Data", Show::Raw),
    wide(8, varying("window_update.r", "Reserved",          Show::Hexadecimal)),
    varying("window_update.window_size_increment", "Window Size Increment", Show::Decimal),
    varying("continuation.header",    "Continuation Header", Show::Raw),
});

/// Adds one frame; the cursor steps over it.
void addHttp2Frame(FieldCursor &segment);

} // namespace vethscope
