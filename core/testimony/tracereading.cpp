#include "core/testimony/tracereading.h"

#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope::testimony {

std::string_view TraceReading::line(std::uint32_t number) const
{
    return withoutBlanks(m_source->line(number));
}

Record &TraceReading::add(std::uint32_t number)
{
    Record &record = m_into.records.emplace_back();
    record.tool = m_tool;
    record.evidence.push_back(evidence(number));
    return record;
}

void TraceReading::note(Sentence note)
{
    if (std::ranges::find(m_into.notes, note) == m_into.notes.end())
        m_into.notes.push_back(std::move(note));
}

} // namespace vethscope::testimony
