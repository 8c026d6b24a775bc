#include "core/profiles/wiresharkdecoderules.h"

#include "core/bytes/lowercase.h"
#include "core/profiles/wiresharkpreferences.h"
#include "core/transcript/listedlines.h"

#include <algorithm>

namespace vethscope {
std::vector<WiresharkDecodeRule> wiresharkDecodeRules(std::string_view text)
{
    std::vector<WiresharkDecodeRule> rules;
    forEachListed(text, [&](std::size_t, std::string_view line) {
        WiresharkDecodeRule rule{.line = std::string(line)};
        const std::vector<std::string> words = wiresharkList(line.substr(std::min(line.size(), line.find(':') + 1)));
        if (words.size() == 4 && (words[0] == "udp.port" || words[0] == "tcp.port"))
            rule.rule = words[0] + "==" + words[1] + "," + lowerCase(words[3]);
        rules.push_back(std::move(rule));
    });
    return rules;
}

} // namespace vethscope
