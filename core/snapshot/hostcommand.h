#pragma once

#include "core/facts/facts.h"
#include "core/transcript/transcript.h"

#include <span>
#include <string_view>
#include <vector>

namespace vethscope {

/// The output of one command while its parser reads it. What no parser called understood is reported, line by line:
/// nothing is dropped in silence.
class Reading
{
public:
    Reading(const TypedCommand &command, Facts &facts);

    const TypedCommand &command() const { return m_command; }
    /// The machine whose command it was: where most facts go.
    HostFacts &host() { return m_host; }
    /// For what is known of the whole cluster: `kubectl get`.
    Facts &facts() { return m_facts; }

    std::uint32_t first() const { return m_command.output.first; }
    std::uint32_t end() const { return m_command.output.end(); }
    std::string_view line(std::uint32_t number) const { return m_command.source->line(number); }
    /// The whole output as one text, for JSON and YAML.
    std::string text() const;

    /// The evidence for a fact of this line; the line counts as understood.
    Evidence evidence(std::uint32_t line);
    /// A line that says nothing we need, but was read: a heading, a counter.
    void understood(std::uint32_t line);

    /// Lines that are not blank and that nobody understood.
    std::vector<std::uint32_t> notUnderstood() const;

private:
    const TypedCommand &m_command;
    Facts &m_facts;
    HostFacts &m_host;
    std::vector<bool> m_understood;
};

/// A host command is one file with one of these, listed once in hostcommands.cpp.
struct HostCommand {
    std::string_view name; // as it is typed: "ip addr"
    /// Whether the words typed are this command.
    bool (*typed)(const std::vector<std::string> &words);
    /// Whether lines look like its output: for a file of output alone, and for output cut by grep or awk. Null: only by name.
    bool (*looksLike)(Reading &reading) = nullptr;
    void (*read)(Reading &reading);
};

std::span<const HostCommand *const> hostCommands();

} // namespace vethscope
