#pragma once

#include "core/dissect/details.h"
#include "core/dissect/layerview.h"

#include <array>
#include <optional>
#include <span>

namespace vethscope {

/// A request or a response, as far as what pairs them needs it.
struct Message {
    std::uint64_t number = 0; // tells its exchange from others of the conversation: request and response have the same
    bool answers = false;
    bool isSure = true; // that no message before it was overlooked
};

/// What is known of a message's exchange.
struct Exchanged {
    enum Kind : std::uint8_t {
        Alone,    // a request without a response, a response without a request
        Answered, // a request whose response is in the other frame
        Answers,  // a response whose request is there
        Repeats,  // what is in the other frame already
        Copied,   // a request as Alone, of which another device of the same capture saw a copy that has a response
    };

    Kind kind = Alone;
    bool isFinal = false;     // no other packet will change it
    std::uint64_t other = 0;  // that frame's number
    std::int64_t elapsed = 0; // nanoseconds since then
};

/// What is captured again within that time (nanoseconds) may be the same packet at another device: who sends the very same once more waits longer.
inline constexpr std::int64_t copiedWithin = 500'000'000;

/// How requests and responses of a protocol find each other: one protocol, one file.
struct ExchangeRule {
    std::span<const Protocol *const> protocols;
    bool ofStream = false;           // of one TCP or UDP conversation; else of two hosts
    std::int64_t repeatedWithin = 0; // nanoseconds in which the same request is no new one; 0: nothing counts as repeated
    bool knowsCopies = false;        // the same request within `copiedWithin` is none that was sent again
    /// The message in a header of these protocols, where it is one that asks or answers. Runs for every packet of a capture.
    std::optional<Message> (*messageAt)(const LayerView &view) = nullptr;
    /// Adds what is known of it: rows of the protocols' `stateful` table.
    void (*add)(const Message &message, const Exchanged &exchanged, Details &details) = nullptr;
};

namespace exchanges {
extern const ExchangeRule dns, http, icmp, icmpv6;
}

/// All of them.
inline constexpr auto exchangeRules = std::to_array<const ExchangeRule *>({&exchanges::dns, &exchanges::icmp, &exchanges::icmpv6, &exchanges::http});

} // namespace vethscope
