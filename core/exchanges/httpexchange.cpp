#include "core/exchanges/exchange.h"
#include "core/protocols/http_stateful.h"
#include "core/protocols/protocols.h"

// HTTP/1: a response answers the request before it (RFC 9112, section 9.3). As in Wireshark an interim response does, too, and of
// requests that were sent without waiting the last one counts as answered.

namespace vethscope {
namespace {

constexpr auto httpProtocols = std::to_array<const Protocol *>({&protocols::http, &protocols::ssdp});

// A head that ends in the name of a header field was cut by the segment: the next one has the rest, and nobody reads it as a message.
bool isCutInAName(std::string_view head)
{
    const std::size_t start = head.find('\n');
    const std::size_t last = head.rfind('\n');
    return start != head.npos && last + 1 < head.size() && head.find(':', last) == head.npos;
}

std::optional<Message> httpMessageAt(const LayerView &view)
{
    const std::string_view head = asText(view.header());
    if (head.empty() || head.starts_with("NOTIFY ") || isCutInAName(head))
        return std::nullopt;
    return Message{.answers = head.starts_with("HTTP/")};
}

void addHttpExchange(const Message &, const Exchanged &exchanged, Details &details)
{
    constexpr auto &fields = httpStatefulFields;
    if (exchanged.kind == Exchanged::Answered)
        details.generate(named(fields, "response_in"), exchanged.other);
    if (exchanged.kind != Exchanged::Answers)
        return;
    details.generate(named(fields, "time"), static_cast<std::uint64_t>(exchanged.elapsed));
    details.generate(named(fields, "request_in"), exchanged.other);
}

} // namespace

constinit const ExchangeRule exchanges::http{
    .protocols = httpProtocols,
    .ofStream = true,
    .messageAt = httpMessageAt,
    .add = addHttpExchange,
};

} // namespace vethscope
