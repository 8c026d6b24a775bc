#include "core/filter/completionplace.h"

#include "core/filter/lexer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace vethscope {
namespace {

bool belongsToWord(char character)
{
    const auto code = static_cast<unsigned char>(character);
    return std::isalnum(code) || code >= 0x80 || character == '.' || character == '_' || character == '-' || character == ':' || character == '/';
}

// Where an unfinished text begins; npos where none is open. As the lexer reads it: a backslash takes away a quotation mark's meaning, but for r"…".
std::size_t openText(std::string_view written)
{
    std::size_t open = std::string_view::npos;
    bool raw = false;
    for (std::size_t at = 0; at < written.size(); ++at) {
        if (open != std::string_view::npos && written[at] == '\\' && !raw) {
            ++at;
        } else if (written[at] == '"') {
            raw = open == std::string_view::npos && at > 0 && (written[at - 1] == 'r' || written[at - 1] == 'R');
            open = open == std::string_view::npos ? at : std::string_view::npos;
        }
    }
    return open;
}

bool isRelation(const Token &token)
{
    constexpr auto relations = std::to_array<std::string_view>({"==", "===", "!=", "!==", ">", "<", ">=", "<=", "contains"});
    return std::ranges::any_of(relations, [&](std::string_view relation) { return token.is(relation); });
}

bool isName(const Token &token)
{
    return token.kind == Token::Kind::Word || token.kind == Token::Kind::Name;
}

// `field ==`, `field in {1, 2..`: the field whose value comes next.
std::string fieldBefore(const std::vector<Token> &tokens)
{
    std::size_t last = tokens.size() - 1; // End
    if (last >= 2 && isRelation(tokens[last - 1]) && isName(tokens[last - 2]))
        return tokens[last - 2].text;
    if (last == 0 || !(tokens[last - 1].is("{") || tokens[last - 1].is(",") || tokens[last - 1].is("..")))
        return {};
    while (last > 0 && !tokens[last - 1].is("{")) {
        --last;
        if (tokens[last].is("}") || tokens[last].is("("))
            return {};
    }
    return last >= 3 && tokens[last - 2].is("in") && isName(tokens[last - 3]) ? tokens[last - 3].text : std::string();
}

} // namespace

CompletionPlace completionPlace(std::string_view written)
{
    CompletionPlace place{.start = openText(written)};
    if (place.start == std::string_view::npos) {
        place.start = written.size();
        while (place.start > 0 && belongsToWord(written[place.start - 1]))
            --place.start;
    }
    place.word = written.substr(place.start);
    if (const auto tokens = tokenise(written.substr(0, place.start)))
        place.field = fieldBefore(*tokens);
    return place;
}

} // namespace vethscope
