#include "core/filter/lexer.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vethscope {
namespace {

struct Spelling {
    std::string_view written;
    std::string_view canonical;
};

// Longer operators first, so that `===` is not read as `==`.
constexpr auto symbols = std::to_array<Spelling>({
    {"===", "==="}, {"!==", "!=="}, {"==", "=="}, {"!=", "!="}, {"~=", "!=="}, {">=", ">="}, {"<=", "<="},
    {"&&", "&&"}, {"||", "||"}, {"^^", "^^"}, {"..", ".."}, {">", ">"}, {"<", "<"}, {"!", "!"}, {"~", "matches"},
    {"&", "&"}, {"+", "+"}, {"-", "-"}, {"*", "*"}, {"/", "/"}, {"%", "%"}, {"(", "("}, {")", ")"}, {"{", "{"},
    {"}", "}"}, {"[", "["}, {"]", "]"}, {",", ","}, {":", ":"}, {"#", "#"}, {"@", "@"},
});

constexpr auto words = std::to_array<Spelling>({
    {"eq", "=="}, {"any_eq", "=="}, {"all_eq", "==="}, {"ne", "!="}, {"all_ne", "!="}, {"any_ne", "!=="}, {"gt", ">"},
    {"lt", "<"}, {"ge", ">="}, {"le", "<="}, {"and", "&&"}, {"or", "||"}, {"xor", "^^"}, {"not", "!"},
    {"contains", "contains"}, {"matches", "matches"}, {"in", "in"}, {"any", "any"}, {"all", "all"},
    {"bitand", "&"}, {"bitwise_and", "&"},
});

// As from Wireshark 5.0 on: AND, Or.
constexpr auto wordsInAnyCase = std::to_array<std::string_view>({"and", "or", "xor", "not"});

bool isWritten(std::string_view word, std::string_view known)
{
    if (std::ranges::find(wordsInAnyCase, known) == wordsInAnyCase.end())
        return word == known;
    return std::ranges::equal(word, known, {}, [](char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); });
}

bool isWordCharacter(char character)
{
    const auto code = static_cast<unsigned char>(character);
    return std::isalnum(code) || character == '_' || code >= 0x80;
}

// Inside a word these join its parts: names (ip.src, flannel-udp), addresses (fe:ee:…, fe80::1, 10.0.0.0/8).
bool joins(char character)
{
    return character == '.' || character == ':' || character == '-' || character == '/';
}

class Lexer
{
public:
    explicit Lexer(std::string_view expression) : m_text(expression) { }

    Result<std::vector<Token>, FilterError> run()
    {
        while (skipSpace(), m_at < m_text.size()) {
            const char next = m_text[m_at];
            const bool raw = (next == 'r' || next == 'R') && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
            if (next == '"' || raw) {
                if (!readText(raw))
                    return std::unexpected(m_error);
            } else if (next == '\'') {
                if (!readCharacter())
                    return std::unexpected(m_error);
            } else if (startsWord()) {
                readWord(Token::Kind::Word);
            } else if (isPrefix('.') || (isPrefix(':') && !m_inBrackets)) {
                ++m_at;
                readWord(next == '.' ? Token::Kind::Name : Token::Kind::Literal);
            } else if (!readSymbol()) {
                return std::unexpected(FilterError{Sentence::of("'{}' means nothing here", std::string(1, next)), m_at, 1});
            }
        }
        m_tokens.push_back({Token::Kind::End, {}, m_text.size(), 0});
        return std::move(m_tokens);
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
    }

    // `::1` is an address, `:` in a slice is not.
    bool startsWord() const
    {
        if (isWordCharacter(m_text[m_at]))
            return true;
        return !m_inBrackets && m_text.substr(m_at, 2) == "::";
    }

    // The dot and the colon that tell a name from a value: `.fc` and `:fc`.
    bool isPrefix(char character) const
    {
        return m_text[m_at] == character && m_at + 1 < m_text.size() && isWordCharacter(m_text[m_at + 1]);
    }

