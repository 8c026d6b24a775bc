#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/look.h"

#include "core/capture/packetstore.h"

#include <algorithm>

// A whole capture file, packed or not, as the window opens it; every packet is decoded and looked at.

namespace vethscope::fuzz {

void run(Bytes input)
{
    constexpr std::size_t most = 64; // packets to look at: enough for one input, which is small
    static const Dissector dissector(registry());
    const std::vector<std::filesystem::path> paths{asFile(input)};
    const auto store = PacketStore::open(paths);
    if (!store) {
        promise(!store.error().message.empty(), "a file that cannot be opened says why");
        return;
    }
    (*store)->waitUntilFinished();
    for (std::size_t row = 0; row < std::min((*store)->size(), most); ++row) {
        const Frame frame = (*store)->frame(row);
        lookAt(frame, dissector.dissect(frame));
    }
    promise(!(*store)->unreadable() || !(*store)->problems().empty(), "an unreadable file says why");
}

} // namespace vethscope::fuzz
