#pragma once

#include "core/dissect/details.h"
#include "core/dissect/dissector.h"
#include "core/dissect/layerview.h"

#include <string>
#include <vector>

namespace vethscope {

/// One row of a packet's tree.
struct TreeNode {
    enum class Kind : std::uint8_t {
        Frame,    // the row above all: the frame as its file tells of it
        Scope,    // "Underlay", "Overlay": holds the headers that serve one network
        Header,   // a protocol
        Field,    // a row of its table, or an item of its details
        Note,     // an oddity of the header it stands below
        Stop,     // where dissection ended before its time
    };

    Kind kind;
    Scope scope;
    std::uint8_t depth = 0;             // tunnels around it
    std::uint16_t level = 0;            // how deep in the tree; a node's children follow it one level deeper
    std::string label{};
    std::string value{};
    std::string script{};               // the value as scripts read it
    Sentence message{};                 // for notes and stops, so that the window can translate them
    Severity severity = Severity::Note;
    const Protocol *protocol = nullptr;
    const Field *field = nullptr;
    std::int32_t layer = -1;            // place in the dissection; its size for the header that could not be read to its end
    BitRange place{};                   // bits of the frame; of no length when the row is not in the bytes
    bool generated = false;
    bool numeric = false;
    Value raw{};                        // a number or a view into the frame, for filters made from a row
};

/// The whole tree of one packet in reading order; levels make it a tree. The overlay lies inside the
/// tunnel header that carries it, which in turn lies in the underlay.
std::vector<TreeNode> treeOf(const Frame &frame, const Dissection &packet, const Registry &registry);

/// The rows of what is no header but is known of every frame: its number, time and lengths.
void appendFrame(std::vector<TreeNode> &tree, const Protocol &protocol, const Frame &frame, const Dissection &packet);

/// The nodes of one header alone, level 0 first: its title, its table, its details, its notes.
void appendHeader(std::vector<TreeNode> &tree, const LayerView &view, std::uint16_t level);

/// A tree as text, two spaces a level: what golden files and failing tests show.
std::string textOf(const std::vector<TreeNode> &tree);

} // namespace vethscope
