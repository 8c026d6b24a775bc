#include "core/exchanges/exchange.h"
#include "core/protocols/dns_stateful.h"
#include "core/protocols/protocols.h"

// DNS: a response has the request's transaction ID (RFC 1035, section 4.1.1). A client that asks again within five seconds asks the same.

namespace vethscope {
namespace {

constexpr auto nameProtocols = std::to_array<const Protocol *>({&protocols::dns, &protocols::mdns, &protocols::llmnr});
constexpr std::int64_t second = 1'000'000'000;

std::optional<Message> dnsMessageAt(const LayerView &view)
{
    const Bytes header = view.header();
    // Over TCP the first message of a segment alone is dissected: a request may have been behind it.
    const auto outer = view.outer();
    const bool isOverTcp = outer && &outer->protocol() == &protocols::dnsOverTcp;
    return Message{.number = read16(header, 0), .answers = (byteAt(header, 2) & 0x80) != 0, .isSure = !isOverTcp};
}

void addDnsExchange(const Message &message, const Exchanged &exchanged, Details &details)
{
    constexpr auto &fields = dnsStatefulFields;
    switch (exchanged.kind) {
    case Exchanged::Alone:
        if (message.answers && message.isSure)
            details.generate(named(fields, "dns.unsolicited"), 1);
        break;
    case Exchanged::Answered:
        details.generate(named(fields, "dns.response_in"), exchanged.other);
        break;
    case Exchanged::Answers:
        details.generate(named(fields, "dns.response_to"), exchanged.other);
        details.generate(named(fields, "dns.time"), static_cast<std::uint64_t>(exchanged.elapsed));
        break;
    case Exchanged::Repeats:
        details.generate(named(fields, "dns.retransmission"), 1);
        details.generate(message.answers ? named(fields, "dns.retransmit_response") : named(fields, "dns.retransmit_request"), 1);
        details.generate(message.answers ? named(fields, "dns.retransmit_response_in") : named(fields, "dns.retransmit_request_in"), exchanged.other);
        if (exchanged.elapsed >= copiedWithin)
            details.note(Severity::Note, message.answers ? Sentence::of("this response was sent before") : Sentence::of("this request was sent before"));
        break;
    case Exchanged::Copied:
        break; // here it repeats the other
    }
}

} // namespace

constinit const ExchangeRule exchanges::dns{
    .protocols = nameProtocols,
    .ofStream = true,
    .repeatedWithin = 5 * second,
    .messageAt = dnsMessageAt,
    .add = addDnsExchange,
};

} // namespace vethscope
