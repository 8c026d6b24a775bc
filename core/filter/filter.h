#pragma once

#include "core/bytes/result.h"
#include "core/dissect/dissector.h"
#include "core/filter/evaluation.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Why an expression is no filter, or a doubtful one: a sentence, and the characters it is about.
struct FilterError {
    Sentence message;
    std::size_t offset = 0; // bytes into the expression
    std::size_t length = 1;

    /// The message, then the expression with a line of carets under the error: for terminals.
    std::string withCaret(std::string_view expression) const;
};

/// A display filter in Wireshark's language (wireshark-filter(4)), compiled to accessors over the
/// layers it names. Immutable and cheap to copy; may run on several threads at once.
class Filter
{
public:
    /// An empty or blank expression matches every packet.
    static Result<Filter, FilterError> compile(std::string_view expression, const Registry &registry);

    Filter() = default;

    /// A regular expression that needs too many steps on a packet is given up and does not match it; the
    /// scratch counts such packets.
    bool matches(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const;
    /// What it is of all packets of this one's flow (core/flows/flowname.h); nothing where that differs from packet to packet.
    std::optional<bool> ofFlow(const Frame &frame, const Dissection &packet, FilterScratch &scratch) const;
    /// Whether no frame has to be dissected for it.
    bool asksFrameAlone() const { return !m_root || m_root->asksFrameAlone(); }
    bool empty() const { return !m_root; }
    /// Of whose headers it asks what only FrameFacts knows: where nobody tells it, the filter matches as if these fields were absent.
    std::span<const Protocol *const> asks() const { return m_asked; }
    /// What makes it doubtful, though it is a filter: probably something else is meant, or it matches nothing. With host facts that
    /// give addresses names, or without any.
    std::vector<FilterError> doubts(bool hostsAreKnown) const;
    /// What to say of `packets` in which a regular expression was given up.
    static Sentence givenUpSentence(std::uint64_t packets);
    const std::string &expression() const { return m_expression; }

private:
    std::string m_expression;
    std::vector<const Protocol *> m_asked;
    std::vector<FilterError> m_doubts;       // of its form alone
    std::optional<FilterError> m_hostsField; // the first field that only host facts know
    std::shared_ptr<const FilterNode> m_root;
};

} // namespace vethscope
