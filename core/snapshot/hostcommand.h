#pragma once

#include "core/facts/facts.h"
#include "core/sentence/sentence.h"
#include "core/transcript/transcript.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Something on a line that the command does not print: `"mtu": "big"`.
struct Complaint {
    std::uint32_t line = 0;
    Sentence message; // without the place
};

/// The output of one command while its parser reads it. What no parser called understood is reported, line by line:
/// nothing is dropped in silence.
class Reading
{
public:
    Reading(const TypedCommand &command, Facts &facts) : m_command(command), m_facts(&facts) {}
    /// Of an output that is only looked at: it has no facts.
    explicit Reading(const TypedCommand &command) : m_command(command) {}

    const TypedCommand &command() const { return m_command; }
    const std::vector<std::string> &words() const { return m_command.words; }
    /// The machine whose command it was: where most facts go. It is made by the first call, so that nobody who only
    /// typed `kubectl` becomes a node.
    HostFacts &host();
    /// For what is known of the whole cluster: `kubectl get`.
    Facts &facts() { return *m_facts; }

    std::uint32_t first() const { return m_command.output.first; }
    std::uint32_t end() const { return m_command.output.end(); }
    std::string_view line(std::uint32_t number) const { return m_command.source->line(number); }
    /// The words of the first line, which all parsers are asked about one after another.
    const std::vector<std::string_view> &firstWords() const;
    /// The whole output as one text, for JSON and YAML.
    std::string text() const;

    /// The evidence for a fact of this line; the line counts as understood. `column` is the byte where the value begins, from 1, where
    /// one line holds many.
    Evidence evidence(std::uint32_t line, std::uint32_t column = 0);
    /// A line that says nothing we need, but was read: a heading, a counter.
    void understood(std::uint32_t line);
    /// Something on the line is not what this command prints. The line goes to the report, whatever else was read of it.
    void complain(std::uint32_t line, Sentence message);

    /// Lines that are not blank and that nobody understood.
    std::vector<std::uint32_t> notUnderstood() const;
    const std::vector<Complaint> &complaints() const { return m_complaints; }
    /// How many lines became evidence.
    std::uint32_t evidenceLines() const;

private:
    enum class Mark : std::uint8_t { None, Understood, Evidence };
    Mark &mark(std::uint32_t line);

    const TypedCommand &m_command;
    Facts *m_facts = nullptr;
    HostFacts *m_host = nullptr;
    std::vector<Mark> m_marks; // none as long as no line has one
    mutable std::optional<std::vector<std::string_view>> m_firstWords;
    std::vector<Complaint> m_complaints;
};

/// A host command is one file with one of these, listed once in hostcommands.h and hostcommands.cpp.
struct HostCommand {
    std::string_view name; // as it is typed: "ip addr"
    /// Whether the words typed are this command.
    bool (*typed)(const std::vector<std::string> &words);
    /// Whether the first lines look like its output: for a file of output alone, and for programs that nobody knows.
    /// Null: only by name.
    bool (*looksLike)(const Reading &reading) = nullptr;
    void (*read)(Reading &reading);
    /// Which tables of the host it prints when it is typed so, and whether all of each. Null: none that anybody asks for.
    std::vector<Printing> (*prints)(const TypedCommand &command) = nullptr;
};

} // namespace vethscope
