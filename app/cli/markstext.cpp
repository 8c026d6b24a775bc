#include "app/cli/markstext.h"

#include "app/cli/journeywriter.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

using testimony::Mark;

// Who told it.
std::string tellerOf(const testimony::Record &record)
{
    return record.node.empty() ? std::string(record.tool) : fmt::format("{} {}", record.node, record.tool);
}

// Function upon function, as they were told: a line for each node and tool.
void writePassed(std::span<const Mark> marks, std::ostream &out)
{
    std::vector<std::pair<std::string, std::vector<std::string_view>>> passed;
    for (const Mark &mark : marks) {
        if (!mark.record->reason.empty())
            continue;
        const std::string teller = tellerOf(*mark.record);
        if (passed.empty() || passed.back().first != teller)
            passed.emplace_back(teller, std::vector<std::string_view>());
        auto &functions = passed.back().second;
        if (functions.empty() || functions.back() != mark.record->function)
            functions.push_back(mark.record->function);
    }
    for (const auto &[teller, functions] : passed)
        out << fmt::format("    {}: {}\n", teller, fmt::join(functions, ", "));
}

} // namespace

void writeMarksOf(std::span<const Mark> marks, const journey::Outcome &outcome, std::ostream &out)
{
    writePassed(marks, out);
    for (const Mark &mark : marks) {
        const testimony::Record &record = *mark.record;
        if (record.reason.empty())
            continue;
        out << fmt::format("    the kernel says {} ({}{}{})", record.reason, tellerOf(record), record.function.empty() ? "" : ", ", record.function);
        if (outcome.drop)
            out << fmt::format("; host output foretells {}", path::nameOf(outcome.drop->disposition));
        out << '\n';
    }
}

void writeOtherMarks(std::span<const Mark> marks, std::ostream &out)
{
    bool isFirst = true;
    for (const Mark &mark : marks) {
        if (mark.journey)
            continue;
        if (std::exchange(isFirst, false))
            out << "told by kernels, of no journey for sure:\n";
        const testimony::Record &record = *mark.record;
        out << fmt::format("    {}{}{}{}{}{}{}\n", mark.time ? epochText(*mark.time) + "  " : std::string(), tellerOf(record), record.function.empty() ? "" : ": ", record.function,
                           record.reason.empty() ? "" : ", ", record.reason, record.count == 1 ? std::string() : fmt::format(", {} packets", record.count));
    }
}

} // namespace vethscope::cli
