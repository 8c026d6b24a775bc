#pragma once

#include "core/transcript/transcript.h"

#include <string_view>

namespace vethscope {

/// Lines that one command printed, by their look. `command` is its name; empty where no command's output looks so.
struct OutputBlock {
    std::string_view command{};
    LineRange lines{};

    explicit operator bool() const { return !command.empty(); }
};

/// What is known of the commands whose output is read. A transcript asks it where output begins and ends, so that nobody has
/// to list prompts: what stands between two outputs is learned from the text. By itself it knows no command. Several threads may ask it.
class OutputShapes
{
public:
    virtual ~OutputShapes() = default;

    /// The name of the command with these words; empty when its output is not read.
    virtual std::string_view named(const std::vector<std::string> &) const { return {}; }
    /// Whether the words are a command that prints nothing about its machine: `sh`, `cd`, `export`.
    virtual bool isQuiet(const std::vector<std::string> &) const { return false; }
    /// The output that begins with the first of these lines.
    virtual OutputBlock blockAt(const SourceText &, LineRange) const { return {}; }
    /// How many lines, from the first on, the command with these words may have printed.
    virtual std::uint32_t printedBy(const std::vector<std::string> &, const SourceText &, LineRange) const { return 0; }
};

} // namespace vethscope
