#pragma once

#include "core/transcript/blocks.h"
#include "core/transcript/prompt.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace vethscope {

/// The prompts of a text, learned from what stands below them: a line that ends in a known command and is followed by such a
/// command's output has a prompt in front of the command, whatever it looks like. Lines that begin in the same form are prompts
/// too, also before commands that nobody knows.
class LearnedPrompts
{
public:
    /// All three outlive it.
    LearnedPrompts(const SourceText &source, const OutputShapes &shapes, const OutputBlocks &blocks);

    std::optional<Prompt> at(std::uint32_t line) const;

private:
    using Commands = std::map<std::uint32_t, std::size_t>; // line → where on it the command begins

    // What is learned from blocks or lines of which others know nothing.
    struct Lesson {
        Commands commands{};
        std::set<std::string> forms{};
    };

    void learnAbove(std::span<const OutputBlock> some, const OutputBlocks &blocks, Lesson &lesson) const;
    bool learn(std::uint32_t line, const OutputBlock &below, Lesson &lesson) const;
    void learnBare(const OutputBlocks &blocks);
    std::optional<std::size_t> bareCommandAt(std::uint32_t line, bool listed, const OutputBlocks &blocks) const;
    void learnOnly();
    bool printsAll(std::string_view typed, LineRange lines) const;
    bool printed(std::string_view typed, const OutputBlock &below, bool elsewhere) const;
    bool isCommand(std::string_view typed) const;
    std::optional<std::size_t> commandIn(std::string_view line, const OutputBlock &below) const;
    bool mayBeTyped(std::string_view form, std::string_view typed) const;

    const SourceText &m_source;
    const OutputShapes &m_shapes;
    void findHosts();
    void askHosts();
    Prompt promptBefore(std::uint32_t line, std::size_t command) const;

    Commands m_commands;
    /// Forms of prompts, and the place of the word that is the host where one varies and the usual one does not.
    std::map<std::string, std::optional<std::size_t>, std::less<>> m_forms;
};

} // namespace vethscope
