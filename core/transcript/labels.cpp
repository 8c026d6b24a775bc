#include "core/transcript/labels.h"

#include "core/transcript/machinename.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace vethscope {
namespace {

using Words = std::vector<std::string_view>;

Words splitAtBlanks(std::string_view text)
{
    Words words;
    for (std::size_t begin = text.find_first_not_of(" \t"); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(" \t", end);
    }
    return words;
}

std::string lower(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
    return small;
}

template <std::size_t Count>
bool isAmong(std::string_view word, const std::array<std::string_view, Count> &words)
{
    return std::ranges::find(words, lower(word)) != words.end();
}

bool isCapitals(std::string_view word)
{
    return word.size() > 1 && std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '!'; });
}

MachineLabel sureLabel(std::string_view name, bool failed = false)
{
    return {.names = {std::string(name)}, .sure = true, .failed = failed};
}

// Ansible: `n1 | CHANGED | rc=0 >>`, `n1 | UNREACHABLE! => {`; its playbooks: `ok: [n1] => {`, `fatal: [n1]: FAILED! => {`
std::optional<MachineLabel> ansibleLabel(std::string_view line)
{
    if (!line.contains('|') && !line.contains('[')) // most lines
        return std::nullopt;
    const Words words = splitAtBlanks(line);
    if (words.size() >= 4 && words[1] == "|" && isCapitals(words[2]) && isMachineName(words[0]) && (words[3] == "|" || words[3] == "=>" || words[3] == ">>"))
        return sureLabel(words[0], words[3] == "=>");
    constexpr auto results = std::to_array<std::string_view>({"ok:", "changed:", "fatal:", "failed:", "skipping:"});
    if (words.size() >= 2 && isAmong(words[0], results) && words[1].starts_with('[')) {
        const std::string_view name = words[1].substr(1, words[1].find(']') == std::string_view::npos ? 0 : words[1].find(']') - 1);
        if (isMachineName(name))
            return sureLabel(name, words[0] == "fatal:" || words[0] == "failed:");
    }
    return std::nullopt;
}

// pssh: [1] 14:03:51 [SUCCESS] n1
std::optional<MachineLabel> psshLabel(std::string_view line)
{
    if (!withoutBlanks(line).starts_with('['))
        return std::nullopt;
    const Words words = splitAtBlanks(line);
    if (words.size() < 4 || words[2].size() < 3 || !words[2].starts_with('[') || !words[2].ends_with(']')
        || !isCapitals(words[2].substr(1, words[2].size() - 2)) || !isMachineName(words[3]))
        return std::nullopt;
    return sureLabel(words[3], words[2] != "[SUCCESS]");
}

// Words that people put above output and that name no machine.
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

// A text, and what stands in brackets at its end.
std::pair<std::string_view, std::string_view> partedFromAside(std::string_view text)
{
    const std::size_t begin = text.find_last_of("([");
    if (begin == std::string_view::npos || begin == 0 || text.back() != (text[begin] == '(' ? ')' : ']'))
        return {text, {}};
    return {withoutBlanks(text.substr(0, begin)), withoutBlanks(text.substr(begin + 1, text.size() - begin - 2))};
}

constexpr std::string_view rulers = "=-*#+_~>";

// ==> n1 <==   === n1 ===   *** n1   ========== n1 [10.0.0.1] ==========   ----- n1 -----
std::optional<MachineLabel> bannerLabel(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    if (text.size() < 4 || !rulers.contains(text.front()) || text[1] != text.front())
        return std::nullopt;
    const std::size_t begin = text.find_first_not_of("=-*#+_~> "), end = text.find_last_not_of("=-*#+_~< ");
    if (begin == std::string_view::npos || end < begin)
        return std::nullopt;
    auto [said, aside] = partedFromAside(text.substr(begin, end + 1 - begin));
    // 10.0.0.1 ( n1 )
    if (said.find_first_not_of("0123456789.:abcdefABCDEF") == std::string_view::npos && isMachineName(aside))
        std::swap(said, aside);
    const Words words = splitAtBlanks(said);
    constexpr auto kinds = std::to_array<std::string_view>({"node", "host", "server", "machine", "node:", "host:", "server:", "machine:"});
    const std::size_t first = words.size() > 1 && isAmong(words[0], kinds) ? 1 : 0;
    if (words.size() <= first || !isMachineName(words[first]) || isHeadingWord(words[first]) || (first == 0 && isCommonCommand(words[first])) || words.size() > first + 1)
        return std::nullopt;
    // `### n1` is a heading as any; of `## n1 ##` the other end says that a program wrote it.
    MachineLabel label = sureLabel(words[first]);
    label.sure = text.front() != '#' && text.front() != '+' && text.front() != '-' ? true : rulers.contains(text.back()) || first == 1;
    return label;
}

