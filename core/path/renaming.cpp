#include "core/path/renaming.h"

#include <algorithm>

namespace vethscope::path {
namespace {

bool isOfWord(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// Where `word` stands by itself at that place or behind it: 10.244.1.3 is not in 10.244.1.30.
std::size_t findWord(const std::string &text, const std::string &word, std::size_t from)
{
    for (std::size_t at = text.find(word, from); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isOfWord(text[at - 1])) && (end == text.size() || !isOfWord(text[end])))
            return at;
    }
    return text.npos;
}

} // namespace

void Renaming::add(std::size_t from, std::size_t to)
{
    if (from == to)
        return;
    m_pods.emplace_back(from, to);
    const PodMarks &old = m_alike.marks(from);
    const PodMarks &now = m_alike.marks(to);
    for (std::size_t i = 0; i < old.addresses.size(); ++i)
        m_words.emplace_back(old.addresses[i].text(), now.addresses[i].text());
    for (std::size_t i = 0; i < old.macs.size(); ++i)
        m_words.emplace_back(old.macs[i].text(), now.macs[i].text());
    m_words.emplace_back(old.name, now.name);
    if (!old.veth.empty())
        m_words.emplace_back(old.veth, now.veth);
}

// From left to right, so that what was put in is not replaced again.
std::string Renaming::of(const std::string &text) const
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t first = text.npos;
        const std::pair<std::string, std::string> *word = nullptr;
        for (const auto &one : m_words)
            if (const std::size_t place = findWord(text, one.first, at); place < first || (place == first && word && one.first.size() > word->first.size())) {
                first = place;
                word = &one;
            }
        if (first == text.npos)
            return result.append(text, at);
        result.append(text, at, first - at).append(word->second);
        at = first + word->first.size();
    }
    return result;
}

std::string Renaming::ofName(const std::string &fullName) const
{
    for (const auto &[from, to] : m_pods)
        if (m_alike.marks(from).name == fullName)
            return m_alike.marks(to).name;
    return fullName;
}

AssumedFact Renaming::of(const AssumedFact &fact) const
{
    return {fact.node, ofName(fact.pod), fact.table, of(fact.ask)};
}

std::optional<EvidenceList> Renaming::of(const EvidenceList &lines) const
{
    EvidenceList renamed;
    for (const Evidence &line : lines) {
        const auto now = of(line);
        if (!now)
            return std::nullopt;
        renamed.push_back(*now);
    }
    return renamed;
}

// A line that speaks of one of the pods is the other's at the same place; nothing where it speaks of both, or of one in several ways.
std::optional<Evidence> Renaming::of(const Evidence &line) const
{
    std::optional<Evidence> now;
    for (const auto &[from, to] : m_pods) {
        const EvidenceList &old = m_alike.lines(from);
        const EvidenceList &other = m_alike.lines(to);
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (!(old[i] == line))
                continue;
            if (now && !(*now == other[i]))
                return std::nullopt;
            now = other[i];
        }
    }
    return now ? now : line;
}

} // namespace vethscope::path
