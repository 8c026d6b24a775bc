#include "core/transcript/promptprefix.h"

#include "core/transcript/machinename.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vethscope {
namespace {

struct Piece {
    char form = 0;         // 'N' a word, ' ' blanks, 0 a mark, which is its own form
    std::string_view text;
};

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("_.~/-").contains(c);
}

// The next piece; a character of UTF-8 stays whole.
Piece nextPiece(std::string_view text)
{
    const auto run = [&](auto belongs) {
        return text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin()));
    };
    if (isWordCharacter(text.front())) {
        const std::string_view word = run(isWordCharacter);
        // A row of hyphens or dots is a mark: - ip r, --> ip r
        const bool hasWord = std::ranges::any_of(word, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '~' || c == '/'; });
        return hasWord ? Piece{'N', word} : Piece{0, word};
    }
    if (text.front() == ' ' || text.front() == '\t')
        return {' ', run([](char c) { return c == ' ' || c == '\t'; })};
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        ++length;
    return {0, text.substr(0, length)};
}

void appendForm(std::string &form, const Piece &piece)
{
    if (piece.form == 0)
        form += piece.text;
    else
        form += piece.form;
}

std::vector<Piece> piecesOf(std::string_view text)
{
    std::vector<Piece> pieces;
    while (!text.empty()) {
        pieces.push_back(nextPiece(text));
        text.remove_prefix(pieces.back().text.size());
    }
    return pieces;
}

// What a prompt shows in parentheses or behind `git:` is a branch, an environment, a cluster's context.
std::vector<std::string_view> wordsOutsideParentheses(const std::vector<Piece> &pieces)
{
    std::vector<std::string_view> words;
    int depth = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        depth += piece.text == "(" ? 1 : piece.text == ")" && depth > 0 ? -1 : 0;
        const bool parts = piece.text == "@" || piece.text == "㉿" || piece.text == "\\";
        if (depth == 0 && (piece.form == 'N' || parts))
            words.push_back(piece.text);
    }
    return words;
}

bool isNumeric(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/'; });
}

// Words that prompts show besides the host: who is logged in as everywhere, days and months, the shell.
bool namesNoHost(std::string_view word)
{
    constexpr auto others = std::to_array<std::string_view>({
        "root", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec", "AM", "PM", "UTC", "PS", "git", "base", "venv", "sh", "bash", "zsh", "fish",
    });
    return std::ranges::find(others, word) != others.end() || word.starts_with("sh-") || word.starts_with("bash-") || isNumeric(word)
        || word.starts_with('/') || word.starts_with('~') || word.starts_with('.');
}

// alder/root: the folder stands behind the name
std::string_view withoutPath(std::string_view word)
{
    return word.substr(0, word.find('/'));
}

} // namespace

PromptPrefix::PromptPrefix(std::string_view text)
{
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.remove_suffix(1);
    const std::vector<Piece> pieces = piecesOf(text);
    for (const Piece &piece : pieces)
        appendForm(m_form, piece);
    if (pieces.empty())
        return;
    const Piece &last = pieces.back();
    // Behind a path a command may begin: ➜ root@n1 ~ ip r
    m_readsOn = (last.form == 'N' && last.text.front() != '~' && last.text.front() != '/') || last.text == ",";
    const bool number = std::ranges::all_of(pieces.front().text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    m_listMarker = (pieces.size() == 1 && (last.text == "-" || last.text == "*" || last.text == "+" || last.text == "•" || (number && last.text.ends_with('.'))))
        || (pieces.size() == 2 && number && last.text == ")");
    m_readsOn = m_readsOn && !m_listMarker;
    for (const Piece &piece : pieces)
        if (piece.form == 'N')
            m_words.emplace_back(piece.text);
    m_marked = last.form == 0 && !std::string_view(":;,.!?)\"'|(*&=-+`").contains(last.text.front());
    // Two marks in a row (`::`) end no sentence either.
    m_marked = m_marked || (pieces.size() > 1 && last.form == 0 && pieces[pieces.size() - 2].text == last.text && last.text != ".");

    const std::vector<std::string_view> words = wordsOutsideParentheses(pieces);
    if (std::ranges::find(words, "\\") != words.end()) // C:\Users\me>
        return;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (words[i + 1] != "@" && words[i + 1] != "㉿")
            continue;
        std::string_view user = words[i], host = withoutPath(words[i + 2]);
        if (host == "root") // n2@root, the other way round
            std::swap(user, host);
        m_user = user;
        m_host = isMachineName(host) ? host : std::string_view{};
        findPlace();
        return;
    }
    std::vector<std::string_view> candidates;
    for (const std::string_view word : words) {
        if (word == "root")
            m_user = word;
        if (!namesNoHost(word) && isMachineName(withoutPath(word)))
            candidates.push_back(withoutPath(word));
    }
    // Of several words one is the host that begins the line; elsewhere nobody can say which.
    if (candidates.size() == 1 || (!candidates.empty() && text.starts_with(candidates.front())))
        m_host = candidates.front();
    findPlace();
}

void PromptPrefix::findPlace()
{
    for (std::size_t i = 0; i < m_words.size() && !m_hostPlace && !m_host.empty(); ++i)
        if (withoutPath(m_words[i]) == m_host)
            m_hostPlace = i;
}

bool PromptPrefix::mayBeHost(std::string_view word)
{
    return !namesNoHost(word) && isMachineName(word);
}

std::size_t PromptPrefix::endOfForm(std::string_view line, std::string_view form)
{
    std::string_view rest = line;
    std::string reached;
    while (!rest.empty() && reached.size() < form.size()) {
        const Piece piece = nextPiece(rest);
        appendForm(reached, piece);
        rest.remove_prefix(piece.text.size());
        if (!form.starts_with(reached))
            return std::string_view::npos;
    }
    return reached == form ? line.size() - rest.size() : std::string_view::npos;
}

} // namespace vethscope
