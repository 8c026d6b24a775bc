#pragma once

#include "core/capture/captures.h"
#include "core/capture/packetstore.h"
#include "core/dissect/facts.h"
#include "core/exchanges/exchangelinks.h"
#include "core/flows/conversationtable.h"

#include <array>
#include <unordered_map>

namespace vethscope {

/// What is told of a packet of the packets behind it.
enum class Lookahead : std::uint8_t {
    Nothing, // as whoever reads a capture once, packet by packet
    All,
};

/// Which requests and responses of a capture belong together, of several captures by themselves: facts of the frames of a store, which know them while it lives. It is shown
/// all messages by the pass over the flows.
class ExchangeFacts final : public FactGiver
{
public:
    /// A message where it was found.
    struct Found {
        std::uint32_t row = 0;
        std::uint8_t rule = 0;
        Message message;
        Endpoints hosts{};
        std::size_t behind = 0; // so many flow headers, of those that were found with it
    };

    ExchangeFacts(PacketStore &store, Lookahead lookahead);
    ExchangeFacts(const ExchangeFacts &) = delete;
    ExchangeFacts &operator=(const ExchangeFacts &) = delete;
    ~ExchangeFacts() override;

    /// The message in that header, if it is one that asks or answers. On any thread.
    static std::optional<Found> at(const LayerView &view);

    /// One after the other, in the order of the capture. `stream` is the number of the conversation around it.
    void see(const Found &found, std::uint64_t stream);
    /// All messages of so many frames were seen.
    void publish(std::size_t frames) { m_done.store(frames, std::memory_order_release); }
    /// There are no others.
    void finish();

    static std::span<const Protocol *const> told();
    std::span<const Protocol *const> protocols() const override { return told(); }
    void add(const LayerView &view, Details &details) const override;
    /// What is behind a request may change what is known of it, to the end; but who records a capture wants to see what is known so far.
    std::size_t done() const override;
    bool finished() const override { return m_finished.load(std::memory_order_acquire); }

    std::size_t memory() const;

private:
    struct Key {
        std::uint64_t conversation;
        std::uint64_t number;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key &key) const;
    };
    // The messages of one rule.
    struct Ruled {
        ExchangeLinks links;
        std::unordered_map<Key, std::uint32_t, KeyHash> requests; // the place of the latest one
    };

    void ask(Ruled &ruled, const ExchangeRule &rule, const Key &key, std::uint32_t row);
    void answer(Ruled &ruled, const ExchangeRule &rule, const Key &key, std::uint32_t row);

    PacketStore &m_store;
    const Captures m_captures;
    const Lookahead m_lookahead;
    std::array<Ruled, exchangeRules.size()> m_ruled;
    ConversationTable m_hosts;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_finished = false;
};

} // namespace vethscope
