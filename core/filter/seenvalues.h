#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A value that a field has in packets of a capture.
struct SeenValue {
    std::string literal{}; // as a filter writes it
    std::string word{};    // `Not set`, `reply`; empty where the literal itself says it
    std::vector<std::byte> bytes{}; // of an address
    std::size_t packets = 0;
};

/// The values of a field in some packets, the most frequent first.
struct SeenValues {
    std::vector<SeenValue> values{};
    std::size_t lookedAt = 0; // packets, spread evenly over the capture
    bool all = false;         // those are all packets there are
};

/// How much is looked at: packets, values that differ, and time, whichever comes first.
struct SeenLimit {
    std::size_t packets = 4000;
    std::size_t values = 200;
    std::chrono::milliseconds time{20};
};

/// `field` may begin with a scope. Nothing for the name of a protocol, and for one that nobody knows.
SeenValues seenValues(const PacketStore &store, const Dissector &dissector, std::string_view field, const SeenLimit &limit = {});

} // namespace vethscope
