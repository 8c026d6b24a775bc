#pragma once

#include "core/transcript/prompt.h"
#include "core/transcript/wrapping.h"

#include <optional>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace vethscope {

/// The shells that are open inside one another while a transcript is read, and who is behind a prompt.
class OpenShells
{
public:
    /// Who typed behind this prompt. Closes the shells whose outer prompt it is.
    const Session &at(const Prompt &prompt);

    /// What was typed opened a shell: the prompts that follow are its own, until `exit` or an outer prompt.
    void open(const Unwrapped &typed);
    /// `exit`, `logout`.
    void close();

    /// The prompt of the shell that is open; nothing before its first.
    bool isOwn(const Prompt &prompt) const;
    /// Who would have typed if the innermost shell had been left unseen; nothing where that would show in the prompt.
    std::optional<Session> outside() const;
    bool awaitsPrompt() const { return !m_shells.empty() && !m_shells.back().prompted; }

private:
    struct Shell {
        Session session{};
        bool samePrompt = true;
        bool prompted = false; // has shown its prompt
        PromptStyle style{};
        std::string user{}, host{};

        bool wrote(const Prompt &prompt) const;
        void take(const Prompt &prompt);
    };

    Session sessionOf(const Prompt &prompt) const;

    std::vector<Shell> m_shells; // outermost first
    std::set<std::string, std::less<>> m_pods;
};

} // namespace vethscope
