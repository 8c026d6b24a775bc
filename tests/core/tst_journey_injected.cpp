#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <utility>
#include <vector>

// Traffic between two pods through VXLAN, of which everything is known, recorded as it is in practice: by clocks that are off, drift and are set,
// with frames that a capture missed, cut, too late or too early. What is told must be what happened, or less; never something else.

using namespace vethscope;
using namespace vethscope::test;
using journey::Outcome;

namespace {

const char *const client = "10.244.0.5", *const server = "10.244.1.3";
const QStringList points{"n1:veth1", "n1:eth0", "n2:eth0", "n2:veth2"}; // on the way to the server
constexpr double seconds = 20;
constexpr int never = -1, everywhere = -1;
constexpr int tunnelled = 104; // bytes of a frame in VXLAN with all of a TCP header but its options
constexpr std::size_t edges = 2; // packets of which nobody knows whether the next point still recorded, or did yet

enum class Translated { Not, Destination, Source, Both };

// What happens to the recording.
struct Injected {
    double ahead = 0, drift = 0;            // n2's clock, in milliseconds and seconds a second
    double setAt = 0, setBy = 0;            // milliseconds
    int lostOnWire = 0;                     // of a thousand packets, between the nodes
    int missed = 0, missedAt = never;       // of a thousand frames, at one of the points
    int kept = 0;                           // bytes
    int keptAt = everywhere;                // or at one of the points
    double from = 0, to = 1000 * seconds;   // n2:veth2 records
    bool haveIds = true;
    double jitter = 0.05;                   // milliseconds between the nodes: packets that are nearer to each other change places
    bool isAnyToo = false;                  // every frame of n2:veth2 a second time, as by the bridge that its device is a port of
    bool hasAny = false;                    // and all frames of n2 once more in a capture on `any`
    Translated translated = Translated::Not; // where the client's packets enter its node, and back
    int tunnels = 1;                        // inside each other
    int burst = 0;                          // equal queries at once
    bool haveKeepAlives = false;            // of two flows, all equal
    int segments = 1;                       // of which the two ends see one frame, the wire as many
    bool haveTimeStamps = false;            // TCP's
    int exchanges = 250;

    // What is inside tunnels is missing then.
    bool areTunnelsCut() const { return kept > 0 && kept < tunnelled && keptAt == everywhere; }
};

// A packet as its sender made it; of which flow, and what it is known by is made unlike all others but where senders repeat themselves.
struct Sent {
    double time = 0; // milliseconds
    bool isForth = true;
    QByteArray frame{};
    bool isLost = false;
    std::vector<QByteArray> segments{}; // of a super-frame
};

// Where and when a packet came by.
struct Truth {
    bool isForth = true;
    bool isLost = false;
};

QByteArray inVxlan(const QByteArray &frame, bool isForth, int tunnels)
{
    const char *const one = "172.27.0.11", *const other = "172.27.16.10";
    const QByteArray packed = ethernet(ipv4(isForth ? one : other, isForth ? other : one, 17, udp(50000, 8472, vxlan(1, frame))));
    return tunnels == 1 ? packed : ethernet(ipv4(isForth ? "192.0.2.1" : "192.0.2.2", isForth ? "192.0.2.2" : "192.0.2.1", 17, udp(50001, 4789, vxlan(77, packed))));
}

// The client asks a service, or the server sees the node instead of the client. Both at once of TCP alone where packets have no identification: a
// datagram of which nothing stays but its payload may be another one.
QByteArray translated(QByteArray frame, Translated how, bool isForth, int place, bool haveIds)
{
    const bool isTcp = frame[23] == 6, isIcmp = frame[23] == 1;
    const qsizetype clients = isForth ? 26 : 30, servers = isForth ? 30 : 26, port = isIcmp ? 38 : isForth ? 34 : 36;
    if (place == 0)
        return how == Translated::Source ? frame : frame.replace(servers, 4, QByteArray::fromHex("0a60000a"));
    if (how == Translated::Destination || (how == Translated::Both && !isTcp && !haveIds))
        return frame;
    frame.replace(clients, 4, QByteArray::fromHex("0af40001"));
    return patched(frame, port, 50123, 2); // of an echo its identifier
}

// Of a game or a sensor: the same again and again, by two clients, which are translated alike.
QByteArray keepAlive(int pod)
{
    return ethernet(ipv4(pod == 0 ? client : "10.244.0.6", pod == 0 ? server : "10.244.1.4", 17, udp(40002, 7000, "keep this connection alive")));
}

QByteArray query(int id)
{
    return ethernet(ipv4(client, server, 17, udp(40001, 53, patched(fromHex("0000 0100 0001 0000 0000 0000 03 776562 00 0001 0001"), 0, quint64(id), 2))));
}

QByteArray segment(bool isForth, std::uint32_t sequence, std::uint32_t acknowledgement, int length)
{
    const QByteArray payload(length, 'x');
    const QByteArray frame = isForth ? ethernet(ipv4(client, server, 6, tcp(40000, 80, 0x18, payload))) : ethernet(ipv4(server, client, 6, tcp(80, 40000, 0x18, payload)));
    return withAcknowledgement(withSequence(frame, sequence), acknowledgement);
}

QByteArray echo(bool isForth, int number)
{
    const QByteArray bytes = patched(patched(echoRequest("0123456789abcdef"), 6, quint64(number), 2), 0, isForth ? 8 : 0, 1);
    return ethernet(isForth ? ipv4(client, server, 1, bytes) : ipv4(server, client, 1, bytes));
}

// Both ways: echoes and their replies, TCP's data and duplicate acknowledgements, queries of one identifier that are sent again. Nobody answers
// what was lost; TCP sends it again, and its acknowledgements wait for that.
class Traffic
{
public:
    Traffic(std::mt19937 &random, const Injected &injected) : m_random(random), m_injected(injected)
    {
        for (int i = 0; i < injected.exchanges; ++i)
            exchange(1000 * seconds * (i + std::uniform_real_distribution<double>(0, 1)(random)) / injected.exchanges, i);
        std::ranges::stable_sort(m_all, {}, &Sent::time);
    }

