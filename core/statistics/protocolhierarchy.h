#pragma once

#include "core/statistics/packettally.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

struct Protocol;

/// How many frames have which headers inside which, as a tree; its numbers are those of `tshark -z io,phs`. A frame counts with its
/// whole length for each of its headers.
class ProtocolHierarchy : public PacketTally
{
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    struct Node {
        const Protocol *protocol = nullptr; // null: the root, and what is no header
        std::string_view name;              // as filters have it; `_ws.short` and `_ws.malformed` where dissection ended before its time
        std::uint8_t depth = 0;             // tunnels around it
        std::uint8_t scopes = 0;            // a bit for each Scope that it had
        std::uint64_t frames = 0, bytes = 0;
        std::uint64_t endFrames = 0, endBytes = 0; // in which nothing follows
        std::uint32_t first = none;                // the first row of the store that has it
        std::uint32_t parent = none;
        std::vector<std::uint32_t> children{};     // by name

        bool has(Scope scope) const { return scopes >> static_cast<unsigned>(scope) & 1; }
    };

    ProtocolHierarchy();

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;

    /// All frames; every other node is below it.
    const Node &root() const { return m_nodes.front(); }
    const std::vector<Node> &nodes() const { return m_nodes; }
    /// Seconds from the first of the frames to the last.
    double duration() const;
    /// Whether a name stands in one place only, as far as its depth is concerned.
    bool isOfOneDepth(std::string_view name) const;

private:
    std::uint32_t childOf(std::uint32_t parent, const Protocol *protocol, std::string_view name, std::uint8_t depth);
    void addBelow(std::uint32_t to, const ProtocolHierarchy &other, std::uint32_t from);
    static void sum(Node &to, const Node &from);

    std::vector<Node> m_nodes; // the root first
    std::int64_t m_begin = INT64_MAX, m_end = INT64_MIN;
};

/// The display filter of the packets with that header in that scope: `overlay.ip`, as narrow as it can be said in a few words. Empty of
/// what no filter can name.
std::string filterOf(const ProtocolHierarchy &hierarchy, const ProtocolHierarchy::Node &node);

/// As `tshark -z io,phs` writes it, children in the order of their names.
std::string textOf(const ProtocolHierarchy &hierarchy);

} // namespace vethscope
