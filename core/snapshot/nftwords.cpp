#include "core/snapshot/nftwords.h"

#include "core/snapshot/firewallwords.h"

namespace vethscope {
namespace {

// What an element has besides its key: when it goes, what it counted.
void passAttributes(NftCursor &words)
{
    for (;;) {
        if (words.take("comment") || words.take("timeout") || words.take("expires"))
            words.next();
        else if (words.peek() == "counter" && words.peek(1) == "packets")
            words.goTo(words.place() + 5);
        else if (!words.take("counter"))
            return;
    }
}

// 10.244.1.3 . 80: address and port
std::string translationOf(NftCursor &words)
{
    std::string to(words.next());
    if (words.take("."))
        to = (to.find(':') == to.npos ? to : "[" + to + "]") + ":" + std::string(words.next());
    return to;
}

// "cali*" is cali+ in iptables.
PacketValue elementValue(std::string_view word)
{
    return word.size() > 3 && word.front() == '"' && word.ends_with("*\"") ? std::string(word.substr(1, word.size() - 3)) + "+" : packetValue(word);
}

bool endsElement(std::string_view word)
{
    return word.empty() || word == "," || word == "}" || word == "{";
}

} // namespace

std::vector<std::string_view> nftWords(std::string_view line)
{
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < line.size();) {
        if (line[begin] == ' ' || line[begin] == '\t') {
            ++begin;
            continue;
        }
        if (line[begin] == '#')
            break;
        const bool quoted = line[begin] == '"';
        std::size_t end = quoted ? line.find('"', begin + 1) : line.find_first_of(" \t", begin);
        end = end == line.npos ? line.size() : end + quoted;
        const std::string_view word = line.substr(begin, end - begin);
        const bool hasComma = word.size() > 1 && word.back() == ',';
        words.push_back(word.substr(0, word.size() - hasComma));
        if (hasComma)
            words.push_back(word.substr(word.size() - 1));
        begin = end;
    }
    return words;
}

bool readVerdict(NftCursor &words, std::string &target, bool &isGoto)
{
    const std::string_view word = words.peek();
    if (word == "accept" || word == "drop" || word == "return" || word == "continue") {
        target = word == "continue" ? std::string() : upperCase(words.next());
        return word != "continue" || words.take("continue");
    }
    if ((word != "jump" && word != "goto") || words.peek(1).empty())
        return false;
    isGoto = words.next() == "goto";
    target = words.next();
    return true;
}

std::optional<FirewallElement> readElement(NftCursor &words)
{
    FirewallElement element;
    do {
        if (endsElement(words.peek()))
            return std::nullopt;
        element.key.push_back(elementValue(words.next()));
    } while (words.take("."));
    passAttributes(words);
    if (words.take(":") && !readVerdict(words, element.target, element.isGoto))
        element.translatesTo = translationOf(words);
    return endsElement(words.peek()) ? std::optional(element) : std::nullopt;
}

bool readElements(NftCursor &words, std::vector<FirewallElement> &elements)
{
    if (!words.take("{"))
        return false;
    while (!words.take("}")) {
        auto element = readElement(words);
        if (!element)
            return false;
        elements.push_back(*std::move(element));
        words.take(",");
    }
    return true;
}

} // namespace vethscope
