#include "core/transcript/labels.h"

#include "core/transcript/labelwords.h"
#include "core/transcript/lines.h"
#include "core/transcript/machinename.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>

// What a line by itself says of the machine whose output stands below it.

namespace vethscope {
namespace {

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
    const std::vector<std::string_view> words = wordsOf(line);
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
    const std::vector<std::string_view> words = wordsOf(line);
    if (words.size() < 4 || words[2].size() < 3 || !words[2].starts_with('[') || !words[2].ends_with(']')
        || !isCapitals(words[2].substr(1, words[2].size() - 2)) || !isMachineName(words[3]))
        return std::nullopt;
    return sureLabel(words[3], words[2] != "[SUCCESS]");
}

// A text, and what stands in brackets at its end.
std::pair<std::string_view, std::string_view> partedFromAside(std::string_view text)
{
    const std::size_t begin = text.find_last_of("([");
    if (begin == std::string_view::npos || begin == 0 || text.back() != (text[begin] == '(' ? ')' : ']'))
        return {text, {}};
    return {withoutBlanks(text.substr(0, begin)), withoutBlanks(text.substr(begin + 1, text.size() - begin - 2))};
}

constexpr std::string_view labelRulers = "=-*#+_~>";

// ==> n1 <==   === n1 ===   *** n1   ========== n1 [10.0.0.1] ==========   ----- n1 -----
std::optional<MachineLabel> bannerLabel(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    if (text.size() < 4 || !labelRulers.contains(text.front()) || text[1] != text.front())
        return std::nullopt;
    const std::size_t begin = text.find_first_not_of("=-*#+_~> "), end = text.find_last_not_of("=-*#+_~< ");
    if (begin == std::string_view::npos || end < begin)
        return std::nullopt;
    auto [said, aside] = partedFromAside(text.substr(begin, end + 1 - begin));
    // 10.0.0.1 ( n1 )
    if (said.find_first_not_of("0123456789.:abcdefABCDEF") == std::string_view::npos && isMachineName(aside))
        std::swap(said, aside);
    const std::vector<std::string_view> words = wordsOf(said);
    constexpr auto kinds = std::to_array<std::string_view>({"node", "host", "server", "machine", "node:", "host:", "server:", "machine:"});
    const std::size_t first = words.size() > 1 && isAmong(words[0], kinds) ? 1 : 0;
    if (words.size() <= first || !isMachineName(words[first]) || isHeadingWord(words[first]) || (first == 0 && isCommonCommand(words[first])) || words.size() > first + 1)
        return std::nullopt;
    // `### n1` is a heading as any; of `## n1 ##` the other end says that a program wrote it.
    MachineLabel label = sureLabel(words[first]);
    label.sure = text.front() != '#' && text.front() != '+' && text.front() != '-' ? true : labelRulers.contains(text.back()) || first == 1;
    return label;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
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
    std::vector<std::string_view> words = wordsOf(text);
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
    if (colon && !words.empty() && isCommonCommand(words[0]))
        words.erase(words.begin(), std::ranges::find_if(words, [&](std::string_view word) { return isAmong(word, places); }));
    if (words.empty() || words.size() > 5)
        return std::nullopt;
    if (constexpr auto node = std::to_array<std::string_view>({"node"}); colon && words.size() == 1 && isAmong(words[0], node)) // beside `master:`
        return MachineLabel{{std::string(words[0])}, false, false};
    const bool machine = std::ranges::any_of(words, saysMachine);
    std::vector<std::string_view> left;
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
    const std::vector<std::string_view> words = wordsOf(line);
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
    return text.size() >= 3 && labelRulers.contains(text.front()) && text.find_first_not_of(text.front()) == std::string_view::npos;
}

std::optional<MachineLabel> labelIn(std::string_view line)
{
    for (const auto read : {ansibleLabel, psshLabel, bannerLabel, writtenLabel})
        if (auto label = read(line))
            return label;
    return std::nullopt;
}

} // namespace vethscope
