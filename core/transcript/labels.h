#pragma once

#include "core/transcript/outputshapes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A line that says whose output stands below it: `Node 1:`, `==> n1 <==`, `n1 | CHANGED | rc=0 >>`, `### n1`.
struct MachineLabel {
    std::vector<std::string> names; // several where equal answers are printed once
    /// Only tools and people who mean a machine write so. A weak one ("n1:") is a label only where others like it stand in the text.
    bool sure = false;
    bool failed = false;            // the machine did not answer
};

/// The label that a line is by itself.
std::optional<MachineLabel> labelIn(std::string_view line);

/// Whether a line says what stands below it and names no machine: `Interface configuration:`, `**Routes:**`, `# IP addresses`.
bool isHeadingOfOutput(std::string_view line);

/// Whether a line consists of `-`, `=`, `*`, `#` or `_` alone, three of them or more.
bool isRuler(std::string_view line);

/// The labels of a text, decided over the whole of it.
class MachineLabels
{
public:
    /// `blocks` are what labels may stand above.
    MachineLabels(const SourceText &source, const std::vector<OutputBlock> &blocks);

    /// The label at this line; null where it is none.
    const MachineLabel *at(std::uint32_t line) const;
    bool empty() const { return m_labels.empty(); }

private:
    struct Placed {
        std::uint32_t line;
        MachineLabel label;
        std::string_view below; // the command whose output stands there
        std::string form;       // the line with `N` for the name
        bool inside;            // between lines of one output
        bool typedBelow;        // a command stands there, and nobody knows its output by its look
    };
    std::vector<Placed> m_labels;
};

} // namespace vethscope
