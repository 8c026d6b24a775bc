#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/http_fields.h"
#include "core/protocols/protocols.h"

// The head of an HTTP/1 message: a start line, header fields, an empty line. RFC 9112, section 2.

namespace vethscope {
namespace {

// Wireshark's list of ports that HTTP is expected on (preference http.tcp.port, 4.0).
constexpr auto claims = std::to_array<Claim>({
    {Claim::TcpPort, 80}, {Claim::TcpPort, 3128}, {Claim::TcpPort, 3132}, {Claim::TcpPort, 5985},
    {Claim::TcpPort, 8080}, {Claim::TcpPort, 8088}, {Claim::TcpPort, 11371}, {Claim::TcpPort, 1900},
    {Claim::TcpPort, 2869}, {Claim::TcpPort, 2710}, {Claim::TcpContent, 0},
});

constexpr auto methods = std::to_array<std::string_view>({
    "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "CONNECT ", "OPTIONS ", "TRACE ", "PATCH ",
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

// The head ends with the empty line; a head that goes on in the next segment ends with this one.
Dissected dissect(Bytes bytes)
{
    if (!beginsHead(bytes))
        return Step{.size = 0}; // the body, or the rest of a head, of a message that began in an earlier segment
    const std::size_t end = asText(bytes).find("\r\n\r\n");
    return Step{.size = end == std::string_view::npos ? bytes.size() : end + 4, .carries = false};
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

void addRequestLine(Details &details, const Line &line)
{
    details.generate(named(httpVaryingFields, "request"), 1);
    const std::string_view method = word(line.text, 0);
    details.add(named(httpVaryingFields, "request.method"), octets(line.offset, method.size()), method);
    const std::size_t uriAt = std::min(method.size() + 1, line.text.size());
    const std::string_view uri = word(line.text, uriAt);
    details.add(named(httpVaryingFields, "request.uri"), octets(line.offset + uriAt, uri.size()), uri);
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
    for (auto line = nextLine(head, start->size); line && !line->text.empty(); line = nextLine(head, line->offset + line->size))
        addHttpHeaderField(details, head, line->offset, line->size, line->text, request);
}

void info(const LayerView &view, TextBuffer &out)
{
    const auto start = nextLine(asText(view.header()), 0);
    print(out, start ? start->text.substr(0, 200) : std::string_view("Continuation"));
}

} // namespace

constinit const Protocol protocols::http{
    .name = "http",
    .title = "Hypertext Transfer Protocol",
    .shortTitle = "HTTP",
    .reference = "RFC 9112",
    .varying = httpVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .recognises = beginsHead,
    .details = details,
    .info = info,
};

} // namespace vethscope