// n1,n3 (2)   n1
std::vector<std::string> nameList(std::string_view line)
{
    Words words = splitAtBlanks(line);
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

// What people call machines when they name none, Chinese ones too.
bool saysMachine(std::string_view word)
{
    const std::string small = lower(word);
    for (const std::string_view kind : {"node", "host", "server", "machine", "master", "worker", "control-plane", "controlplane", "控制平面", "节点", "主机", "机器", "服务器"})
        if (small.contains(kind))
            return true;
    return small == "vm";
}

// What a machine does in its cluster.
bool isRole(std::string_view word)
{
    constexpr auto roles = std::to_array<std::string_view>({"master", "worker", "control-plane", "controlplane", "agent", "server", "leader", "follower"});
    return isAmong(word, roles);
}

constexpr auto chineseKinds = std::to_array<std::string_view>({"控制平面", "节点", "主机", "机器", "服务器"});

// Master节点路由, Node1节点: the name that stands before what it is; empty for other words.
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

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// How long a list's number is in front of a text: `1.`, `12)`
std::size_t listNumber(std::string_view text)
{
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool isOne = digits != std::string_view::npos && digits > 0 && digits < 3 && (text[digits] == '.' || text[digits] == ')') && digits + 1 < text.size()
        && (text[digits + 1] < '0' || text[digits + 1] > '9');
    return isOne ? digits + 1 : 0;
}

// The rest of a quoted text that began on a line above.
bool endsQuote(std::string_view text)
{
    const char last = text.back();
    return (last == '\'' || last == '"') && std::ranges::count(text, last) % 2 == 1;
}

// `Node 1:`, `1.master`, `On worker-1 node,`, `@ master control plane:`, `### n1`, `主节点:`
std::optional<MachineLabel> writtenLabel(std::string_view line)
{
    std::string_view text = withoutBlanks(line);
    if (text.empty() || text.size() > 60 || endsQuote(text))
        return std::nullopt;
    text.remove_prefix(std::min(text.find_first_not_of("#@*-> \t`\""), text.size()));
    if (text.starts_with("• "))
        text.remove_prefix(std::string_view("• ").size());
    const bool listed = listNumber(text) > 0;
    text.remove_prefix(listNumber(text));
    const bool colon = text.ends_with(':') || text.ends_with("：") || text.ends_with(',');
    while (!text.empty() && std::string_view(":,;*` \"").contains(text.back()))
        text.remove_suffix(1);
    while (text.ends_with("：") || text.ends_with("，"))
        text.remove_suffix(3);
    if (text.ends_with(')')) // (click to expand)
        text = partedFromAside(text).first;
    Words words = splitAtBlanks(text);
    for (std::string_view &word : words) {
        while (!word.empty() && std::string_view("`*\"'(").contains(word.front()))
            word.remove_prefix(1);
        while (!word.empty() && std::string_view("`*\"',.:)").contains(word.back()))
            word.remove_suffix(1);
    }
    std::erase_if(words, [](std::string_view word) { return word.empty(); });
    if (const std::string_view name = words.size() == 1 ? namedInChinese(words[0]) : std::string_view{}; !name.empty())
        return MachineLabel{{std::string(name)}, true, false};
    constexpr auto places = std::to_array<std::string_view>({"on", "at", "from", "in"});
    // `ip route` on n1:
    if (const auto place = std::ranges::find_if(words, [&](std::string_view word) { return isAmong(word, places); }); colon && !words.empty() && isCommonCommand(words[0]))
        words.erase(words.begin(), place);
    if (words.empty() || words.size() > 5)
        return std::nullopt;
    if (colon && words.size() == 1 && lower(words[0]) == "node") // beside `master:`
        return MachineLabel{{std::string(words[0])}, false, false};
    const bool machine = std::ranges::any_of(words, saysMachine);
    Words left;
    const auto isKind = [&](std::string_view word) { return words.size() > 1 && std::ranges::find(chineseKinds, word) != chineseKinds.end(); }; // 节点 n1：
    std::ranges::copy_if(words, std::back_inserter(left), [&](std::string_view word) { return !isFiller(word) && !isKind(word); });
    if (const auto number = std::ranges::find_if(words, isNumber); left.size() == 1 && machine && number != words.end() && number != words.begin())
        return MachineLabel{{std::string(*(number - 1)) + " " + std::string(*number)}, true, false}; // Node 1
    // From master node n1: - 2.node route
    if (const auto named = std::ranges::find_if_not(left, isRole); left.size() == 2 && named != left.end() && std::ranges::any_of(left, isRole) && !isCommonCommand(*named))
        left = {*named};
    // Worker1 network configuration:
    const auto isSubject = [](std::string_view word) { return isCommonCommand(word) || isHeadingWord(word); };
    if (left.size() > 1 && (listed || (machine && (colon || !saysMachine(left[0])))) && std::all_of(left.begin() + 1, left.end(), isSubject))
        left.resize(1);
    if (listed && words.size() == 2 && left.size() == 1 && left[0] == words[1] && saysMachine(words[0]) && isCommonCommand(words[1]))
        left[0] = words[0];
    if (left.size() != 1)
        return std::nullopt;
    const bool chinese = static_cast<unsigned char>(left[0].front()) >= 0x80;
    const bool saysSo = std::ranges::any_of(chineseKinds, [&](std::string_view kind) { return left[0].contains(kind); });
    if (chinese ? !saysSo || left[0].size() > 30 : !isMachineName(left[0]) || isHeadingWord(left[0]) || (!machine && isCommonCommand(left[0])))
        return std::nullopt;
    // "My laptop:" may be anybody's; "On n1:" and "n1:" are labels where another stands beside them.
    if (words.size() > 1 && !machine && !(words.size() == 2 && isAmong(words[0], places)))
        return std::nullopt;
    return MachineLabel{{std::string(left[0])}, machine && (colon || words.size() > 1), false};
}

} // namespace

