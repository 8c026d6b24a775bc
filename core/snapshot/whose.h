#pragma once

#include "core/snapshot/contradiction.h"
#include "core/snapshot/snapshot.h"

#include <deque>
#include <string>
#include <vector>

namespace vethscope {

/// What one command of a text told, before it is settled whose facts these are.
struct ReadCommand {
    TypedCommand command;
    Facts facts;
    ImportedCommand row;
};

/// Machines by agreement: gives each command of one text to the machine that all clues allow. Prompts, labels and commands that name
/// one go first; output that nothing names goes to the text's only machine, or to the one it follows, unless what it says forbids
/// that; what cannot be settled stays a machine of its own, and a problem says what would name it.
class Whose
{
public:
    /// `place` is what the file's name and folder tell; `unnamed` counts the machines of a snapshot that nothing names.
    Whose(const Session &place, std::size_t &unnamed) : m_place(place), m_unnamed(unnamed) {}

    void settle(std::vector<ReadCommand> &commands);
    const std::vector<Error> &problems() const { return m_problems; }

private:
    struct Machine {
        std::string node;
        HostFacts facts;        // all that it told so far
        std::uint32_t reachedAt = 0; // TypedCommand::elsewhere
    };

    void gather(const std::vector<ReadCommand> &commands);
    void leaveNamespaces(std::vector<ReadCommand> &commands) const;
    Machine &machineFor(ReadCommand &read, Machine *last);
    Machine &nameless(const ReadCommand &read);
    Machine *identified(const HostFacts &facts);
    void give(ReadCommand &read, const Session &to, bool placed);
    void say(const ReadCommand &read, const Machine &kept, const Contradiction &because);

    Session m_place;
    std::size_t &m_unnamed;
    std::deque<Machine> m_named;
    std::deque<Machine> m_nameless;
    std::vector<Error> m_problems;
};

} // namespace vethscope
