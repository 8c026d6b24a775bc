#pragma once

#include "core/explain/point.h"
#include "core/path/origin.h"
#include "core/path/whose.h"
#include "core/sentence/sentence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::explain {

/// How a header's value stands to what hosts' output foretells of it.
enum class Agreement : std::uint8_t {
    Match,
    Differs,
    NotObserved,    // foretold, but the frame does not show it: it was cut, or captured without its link header
    NotPredictable, // nothing tells it: by design, or for want of a command's output
};

/// `not-observed`.
std::string_view nameOf(Agreement agreement);

/// One field of one header: what was captured beside what was foretold, both as `dump -e` prints them.
struct ComparedField {
    std::string_view scope; // underlay, overlay, native
    std::size_t depth = 0;
    std::string_view name;
    std::optional<std::string> captured{};
    std::vector<std::string> expected{}; // several where ways differ
    Agreement agreement = Agreement::NotPredictable;
    path::Origin origin{};               // of what was foretold
    EvidenceList evidence{};
    Sentence why{};                      // of what cannot be foretold, or may well differ
    std::string ask{}, askOn{};          // the command that would tell it, and on which machine
};

/// A captured frame's headers beside the foretold ones, outermost first.
struct FrameComparison {
    Point point{};
    std::vector<ComparedField> fields{};
    Sentence unforetold{};      // why nothing was foretold, where that is so
    std::string ask{}, askOn{}; // the command that would tell

    std::size_t count(Agreement agreement) const;
};

/// Compares all fields that a walk foretells of the frame at its capture point (expectation.h). What the walk starts with is the frame's
/// own and proves nothing: the innermost addresses, protocol and ports are not predictable, nor is what nobody could foretell.
FrameComparison comparisonOf(const path::Places &places, const path::Whose &whose, const Frame &frame, const Dissection &packet, const Point &point);

} // namespace vethscope::explain
