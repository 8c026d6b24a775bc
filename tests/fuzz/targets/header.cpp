#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/look.h"

#include "core/protocols/protocols.h"

#include <algorithm>

// One protocol by itself: its name, a line feed, its bytes. A name that nobody has stands for the one at its place
// in the list, so that every mutation of it means something.

namespace vethscope::fuzz {
namespace {

const Protocol &protocolFor(std::string_view name)
{
    static const std::vector<const Protocol *> headers = [] {
        std::vector<const Protocol *> found;
        std::ranges::copy_if(registry().protocols(), std::back_inserter(found), [](const Protocol *one) { return one->dissect; });
        return found;
    }();
    const auto known = std::ranges::find(headers, name, &Protocol::name);
    if (known != headers.end())
        return **known;
    return *headers[name.empty() ? 0 : static_cast<unsigned char>(name.front()) % headers.size()];
}

} // namespace

void run(Bytes input)
{
    const std::size_t line = std::min(asText(input).find('\n'), input.size());
    static const Dissector dissector(registry());
    Frame frame;
    frame.bytes = input.subspan(std::min(line + 1, input.size()));
    const Protocol &first = protocolFor(asText(input.first(line)));
    for (const std::uint32_t cut : {0u, 1000u}) {
        frame.originalLength = static_cast<std::uint32_t>(frame.bytes.size()) + cut;
        if (first.accepts)
            first.accepts(frame.bytes);
        if (first.recognises)
            first.recognises(frame.bytes);
        Dissection packet;
        dissector.dissect(frame, first, packet);
        lookAt(frame, packet);
    }
}

} // namespace vethscope::fuzz
