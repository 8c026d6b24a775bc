#pragma once

#include "core/sentence/sentence.h"
#include "core/testimony/record.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope::testimony {

/// A line between its blanks.
using Words = std::vector<std::string_view>;

/// What was read of the output of one tool on one node.
struct Testimony {
    std::vector<Record> records{};
    std::vector<Evidence> notUnderstood{};
    std::vector<Sentence> notes{}; // on what such records cannot tell
};

/// A tool's output while its records are taken: line by line, and what is not understood is kept.
class TraceReading
{
public:
    TraceReading(std::shared_ptr<const SourceText> source, std::string_view tool, Testimony &into)
        : m_source(std::move(source)), m_tool(tool), m_into(into)
    {
    }

    /// Lines count from 1.
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_source->size()); }
    /// Without blanks at its ends.
    std::string_view line(std::uint32_t number) const;
    Evidence evidence(std::uint32_t number, std::uint32_t column = 0) const { return {m_source, number, column}; }

    /// Another record of this tool, by that line.
    Record &add(std::uint32_t number);
    void notUnderstood(std::uint32_t number) { m_into.notUnderstood.push_back(evidence(number)); }
    /// Said once.
    void note(Sentence note);
    const std::string &name() const { return m_source->name(); }

private:
    std::shared_ptr<const SourceText> m_source;
    std::string_view m_tool;
    Testimony &m_into;
};

} // namespace vethscope::testimony
