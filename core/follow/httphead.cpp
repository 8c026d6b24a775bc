#include "core/follow/httphead.h"

#include "core/bytes/lowercase.h"
#include "core/transcript/lines.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace vethscope {
namespace {

void readStatus(std::string_view line, HttpHead &head)
{
    const std::size_t space = line.find(' ');
    const std::string_view code = space == line.npos ? std::string_view() : line.substr(space + 1, 3);
    head.isResponse = true;
    head.switches = code == "101";
    head.hasNoBody = code.starts_with('1') || code == "204" || code == "304";
}

void readField(std::string_view line, HttpHead &head)
{
    const std::size_t colon = line.find(':');
    if (colon == line.npos)
        return;
    const std::string name = lowerCase(withoutBlanks(line.substr(0, colon)));
    const std::string value = lowerCase(withoutBlanks(line.substr(colon + 1)));
    if (name == "transfer-encoding")
        head.chunked = value.ends_with("chunked");
    else if (name == "content-encoding")
        head.gzip = value == "gzip" || value == "x-gzip";
    else if (name == "content-length") {
        std::uint64_t length = 0;
        if (const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length); error == std::errc() && end == value.data() + value.size())
            head.length = length;
    }
}

} // namespace

HttpHead readHttpHead(std::string_view text)
{
    HttpHead head;
    const std::string_view first = text.substr(0, text.find('\n'));
    if (first.starts_with("HTTP/"))
        readStatus(first, head);
    head.isHeadRequest = first.starts_with("HEAD ");
    head.isConnect = first.starts_with("CONNECT ");
    for (std::size_t at = first.size() + 1; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        readField(text.substr(at, end - at), head);
        at = end + 1;
    }
    return head;
}

} // namespace vethscope
