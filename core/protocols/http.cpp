#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/http_fields.h"
#include "core/protocols/http_stateful.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <charconv>

// The head of an HTTP/1 message: a start line, header fields, an empty line. RFC 9112, section 2. The same head in
// a datagram announces services and looks for them: SSDP, UPnP Device Architecture 2.0, section 1.

namespace vethscope {
namespace {

// Wireshark's list of ports that HTTP is expected on (preference http.tcp.port, 4.0).
constexpr auto claims = std::to_array<Claim>({
    {Claim::TcpPort, 80}, {Claim::TcpPort, 3128}, {Claim::TcpPort, 3132}, {Claim::TcpPort, 5985},
    {Claim::TcpPort, 8080}, {Claim::TcpPort, 8088}, {Claim::TcpPort, 11371}, {Claim::TcpPort, 1900},
    {Claim::TcpPort, 2869}, {Claim::TcpPort, 2710}, {Claim::TcpContent, 0},
});

constexpr auto methods = std::to_array<std::string_view>({
    "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "CONNECT ", "OPTIONS ", "TRACE ", "PATCH ", "NOTIFY ", "M-SEARCH ",
});

bool beginsRequest(std::string_view text)
{
    return std::ranges::any_of(methods, [&](std::string_view method) { return text.starts_with(method); });
}

bool beginsHead(Bytes bytes)
{
    const std::string_view text = asText(bytes);
    return text.starts_with("HTTP/1.") || beginsRequest(text);
}

// HTTP/2 comes to the same ports, and after an upgrade into the same connection.
bool recognises(Bytes bytes)
{
    return beginsHead(bytes) || protocols::http2.recognises(bytes);
}

// The head ends with the empty line; a head that goes on in the next segment ends with this one.
Dissected dissect(Bytes bytes)
{
    if (!beginsHead(bytes)) // the body, or the rest of a head, of a message that began in an earlier segment
        return Step{.size = 0, .next = protocols::http2.recognises(bytes) ? &protocols::http2 : nullptr};
    const std::size_t empty = asText(bytes).find("\r\n\r\n");
    const std::size_t end = empty == std::string_view::npos ? bytes.size() : empty + 4;
    const Bytes rest = bytes.subspan(end);
    if (beginsHead(rest)) // the next message of the same connection
        return Step{.size = end, .next = &protocols::http};
    const bool upgraded = asText(bytes).starts_with("HTTP/1.1 101") && protocols::http2.recognises(rest);
    return Step{.size = end, .next = upgraded ? &protocols::http2 : nullptr, .carries = false};
}

// A datagram is a message or none.
Dissected dissectDatagram(Bytes bytes)
{
    if (!beginsHead(bytes))
        return Step{.size = 0};
    const std::size_t empty = asText(bytes).find("\r\n\r\n");
    return Step{.size = empty == std::string_view::npos ? bytes.size() : empty + 4, .carries = false};
}

// A line without its end, and where it stands in the head.
struct Line {
    std::string_view text;
    std::size_t offset;
    std::size_t size; // with its end
};

std::optional<Line> nextLine(std::string_view head, std::size_t offset)
{
    if (offset >= head.size())
        return std::nullopt;
    const std::size_t end = head.find('\n', offset);
    const std::size_t size = (end == head.npos ? head.size() : end + 1) - offset;
    std::string_view text = head.substr(offset, size);
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    return Line{text, offset, size};
}

// The word at `from`, up to the next space.
std::string_view word(std::string_view line, std::size_t from)
{
    return line.substr(from, line.find(' ', from) - from);
}

void addQuery(Details &details, std::size_t at, std::string_view uri)
{
    const std::size_t mark = uri.find('?');
    if (mark == uri.npos)
        return;
    const auto below = details.below();
    details.add(named(httpVaryingFields, "request.uri.path"), octets(at, mark), uri.substr(0, mark));
    details.add(named(httpVaryingFields, "request.uri.query"), octets(at + mark + 1, uri.size() - mark - 1), uri.substr(mark + 1));
    for (std::size_t begin = mark + 1; begin < uri.size();) {
        const std::size_t end = std::min(uri.find('&', begin), uri.size());
        details.add(named(httpVaryingFields, "request.uri.query.parameter"), octets(at + begin, end - begin), uri.substr(begin, end - begin));
        begin = end + 1;
    }
}

// NOTIFY asks nobody for anything.
bool isNotification(std::string_view head)
{
    return head.starts_with("NOTIFY ");
}

void addRequestLine(Details &details, const Line &line)
{
    const std::string_view method = word(line.text, 0);
    details.generate(isNotification(line.text) ? named(httpVaryingFields, "notification") : named(httpVaryingFields, "request"), 1);
    details.add(named(httpVaryingFields, "request.method"), octets(line.offset, method.size()), method);
    const std::size_t uriAt = std::min(method.size() + 1, line.text.size());
    const std::string_view uri = word(line.text, uriAt);
    details.add(named(httpVaryingFields, "request.uri"), octets(line.offset + uriAt, uri.size()), uri);
    addQuery(details, uriAt, uri);
    const std::size_t versionAt = uriAt + uri.size() + 1;
    if (versionAt < line.text.size())
        details.add(named(httpVaryingFields, "request.version"), octets(line.offset + versionAt, line.text.size() - versionAt),
                    line.text.substr(versionAt));
}

void addStatusLine(Details &details, const Line &line)
{
    details.generate(named(httpVaryingFields, "response"), 1);
    const std::string_view version = word(line.text, 0);
    details.add(named(httpVaryingFields, "response.version"), octets(line.offset, version.size()), version);
    const std::size_t codeAt = version.size() + 1;
    if (codeAt >= line.text.size())
        return;
    const std::string_view code = word(line.text, codeAt);
    std::uint64_t number = 0;
    for (char digit : code.substr(0, 5))
        number = number * 10 + static_cast<std::uint64_t>(digit >= '0' && digit <= '9' ? digit - '0' : 0);
    details.add(named(httpVaryingFields, "response.code"), octets(line.offset + codeAt, code.size()), number);
    if (const std::string_view description = nameOf(httpStatusNames, number); !description.empty())
        details.add(named(httpVaryingFields, "response.code.desc"), octets(line.offset + codeAt, code.size()), description);
    const std::size_t phraseAt = codeAt + code.size() + 1;
    if (phraseAt < line.text.size())
        details.add(named(httpVaryingFields, "response.phrase"), octets(line.offset + phraseAt, line.text.size() - phraseAt),
                    line.text.substr(phraseAt));
}

// What a browser's address line would show.
void addFullUri(Details &details, std::string_view line, std::string_view host)
{
    const std::string_view method = word(line, 0);
    const std::string_view uri = word(line, std::min(method.size() + 1, line.size()));
    const bool whole = uri.starts_with("http://") || uri.starts_with("https://") || method == "CONNECT";
    if (!whole && host.empty())
        return;
    const std::string_view full = whole ? uri : details.format("http://{}{}", host, uri);
    details.add(named(httpVaryingFields, "request.full_uri"), {}, full);
    details.items.back().generated = true;
}

// Each chunk has its size in front, in hexadecimal. RFC 9112, section 7.1.
void addChunks(Details &details, std::string_view body, std::size_t bodyAt)
{
    for (std::size_t at = 0; at < body.size();) {
        std::uint64_t size = 0;
        const auto [end, error] = std::from_chars(body.data() + at, body.data() + body.size(), size, 16);
        const std::size_t line = body.find("\r\n", at);
        if (error != std::errc() || line == body.npos)
            return;
        if (size > body.size() - line)
            return;
        details.add(named(httpVaryingFields, "chunk_size"), octets(bodyAt + at, line - at), size);
        if (size == 0)
            return;
        at = line + 2 + size + 2;
    }
}

void details(const LayerView &view, Details &details)
{
    const std::string_view head = asText(view.header());
    const auto start = nextLine(head, 0);
    if (!start)
        return;
    const bool request = beginsRequest(head);
    details.text(start->text, octets(start->offset, start->size));
    {
        const auto below = details.below();
        request ? addRequestLine(details, *start) : addStatusLine(details, *start);
    }
    // Wireshark has a field for the lines of a request and one for those of a response.
    const Field *row = isNotification(head) ? nullptr
                       : request            ? &named(httpVaryingFields, "request.line")
                                            : &named(httpVaryingFields, "response.line");
    HttpFraming framing;
    for (auto line = nextLine(head, start->size); line && !line->text.empty(); line = nextLine(head, line->offset + line->size))
        addHttpHeaderField(details, head, line->offset, line->size, line->text, row, framing);
    if (request)
        addFullUri(details, start->text, framing.host);
    if (framing.chunked)
        addChunks(details, asText(view.payload()), head.size());
}

// The value of the first header field of that name; empty where there is none.
std::string_view valueOf(std::string_view head, std::string_view name)
{
    for (auto line = nextLine(head, 0); line && !line->text.empty(); line = nextLine(head, line->offset + line->size))
        if (const auto value = httpValue(line->text, name))
            return *value;
    return {};
}

// `text/html`, where there is something of it that can be read.
std::string_view readableType(const LayerView &view, std::string_view head)
{
    if (view.payload().empty())
        return {};
    const std::string_view value = valueOf(head, "content-type"), type = value.substr(0, value.find_first_of("; \t"));
    const bool readable = type != "application/octet-stream" && valueOf(head, "content-encoding").empty();
    return readable ? type : std::string_view();
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view head = asText(view.header());
    const auto start = nextLine(head, 0);
    if (!start)
        return print(out, "Continuation");
    print(out, start->text.substr(0, 200));
    if (const std::string_view type = readableType(view, head); !type.empty())
        print(out, "  ({})", type);
}

constexpr auto datagramClaims = std::to_array<Claim>({{Claim::UdpPort, 1900}});

} // namespace

constinit const Protocol protocols::http{
    .name = "http",
    .title = "Hypertext Transfer Protocol",
    .shortTitle = "HTTP",
    .reference = "RFC 9112",
    .varying = httpVaryingFields,
    .stateful = httpStatefulFields,
    .claims = claims,
    .dissect = dissect,
    .recognises = recognises,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::ssdp{
    .name = "ssdp",
    .title = "Simple Service Discovery Protocol",
    .shortTitle = "SSDP",
    .reference = "UPnP Device Architecture",
    .fieldPrefix = "http",
    .varying = httpVaryingFields,
    .stateful = httpStatefulFields,
    .claims = datagramClaims,
    .dissect = dissectDatagram,
    .details = details,
    .info = info,
};

} // namespace vethscope
