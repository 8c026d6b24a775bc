#include "core/transcript/shelltokens.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr auto operators = std::to_array<std::string_view>({
    "2>&1", "1>&2", "2>>", "&>>", "2>", "1>", "&>", ">>", ">&", "<<", "&&", "||", "|&", ";;", ">", "<", "|", ";", "&", "\n",
});

// Characters that may end a word, or mean something in it.
constexpr auto meaning = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(" \t&><|;\n'\"`$\\"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

class Tokenizer
{
public:
    explicit Tokenizer(std::string_view line) : m_rest(line) {}

    ShellTokens read()
    {
        while (!m_rest.empty())
            step();
        endWord();
        return std::move(m_read);
    }

private:
    void step()
    {
        const char next = m_rest.front();
        if (next == ' ' || next == '\t') {
            endWord();
            m_rest.remove_prefix(1);
        } else if (next == '#' && !m_inWord) {
            m_rest.remove_prefix(std::min(m_rest.size(), m_rest.find('\n'))); // a comment
        } else if (m_rest.starts_with("$(") || m_rest.starts_with("<(")) {
            substitution();
        } else if (const std::string_view found = operatorHere(); !found.empty()) {
            endWord();
            // `2>&1` needs no operand.
            if (found != "2>&1" && found != "1>&2")
                m_read.tokens.push_back({std::string(found), true, false});
            m_rest.remove_prefix(found.size());
        } else if (next == '\'') {
            quoted('\'');
        } else if (next == '"') {
            quoted('"');
        } else if (next == '`') {
            verbatim(std::min(m_rest.size(), m_rest.find('`', 1)), m_rest.find('`', 1) == std::string_view::npos);
        } else if (next == '\\') {
            m_rest.remove_prefix(1);
            if (m_rest.empty())
                m_read.open = true;
            else if (m_rest.front() == '\n')
                m_rest.remove_prefix(1);
            else
                append(1);
        } else {
            append(plainLength());
        }
    }

    // How far nothing stands that may mean something.
    std::size_t plainLength() const
    {
        const auto end = std::ranges::find_if(m_rest.substr(1), [](char c) { return meaning[static_cast<unsigned char>(c)]; });
        return 1 + static_cast<std::size_t>(end - (m_rest.begin() + 1));
    }

    std::string_view operatorHere() const
    {
        if (!std::string_view("12&><|;\n").contains(m_rest.front())) // most characters are none
            return {};
        for (const std::string_view text : operators) {
            // A digit begins a redirection only where no word is under way.
            const bool digit = text.front() == '1' || text.front() == '2';
            if (m_rest.starts_with(text) && !(digit && m_inWord))
                return text;
        }
        return {};
    }

    void append(std::size_t count)
    {
        m_inWord = true;
        m_word.text += m_rest.substr(0, count);
        m_rest.remove_prefix(std::min(count, m_rest.size()));
    }

    void quoted(char mark)
    {
        m_inWord = true;
        m_word.quoted = true;
        m_rest.remove_prefix(1);
        while (!m_rest.empty() && m_rest.front() != mark) {
            // Within "…" a backslash takes the meaning of these away only.
            if (mark == '"' && m_rest.size() > 1 && m_rest.front() == '\\' && std::string_view("\"\\$`").contains(m_rest[1]))
                m_rest.remove_prefix(1);
            append(1);
        }
        if (m_rest.empty())
            m_read.open = true;
        else
            m_rest.remove_prefix(1);
    }

    // $( … ) with what is nested in it.
    void substitution()
    {
        std::size_t end = 2;
        for (int depth = 1; end < m_rest.size() && depth > 0; ++end)
            depth += m_rest[end] == '(' ? 1 : m_rest[end] == ')' ? -1 : 0;
        verbatim(end - 1, m_rest[end - 1] != ')');
    }

    void verbatim(std::size_t last, bool open)
    {
        m_read.open = m_read.open || open;
        append(last + 1);
    }

    void endWord()
    {
        if (m_inWord)
            m_read.tokens.push_back(std::move(m_word));
        m_word = {};
        m_inWord = false;
    }

    std::string_view m_rest;
    ShellTokens m_read;
    ShellToken m_word;
    bool m_inWord = false;
};

} // namespace

ShellTokens shellTokens(std::string_view line)
{
    return Tokenizer(line).read();
}

} // namespace vethscope
