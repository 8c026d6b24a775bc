#include "core/transcript/labelwords.h"

#include "core/bytes/lowercase.h"
#include "core/transcript/lines.h"
#include "core/transcript/machinename.h"

#include <algorithm>

namespace vethscope {
namespace {

} // namespace

bool isAmong(std::string_view word, std::span<const std::string_view> words)
{
    return std::ranges::find(words, lowerCase(word)) != words.end();
}

bool isHeadingWord(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>({
        "before", "after", "first", "second", "now", "then", "also", "next", "old", "new", "good", "bad", "working", "broken", "expected", "actual", "output",
        "route", "routes", "routing", "table", "tables", "interfaces", "interface", "card", "cards", "addresses", "address", "neighbours", "neighbors", "arp",
        "fdb", "bridge", "iptables", "nat", "pods", "pod", "services", "details", "logs", "log", "notes", "summary", "ip", "ipv4", "ipv6", "result", "results",
        "info", "network", "configuration", "config", "settings", "environment", "version", "example", "examples", "overlay", "underlay", "inside", "outside", "console", "shell", "bash", "text", "code", "edit",
        "update", "question", "answer", "other", "both", "yes", "no", "it", "here", "this", "that", "done", "omitted", "snip", "snipped", "cut", "skipped", "truncated",
        "redacted", "removed", "masked", "container", "containers", "more", "end", "begin", "start",
    });
    return isAmong(word, words);
}

bool saysMachine(std::string_view word)
{
    const std::string small = lowerCase(word);
    for (const std::string_view kind : {"node", "host", "server", "machine", "master", "worker", "control-plane", "controlplane", "控制平面", "节点", "主机", "机器", "服务器"})
        if (small.contains(kind))
            return true;
    return small == "vm";
}

bool isRole(std::string_view word)
{
    constexpr auto roles = std::to_array<std::string_view>({"master", "worker", "control-plane", "controlplane", "agent", "server", "leader", "follower"});
    return isAmong(word, roles);
}

std::string_view namedInChinese(std::string_view word)
{
    constexpr auto nouns = std::to_array<std::string_view>({"路由表", "路由", "网卡", "网络", "信息", "配置", "输出", "情况", "如下", "的", "上"});
    const auto trim = [&](const auto &endings) {
        const auto ending = std::ranges::find_if(endings, [&](std::string_view one) { return word.ends_with(one); });
        if (ending == endings.end())
            return false;
        word.remove_suffix(ending->size());
        return true;
    };
    while (trim(nouns)) { }
    return trim(chineseKinds) && !word.empty() && isMachineName(word) ? word : std::string_view{};
}

bool isFiller(std::string_view word)
{
    constexpr auto fillers = std::to_array<std::string_view>({
        "on", "in", "at", "from", "of", "the", "a", "my", "our", "this", "that", "output", "outputs", "result", "results", "for", "here", "is", "and", "node",
        "nodes", "host", "server", "machine", "vm", "box", "instance", "control", "plane", "now", "then", "same", "name", "hostname", "nodename",
    });
    return isAmong(word, fillers);
}

std::size_t listNumber(std::string_view text)
{
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool isOne = digits != std::string_view::npos && digits > 0 && digits < 3 && (text[digits] == '.' || text[digits] == ')') && digits + 1 < text.size()
        && (text[digits + 1] < '0' || text[digits + 1] > '9');
    return isOne ? digits + 1 : 0;
}

std::vector<std::string> nameList(std::string_view line)
{
    std::vector<std::string_view> words = wordsOf(line);
    if (words.size() == 2 && words[1].starts_with('(') && words[1].ends_with(')'))
        words.pop_back();
    std::vector<std::string> names;
    if (words.size() != 1)
        return names;
    for (std::size_t begin = 0; begin <= words[0].size();) {
        const std::size_t end = std::min(words[0].find(',', begin), words[0].size());
        const std::string_view name = words[0].substr(begin, end - begin);
        if (!isMachineName(name))
            return {};
        names.emplace_back(name);
        begin = end + 1;
    }
    return names;
}

} // namespace vethscope
