#pragma once

#include "core/facts/facts.h"
#include "core/journey/followed.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <vector>

namespace vethscope::test {

/// The bytes with a number of that size written into them, as networks do.
QByteArray patched(QByteArray bytes, qsizetype offset, std::uint64_t value, int size);

/// The frame as a capture on `any` has it (LINKTYPE_LINUX_SLL2); the type is 0 for what comes in, 4 for what goes out.
QByteArray asSll2(const QByteArray &frame, int ifindex, int packetType);

// Of an Ethernet frame with IPv4 right behind its header.
QByteArray withTimeToLive(const QByteArray &frame, int hops);
QByteArray withId(const QByteArray &frame, int id);
/// Of TCP.
QByteArray withSequence(const QByteArray &frame, std::uint32_t sequence);
QByteArray withAcknowledgement(const QByteArray &frame, std::uint32_t acknowledgement);
/// Of TCP without options; the stamps are its own and the one that it echoes.
QByteArray withTimeStamps(const QByteArray &frame, std::uint32_t own = 1, std::uint32_t echoed = 1);

/// Captures of one packet after the other at points of nodes that no snapshot knows, and what is made of them.
class MadeCaptures
{
public:
    /// The point is `NODE:IFACE` or `NS/POD:IFACE`; at `NODE:any` frames are SLL2's; 0 of `kept`: all bytes.
    MadeCaptures &saw(const QString &point, double milliseconds, const QByteArray &frame, int kept = 0);
    /// What this node's clock is off by, of what is seen from now on.
    MadeCaptures &clock(const QString &node, double aheadMilliseconds, double drift = 0);
    /// What a host or pod printed.
    MadeCaptures &prints(const HostFacts &host);

    struct Followed {
        std::unique_ptr<PacketStore> store;
        std::unique_ptr<Dissector> dissector;
        std::unique_ptr<path::Places> places;
        std::unique_ptr<journey::JourneyPoints> points;
        journey::Journeys journeys;
        std::unique_ptr<Cluster> cluster;
    };
    Followed follow() const;

    /// All that is told of them, as the window has it.
    struct Told {
        std::unique_ptr<PacketStore> store{};
        std::unique_ptr<Dissector> dissector{};
        std::unique_ptr<Cluster> cluster{};
        std::vector<CaptureArgument> arguments{};
        std::unique_ptr<const journey::Followed> all{};
    };
    Told told(const journey::Followed::GoOn &goOn = {}) const;

    /// A line each: `n1:eth0 1, n2:eth0 1+2: unknown`, frames by their numbers in their file; behind it what was not observed and why.
    QStringList lines() const;

private:
    struct Seen {
        std::int64_t time = 0;
        QByteArray bytes{};
        quint32 original = 0;
    };
    struct Clock {
        double ahead = 0, drift = 0;
    };

    std::unique_ptr<PacketStore> open(std::vector<CaptureArgument> &arguments) const;

    QTemporaryDir m_folder;
    QStringList m_points;
    std::map<QString, std::vector<Seen>> m_seen;
    std::map<QString, Clock> m_clocks;
    Facts m_facts;
};

} // namespace vethscope::test
