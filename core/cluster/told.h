#pragma once

#include "core/facts/known.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace vethscope {

/// Of two lines that say the same the first, unless that is too long to be read (JSON for everything) and the other is not.
inline const Evidence &plainer(const Evidence &first, const Evidence &second)
{
    constexpr std::size_t readable = 300; // characters: contract.md shows no more of a line
    return first.text().size() > readable && second.text().size() <= readable ? second : first;
}

/// A value that several commands tell of. The last one holds; what another line said before it is kept as well.
template <typename T>
class Told
{
public:
    void tell(const T &said, const Evidence &by)
    {
        if (m_value && *m_value != said) {
            m_earlier = m_value;
            m_earlierEvidence = m_evidence;
        }
        m_evidence = m_value == said ? plainer(by, m_evidence) : by;
        m_value = said;
    }

    void tell(const std::optional<T> &said, const Evidence &by)
    {
        if (said)
            tell(*said, by);
    }

    const std::optional<T> &value() const { return m_value; }
    const Evidence &evidence() const { return m_evidence; }
    /// The value that holds, with its line.
    Known<T> known() const { return m_value ? Known<T>(*m_value, m_evidence) : Known<T>(); }
    bool contradicts() const { return m_earlier && *m_earlier != *m_value; }
    const T &earlier() const { return *m_earlier; }
    /// Both lines, the earlier one first.
    EvidenceList bothLines() const { return {m_earlierEvidence, m_evidence}; }

private:
    std::optional<T> m_value;
    std::optional<T> m_earlier;
    Evidence m_evidence;
    Evidence m_earlierEvidence;
};

/// Adds a line that the list does not hold yet.
inline void addEvidence(EvidenceList &list, const Evidence &evidence)
{
    if (evidence.source && std::ranges::find(list, evidence) == list.end())
        list.push_back(evidence);
}

/// Keeps each line where it stands first. A table may have a hundred thousand, so none is searched for.
inline void keepEachOnce(EvidenceList &list)
{
    std::set<std::tuple<const SourceText *, std::uint32_t, std::uint32_t>> held;
    std::erase_if(list, [&](const Evidence &evidence) { return !held.emplace(evidence.source.get(), evidence.line, evidence.column).second; });
}

/// Adds lines, whether the list holds them or not; keepEachOnce() follows when all have been added.
inline void appendEvidence(EvidenceList &list, const EvidenceList &more)
{
    std::ranges::copy_if(more, std::back_inserter(list), [](const Evidence &evidence) { return evidence.source != nullptr; });
}

/// Adds lines that the list does not hold yet, in their order.
inline void addEvidence(EvidenceList &list, const EvidenceList &more)
{
    appendEvidence(list, more);
    keepEachOnce(list);
}

/// The lines of those that are wanted, each once.
template <typename Told, typename Wanted>
EvidenceList linesOf(const std::vector<Told> &all, Wanted isWanted)
{
    EvidenceList wanted, lines;
    for (const Told &one : all)
        if (isWanted(one))
            wanted.push_back(one.evidence);
    addEvidence(lines, wanted);
    return lines;
}

inline Evidence firstOf(const EvidenceList &list)
{
    return list.empty() ? Evidence{} : list.front();
}

} // namespace vethscope
