#pragma once

#include "core/facts/evidence.h"
#include "core/facts/printed.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope::kernel {

/// A line of the same table that lost, and why, as a Phrase: "shorter prefix".
struct Rejected {
    Evidence evidence;
    std::string_view because;
};

/// A table that was not printed whole, or not at all, and is taken to have nothing that would change the answer.
struct Assumed {
    HostTable table;
    std::string ask; // the command that would tell

    friend bool operator==(const Assumed &, const Assumed &) = default;
};

/// What a table of a kernel says when it is asked. "None" is said only of what was printed whole; where nobody looked, or not at all of
/// it, and nothing fits, it is unseen, with the command that would tell.
template <typename Entry>
struct Answer {
    enum class Kind : std::uint8_t { Found, None, Unseen };

    Kind kind = Kind::Unseen;
    std::optional<Entry> entry{};     // only of Found
    EvidenceList evidence{};          // the entry's own line, and those of the settings that decided
    std::vector<Rejected> rejected{}; // the nearest first
    std::vector<Assumed> assumed{};
    std::string ask{};                // only of Unseen

    bool isFound() const { return kind == Kind::Found; }
    bool isNone() const { return kind == Kind::None; }
    bool isUnseen() const { return kind == Kind::Unseen; }
    const Entry &operator*() const { return *entry; }
    const Entry *operator->() const { return &*entry; }

    static Answer found(Entry entry, EvidenceList evidence)
    {
        Answer answer;
        answer.kind = Kind::Found;
        answer.entry = std::move(entry);
        answer.evidence = std::move(evidence);
        return answer;
    }
    static Answer found(Entry entry, const Evidence &evidence) { return found(std::move(entry), linesOf(evidence)); }
    static Answer none()
    {
        Answer answer;
        answer.kind = Kind::None;
        return answer;
    }
    static Answer unseen(std::string_view ask)
    {
        Answer answer;
        answer.ask = ask;
        return answer;
    }

    /// Adds what another table said on the way to this answer.
    template <typename Other>
    Answer &&after(const Answer<Other> &other) &&
    {
        evidence.insert(evidence.begin(), other.evidence.begin(), other.evidence.end());
        assumed.insert(assumed.begin(), other.assumed.begin(), other.assumed.end());
        return std::move(*this);
    }

private:
    // What the kernel has by itself stands in no line.
    static EvidenceList linesOf(const Evidence &evidence) { return evidence.source ? EvidenceList{evidence} : EvidenceList{}; }
};

} // namespace vethscope::kernel
