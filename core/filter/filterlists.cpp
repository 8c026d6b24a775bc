#include "core/filter/filterlists.h"

#include <algorithm>
#include <cctype>
#include <optional>

// Wireshark's epan/filter list: wsutil/filter_files.c for `dfilters`, epan/uat.c for `dfilter_buttons`, which writes a byte that is no printable ASCII
// as \xNN.

namespace vethscope {
namespace {

std::string_view withoutBlanks(std::string_view text)
{
    const auto isBlank = [](char one) { return std::isspace(static_cast<unsigned char>(one)) != 0; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<int> digit(char one)
{
    if (one >= '0' && one <= '9')
        return one - '0';
    const int letter = std::tolower(static_cast<unsigned char>(one)) - 'a';
    return letter >= 0 && letter < 6 ? std::optional(letter + 10) : std::nullopt;
}

// A text in quotation marks at the front of `rest`, which goes on behind it.
std::optional<std::string> takeQuoted(std::string_view &rest)
{
    if (rest.empty() || rest.front() != '"')
        return std::nullopt;
    std::string text;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '"') {
            rest.remove_prefix(at + 1);
            return text;
        }
        if (rest[at] != '\\' || at + 1 == rest.size()) {
            text += rest[at];
            continue;
        }
        const auto high = rest[at + 1] == 'x' && at + 3 < rest.size() ? digit(rest[at + 2]) : std::nullopt;
        const auto low = high ? digit(rest[at + 3]) : std::nullopt;
        text += low ? static_cast<char>(*high * 16 + *low) : rest[at + 1];
        at += low ? 3 : 1;
    }
    return std::nullopt;
}

// Calls read(line) for each line that says something; keeps a sentence where it says no.
template <typename Read>
FilterList readLines(std::string_view text, Read read)
{
    FilterList list;
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = withoutBlanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#')
            continue;
        if (auto filter = read(line))
            list.filters.push_back(std::move(*filter));
        else
            list.problems.push_back(Sentence::of("line {} is no saved filter and was left out: {}", number, line.substr(0, 60)));
    }
    return list;
}

} // namespace

FilterList readSavedFilters(std::string_view text)
{
    return readLines(text, [](std::string_view line) -> std::optional<KeptFilter> {
        auto name = takeQuoted(line);
        const std::string_view expression = withoutBlanks(line);
        if (!name || name->empty() || expression.empty())
            return std::nullopt;
        return KeptFilter{.name = *std::move(name), .expression = std::string(expression)};
    });
}

FilterList readFilterButtons(std::string_view text)
{
    return readLines(text, [](std::string_view line) -> std::optional<KeptFilter> {
        std::vector<std::string> cells;
        while (auto cell = takeQuoted(line)) {
            cells.push_back(*std::move(cell));
            if (!line.starts_with(','))
                break;
            line.remove_prefix(1);
        }
        if (cells.size() < 3 || !withoutBlanks(line).empty() || cells[1].empty() || cells[2].empty() || (cells[0] != "TRUE" && cells[0] != "FALSE"))
            return std::nullopt; // releases before 2.6 kept no comment
        return KeptFilter{cells[1], cells[2], cells.size() > 3 ? cells[3] : std::string(), cells[0] == "TRUE"};
    });
}

bool looksLikeFilterButtons(std::string_view text)
{
    const auto begins = [&](std::string_view word) {
        for (std::size_t at = 0; (at = text.find(word, at)) != text.npos; ++at)
            if (at == 0 || text[at - 1] == '\n')
                return true;
        return false;
    };
    return begins("\"TRUE\",") || begins("\"FALSE\",");
}

} // namespace vethscope
