#pragma once

#include "core/dissect/tree.h"
#include "core/filter/filter.h"
#include "core/filter/regex.h"
#include "core/summary/columns.h"

#include <functional>
#include <variant>
#include <vector>

namespace vethscope {

/// What is looked for in packets, as in Wireshark's Find Packet.
struct FindRequest {
    enum class What : std::uint8_t { Filter, Hex, Text, Regex };
    enum class Where : std::uint8_t { List, Details, Frame }; // of a text or a regular expression
    enum class Width : std::uint8_t { Both, Narrow, Wide };   // of a text's characters in bytes: one, or two with the low one first (UTF-16LE)

    What what = What::Text;
    Where where = Where::List;
    Width width = Width::Both;
    bool caseCounts = false;
    std::string text{};

    friend bool operator==(const FindRequest &, const FindRequest &) = default;
};

/// One place in a packet where it was found: bits of the frame, a row of the tree (its place in treeOf()), or, where both are missing, the packet.
struct FindHit {
    BitRange place{};
    int node = -1;

    friend bool operator==(const FindHit &, const FindHit &) = default;
};

using LineWriter = std::function<void(const PacketRow &row, FilterScratch &scratch, TextBuffer &out)>;

/// Finds it. Immutable; may run on several threads at once.
class Finder
{
public:
    /// The error is a sentence for whoever typed it.
    static Result<Finder, Sentence> compile(const FindRequest &request, const Registry &registry);

    /// All places in one packet, in the order of its bytes or of the tree's rows. `line` writes what the list says of it.
    std::vector<FindHit> hits(const PacketRow &row, const Registry &registry, FilterScratch &scratch, const LineWriter &line) const;

private:
    Finder() = default;
    bool isIn(Bytes text) const;
    void addBytes(Bytes bytes, std::vector<FindHit> &hits) const;

    FindRequest m_request;
    std::variant<std::monostate, Filter, Regex> m_matcher;
    std::vector<std::vector<std::byte>> m_patterns; // any of them, of hex and text
};

} // namespace vethscope
