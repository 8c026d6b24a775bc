#pragma once

#include "core/transcript/outputshapes.h"

namespace vethscope {

/// What the parsers of host output know of its look: where a block of it begins, and how far it goes.
class ParserShapes : public OutputShapes
{
public:
    std::string_view named(const std::vector<std::string> &words) const override;
    bool isQuiet(const std::vector<std::string> &words) const override;
    OutputBlock blockAt(const SourceText &source, LineRange rest) const override;
    std::uint32_t printedBy(const std::vector<std::string> &words, const SourceText &source, LineRange rest) const override;
};

} // namespace vethscope
