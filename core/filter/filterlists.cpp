#include "core/filter/filterlists.h"

#include "core/bytes/digits.h"
#include "core/transcript/listedlines.h"

#include <optional>

// Wireshark's epan/filter list: wsutil/filter_files.c for `dfilters`, epan/uat.c for `dfilter_buttons`, which writes a byte that is no printable ASCII
// as \xNN.

namespace vethscope {
namespace {

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
        const auto code = rest[at + 1] == 'x' && at + 3 < rest.size() ? parseDigits(rest.substr(at + 2, 2), 16, 0xff) : std::nullopt;
        text += code ? static_cast<char>(*code) : rest[at + 1];
        at += code ? 3 : 1;
    }
    return std::nullopt;
}

// Calls read(line) for each line that says something; keeps a sentence where it says no.
template <typename Read>
FilterList readLines(std::string_view text, Read read)
{
    FilterList list;
    forEachListed(text, [&](std::size_t number, std::string_view line) {
        if (auto filter = read(line))
            list.filters.push_back(std::move(*filter));
        else
            list.problems.push_back(Sentence::of("line {} is no saved filter and was left out: {}", number, line.substr(0, 60)));
    });
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
