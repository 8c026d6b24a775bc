#pragma once

#include "core/bytes/result.h"
#include "core/dissect/protocol.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vethscope {

/// A field of a protocol, found by its full name.
struct FieldRef {
    const Protocol *protocol = nullptr;
    const Field *field = nullptr;

    /// Whether its place differs from packet to packet, so that `details` has to run for it.
    bool varies() const;
    /// Whether only the packets around a frame tell its value: FrameFacts has to be there.
    bool stateful() const;
    friend bool operator==(FieldRef, FieldRef) = default;
};

/// The protocols a program knows, by the numbers they claim and by the names of their fields.
/// Built once at start; afterwards only read, from any thread.
class Registry
{
public:
    /// `fallback` takes the bytes that no protocol claims; may be null.
    explicit Registry(std::span<const Protocol *const> protocols, const Protocol *fallback = nullptr);

    std::span<const Protocol *const> protocols() const { return m_protocols; }
    const Protocol *fallback() const { return m_fallback; }

    /// Who claims this number, or null. Constant time: runs for every header.
    const Protocol *claimant(Claim claim) const
    {
        for (std::size_t slot = hash(claim);; ++slot) {
            const Slot &candidate = m_slots[slot & (m_slots.size() - 1)];
            if (!candidate.protocol)
                return nullptr;
            if (candidate.claim.kind == claim.kind && candidate.claim.value == claim.value)
                return candidate.protocol;
        }
    }

    /// Protocols that recognise bytes of that kind by looking at them.
    std::span<const Protocol *const> recognisers(Claim::Kind kind) const;

    /// Lets `protocol` take a number, over whoever claimed it before: Decode As, `-d`.
    void decodeAs(Claim claim, const Protocol &protocol);

    const Protocol *protocol(std::string_view name) const;

    /// All fields that a full name such as `ip.src` or `ip.addr` stands for; empty when nobody knows it.
    std::span<const FieldRef> find(std::string_view name) const;

    /// The names nearest to one that nobody knows, best first: for "did you mean".
    std::vector<std::string> nearest(std::string_view name, std::size_t count = 3) const;

    /// Every full name in alphabetical order, for completion and the field manual.
    std::vector<std::string_view> names() const;

private:
    struct Slot {
        Claim claim;
        const Protocol *protocol = nullptr;
    };

    static std::size_t hash(Claim claim) { return (claim.value * 0x9e3779b1u ^ claim.kind * 0x85ebca6bu) >> 7; }
    void grow(std::size_t slots);
    void put(Claim claim, const Protocol &protocol);
    void addNames(const Protocol &protocol, std::span<const Field> fields);
    void addAliases(const Protocol &protocol);

    std::span<const Protocol *const> m_protocols;
    const Protocol *m_fallback;
    std::vector<Slot> m_slots; // as many as a power of two
    std::size_t m_used = 0;
    std::vector<const Protocol *> m_udpRecognisers;
    std::vector<const Protocol *> m_tcpRecognisers;
    std::unordered_map<std::string, std::vector<FieldRef>> m_fields;
};

/// `protocol.field`, or the protocol's name for a field without one.
std::string fullName(const Protocol &protocol, const Field &field);

} // namespace vethscope