    void readWord(Token::Kind kind)
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size()) {
            if (isWordCharacter(m_text[m_at])) {
                ++m_at;
                continue;
            }
            if (!joins(m_text[m_at]) || m_text.substr(m_at, 2) == ".." || (m_inBrackets && m_text[m_at] != '.'))
                break;
            // A joint needs a word behind it, but an IPv6 address may end in `::` or have it inside.
            const bool doubleColon = m_text.substr(m_at, 2) == "::";
            const std::size_t after = m_at + (doubleColon ? 2 : 1);
            const bool continued = after < m_text.size() && isWordCharacter(m_text[after]);
            if (!continued && !doubleColon)
                break;
            m_at = after;
            if (doubleColon && after < m_text.size() && m_text[after] == '/')
                continue;
            if (!continued)
                break;
        }
        const std::string_view word = m_text.substr(start, m_at - start);
        for (const Spelling &known : words)
            if (kind == Token::Kind::Word && isWritten(word, known.written))
                return push(Token::Kind::Symbol, std::string(known.canonical), start);
        push(kind, std::string(word), start);
    }

    bool readSymbol()
    {
        for (const Spelling &known : symbols) {
            if (!m_text.substr(m_at).starts_with(known.written))
                continue;
            const std::size_t start = m_at;
            m_at += known.written.size();
            m_inBrackets = known.canonical == "[" || (m_inBrackets && known.canonical != "]");
            push(Token::Kind::Symbol, std::string(known.canonical), start);
            return true;
        }
        return false;
    }

    bool fail(Sentence message, std::size_t start)
    {
        m_error = {std::move(message), start, std::max<std::size_t>(1, m_text.size() - start)};
        return false;
    }

    bool readText(bool raw)
    {
        const std::size_t start = m_at;
        std::string text;
        m_at += raw ? 2 : 1;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                if (raw) {
                    text += m_text[m_at++];
                    text += m_text[m_at++];
                } else {
                    ++m_at;
                    if (!escape(text))
                        return false;
                }
            } else {
                text += m_text[m_at++];
            }
        }
        if (m_at >= m_text.size())
            return fail(Sentence::of("this string has no closing quote"), start);
        ++m_at;
        push(Token::Kind::Text, std::move(text), start);
        return true;
    }

    bool readCharacter()
    {
        const std::size_t start = m_at++;
        std::string text;
        if (m_at < m_text.size() && m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
            ++m_at;
            if (!escape(text))
                return false;
        } else if (m_at < m_text.size()) {
            text = m_text[m_at++];
        }
        if (m_at >= m_text.size() || m_text[m_at] != '\'')
            return fail(Sentence::of("a character constant is one character between single quotes"), start);
        ++m_at;
        push(Token::Kind::Character, std::move(text), start);
        return true;
    }

    // What a backslash makes of the characters behind it: C's escapes, \xHH and octal.
    bool escape(std::string &out)
    {
        const char letter = m_text[m_at++];
        const auto digits = [&](int base, std::size_t most) {
            int value = 0;
            for (std::size_t i = 0; i < most && m_at < m_text.size(); ++i, ++m_at) {
                const char digit = m_text[m_at];
                const int number = digit >= '0' && digit <= '9' ? digit - '0' : std::isxdigit(static_cast<unsigned char>(digit)) ? (digit | 32) - 'a' + 10 : 99;
                if (number >= base)
                    break;
                value = value * base + number;
            }
            return static_cast<char>(value);
        };
        constexpr std::string_view letters = "nrtabfv\\\"'";
        constexpr std::string_view meanings = "\n\r\t\a\b\f\v\\\"'";
        if (const std::size_t known = letters.find(letter); known != letters.npos) {
            out += meanings[known];
        } else if (letter == 'x') {
            out += digits(16, 2);
        } else if (letter >= '0' && letter <= '7') {
            --m_at;
            out += digits(8, 3);
        } else {
            m_error = {Sentence::of("\\{} is not an escape; a raw string r\"…\" takes a backslash as it is", std::string(1, letter)), m_at - 2, 2};
            return false;
        }
        return true;
    }

    void push(Token::Kind kind, std::string text, std::size_t start)
    {
        m_tokens.push_back({kind, std::move(text), start, m_at - start});
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_inBrackets = false;
    std::vector<Token> m_tokens;
    FilterError m_error;
};

} // namespace

Result<std::vector<Token>, FilterError> tokenise(std::string_view expression)
{
    return Lexer(expression).run();
}

} // namespace vethscope
