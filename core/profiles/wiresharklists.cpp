#include "core/profiles/wiresharklists.h"

#include "core/profiles/wiresharkpreferences.h"

#include <algorithm>
#include <cctype>

namespace vethscope {
namespace {

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        if (!line.empty() && line.front() != '#')
            lines.emplace_back(line);
    }
    return lines;
}

Sentence notUnderstood(std::string_view file, const std::string &line)
{
    return Sentence::of("a line of {} that is none of its kind: {}", file, line);
}

} // namespace

WiresharkFilters wiresharkSavedFilters(std::string_view text)
{
    WiresharkFilters read;
    for (const std::string &line : linesOf(text)) {
        std::string name;
        std::size_t at = 1;
        for (; at < line.size() && line[at] != '"'; ++at)
            name += line[at] == '\\' && at + 1 < line.size() ? line[++at] : line[at];
        const std::size_t expression = at < line.size() ? line.find_first_not_of(' ', at + 1) : std::string::npos;
        if (line.front() != '"' || name.empty() || expression == std::string::npos)
            read.problems.push_back(notUnderstood("dfilters", line));
        else
            read.filters.push_back({.name = name, .expression = line.substr(expression)});
    }
    return read;
}

WiresharkFilters wiresharkFilterButtons(std::string_view text)
{
    WiresharkFilters read;
    for (const std::string &line : linesOf(text)) {
        std::vector<std::string> words = wiresharkList(line);
        words.resize(std::max<std::size_t>(words.size(), 4));
        if ((words[0] != "TRUE" && words[0] != "FALSE") || words[1].empty() || words[2].empty())
            read.problems.push_back(notUnderstood("dfilter_buttons", line));
        else
            read.filters.push_back({words[1], words[2], words[3], words[0] == "TRUE"});
    }
    return read;
}

std::vector<WiresharkDecodeRule> wiresharkDecodeRules(std::string_view text)
{
    std::vector<WiresharkDecodeRule> rules;
    for (const auto &line : linesOf(text)) {
        WiresharkDecodeRule rule{.line = line};
        const std::vector<std::string> words = wiresharkList(line.substr(std::min(line.size(), line.find(':') + 1)));
        if (words.size() == 4 && (words[0] == "udp.port" || words[0] == "tcp.port")) {
            std::string protocol = words[3];
            std::ranges::transform(protocol, protocol.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
            rule.rule = words[0] + "==" + words[1] + "," + protocol;
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace vethscope
