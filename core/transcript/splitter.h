#pragma once

#include "core/transcript/blocks.h"
#include "core/transcript/labels.h"
#include "core/transcript/learnedprompts.h"
#include "core/transcript/lineprefixes.h"
#include "core/transcript/openshells.h"
#include "core/transcript/outputshapes.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Goes through a text from its first line to its last and tells who typed what and what was printed then: what splitTranscript() does.
/// Where it stands is m_line; each function leaves it behind what it took.
class Splitter
{
public:
    Splitter(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes);

    /// Once.
    Transcript split();

private:
    // splitter.cpp: prompts, and what stands there without a command.
    bool hasPlainPrompts() const;
    std::optional<Prompt> promptAt(std::uint32_t line) const;
    std::optional<Prompt> usualPromptAt(std::uint32_t line) const;
    void readUntyped();
    void addFailed(const MachineLabel &label);
    std::uint32_t limitBehind(std::uint32_t line) const;
    void addLoose(const std::shared_ptr<const SourceText> &source, const Session &session, LineRange lines);
    void place(TypedCommand command);
    void addPrefixed(const PrefixedLines &run, const std::vector<Unwrapped> &typed);
    TypedCommand typedAt(const Unwrapped &one, std::uint32_t promptLine, const std::string &text, LineRange output) const;
    // splitprose.cpp: what people wrote.
    void addProse(std::uint32_t first, std::uint32_t count);
    void noteProse(std::uint32_t line);
    bool isWritten(std::string_view line) const;
    // splitcommand.cpp: what was typed, and what is below it.
    void readCommand(const Prompt &prompt);
    std::string typedText(const Prompt &prompt);
    bool endsQuoteOf(const std::string &typed, std::uint32_t line) const;
    void readPrinted(std::vector<Unwrapped> typed, const Session &session, const std::vector<ShellCommand> &body, std::uint32_t promptLine, const std::string &text);
    bool isKnown(const Unwrapped &one) const;
    bool isTransparent(const Unwrapped &one) const;
    bool answers(const Unwrapped &one) const;
    bool contentFollows() const;
    void skipChatter(const Unwrapped &one);
    void add(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, LineRange output);
    // splitoutput.cpp: how far an output goes.
    LineRange readOutput(const std::function<bool(std::uint32_t, const OutputBlock &)> &printsOn);
    std::function<bool(std::uint32_t, const OutputBlock &)> endOfKnown(const Unwrapped &one);
    bool beginsOnceMore(std::uint32_t first, std::uint32_t line) const;
    // splitsections.cpp: the output of one command on several machines.
    bool readSections(const std::vector<Unwrapped> &typed, std::uint32_t promptLine, const std::string &text, bool elsewhere);

    std::shared_ptr<const SourceText> m_source;
    const OutputShapes &m_shapes;
    std::uint32_t m_size;
    std::uint32_t m_line = 1;
    OutputBlocks m_blocks;
    LearnedPrompts m_learned;
    MachineLabels m_labels;
    PrefixedRuns m_runs;
    const MachineLabel *m_label = nullptr; // that stands above what is read
    bool m_proseSince = false;             // the last command or label
    bool m_hasPlainPrompts = false;
    bool m_loose = false;                  // the command under way has no prompt
    std::uint32_t m_stranger = 0;          // the line of the unknown program that was typed last
    std::uint32_t m_strangersShell = 0;    // of the one whose shell is open
    std::uint32_t m_promptLine = 0;
    std::string m_promptText;
    std::string_view m_placeholder; // the prompt's host, where it is no machine's name
    std::size_t m_proseCommands = 0; // commands that were read before the last prose
    OpenShells m_shells;
    Transcript m_transcript;
};

} // namespace vethscope