bool isHeadingOfOutput(std::string_view line)
{
    const Words words = splitAtBlanks(line);
    const auto bare = [](std::string_view word) {
        while (!word.empty() && std::string_view("*#`_:").contains(word.front()))
            word.remove_prefix(1);
        while (!word.empty() && std::string_view("*#`_:").contains(word.back()))
            word.remove_suffix(1);
        return word;
    };
    return !words.empty() && std::ranges::all_of(words, [&](std::string_view word) { return bare(word).empty() || isHeadingWord(bare(word)); })
        && std::ranges::any_of(words, [&](std::string_view word) { return !bare(word).empty(); });
}

bool isRuler(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    return text.size() >= 3 && rulers.contains(text.front()) && text.find_first_not_of(text.front()) == std::string_view::npos;
}

std::optional<MachineLabel> labelIn(std::string_view line)
{
    for (const auto read : {ansibleLabel, psshLabel, bannerLabel, writtenLabel})
        if (auto label = read(line))
            return label;
    return std::nullopt;
}

namespace {

// The line with `N` for the name: labels of one form are made by one hand.
std::string formOf(std::string_view line, const std::string &name)
{
    std::string form(withoutBlanks(line));
    if (const std::size_t at = form.find(name); at != std::string::npos)
        form.replace(at, name.size(), "N");
    for (char &c : form)
        if (c >= '0' && c <= '9')
            c = '0';
    return form;
}

// A prompt with a command, or a command alone: `# hostname`, `- ip route`, `1. ip route`
bool isTyped(std::string_view line)
{
    line.remove_prefix(listNumber(line));
    line.remove_prefix(std::min(line.find_first_not_of(" \t$#>%-"), line.size()));
    return isCommonCommand(line.substr(0, line.find(' '))) || readPrompt(line);
}

} // namespace

