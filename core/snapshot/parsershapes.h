#pragma once

#include "core/transcript/outputshapes.h"

#include <functional>
#include <utility>

namespace vethscope {

/// What the parsers of host output know of its look: where a block of it begins, and how far it goes.
class ParserShapes : public OutputShapes
{
public:
    /// `isWanted` is asked, on any thread, with each line that is looked at, whether to go on; if not, nothing has any look.
    explicit ParserShapes(std::function<bool(std::uint32_t line)> isWanted = {}) : m_isWanted(std::move(isWanted)) {}

    std::string_view named(const std::vector<std::string> &words) const override;
    bool isQuiet(const std::vector<std::string> &words) const override;
    OutputBlock blockAt(const SourceText &source, LineRange rest) const override;
    std::uint32_t printedBy(const std::vector<std::string> &words, const SourceText &source, LineRange rest) const override;

private:
    std::function<bool(std::uint32_t line)> m_isWanted;
};

} // namespace vethscope
