#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vethscope {

/// How a prompt is written. Two prompts of one shell have one style.
enum class PromptStyle : std::uint8_t {
    Brackets,  // [root@master net]#   [master]#   [~]#
    UserHost,  // root@n1:~#   core@n1 ~ $
    HostPath,  // n1:~ #   (SUSE)   n1#
    Path,      // / #   ~ $   (busybox)
    Shell,     // sh-4.4#   bash-5.1$
    Bare,      // $   #
    Arrow,     // ➜  ~   ❯   PS C:\Users\me>
    Heading,   // + ip addr   === ip addr ===
    Learned,   // any other, known by what stands below it
};

/// A prompt and what was typed behind it.
struct Prompt {
    PromptStyle style = PromptStyle::Bare;
    std::string_view user{}; // empty where not shown
    std::string_view host{}; // empty where not shown
    std::string_view typed{};
    /// Such a line also stands in files and output ("# a comment"): only the command behind it tells.
    bool doubtful = false;
    bool bare = false; // nothing stands before the command

    /// Whether the same shell may have written both.
    bool isLike(const Prompt &other) const { return style == other.style && user == other.user && host == other.host; }
};

/// The prompt a line begins with. Decides by the line alone, so callers look at `doubtful`.
std::optional<Prompt> readPrompt(std::string_view line);

/// Whether a line is a prompt whatever stands around it: somebody at a host, `root@n1:~# `.
bool isSurePrompt(std::string_view line);

/// Whether somebody who types this word first is asking a host something: `ip`, `kubectl`, `cat` …
bool isCommonCommand(std::string_view word);

} // namespace vethscope
