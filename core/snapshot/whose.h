#pragma once

#include "core/snapshot/bymarks.h"
#include "core/snapshot/contradiction.h"
#include "core/snapshot/snapshot.h"
#include "core/snapshot/testimony.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace vethscope {

/// What one command of a text told, before it is settled whose facts these are.
struct ReadCommand {
    TypedCommand command;
    Facts facts;
    ImportedCommand row;
    bool doubtful = false; // lines were taken out above it: it may be another's, or another command's
};

/// Machines by agreement: gives each command of one text to the machine that all clues allow. Prompts, labels and commands that name
/// one go first; output that nothing names goes to the text's only machine, or to the one it follows, unless what it says forbids
/// that; what cannot be settled stays a machine of its own, and a problem says what would name it.
class Whose
{
public:
    /// `place` is what the file's name and folder tell; `unnamed` counts the machines of a snapshot that nothing names; `presumed`: the
    /// hosts of the sessions are only what `hostname` told somewhere in the text.
    Whose(const Session &place, std::size_t &unnamed, bool presumed) : m_place(place), m_unnamed(unnamed), m_presumed(presumed) {}

    void settle(std::vector<ReadCommand> &commands);
    const std::vector<Error> &problems() const { return m_problems; }

private:
    struct Machine {
        std::string node;
        Testimony told{};
    };

    // A command that no machine of the text's names has, and what kept it from one.
    struct Open {
        ReadCommand *read;
        std::optional<Contradiction> because;
        std::size_t stretch = 0; // how many outputs of the text's machines stand in front of it
        std::size_t run = 0;     // of outputs without prompts that stand together; 0: of what was typed
        std::string node{};      // in the end
    };

    Machine *named(const std::string &node) const;
    void tell(Machine &machine, const HostFacts &facts);
    void gather(const std::vector<ReadCommand> &commands);
    void leaveNamespaces(std::vector<ReadCommand> &commands) const;
    bool isOpen(const ReadCommand &read) const;
    void place(ReadCommand &read, Machine *last);
    void doubt(ReadCommand &read, Machine &machine);
    void settleOpen(const std::vector<Open *> &opens);
    void keepApart(ReadCommand &read, const std::optional<Contradiction> &because);
    std::string nodeTypedAt(const ReadCommand &read) const;
    Machine *identified(const HostFacts &facts);
    void give(ReadCommand &read, const Session &to, bool placed);
    void giveTo(ReadCommand &read, Machine &machine);
    void say(const ReadCommand &read, const std::string &kept, const Contradiction &because);
    void sayUnsettled(const ReadCommand &read, const std::string &kept);

    Session m_place;
    std::size_t &m_unnamed;
    std::set<std::string> m_placeholders; // names that many machines have, each given once
    bool m_presumed;
    std::deque<Machine> m_named;
    std::unordered_map<std::string, Machine *> m_byName;
    ByMarks<Machine *> m_byMarks;
    std::deque<Open> m_open;
    std::size_t m_stretch = 0;
    std::size_t m_runs = 0;
    std::vector<Error> m_problems;
};

} // namespace vethscope
