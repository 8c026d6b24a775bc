#include "core/transcript/transcript.h"

#include "core/transcript/outputshapes.h"
#include "core/transcript/splitter.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

bool passesBlocks(const std::vector<std::string> &filter)
{
    constexpr auto passing = std::to_array<std::string_view>({"cat", "head", "tail", "less", "more", "tee", "jq", "python", "python3", "sed"});
    if (filter.empty() || std::ranges::find(passing, filter.front()) != passing.end())
        return true;
    const bool greps = filter.front() == "grep" || filter.front() == "egrep";
    return greps && std::ranges::any_of(filter, [](const std::string &word) {
        return word.starts_with("-A") || word.starts_with("-B") || word.starts_with("-C");
    });
}

} // namespace

bool TypedCommand::keepsBlocks() const
{
    return std::ranges::all_of(filters, passesBlocks);
}

Transcript splitTranscript(const std::shared_ptr<const SourceText> &source, const OutputShapes &shapes)
{
    return Splitter(source, shapes).split();
}

Transcript splitTranscript(const std::shared_ptr<const SourceText> &source)
{
    return splitTranscript(source, OutputShapes());
}

} // namespace vethscope
