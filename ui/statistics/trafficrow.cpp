#include "ui/statistics/trafficrow.h"

#include "core/dissect/format.h"
#include "core/names/nametable.h"

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

bool isSameTraffic(const TrafficRow &left, const TrafficRow &right)
{
    return left.kind == right.kind && left.scope == right.scope && left.depth == right.depth && left.a == right.a && left.b == right.b;
}

QString kindName(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Ethernet: return QStringLiteral("Ethernet");
    case TrafficKind::Ipv4: return QStringLiteral("IPv4");
    case TrafficKind::Ipv6: return QStringLiteral("IPv6");
    case TrafficKind::Tcp: return QStringLiteral("TCP");
    case TrafficKind::Udp: break;
    }
    return QStringLiteral("UDP");
}

bool hasPorts(TrafficKind kind)
{
    return kind == TrafficKind::Tcp || kind == TrafficKind::Udp;
}

QString addressText(const TrafficEnd &end)
{
    TextBuffer text;
    const auto print = end.size == 4 ? printIpv4 : end.size == 16 ? printIpv6 : printMac;
    print(text, end.address());
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

const Name *nameOf(const TrafficEnd &end, const NameTable &names)
{
    return names.isEmpty() ? nullptr : names.find(addressText(end).toStdString());
}

} // namespace vethscope