    const std::vector<Sent> &all() const { return m_all; }

private:
    void exchange(double time, int number)
    {
        if (!send(time, true, echo(true, number)))
            send(time + 2, false, echo(false, number));
        for (int k = 0; m_injected.segments == 1 && k < 2; ++k, m_sent += 100) {
            if (!send(time + 4 + 0.03 * k, true, segment(true, m_sent, 2000, 100)))
                continue;
            m_missing.emplace(m_sent, time + 250);
            send(time + 250, true, segment(true, m_sent, 2000, 100), false);
        }
        if (m_injected.segments > 1)
            sendSuperFrame(time + 4);
        std::erase_if(m_missing, [&](const auto &one) { return one.second < time; });
        for (int k = 0; k < 3; ++k)
            send(time + 6 + 0.5 * k, false, segment(false, 2000, m_missing.empty() ? m_sent : m_missing.begin()->first, 0));
        for (int k = 0; number % 40 == 0 && k < 2; ++k)
            send(time + 3500.0 * k, true, query(number));
        for (int k = 0; k < m_injected.burst; ++k)
            send(time + 8 + 0.1 * k, true, query(1000 + number));
        for (int pod = 0; m_injected.haveKeepAlives && pod < 2; ++pod)
            send(time + 9 + pod, true, keepAlive(pod));
    }

    // Whether it is lost.
    bool send(double time, bool isForth, const QByteArray &frame, bool mayBeLost = true)
    {
        const bool isLost = mayBeLost && int(m_random() % 1000) < m_injected.lostOnWire;
        m_all.push_back({time, isForth, withId(stamped(time, frame), ++m_id), isLost});
        return isLost;
    }

    QByteArray stamped(double time, const QByteArray &frame) const
    {
        return m_injected.haveTimeStamps && frame[23] == 6 ? withTimeStamps(frame, std::uint32_t(time)) : frame;
    }

    // What is lost of it is lost and sent again as a whole.
    void sendSuperFrame(double time)
    {
        const std::uint32_t sequence = m_sent;
        m_sent += std::uint32_t(full * m_injected.segments);
        if (!sendSegments(time, sequence, true))
            return;
        m_missing.emplace(sequence, time + 250);
        sendSegments(time + 250, sequence, false);
    }

    bool sendSegments(double time, std::uint32_t sequence, bool mayBeLost)
    {
        const bool isLost = send(time, true, segment(true, sequence, 2000, full * m_injected.segments), mayBeLost);
        for (int k = 0; k < m_injected.segments; ++k)
            m_all.back().segments.push_back(withId(stamped(time, segment(true, sequence + std::uint32_t(full * k), 2000, full)), m_id + k));
        m_id += m_injected.segments;
        return isLost;
    }

