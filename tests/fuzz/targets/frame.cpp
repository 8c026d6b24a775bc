#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/look.h"

// A frame: two bytes of link type, then what was captured; once whole and once as if the snap length had cut it.

namespace vethscope::fuzz {

void run(Bytes input)
{
    if (input.size() < 2)
        return;
    static const Dissector dissector(registry());
    Frame frame;
    frame.linkType = read16(input, 0);
    frame.bytes = input.subspan(2);
    for (const std::uint32_t cut : {0u, 1000u}) {
        frame.originalLength = static_cast<std::uint32_t>(frame.bytes.size()) + cut;
        lookAt(frame, dissector.dissect(frame));
    }
}

} // namespace vethscope::fuzz
