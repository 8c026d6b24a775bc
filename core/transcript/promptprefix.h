#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What stands before a command on its line, taken to pieces: words (names, paths, numbers), runs of blanks, and marks.
/// `[root@n1 ~]# ` and `[bob@n2 net]# ` have the same pieces but for their words, and so the same form.
class PromptPrefix
{
public:
    explicit PromptPrefix(std::string_view text);

    /// The same for all prefixes that one prompt writes: every word is one letter.
    const std::string &form() const { return m_form; }
    /// Empty where the prefix names no user or no host: a path, a time, a git branch in parentheses, `root` are none.
    const std::string &user() const { return m_user; }
    const std::string &host() const { return m_host; }

    /// Whether a mark that people do not write in front of a word in a text ends it: `#`, `$`, `>`, `%`, `▶`.
    bool isMarked() const { return m_marked; }
    /// Whether it ends with a word or a comma: a sentence that names a command, no prompt.
    bool readsOn() const { return m_readsOn; }

    /// Where the text behind a prefix of this form begins; npos where the line begins otherwise.
    static std::size_t endOfForm(std::string_view line, std::string_view form);

private:
    std::string m_form, m_user, m_host;
    bool m_marked = false, m_readsOn = false;
};

} // namespace vethscope
