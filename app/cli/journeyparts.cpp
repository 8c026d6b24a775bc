#include "app/cli/journeywriter.h"
#include "core/dissect/format.h"

#include <fmt/format.h>

// What both forms of `journey` tell of a hop.

namespace vethscope::cli {
namespace {

constexpr double second = 1e9;

} // namespace

double deltaOf(const JourneyReport &report, const journey::Journey &journey, std::size_t hop)
{
    return static_cast<double>(report.followed.delta(journey, hop)) / second;
}

std::string epochText(std::int64_t nanoseconds)
{
    TextBuffer text;
    printEpoch(text, nanoseconds);
    return fmt::to_string(text);
}

} // namespace vethscope::cli
