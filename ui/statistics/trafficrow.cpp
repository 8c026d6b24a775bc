#include "ui/statistics/trafficrow.h"


#include <algorithm>

namespace vethscope {
namespace {

TrafficRow rowOf(const TrafficEndpoint &endpoint)
{
    TrafficRow row;
    row.kind = endpoint.kind;
    row.scope = endpoint.scope;
    row.depth = endpoint.depth;
    row.a = endpoint.end;
    row.fromA = endpoint.sent;
    row.fromB = endpoint.received;
    row.firstRow = endpoint.firstRow;
    return row;
}

} // namespace

std::shared_ptr<const TrafficTables> tablesOf(std::vector<Conversation> conversations, TrafficSubject subject, std::int64_t start)
{
    auto tables = std::make_shared<TrafficTables>();
    tables->start = start;
    const auto put = [&](TrafficRow row) { tables->rows[static_cast<std::size_t>(row.kind)].push_back(row); };
    if (subject == TrafficSubject::Conversations)
        std::ranges::for_each(conversations, put);
    else
        std::ranges::for_each(endpointsOf(conversations), [&](const TrafficEndpoint &endpoint) { put(rowOf(endpoint)); });
    return tables;
}

TrafficEndpoint endpointOf(const TrafficRow &row)
{
    return {row.kind, row.scope, row.depth, row.a, row.fromA, row.fromB, row.firstRow};
}

bool isSameTraffic(const TrafficRow &left, const TrafficRow &right)
{
    return left.kind == right.kind && left.scope == right.scope && left.depth == right.depth && left.a == right.a && left.b == right.b;
}

QString kindName(TrafficKind kind)
{
    return QString::fromUtf8(titleOf(kind));
}

QString addressOf(const TrafficEnd &end)
{
    return QString::fromStdString(addressText(end));
}

} // namespace vethscope
