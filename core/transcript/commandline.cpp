#include "core/transcript/commandline.h"

#include "core/transcript/shelltokens.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace vethscope {
namespace {

constexpr std::size_t mostCommands = 500; // of one line, loops unrolled

bool isAssignment(std::string_view word)
{
    const std::size_t equals = word.find('=');
    return equals != std::string_view::npos && equals > 0 && std::ranges::all_of(word.substr(0, equals), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// node{1..3} and eth{0,1}, once in a word.
std::vector<std::string> bracesExpanded(const std::string &word)
{
    const std::size_t open = word.find('{'), close = word.find('}', open);
    if (open == std::string::npos || close == std::string::npos || (open > 0 && word[open - 1] == '$'))
        return {word};
    const std::string front = word.substr(0, open), inside = word.substr(open + 1, close - open - 1), back = word.substr(close + 1);
    std::vector<std::string> words;
    if (const std::size_t dots = inside.find(".."); dots != std::string::npos) {
        const auto from = wholeNumber(std::string_view(inside).substr(0, dots)), to = wholeNumber(std::string_view(inside).substr(dots + 2));
        if (!from || !to || *to < *from || *to - *from >= static_cast<int>(mostCommands))
            return {word};
        for (int i = *from; i <= *to; ++i)
            words.push_back(front + std::to_string(i) + back);
        return words;
    }
    if (!inside.contains(','))
        return {word};
    for (std::size_t begin = 0; begin <= inside.size();) {
        const std::size_t end = std::min(inside.find(',', begin), inside.size());
        words.push_back(front + inside.substr(begin, end - begin) + back);
        begin = end + 1;
    }
    return words;
}

class CommandLineReader
{
public:
    explicit CommandLineReader(std::vector<ShellToken> tokens) : m_tokens(std::move(tokens)) {}

    ShellLoop read()
    {
        ShellLoop line;
        line.body = readList();
        if (m_loop) {
            m_loop->body = std::move(line.body);
            return std::move(*m_loop);
        }
        return line;
    }

private:
    bool atEnd() const { return m_place == m_tokens.size(); }
    const ShellToken &token() const { return m_tokens[m_place]; }
    bool atWord(std::string_view word) const { return !atEnd() && !token().isOperator && !token().quoted && token().text == word; }
    bool atOperator(std::string_view text) const { return !atEnd() && token().isOperator && token().text == text; }

    // Commands up to the line's end or a loop's `done`.
    std::vector<ShellCommand> readList()
    {
        std::vector<ShellCommand> commands;
        while (!atEnd() && !atWord("done") && commands.size() < mostCommands) {
            if (token().isOperator) {
                ++m_place;
            } else if (atWord("for")) {
                for (ShellCommand &command : readLoop())
                    commands.push_back(std::move(command));
            } else if (ShellCommand command = readPipeline(); !command.words.empty()) {
                commands.push_back(std::move(command));
            }
        }
        return commands;
    }

    // for NAME in WORDS; do LIST; done
    std::vector<ShellCommand> readLoop()
    {
        ++m_place;
        std::string name;
        std::vector<std::string> values;
        bool known = true;
        if (!atEnd())
            name = m_tokens[m_place++].text;
        if (atWord("in"))
            ++m_place;
        while (!atEnd() && !token().isOperator && !atWord("do")) {
            known = known && (token().quoted || token().text.find_first_of("$`*?") == std::string::npos);
            for (std::string &value : bracesExpanded(token().text))
                values.push_back(std::move(value));
            ++m_place;
        }
        while (!atEnd() && token().isOperator)
            ++m_place;
        if (atWord("do"))
            ++m_place;
        std::vector<ShellCommand> body = readList();
        if (atWord("done"))
            ++m_place;
        if (!known) {
            m_loop.emplace().variable = name;
            return body;
        }
        std::vector<ShellCommand> unrolled;
        for (const std::string &value : values)
            for (const ShellCommand &command : body)
                if (unrolled.size() < mostCommands)
                    unrolled.push_back(withValue(command, name, value));
        return unrolled;
    }

    static ShellCommand withValue(ShellCommand command, std::string_view name, std::string_view value)
    {
        for (std::string &word : command.words)
            word = withVariable(word, name, value);
        return command;
    }

    // Commands with `|` between; redirections are taken off.
    ShellCommand readPipeline()
    {
        ShellCommand command;
        std::vector<std::string> *words = &command.words;
        while (!atEnd()) {
            if (atOperator("|") || atOperator("|&")) {
                ++m_place;
                words = &command.filters.emplace_back();
            } else if (token().isOperator && token().text.find_first_of("<>") != std::string::npos) {
                const std::string sign = m_tokens[m_place++].text;
                const bool toDescriptor = sign.ends_with('&');
                if (sign.contains('>') && !sign.starts_with('2') && !toDescriptor && !atWord("/dev/stdout"))
                    command.toFile = true;
                if (!atEnd() && !token().isOperator)
                    ++m_place;
            } else if (token().isOperator || (atWord("done") && words->empty())) {
                break;
            } else {
                if (!words->empty() || !isAssignment(token().text))
                    words->push_back(token().text);
                ++m_place;
            }
        }
        // `ip addr | tee file` still prints.
        if (!command.filters.empty() && !command.filters.back().empty() && command.filters.back().front() == "tee")
            command.toFile = false;
        return command;
    }

    std::vector<ShellToken> m_tokens;
    std::size_t m_place = 0;
    std::optional<ShellLoop> m_loop;
};

} // namespace

ShellLoop readCommandLine(std::string_view line)
{
    return CommandLineReader(shellTokens(line).tokens).read();
}

bool isUnfinished(std::string_view line)
{
    const ShellTokens read = shellTokens(line);
    if (read.open)
        return true;
    if (!read.tokens.empty() && read.tokens.back().isOperator && (read.tokens.back().text == "|" || read.tokens.back().text == "&&"))
        return true;
    int open = 0;
    bool first = true; // keywords are keywords only where a command begins
    for (const ShellToken &token : read.tokens) {
        if (first && !token.quoted && !token.isOperator) {
            open += token.text == "for" || token.text == "while" ? 1 : 0;
            open -= token.text == "done" ? 1 : 0;
        }
        first = token.isOperator || (!token.quoted && token.text == "do");
    }
    return open > 0;
}

std::string withVariable(std::string_view text, std::string_view name, std::string_view value)
{
    std::string replaced;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const bool braces = rest.starts_with("${");
        const std::string_view behind = rest.substr(std::min<std::size_t>(rest.size(), braces ? 2 : 1));
        if (!rest.starts_with('$') || !behind.starts_with(name) || name.empty()) {
            replaced += text[i++];
            continue;
        }
        const std::string_view after = behind.substr(name.size());
        const bool ends = braces ? after.starts_with('}')
                                 : after.empty() || !(std::isalnum(static_cast<unsigned char>(after.front())) || after.front() == '_');
        if (!ends) {
            replaced += text[i++];
            continue;
        }
        replaced += value;
        i += (braces ? 3 : 1) + name.size();
    }
    return replaced;
}

} // namespace vethscope