MachineLabels::MachineLabels(const SourceText &source, const std::vector<OutputBlock> &blocks)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    const auto isGap = [&](std::uint32_t line) { return isBlank(source.line(line)) || withoutBlanks(source.line(line)).starts_with("```") || isRuler(source.line(line)); };
    std::map<std::string_view, std::set<std::string>> below; // the command whose output stands below, and the names
    std::map<std::string, std::set<std::string>> forms, aboveBlocks;
    auto block = blocks.begin();
    std::string_view before; // the command whose output ends on the line before
    std::uint32_t endBefore = 0;
    for (std::uint32_t line = 1; line <= size; ++line) {
        for (; block != blocks.end() && block->lines.end() <= line; ++block) {
            before = block->command;
            endBefore = block->lines.end();
        }
        if (block != blocks.end() && block->lines.first <= line) {
            line = block->lines.end() - 1;
            continue;
        }
        const std::string_view text = source.line(line);
        if (isBlank(text))
            continue;
        const bool framed = line > 1 && line < size && isRuler(source.line(line - 1)) && isRuler(source.line(line + 1));
        std::optional<MachineLabel> label;
        if (auto names = framed ? nameList(text) : std::vector<std::string>{}; !names.empty())
            label = MachineLabel{std::move(names), true, false};
        else
            label = labelIn(text);
        if (!label)
            continue;
        // What it is above: the next line that is neither blank, nor a fence, nor a ruler; a command may stand between.
        std::uint32_t next = line + 1;
        while (next <= size && isGap(next))
            ++next;
        const bool atBlock = block != blocks.end() && block->lines.first >= next && block->lines.first <= next + 1;
        std::string form = formOf(text, label->names.front());
        // A word alone on its line is part of what stands above it, but for one that stood out in what was pasted: **n1**, not > n1.
        const bool alone = form == "N" && source.given(line).ends_with(text);
        if (!framed && alone && line > 1 && !isGap(line - 1))
            continue;
        // Above a command whose output nobody knows by its look, its twins decide.
        const bool typedBelow = !label->sure && !atBlock && !form.contains(' ') && next <= size && isTyped(source.line(next)) && (line == 1 || isGap(line - 1));
        if (!label->sure && !atBlock && !form.contains(' ') && !typedBelow)
            continue;
        const bool inside = !framed && endBefore == line && block != blocks.end() && block->lines.first == line + 1 && block->command == before;
        forms[form].insert(label->names.front());
        if (!typedBelow)
            below[atBlock ? block->command : std::string_view{}].insert(label->names.front());
        if (atBlock)
            aboveBlocks[form].insert(label->names.front());
        m_labels.push_back({line, std::move(*label), atBlock ? block->command : std::string_view{}, std::move(form), inside, typedBelow});
    }
    // A weak one counts where another is like it; so does one in the middle of an output.
    const auto isWeak = [&](const Placed &placed) {
        if (placed.typedBelow)
            return !std::ranges::any_of(aboveBlocks[placed.form], [&](const std::string &name) { return name != placed.label.names.front(); });
        const bool twin = forms[placed.form].size() > 1 && (placed.form.contains(' ') || !placed.below.empty());
        const bool agrees = !placed.below.empty() && below[placed.below].size() > 1;
        return placed.inside ? !twin && !(agrees && saysMachine(source.line(placed.line))) : !placed.label.sure && !twin && !agrees;
    };
    std::set<std::string> names; // that a label says which is none of the weak ones
    for (const Placed &placed : m_labels)
        if (!isWeak(placed))
            names.insert(placed.label.names.begin(), placed.label.names.end());
    std::erase_if(m_labels, [&](const Placed &placed) { return isWeak(placed) && (placed.inside || placed.typedBelow || !names.contains(placed.label.names.front())); });
}

const MachineLabel *MachineLabels::at(std::uint32_t line) const
{
    const auto found = std::ranges::lower_bound(m_labels, line, {}, &Placed::line);
    return found != m_labels.end() && found->line == line ? &found->label : nullptr;
}

} // namespace vethscope
