#include "core/exchanges/echo.h"

#include "core/protocols/echo_stateful.h"

namespace vethscope {
namespace {

constexpr unsigned allOnes = 0xffff;
constexpr std::size_t headerSize = 8;

unsigned folded(unsigned sum)
{
    while (sum > allOnes)
        sum = (sum >> 16) + (sum & allOnes);
    return sum;
}

// What the checksum becomes when one word changes: RFC 1624, section 3.
unsigned changed(unsigned checksum, unsigned from, unsigned to)
{
    return ~folded((~checksum & allOnes) + (~from & allOnes) + to) & allOnes;
}

} // namespace

// What tells its exchange are its identifier, its sequence number and the checksum that the reply has.
std::optional<Message> echoAt(const LayerView &view, std::uint8_t requestType, std::uint8_t replyType, bool (*isAskedWithOthers)(const LayerView &request))
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    const bool answers = type == replyType;
    if ((type != requestType && !answers) || header.size() < headerSize || (!answers && isAskedWithOthers(view)))
        return std::nullopt;
    unsigned checksum = read16(header, 2);
    if (!answers)
        checksum = changed(checksum, requestType << 8, replyType << 8); // the code stays
    if (checksum == 0)
        checksum = allOnes; // both are nought
    return Message{.number = std::uint64_t{checksum} << 32 | read32(header, 4), .answers = answers};
}

void addEchoExchange(const Message &message, const Exchanged &exchanged, Details &details)
{
    constexpr auto &fields = echoStatefulFields;
    switch (exchanged.kind) {
    case Exchanged::Answered:
        details.generate(named(fields, "resp_in"), exchanged.other);
        break;
    case Exchanged::Answers:
        details.generate(named(fields, "resp_to"), exchanged.other);
        details.generate(named(fields, "resptime"), static_cast<std::uint64_t>(exchanged.elapsed));
        break;
    case Exchanged::Alone:
    case Exchanged::Copied: // tshark does not tell it from the other
        if (message.answers || !exchanged.isFinal)
            break;
        details.generate(named(fields, "no_resp"), 1);
        details.generate(named(fields, "resp_not_found"), 1);
        if (exchanged.kind == Exchanged::Alone)
            details.note(Severity::Warning, Sentence::of("no response to this request was captured"));
        break;
    case Exchanged::Repeats:
        break;
    }
}

} // namespace vethscope
