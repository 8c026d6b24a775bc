#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/look.h"

#include "core/filter/filter.h"

// A display filter: the first line is the expression, what follows is an Ethernet frame to try it on.

namespace vethscope::fuzz {

void run(Bytes input)
{
    const std::size_t line = std::min(asText(input).find('\n'), input.size());
    const std::string_view expression = asText(input.first(line));
    const auto filter = Filter::compile(expression, registry());
    if (!filter) {
        promise(!filter.error().message.empty(), "an invalid filter says why");
        promise(filter.error().offset <= expression.size(), "an invalid filter says where");
        filter.error().withCaret(expression);
        return;
    }
    static const Dissector dissector(registry());
    Frame frame;
    frame.bytes = input.subspan(std::min(line + 1, input.size()));
    frame.originalLength = static_cast<std::uint32_t>(frame.bytes.size());
    FilterScratch scratch;
    const Dissection packet = dissector.dissect(frame);
    const bool first = filter->matches(frame, packet, scratch);
    promise(filter->matches(frame, packet, scratch) == first, "a filter says the same of the same packet");
}

} // namespace vethscope::fuzz
