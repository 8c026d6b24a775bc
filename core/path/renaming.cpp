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

bool concerns(const AssumedFact &fact, const PodMarks &pod)
{
    return fact.pod == pod.name || std::ranges::any_of(pod.words, [&](const std::string &word) { return !word.empty() && findWord(fact.ask, word, 0) != fact.ask.npos; });
}

void Renaming::add(std::size_t from, std::size_t to)
{
    if (from != to)
        m_pods.emplace_back(from, to);
}

// The first word of all at that place or behind it; of several there the longest.
std::optional<Renaming::Word> Renaming::next(const std::string &text, std::size_t from) const
{
    std::optional<Word> first;
    for (const auto &[old, now] : m_pods) {
        const std::vector<std::string> &words = m_alike.marks(old).words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::size_t place = words[i].empty() ? text.npos : findWord(text, words[i], from);
            if (place != text.npos && (!first || place < first->place || (place == first->place && words[i].size() > first->from->size())))
                first = Word{place, &words[i], &m_alike.marks(now).words[i]};
        }
    }
    return first;
}

// From left to right, so that what was put in is not replaced again.
std::string Renaming::of(const std::string &text) const
{
    std::string result;
    std::size_t at = 0;
    for (auto word = next(text, at); word; word = next(text, at)) {
        result.append(text, at, word->place - at).append(*word->to);
        at = word->place + word->from->size();
    }
    return result.append(text, at);
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
