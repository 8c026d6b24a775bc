#include "core/snapshot/hostcommand.h"

#include "core/snapshot/words.h"

#include <algorithm>

namespace vethscope {

HostFacts &Reading::host()
{
    if (!m_host) {
        const Session &session = m_command.session;
        m_host = &m_facts->host(session.node, session.pod, session.podNamespace);
        if (m_host->container.empty())
            m_host->container = session.container;
        m_host->seen.push_back(m_command.at(m_command.promptLine > 0 ? m_command.promptLine : first()));
    }
    return *m_host;
}

const std::vector<std::string_view> &Reading::firstWords() const
{
    if (!m_firstWords)
        m_firstWords = m_command.output.count > 0 ? wordsOf(line(first())) : std::vector<std::string_view>();
    return *m_firstWords;
}

Reading::Mark &Reading::mark(std::uint32_t line)
{
    if (m_marks.empty())
        m_marks.resize(m_command.output.count, Mark::None);
    return m_marks[line - first()];
}

std::string Reading::text() const
{
    std::string text;
    for (std::uint32_t number = first(); number < end(); ++number) {
        text += line(number);
        text += '\n';
    }
    return text;
}

Evidence Reading::evidence(std::uint32_t line, std::uint32_t column)
{
    mark(line) = Mark::Evidence;
    Evidence evidence = m_command.at(line);
    evidence.column = column;
    return evidence;
}

void Reading::understood(std::uint32_t line)
{
    mark(line) = std::max(mark(line), Mark::Understood);
}

void Reading::complain(std::uint32_t line, Sentence message)
{
    m_complaints.push_back({line, std::move(message)});
}

std::vector<std::uint32_t> Reading::notUnderstood() const
{
    std::vector<std::uint32_t> wrong;
    for (const Complaint &complaint : m_complaints)
        wrong.push_back(complaint.line);
    std::ranges::sort(wrong);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = first(); number < end(); ++number) {
        const bool marked = !m_marks.empty() && m_marks[number - first()] != Mark::None;
        if ((!marked || std::ranges::binary_search(wrong, number)) && indentOf(line(number)) < line(number).size())
            numbers.push_back(number);
    }
    return numbers;
}

std::uint32_t Reading::evidenceLines() const
{
    return static_cast<std::uint32_t>(std::ranges::count(m_marks, Mark::Evidence));
}

} // namespace vethscope
