#include "app/cli/texttable.h"
#include "app/cli/trafficwriter.h"
#include "core/flows/trafficwords.h"
#include "core/names/trafficnames.h"
#include "core/dissect/scopewords.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

// `tea:80`, `10.244.0.60:80`, `[fd00::60]:80`.
std::string endText(TrafficKind kind, const TrafficEnd &end, const NameTable &names)
{
    const Name *owner = nameOf(end, names);
    const std::string name = owner ? owner->text() : std::string();
    const std::string text = name.empty() ? addressText(end) : name;
    if (!hasPorts(kind))
        return text;
    return name.empty() && end.size == 16 ? fmt::format("[{}]:{}", text, end.port) : fmt::format("{}:{}", text, end.port);
}

std::string secondsText(std::int64_t nanoseconds)
{
    return fmt::format("{:.6f}", static_cast<double>(nanoseconds) / 1e9);
}

void addCount(std::vector<std::string> &row, const TrafficCount &count)
{
    row.push_back(std::to_string(count.packets));
    row.push_back(std::to_string(count.bytes));
}

constexpr std::size_t conversationNumbers = 3; // the first column that holds some
constexpr std::size_t endpointNumbers = 2;

constexpr auto conversationTitles = std::to_array<const char *>({"scope", "A", "B", "A→B packets", "bytes", "B→A packets", "bytes", "packets", "bytes", "start", "duration"});
constexpr auto endpointTitles = std::to_array<const char *>({"scope", "address", "packets", "bytes", "sent packets", "bytes", "received packets", "bytes"});

std::vector<std::string> rowOf(const Conversation &conversation, const TrafficReport &report)
{
    std::vector<std::string> row{tagOf(conversation.scope, conversation.depth), endText(conversation.kind, conversation.a, report.names),
                                 endText(conversation.kind, conversation.b, report.names)};
    addCount(row, conversation.fromA);
    addCount(row, conversation.fromB);
    addCount(row, conversation.total());
    row.push_back(secondsText(conversation.first - report.captureStart));
    row.push_back(secondsText(conversation.duration()));
    return row;
}

std::vector<std::string> rowOf(const TrafficEndpoint &endpoint, const TrafficReport &report)
{
    std::vector<std::string> row{tagOf(endpoint.scope, endpoint.depth), endText(endpoint.kind, endpoint.end, report.names)};
    addCount(row, endpoint.total());
    addCount(row, endpoint.sent);
    addCount(row, endpoint.received);
    return row;
}

template <typename Traffic>
void writeTables(const std::vector<Traffic> &traffic, const TrafficReport &report, std::string_view what, std::span<const char *const> titles,
                 std::size_t numbers, std::ostream &out)
{
    for (const TrafficKind kind : report.kinds) {
        const auto count = std::ranges::count(traffic, kind, &Traffic::kind);
        TextTable table(fmt::format("{} {}: {}", titleOf(kind), what, count), 0);
        table.alignRightFrom(numbers);
        if (count > 0)
            table.add({titles.begin(), titles.end()});
        for (const Traffic &one : traffic)
            if (one.kind == kind)
                table.add(rowOf(one, report));
        if (count > 0)
            table.write(out);
        else
            out << fmt::format("{} {}: none\n", titleOf(kind), what);
    }
}

} // namespace

void writeTrafficText(const std::vector<Conversation> &conversations, const TrafficReport &report, std::ostream &out)
{
    writeTables(conversations, report, "conversations", conversationTitles, conversationNumbers, out);
}

void writeTrafficText(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report, std::ostream &out)
{
    writeTables(endpoints, report, "endpoints", endpointTitles, endpointNumbers, out);
}

} // namespace vethscope::cli
