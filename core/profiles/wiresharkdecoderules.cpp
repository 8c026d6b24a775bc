#include "core/profiles/wiresharkdecoderules.h"

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

} // namespace

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
