#pragma once

#include "core/dissect/details.h"
#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/sentence/sentence.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vethscope {

struct Protocol;

/// How much somebody should care, as Wireshark's experts have it.
enum class ExpertSeverity : std::uint8_t { Chat, Note, Warning, Error };

/// All of them, the worst first.
inline constexpr std::array expertSeverities{ExpertSeverity::Error, ExpertSeverity::Warning, ExpertSeverity::Note, ExpertSeverity::Chat};

/// Something in a frame that is worth a look.
struct ExpertItem {
    ExpertSeverity severity;
    const Protocol *protocol; // whose header it is about
    Scope scope;
    std::uint8_t depth;       // tunnels around it
    Sentence message;
};

/// Replaces `items` by what experts say of a frame: notes on its headers, where dissection ended before its time, TCP's beginnings, ends
/// and (where a pass looked into them) troubles, HTTP's requests and answers. `scratch` is only there to be used again.
void findExpertItems(const Frame &frame, const Dissection &packet, Details &scratch, std::vector<ExpertItem> &items);

} // namespace vethscope
