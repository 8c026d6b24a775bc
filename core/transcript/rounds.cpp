#include "core/transcript/rounds.h"

#include <algorithm>
#include <optional>

namespace vethscope {
namespace {

bool speaksOf(const ShellCommand &command, const std::string &variable)
{
    return std::ranges::any_of(command.words, [&](const std::string &word) { return withVariable(word, variable, "") != word; });
}

// What an echo prints around the variable.
struct Marker {
    std::string front, back;

    std::optional<std::string> valueIn(std::string_view line) const
    {
        if (line.size() <= front.size() + back.size() || !line.starts_with(front) || !line.ends_with(back))
            return std::nullopt;
        const std::string_view value = line.substr(front.size(), line.size() - front.size() - back.size());
        // A bare number is rather what `cat …/ifindex` printed.
        const bool number = value.find_first_not_of("0123456789") == std::string_view::npos;
        if (value.contains(' ') || (number && front.empty() && back.empty()))
            return std::nullopt;
        return std::string(value);
    }
};

std::optional<Marker> markerOf(const ShellLoop &loop)
{
    for (const ShellCommand &command : loop.body) {
        if (command.words.front() != "echo" || !speaksOf(command, loop.variable))
            continue;
        std::string text;
        for (std::size_t i = 1; i < command.words.size(); ++i)
            if (!command.words[i].starts_with('-') || command.words[i].find_first_not_of("-neE") != std::string::npos)
                text += (text.empty() ? "" : " ") + command.words[i];
        constexpr std::string_view place = "\x01";
        const std::string marked = withVariable(text, loop.variable, place);
        const std::size_t at = marked.find(place);
        return Marker{marked.substr(0, at), marked.substr(at + 1)};
    }
    return std::nullopt;
}

} // namespace

std::vector<LoopRound> roundsOf(const ShellLoop &loop, const SourceText &source, LineRange output)
{
    std::vector<LoopRound> rounds;
    if (const auto marker = markerOf(loop)) {
        for (std::uint32_t line = output.first; line < output.end(); ++line) {
            const auto value = marker->valueIn(source.line(line));
            if (!value) {
                if (!rounds.empty())
                    ++rounds.back().output.count;
                continue;
            }
            LoopRound &round = rounds.emplace_back(LoopRound{loop.body, {line, 1}});
            for (ShellCommand &command : round.commands)
                for (std::string &word : command.words)
                    word = withVariable(word, loop.variable, *value);
        }
        if (!rounds.empty()) {
            const std::uint32_t ahead = rounds.front().output.first - output.first;
            rounds.front().output.first -= ahead;
            rounds.front().output.count += ahead;
            return rounds;
        }
    }
    LoopRound &all = rounds.emplace_back(LoopRound{loop.body, output});
    for (ShellCommand &command : all.commands)
        if (speaksOf(command, loop.variable) && command.words.front() != "echo")
            command.words = {"for", loop.variable};
    return rounds;
}

} // namespace vethscope
