#pragma once

#include "core/dissect/details.h"

#include <array>
#include <optional>
#include <string_view>

namespace vethscope {

/// IANA, HTTP status codes; the words are Wireshark's.
inline constexpr auto httpStatusNames = std::to_array<ValueName>({
    {100, "Continue"}, {101, "Switching Protocols"}, {200, "OK"}, {201, "Created"}, {202, "Accepted"},
    {204, "No Content"}, {206, "Partial Content"}, {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"},
    {304, "Not Modified"}, {307, "Temporary Redirect"}, {308, "Permanent Redirect"}, {400, "Bad Request"},
    {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"},
    {408, "Request Time-out"}, {409, "Conflict"}, {411, "Length Required"}, {413, "Request Entity Too Large"},
    {415, "Unsupported Media Type"}, {429, "Too Many Requests"}, {500, "Internal Server Error"},
    {501, "Not Implemented"}, {502, "Bad Gateway"}, {503, "Service Unavailable"}, {504, "Gateway Time-out"},
});

/// The rows of an HTTP message; all of them vary.
inline constexpr auto httpVaryingFields = std::to_array<Field>({
    varying("request",             "Request",            Show::Flag),
    varying("request.method",      "Request Method",     Show::Text),
    varying("request.uri",         "Request URI",        Show::Text),
    varying("request.version",     "Request Version",    Show::Text),
    varying("request.uri.path",    "Request URI Path",   Show::Text),
    varying("request.uri.query",   "Request URI Query",  Show::Text),
    varying("request.uri.query.parameter", "Request URI Query Parameter", Show::Text),
    varying("request.full_uri",    "Full request URI",   Show::Text),
    varying("content_length",      "Content length",     Show::Decimal),
    varying("chunk_size",          "Chunk size",         Show::Decimal),
    varying("request.line",        "Request line",       Show::Text),
    varying("response",            "Response",           Show::Flag),
    varying("response.version",    "Response Version",   Show::Text),
    varying("response.code",       "Status Code",        Show::Decimal),
    varying("response.code.desc",  "Status Code Description", Show::Text),
    varying("response.phrase",     "Response Phrase",    Show::Text),
    varying("response.line",       "Response line",      Show::Text),
    varying("notification",        "Notification",       Show::Flag),
    varying("host",                "Host",               Show::Text),
    varying("user_agent",          "User-Agent",         Show::Text),
    varying("accept",              "Accept",             Show::Text),
    varying("accept_encoding",     "Accept-Encoding",    Show::Text),
    varying("accept_language",     "Accept-Language",    Show::Text),
    varying("authorization",       "Authorization",      Show::Text),
    varying("cache_control",       "Cache-Control",      Show::Text),
    varying("connection",          "Connection",         Show::Text),
    varying("content_encoding",    "Content-Encoding",   Show::Text),
    varying("content_length_header", "Content-Length",   Show::Text),
    varying("content_type",        "Content-Type",       Show::Text),
    varying("cookie",              "Cookie",             Show::Text),
    varying("date",                "Date",               Show::Text),
    varying("last_modified",       "Last-Modified",      Show::Text),
    varying("location",            "Location",           Show::Text),
    varying("referer",             "Referer",            Show::Text),
    varying("server",              "Server",             Show::Text),
    varying("set_cookie",          "Set-Cookie",         Show::Text),
    varying("transfer_encoding",   "Transfer-Encoding",  Show::Text),
    varying("upgrade",             "Upgrade",            Show::Text),
    varying("www_authenticate",    "WWW-Authenticate",   Show::Text),
    varying("proxy_authenticate",  "Proxy-Authenticate", Show::Text),
    varying("proxy_authorization", "Proxy-Authorization", Show::Text),
    varying("http2_settings",      "HTTP2-Settings",     Show::Text),
    varying("sec_websocket_accept", "Sec-WebSocket-Accept", Show::Text),
    varying("sec_websocket_key",   "Sec-WebSocket-Key",  Show::Text),
    varying("sec_websocket_protocol", "Sec-WebSocket-Protocol", Show::Text),
    varying("sec_websocket_version", "Sec-WebSocket-Version", Show::Text),
    varying("x_forwarded_for",     "X-Forwarded-For",    Show::Text),
});

/// What later rows need of the header fields.
struct HttpFraming {
    std::string_view host;
    bool chunked = false;
};

/// Adds one header field: its line, as `row` or, where that is null, as text, and its value where the table has a row labelled
/// like it.
void addHttpHeaderField(Details &details, std::string_view head, std::size_t offset, std::size_t size, std::string_view line,
                        const Field *row, HttpFraming &framing);

/// The value in a header field's line, where the field has that name (in small letters).
std::optional<std::string_view> httpValue(std::string_view line, std::string_view name);

} // namespace vethscope
