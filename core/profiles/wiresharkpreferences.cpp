#include "core/profiles/wiresharkpreferences.h"

#include "core/transcript/lines.h"

namespace vethscope {
std::map<std::string, std::string> readWiresharkSettings(std::string_view text)
{
    std::map<std::string, std::string> settings;
    std::string *last = nullptr;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#')
            continue;
        if (isBlank(line.front())) {
            if (const std::string_view more = withoutBlanks(line); last && !more.empty())
                last->append(last->empty() ? "" : " ").append(more);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            last = nullptr;
            continue;
        }
        last = &settings[std::string(withoutBlanks(line.substr(0, colon)))];
        *last = withoutBlanks(line.substr(colon + 1));
    }
    return settings;
}

std::vector<std::string> wiresharkList(std::string_view value)
{
    std::vector<std::string> words;
    std::string word;
    bool isQuoted = false, wasQuoted = false;
    const auto keep = [&] {
        if (!wasQuoted)
            word = withoutBlanks(word);
        if (wasQuoted || !word.empty())
            words.push_back(word);
        word.clear();
        wasQuoted = false;
    };
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char letter = value[i];
        if (letter == '\\' && i + 1 < value.size())
            word += value[++i];
        else if (letter == '"') {
            isQuoted = !isQuoted;
            if (isQuoted && !wasQuoted)
                word.clear(); // blanks before it
            wasQuoted = true;
        } else if (letter == ',' && !isQuoted)
            keep();
        else if (isQuoted || !wasQuoted)
            word += letter;
    }
    keep();
    return words;
}

} // namespace vethscope
