#pragma once

#include "core/facts/evidence.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Lines of a source, one behind the other. Numbers count from 1.
struct LineRange {
    std::uint32_t first = 1;
    std::uint32_t count = 0;

    std::uint32_t end() const { return first + count; }
    friend bool operator==(const LineRange &, const LineRange &) = default;
};

/// Who typed: a node, or somebody inside a pod of it. Empty is what the text does not tell.
/// `kubectl exec` reaches pods of every node, so the node is then where it was typed, and the pod may be elsewhere; `ip netns exec`,
/// `nsenter`, `docker exec` and `crictl exec` stay on theirs.
struct Session {
    std::string node{};
    std::string pod{}; // also a network namespace's name; `pid 4711` behind `nsenter -t 4711`
    std::string podNamespace{};
    std::string container{};

    friend bool operator==(const Session &, const Session &) = default;
};

/// A command as it was typed, and what it printed.
struct TypedCommand {
    std::shared_ptr<const SourceText> source{};
    Session session{};
    std::string placeholder{};            // at its prompt, in the place of a machine's name: localhost
    std::uint32_t promptLine = 0;         // the line with the prompt; 0 for a file that holds output alone
    std::string text{};                   // all that was typed, pipes included
    std::vector<std::string> words{};     // of the command in front of the first pipe; quotes, `sudo`, paths and `kubectl exec … --` taken off
    std::vector<std::vector<std::string>> filters{}; // the commands behind the pipes: {"grep", "IP"}
    LineRange output{};
    bool continues = false; // typed behind another's `;`: shares its output, and its own begins where that one's ends
    bool loose = false;     // no prompt stands before it: known by its look, or by the bare command above it
    bool labelled = false;  // a line above it names the machine
    /// Ran on another machine than it was typed at, perhaps one that is not named: the line on which that machine was reached. 0: it did not.
    std::uint32_t elsewhere = 0;
    bool behindProse = false; // somebody wrote something between this and the command before
    /// In a shell that was opened in a namespace and writes its host's prompt: whose the command is if that shell was left unseen.
    std::optional<Session> outside{};

    Evidence at(std::uint32_t line) const { return {source, line}; }
    bool filtered() const { return !filters.empty(); }
    /// Whether lines that belong together still stand together: no pipe, or only `head`, `less`, `cat`, `grep -A 3` …
    bool keepsBlocks() const;
};

/// What a pasted text consists of, in its order.
struct Transcript {
    std::vector<TypedCommand> commands;
    std::vector<LineRange> prose; // what nobody typed and no command printed
};

class OutputShapes;

/// Tells prompts, commands, their output and prose apart. Outputs are found by their look, wherever they stand; prompts by what
/// stands below them, whatever they look like, and the usual ones (`[root@master net]# `, `root@n1:~# `, `core@n1 ~ $ `, `/ # `,
/// `sh-4.4# `, `$ `) by themselves. Labels, banners and prefixes of lines tell the machines of one command's output apart.
/// `kubectl exec … -- sh`, `docker exec`, `crictl exec`, `ip netns exec`, `nsenter` and `ssh HOST` open sessions inside a session,
/// `exit` and the outer prompt close them.
Transcript splitTranscript(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes);

/// The same where no command's output is known by its look.
Transcript splitTranscript(const std::shared_ptr<const SourceText> &source);

} // namespace vethscope