    static constexpr int full = 1400; // bytes of a segment
    std::mt19937 &m_random;
    const Injected &m_injected;
    int m_id = 0;
    std::uint32_t m_sent = 1000;
    std::map<std::uint32_t, double> m_missing; // what was lost, and when it is sent again
    std::vector<Sent> m_all;
};

class Recording
{
public:
    Recording(const Injected &injected, unsigned seed) : m_injected(injected), m_random(seed)
    {
        const Traffic traffic(m_random, injected);
        for (const Sent &sent : traffic.all())
            travel(sent);
        std::ranges::stable_sort(m_frames, {}, &Seen::time);
        bool isSet = false;
        m_captures.clock("n2", injected.ahead, injected.drift);
        for (const Seen &seen : m_frames) {
            if (!isSet && injected.setAt > 0 && seen.time >= injected.setAt) {
                m_captures.clock("n2", injected.ahead + injected.setBy, injected.drift);
                isSet = true;
            }
            const bool isCut = injected.kept > 0 && seen.frame.size() > injected.kept && (injected.keptAt == everywhere || injected.keptAt == seen.place);
            m_captures.saw(seen.point, seen.time, seen.frame, isCut ? injected.kept : 0);
            if (!m_points.contains(seen.point))
                m_points << seen.point;
            m_seen[seen.point].push_back(seen);
        }
    }

    struct Seen {
        double time = 0;
        QString point{};
        QByteArray frame{};
        std::size_t packet = 0;
        int place = 0;
    };

    MadeCaptures::Told told() const { return m_captures.told(); }
    const std::vector<Truth> &truths() const { return m_truths; }
    // The nth frame of a file; files are made as points come.
    const Seen &seen(int file, std::size_t nth) const { return m_seen.at(m_points[file])[nth]; }

private:

    double between(double least, double most) { return std::uniform_real_distribution<double>(least, most)(m_random); }
    bool happens(int ofThousand) { return int(m_random() % 1000) < ofThousand; }

    void travel(const Sent &sent)
    {
        Truth truth{.isForth = sent.isForth};
        const std::size_t packet = m_truths.size();
        double time = sent.time;
        for (int i = 0; i < 4 && !truth.isLost; ++i) {
            const int place = sent.isForth ? i : 3 - i;
            const bool isOnWire = i == 1 || i == 2;
            const auto pieces = isOnWire && !sent.segments.empty() ? sent.segments : std::vector{sent.frame};
            for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
                const QByteArray named = m_injected.translated != Translated::Not ? translated(pieces[piece], m_injected.translated, sent.isForth, place, m_injected.haveIds) : pieces[piece];
                const QByteArray routed = withTimeToLive(m_injected.haveIds ? named : withId(named, 0), i == 0 ? 64 : i == 3 ? 62 : 63);
                record({time + 0.001 * double(piece), points[place], isOnWire ? inVxlan(routed, sent.isForth, m_injected.tunnels) : routed, packet, place}, sent.isForth);
            }
            truth.isLost = i == 1 && sent.isLost;
            time += i == 1 ? 0.1 + between(0, m_injected.jitter) : between(0.004, 0.02);
        }
        m_truths.push_back(truth);
    }

    void record(const Seen &seen, bool isForth)
    {
        const int place = seen.place;
        if ((place == m_injected.missedAt && happens(m_injected.missed)) || (place == 3 && (seen.time < m_injected.from || seen.time > m_injected.to)))
            return;
        m_frames.push_back(seen);
        if (place == 3 && m_injected.isAnyToo)
            m_frames.push_back({seen.time + 0.001, "n2:cni0", seen.frame, seen.packet, place});
        if (place >= 2 && m_injected.hasAny)
            m_frames.push_back({seen.time + 0.0002, "n2:any", asSll2(seen.frame, place, (place == 3) == isForth ? 4 : 0), seen.packet, place});
    }

    Injected m_injected;
    std::mt19937 m_random;
    std::vector<Seen> m_frames;
    std::vector<Truth> m_truths;
    QStringList m_points;
    std::map<QString, std::vector<Seen>> m_seen;
    MadeCaptures m_captures;
};

// Of each row of the store what was recorded there.
std::vector<Recording::Seen> rowsOf(const Recording &recording, const journey::Followed &all)
{
    std::vector<Recording::Seen> rows;
    std::map<int, std::size_t> counts;
    for (std::size_t row = 0; row < all.store().size(); ++row) {
        const int file = std::stoi(all.points()[all.points().of(all.store(), row)].file.stem().string());
        rows.push_back(recording.seen(file, counts[file]++));
    }
    return rows;
}

