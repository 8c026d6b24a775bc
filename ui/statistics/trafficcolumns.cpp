#include "ui/statistics/trafficcolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

using Shows = TrafficColumn::Shows;
using Number = std::optional<std::int64_t>;

constexpr int addressCharacters = 17;
constexpr int portCharacters = 7;
constexpr int countCharacters = 9;
constexpr int timeCharacters = 12;
constexpr double fastest = 9e18; // bits a second that fit into a number; lengths may be lies

Number count(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

bool isTimed(const TrafficRow &row)
{
    return row.first != 0 || row.last != 0;
}

// Of a single packet nobody knows how fast it came.
Number bitsPerSecond(const TrafficCount &sent, const TrafficRow &row)
{
    if (row.duration() <= 0)
        return {};
    return std::llround(std::min(static_cast<double>(sent.bytes) * 8e9 / static_cast<double>(row.duration()), fastest));
}

Number scope(const TrafficRow &row, std::int64_t) { return static_cast<std::int64_t>(row.scope) * 256 + row.depth; }
Number packets(const TrafficRow &row, std::int64_t) { return count(row.total().packets); }
Number bytes(const TrafficRow &row, std::int64_t) { return count(row.total().bytes); }
Number packetsFromA(const TrafficRow &row, std::int64_t) { return count(row.fromA.packets); }
Number bytesFromA(const TrafficRow &row, std::int64_t) { return count(row.fromA.bytes); }
Number packetsFromB(const TrafficRow &row, std::int64_t) { return count(row.fromB.packets); }
Number bytesFromB(const TrafficRow &row, std::int64_t) { return count(row.fromB.bytes); }

const auto conversationColumns = std::to_array<TrafficColumn>({
    {QT_TRANSLATE_NOOP("Traffic", "Scope"), "scope", Shows::Scope, 4, nullptr, scope},
    {QT_TRANSLATE_NOOP("Traffic", "Address A"), "address_a", Shows::Address, addressCharacters, &TrafficRow::a},
    {QT_TRANSLATE_NOOP("Traffic", "Port A"), "port_a", Shows::Port, portCharacters, &TrafficRow::a,
     [](const TrafficRow &row, std::int64_t) { return Number(row.a.port); }},
    {QT_TRANSLATE_NOOP("Traffic", "Address B"), "address_b", Shows::Address, addressCharacters, &TrafficRow::b},
    {QT_TRANSLATE_NOOP("Traffic", "Port B"), "port_b", Shows::Port, portCharacters, &TrafficRow::b,
     [](const TrafficRow &row, std::int64_t) { return Number(row.b.port); }},
    {QT_TRANSLATE_NOOP("Traffic", "Packets"), "packets", Shows::Count, countCharacters, nullptr, packets},
    {QT_TRANSLATE_NOOP("Traffic", "Bytes"), "bytes", Shows::Count, countCharacters, nullptr, bytes},
    {QT_TRANSLATE_NOOP("Traffic", "Packets A → B"), "packets_a_to_b", Shows::Count, countCharacters, nullptr, packetsFromA},
    {QT_TRANSLATE_NOOP("Traffic", "Bytes A → B"), "bytes_a_to_b", Shows::Count, countCharacters, nullptr, bytesFromA},
    {QT_TRANSLATE_NOOP("Traffic", "Packets B → A"), "packets_b_to_a", Shows::Count, countCharacters, nullptr, packetsFromB},
    {QT_TRANSLATE_NOOP("Traffic", "Bytes B → A"), "bytes_b_to_a", Shows::Count, countCharacters, nullptr, bytesFromB},
    {QT_TRANSLATE_NOOP("Traffic", "Rel Start"), "start", Shows::Seconds, timeCharacters, nullptr,
     [](const TrafficRow &row, std::int64_t start) { return isTimed(row) ? Number(row.first - start) : Number(); }},
    {QT_TRANSLATE_NOOP("Traffic", "Duration"), "duration", Shows::Seconds, timeCharacters, nullptr,
     [](const TrafficRow &row, std::int64_t) { return isTimed(row) ? Number(row.duration()) : Number(); }},
    {QT_TRANSLATE_NOOP("Traffic", "Bits/s A → B"), "bits_per_second_a_to_b", Shows::Count, timeCharacters, nullptr,
     [](const TrafficRow &row, std::int64_t) { return bitsPerSecond(row.fromA, row); }},
    {QT_TRANSLATE_NOOP("Traffic", "Bits/s B → A"), "bits_per_second_b_to_a", Shows::Count, timeCharacters, nullptr,
     [](const TrafficRow &row, std::int64_t) { return bitsPerSecond(row.fromB, row); }},
});

const auto endpointColumns = std::to_array<TrafficColumn>({
    {QT_TRANSLATE_NOOP("Traffic", "Scope"), "scope", Shows::Scope, 4, nullptr, scope},
    {QT_TRANSLATE_NOOP("Traffic", "Address"), "address", Shows::Address, addressCharacters, &TrafficRow::a},
    {QT_TRANSLATE_NOOP("Traffic", "Port"), "port", Shows::Port, portCharacters, &TrafficRow::a,
     [](const TrafficRow &row, std::int64_t) { return Number(row.a.port); }},
    {QT_TRANSLATE_NOOP("Traffic", "Packets"), "packets", Shows::Count, countCharacters, nullptr, packets},
    {QT_TRANSLATE_NOOP("Traffic", "Bytes"), "bytes", Shows::Count, countCharacters, nullptr, bytes},
    {QT_TRANSLATE_NOOP("Traffic", "Tx Packets"), "tx_packets", Shows::Count, countCharacters, nullptr, packetsFromA},
    {QT_TRANSLATE_NOOP("Traffic", "Tx Bytes"), "tx_bytes", Shows::Count, countCharacters, nullptr, bytesFromA},
    {QT_TRANSLATE_NOOP("Traffic", "Rx Packets"), "rx_packets", Shows::Count, countCharacters, nullptr, packetsFromB},
    {QT_TRANSLATE_NOOP("Traffic", "Rx Bytes"), "rx_bytes", Shows::Count, countCharacters, nullptr, bytesFromB},
});

} // namespace

std::vector<const TrafficColumn *> trafficColumns(TrafficSubject subject, TrafficKind kind)
{
    const std::span<const TrafficColumn> all = subject == TrafficSubject::Conversations ? std::span<const TrafficColumn>(conversationColumns) : endpointColumns;
    std::vector<const TrafficColumn *> columns;
    for (const TrafficColumn &column : all)
        if (column.shows != Shows::Port || hasPorts(kind))
            columns.push_back(&column);
    return columns;
}

QString titleOf(const TrafficColumn &column)
{
    return QCoreApplication::translate("Traffic", column.title);
}

QString secondsText(std::int64_t nanoseconds)
{
    const std::int64_t microseconds = std::abs(nanoseconds) / 1000;
    return QStringLiteral("%1%2.%3")
        .arg(nanoseconds < 0 && microseconds > 0 ? QStringLiteral("-") : QString())
        .arg(microseconds / 1'000'000)
        .arg(microseconds % 1'000'000, 6, 10, QLatin1Char('0'));
}

} // namespace vethscope
