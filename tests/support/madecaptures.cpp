#include "tests/support/madecaptures.h"

#include "core/journey/outcome.h"
#include "core/path/whose.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"

#include <cmath>

namespace vethscope::test {
namespace {

constexpr std::int64_t start = 1'700'000'000; // seconds
constexpr std::uint32_t linkTypeSll2 = 276;

QString nameOf(const journey::JourneyPoint &point)
{
    const explain::Point &place = point.place;
    return QString::fromStdString((place.pod.empty() ? place.node : place.pod) + ':' + place.interface);
}

QString hopOf(const MadeCaptures::Followed &followed, const journey::JourneyHop &hop)
{
    QStringList frames;
    for (const std::uint32_t one : hop.rows) {
        int number = 0;
        for (std::size_t row = 0; row <= one; ++row)
            number += followed.store->interfacePlace(row) == followed.store->interfacePlace(one);
        frames << QString::number(number);
    }
    return nameOf((*followed.points)[hop.point]) + ' ' + frames.join('+');
}

} // namespace

QByteArray patched(QByteArray bytes, qsizetype offset, std::uint64_t value, int size)
{
    return bytes.replace(offset, size, number(value, size, Order::Big));
}

QByteArray asSll2(const QByteArray &frame, int ifindex, int packetType)
{
    return frame.mid(12, 2) + QByteArray(2, '\0') + number(std::uint64_t(ifindex), 4, Order::Big) + QByteArray::fromHex("0001") + char(packetType) + char(6) + frame.mid(6, 6) + QByteArray(2, '\0') + frame.mid(14);
}

QByteArray withTimeToLive(const QByteArray &frame, int hops)
{
    return patched(frame, 22, std::uint64_t(hops), 1);
}

QByteArray withId(const QByteArray &frame, int id)
{
    return patched(frame, 18, std::uint64_t(id), 2);
}

QByteArray withSequence(const QByteArray &frame, std::uint32_t sequence)
{
    return patched(frame, 38, sequence, 4);
}

QByteArray withAcknowledgement(const QByteArray &frame, std::uint32_t acknowledgement)
{
    return patched(frame, 42, acknowledgement, 4);
}

QByteArray withTimeStamps(const QByteArray &frame, std::uint32_t own, std::uint32_t echoed)
{
    const QByteArray options = QByteArray::fromHex("0101080a") + number(own, 4, Order::Big) + number(echoed, 4, Order::Big);
    return patched(patched(frame, 46, 0x80, 1), 16, std::uint64_t(frame.size() - 14 + options.size()), 2).insert(54, options);
}

MadeCaptures &MadeCaptures::saw(const QString &point, double milliseconds, const QByteArray &frame, int kept)
{
    if (!m_points.contains(point))
        m_points << point;
    const auto clock = m_clocks.find(point.section(':', 0, 0));
    const double off = clock == m_clocks.end() ? 0 : clock->second.ahead + clock->second.drift * milliseconds;
    m_seen[point].push_back({start * 1'000'000'000 + std::llround((milliseconds + off) * 1e6), kept ? frame.first(kept) : frame, quint32(frame.size())});
    return *this;
}

MadeCaptures &MadeCaptures::clock(const QString &node, double aheadMilliseconds, double drift)
{
    m_clocks[node] = {aheadMilliseconds, drift};
    return *this;
}

MadeCaptures &MadeCaptures::prints(const HostFacts &host)
{
    m_facts.hosts.push_back(host);
    return *this;
}

std::unique_ptr<PacketStore> MadeCaptures::open(std::vector<CaptureArgument> &arguments) const
{
    std::vector<std::filesystem::path> files;
    for (const QString &point : m_points) {
        PcapFile file(Order::Little, PcapFile::Nanoseconds, point.endsWith(":any") ? linkTypeSll2 : 1);
        for (const Seen &seen : m_seen.at(point))
            file.packet(quint32(seen.time / 1'000'000'000), quint32(seen.time % 1'000'000'000), seen.bytes, seen.original);
        files.emplace_back(writeFile(m_folder, QString("%1.pcap").arg(files.size()), file.bytes()).toStdString());
        arguments.push_back({CapturePoint{point.section(':', 0, 0).toStdString(), point.section(':', 1).toStdString()}, files.back()});
    }
    std::unique_ptr<PacketStore> store = *PacketStore::open(files);
    store->waitUntilFinished();
    return store;
}

MadeCaptures::Told MadeCaptures::told(const journey::Followed::GoOn &goOn) const
{
    Told told;
    told.store = open(told.arguments);
    told.dissector = std::make_unique<Dissector>(registry());
    told.cluster = std::make_unique<Cluster>(clusterOf(m_facts));
    told.all = journey::Followed::of(*told.store, *told.dissector, *told.cluster, told.arguments, goOn);
    return told;
}

MadeCaptures::Followed MadeCaptures::follow() const
{
    Followed followed;
    std::vector<CaptureArgument> arguments;
    followed.store = open(arguments);
    followed.dissector = std::make_unique<Dissector>(registry());
    followed.cluster = std::make_unique<Cluster>(clusterOf(m_facts));
    followed.places = std::make_unique<path::Places>(*followed.cluster);
    followed.points = std::make_unique<journey::JourneyPoints>(*followed.places, *followed.store, *followed.dissector, arguments);
    followed.journeys = journey::journeysOf(*followed.store, *followed.dissector, *followed.points, *followed.places);
    return followed;
}

QStringList MadeCaptures::lines() const
{
    Followed followed = follow();
    const path::Whose whose(*followed.places);
    journey::Ways ways(*followed.store, *followed.dissector, *followed.points, followed.journeys, *followed.places, whose);
    journey::Judge judge(*followed.store, *followed.dissector, *followed.points, followed.journeys, ways);
    QStringList lines;
    for (const journey::Journey &one : followed.journeys.all) {
        QStringList hops, missed;
        for (const journey::JourneyHop &hop : one.hops)
            hops << hopOf(followed, hop);
        const journey::Outcome outcome = judge.judge(one);
        for (const journey::NotObserved &point : outcome.notObserved)
            missed << ", not at " + nameOf((*followed.points)[point.point]) + ": " + QString::fromUtf8(point.because.data(), qsizetype(point.because.size()));
        const std::string_view word = journey::nameOf(outcome.kind);
        lines << hops.join(", ") + ": " + QString::fromUtf8(word.data(), qsizetype(word.size()))
                + (outcome.lostAfter ? " after " + nameOf((*followed.points)[*outcome.lostAfter]) : QString()) + missed.join(QString());
    }
    return lines;
}

} // namespace vethscope::test