// What is injected in each row.
std::vector<std::pair<QString, Injected>> allInjected()
{
    std::vector<std::pair<QString, Injected>> all;
    const auto add = [&](const QString &name, const Injected &injected) { all.emplace_back(name, injected); };
    add("nothing", {});
    for (const double ahead : {-500.0, 500.0, 1.0})
        add(QString("a clock that is off by %1 ms").arg(ahead), {.ahead = ahead});
    for (const double drift : {-30e-6, 30e-6})
        add(QString("a clock that drifts by %1").arg(drift), {.ahead = 40, .drift = drift});
    add("a clock that is set forward", {.ahead = 20, .setAt = 9000, .setBy = 300});
    add("a clock that is set back", {.setAt = 12000, .setBy = -40});
    add("lost between the nodes", {.ahead = 3, .lostOnWire = 50});
    for (int place = 0; place < 4; ++place)
        add("missed by " + points[place], {.missed = 100, .missedAt = place});
    add("lost and missed", {.lostOnWire = 30, .missed = 20, .missedAt = 2});
    add("cut behind 64 bytes", {.ahead = -7, .lostOnWire = 20, .kept = 64});
    add("cut behind 96 bytes", {.ahead = -7, .lostOnWire = 20, .kept = 96}); // in the middle of a tunnelled TCP header
    add("cut behind 104 bytes", {.ahead = -7, .lostOnWire = 20, .kept = 104});
    add("cut behind 128 bytes", {.ahead = -7, .lostOnWire = 20, .kept = 128});
    for (const int kept : {64, 68, 74})
        add(QString("cut behind %1 bytes, inside TCP's options").arg(kept), {.ahead = -7, .lostOnWire = 20, .kept = kept, .haveTimeStamps = true});
    for (const int kept : {104, 110, 116, 128})
        add(QString("cut behind %1 bytes, TCP with options").arg(kept), {.ahead = -7, .lostOnWire = 20, .kept = kept, .haveTimeStamps = true});
    for (const int place : {0, 3})
        add(QString("TCP's options cut at %1").arg(points[place]), {.ahead = -7, .lostOnWire = 20, .kept = 64, .keptAt = place, .haveTimeStamps = true});
    add("TCP's options cut at n2:eth0, in the tunnel", {.ahead = -7, .lostOnWire = 20, .kept = 110, .keptAt = 2, .haveTimeStamps = true});
    add("begins late", {.ahead = 11, .lostOnWire = 20, .from = 7000});
    add("ends early", {.ahead = 11, .lostOnWire = 20, .to = 7000});
    add("places changed", {.ahead = 5, .jitter = 1.5});
    add("without identifications", {.ahead = 5, .lostOnWire = 20, .haveIds = false});
    add("without identifications, missed", {.ahead = 5, .missed = 100, .missedAt = 1, .haveIds = false});
    add("twice in the node", {.ahead = 5, .lostOnWire = 20, .isAnyToo = true});
    for (const int missed : {10, 200})
        for (const int place : {1, 2})
            add(QString("missed by %1, %2 of a hundred").arg(points[place]).arg(missed / 10), {.ahead = 2, .missed = missed, .missedAt = place});
    add("translated", {.ahead = 5, .lostOnWire = 20, .translated = Translated::Both});
    add("destinations translated", {.ahead = 5, .lostOnWire = 20, .translated = Translated::Destination});
    add("sources translated", {.ahead = 5, .lostOnWire = 20, .translated = Translated::Source});
    add("translated, without identifications", {.ahead = -40, .lostOnWire = 20, .haveIds = false, .translated = Translated::Both});
    add("translated, missed", {.missed = 100, .missedAt = 1, .translated = Translated::Both});
    add("tunnels inside each other", {.ahead = 5, .lostOnWire = 20, .tunnels = 2});
    add("tunnels inside each other, translated", {.ahead = 5, .drift = 30e-6, .lostOnWire = 20, .translated = Translated::Both, .tunnels = 2});
    add("bursts of equal queries", {.ahead = 5, .lostOnWire = 20, .burst = 5});
    add("bursts of equal queries, translated", {.ahead = 5, .lostOnWire = 20, .translated = Translated::Both, .burst = 5});
    add("bursts of equal queries, without identifications", {.ahead = 5, .haveIds = false, .burst = 5});
    add("equal keep-alives of two flows", {.ahead = 5, .lostOnWire = 20, .haveKeepAlives = true});
    add("equal keep-alives of two flows, sources translated", {.ahead = 5, .lostOnWire = 20, .translated = Translated::Source, .haveKeepAlives = true});
    add("translated, cut behind 128 bytes", {.ahead = -7, .lostOnWire = 20, .kept = 128, .translated = Translated::Both});
    add("frames of several segments", {.ahead = 5, .segments = 3});
    add("frames of several segments, lost on the wire", {.ahead = 5, .lostOnWire = 20, .segments = 3});
    add("frames of several segments, translated, without identifications", {.ahead = 500, .haveIds = false, .translated = Translated::Both, .segments = 2});
    add("frames of several segments, time stamps", {.ahead = 5, .lostOnWire = 20, .segments = 3, .haveTimeStamps = true});
    add("frames of several segments, TCP's options cut", {.ahead = 5, .lostOnWire = 20, .kept = 104, .segments = 3, .haveTimeStamps = true});
    add("translated, TCP's options cut", {.ahead = -7, .lostOnWire = 20, .kept = 108, .translated = Translated::Both, .haveTimeStamps = true});
    add("any beside its interfaces", {.ahead = 5, .lostOnWire = 20, .hasAny = true});
    add("any beside its interfaces, translated", {.ahead = -300, .lostOnWire = 20, .hasAny = true, .translated = Translated::Both});
    return all;
}

} // namespace

class TestJourneyInjected : public QObject
{
    Q_OBJECT

private slots:
    void told_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &[name, injected] : allInjected())
            QTest::addRow("%s", qPrintable(name)) << number++;
    }

    void told()
    {
        QFETCH(int, number);
        const Injected injected = allInjected()[std::size_t(number)].second;
        for (unsigned seed = 1; seed <= 2; ++seed) {
            const Recording recording(injected, seed);
            const auto told = recording.told();
            const std::vector<Recording::Seen> rows = rowsOf(recording, *told.all);
            checkPairs(*told.all, rows, injected.areTunnelsCut());
            checkOrder(*told.all, rows, injected.hasAny);
            checkClock(injected, *told.all);
            checkOutcomes(injected, recording, *told.all, rows);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // An interval is wrong once in a hundred at most.
    void clocks()
    {
        std::mt19937 random(7);
        const auto within = [&](double most) { return std::uniform_real_distribution<double>(-most, most)(random); };
        constexpr int runs = 100;
        int right = 0;
        QStringList wrong;
        for (int run = 0; run < runs; ++run) {
            const Injected injected{.ahead = within(500), .drift = within(30e-6), .lostOnWire = run % 3 ? 0 : 50, .missed = run % 2 ? 100 : 0, .missedAt = run % 4, .jitter = 0.05 + 0.5 * (run % 5), .exchanges = 60};
            const Recording recording(injected, unsigned(run));
            const auto told = recording.told();
            const auto interval = told.all->journeys().clocks.interval(1);
            QVERIFY(interval);
            const bool isInside = double(interval->least) <= injected.ahead * 1e6 && injected.ahead * 1e6 <= double(interval->most);
            right += isInside;
            if (!isInside)
                wrong << QString("%1: %2 to %3").arg(injected.ahead).arg(interval->least).arg(interval->most);
        }
        QVERIFY2(right * 100 >= runs * 99, qPrintable(QString("%1 of %2, not: %3").arg(right).arg(runs).arg(wrong.join(", "))));
    }

private:
    // Frames of one packet are one journey, and no others are in it: of all pairs of frames, or of those that are in no tunnel.
    void checkPairs(const journey::Followed &all, const std::vector<Recording::Seen> &rows, bool areTunnelsCut)
    {
        const auto isTold = [&](const Recording::Seen &row) { return !areTunnelsCut || row.place == 0 || row.place == 3; };
        std::size_t right = 0, told = 0, true_ = 0;
        for (const journey::Journey &one : all.all()) {
            std::vector<std::uint32_t> frames;
            for (const journey::JourneyHop &hop : one.hops)
                std::ranges::copy_if(hop.rows, std::back_inserter(frames), [&](std::uint32_t row) { return isTold(rows[row]); });
            for (std::size_t i = 0; i < frames.size(); ++i)
                for (std::size_t k = i + 1; k < frames.size(); ++k, ++told)
                    right += rows[frames[i]].packet == rows[frames[k]].packet;
        }
        std::map<std::size_t, std::size_t> seen; // frames of each packet: all pairs of them
        for (const Recording::Seen &row : rows)
            if (isTold(row))
                true_ += seen[row.packet]++;
        const double f1 = 2.0 * double(right) / double(told + true_);
        QVERIFY2(f1 >= 0.999, qPrintable(QString("%1 of %2 told, %3 there are: %4").arg(right).arg(told).arg(true_).arg(f1)));
        QVERIFY2(double(told - right) <= 0.0005 * double(told), qPrintable(QString("%1 of %2 are wrong").arg(told - right).arg(told)));
    }

    // By their true times.
    void checkOrder(const journey::Followed &all, const std::vector<Recording::Seen> &rows, bool hasAny)
    {
        for (const journey::Journey &one : all.all()) {
            double last = -1;
            const std::size_t packet = rows[one.hops.front().rows.front()].packet;
            for (const journey::JourneyHop &hop : one.hops) {
                const Recording::Seen &row = rows[hop.rows.front()];
                if (row.packet != packet)
                    continue;
                // Two captures of one device see a packet at the same time.
                QVERIFY2(row.time >= last - (row.point == "n2:any" || hasAny ? 0.0005 : 0), qPrintable(QString("packet %1 at %2").arg(packet).arg(row.point)));
                last = row.time;
            }
        }
    }

    void checkClock(const Injected &injected, const journey::Followed &all)
    {
        const journey::HostClocks &clocks = all.journeys().clocks;
        QCOMPARE(clocks.hosts().size(), std::size_t(2));
        QCOMPARE(clocks.hosts()[0], std::string("n1"));
        const auto interval = clocks.interval(1);
        QVERIFY(interval);
        const double least = double(interval->least), most = double(interval->most);
        QVERIFY2(least <= injected.ahead * 1e6 && injected.ahead * 1e6 <= most,
                 qPrintable(QString("%1 to %2").arg(interval->least).arg(interval->most)));
        QVERIFY(interval->width() < 1'000'000);
        QCOMPARE(clocks.wasSet(1), injected.setBy != 0);
        if (injected.setBy == 0)
            QVERIFY(std::abs(clocks.drift(1) - injected.drift) < 20e-6);
    }

    // Lost only what was lost, after the point behind which it was; and all of it where nothing is in the way of telling so.
    void checkOutcomes(const Injected &injected, const Recording &recording, const journey::Followed &all, const std::vector<Recording::Seen> &rows)
    {
        std::size_t lost = 0, lostForth = 0, truly = 0;
        for (std::size_t i = 0; i < all.all().size(); ++i) {
            const journey::Journey one = all.all()[i];
            const Truth &truth = recording.truths()[rows[one.hops.front().rows.front()].packet];
            const Outcome outcome = all.outcome(i);
            QVERIFY(outcome.kind != Outcome::Kind::Delivered); // no host output, no pod's own point
            truly += truth.isLost;
            if (outcome.kind != Outcome::Kind::Lost) {
                QVERIFY(!outcome.lostAfter);
                continue;
            }
            ++lost;
            lostForth += truth.isForth;
            QVERIFY2(truth.isLost, qPrintable(QString("journey %1").arg(i)));
            const Recording::Seen &after = rows[one.hops.back().rows.front()];
            QCOMPARE(*outcome.lostAfter, one.hops.back().point);
            // Where frames of tunnels are cut before what is inside, the tunnel's packet is a journey of its own, and the pod's is seen at the veths alone.
            const bool isCut = injected.areTunnelsCut() && after.place == (truth.isForth ? 0 : 3);
            QVERIFY2(isCut || after.place == (truth.isForth ? 1 : 2), qPrintable(after.point));
        }
        std::size_t counted = 0;
        for (const journey::FlowSegments &flow : all.segments())
            for (const journey::Segment &segment : flow.segments)
                counted += segment.lost;
        QCOMPARE(counted, lost);
        if (injected.missedAt == 2)
            QCOMPARE(lostForth, std::size_t(0)); // it is next behind where they were lost, and misses some that came by
        else if (injected.missedAt == never && !injected.areTunnelsCut())
            QVERIFY2(lost + edges >= truly && truly >= lost, qPrintable(QString("%1 of %2 lost ones").arg(lost).arg(truly)));
    }
};

QTEST_APPLESS_MAIN(TestJourneyInjected)
#include "tst_journey_injected.moc"
