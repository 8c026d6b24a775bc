#include "core/dissect/facts.h"
#include "core/dissect/format.h"
#include "core/flows/trafficpass.h"
#include "core/protocols/protocols.h"
#include "core/statistics/packetpass.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <memory>
#include <set>

using namespace vethscope;
using namespace vethscope::test;

// Conversations and endpoints: who counts, in which scope, from which side, whatever the threads do.

namespace {

constexpr std::uint8_t ack = 0x10;

QByteArray segment(const char *source, const char *destination, std::uint16_t from, std::uint16_t to, const QByteArray &payload = {})
{
    return ethernet(ipv4(source, destination, 6, tcp(from, to, ack, payload)));
}

QByteArray datagram(const char *source, const char *destination, std::uint16_t from, std::uint16_t to, const QByteArray &payload = "x")
{
    return ethernet(ipv4(source, destination, 17, udp(from, to, payload)));
}

// Frame i comes i seconds after the first.
QByteArray captureOf(const QList<QByteArray> &frames)
{
    PcapFile file;
    for (qsizetype i = 0; i < frames.size(); ++i)
        file.packet(static_cast<std::uint32_t>(1000 + i), 0, frames[i]);
    return file.bytes();
}

std::unique_ptr<PacketStore> open(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    auto store = PacketStore::open(paths);
    if (!store)
        qFatal("%s", store.error().message.english().c_str());
    return std::move(*store);
}

QString placeOf(const auto &traffic)
{
    static const QStringList kinds{"eth", "ip", "ipv6", "tcp", "udp"};
    static const QStringList scopes{"native", "underlay", "tunnel", "overlay"};
    const QString depth = traffic.depth > 0 ? QString::number(traffic.depth) : QString();
    return kinds[int(traffic.kind)] + ' ' + scopes[int(traffic.scope)] + depth;
}

QString textOf(const TrafficEnd &end)
{
    TextBuffer out;
    (end.size == 4 ? printIpv4 : end.size == 16 ? printIpv6 : printMac)(out, end.address());
    const QString address = QString::fromStdString(fmt::to_string(out));
    return end.port > 0 ? address + '|' + QString::number(end.port) : address;
}

QString textOf(const TrafficCount &count)
{
    return QStringLiteral("%1/%2").arg(count.packets).arg(count.bytes);
}

// `tcp overlay1 10.0.0.1|1000 10.0.0.2|80: 2/108 1/54, row 0, 0+2 s`: packets and bytes from a and from b, start and duration.
QString lineOf(const Conversation &conversation)
{
    return QStringLiteral("%1 %2 %3: %4 %5, row %6, %7+%8 s").arg(placeOf(conversation), textOf(conversation.a), textOf(conversation.b),
                                                                textOf(conversation.fromA), textOf(conversation.fromB))
        .arg(conversation.firstRow).arg(conversation.first / 1'000'000'000 - 1000).arg(conversation.duration() / 1'000'000'000);
}

QString lineOf(const TrafficEndpoint &endpoint)
{
    return QStringLiteral("%1 %2: %3 %4, row %5").arg(placeOf(endpoint), textOf(endpoint.end), textOf(endpoint.sent), textOf(endpoint.received))
        .arg(endpoint.firstRow);
}

QStringList linesOf(const auto &traffic)
{
    QStringList lines;
    for (const auto &one : traffic)
        lines << lineOf(one);
    return lines;
}

std::vector<Conversation> conversationsOf(const QByteArray &file, std::optional<std::vector<std::uint32_t>> rows = {}, unsigned threads = 0)
{
    const QTemporaryDir folder;
    const auto store = open(writeFile(folder, "a.pcap", file));
    store->waitUntilFinished();
    const Dissector dissector(registry());
    const TrafficPass pass(*store, dissector, std::move(rows), threads);
    pass.waitUntilFinished();
    return pass.conversations();
}

// Knows nothing until it was asked so often, and then five frames.
class LateFacts final : public FactGiver
{
public:
    explicit LateFacts(int late) : m_late(late) { }
    std::span<const Protocol *const> protocols() const override
    {
        static constexpr std::array<const Protocol *, 1> told{&vethscope::protocols::tcp};
        return told;
    }
    void add(const LayerView &, Details &) const override { }
    std::size_t done() const override { return m_late-- > 0 ? 4 : 5; }
    bool finished() const override { return false; }

private:
    mutable std::atomic<int> m_late;
};

// Knows three frames, then none until it was asked so often again, then all: as of requests and responses, when a capture that was followed ends.
class UnsureFacts final : public FactGiver
{
public:
    std::span<const Protocol *const> protocols() const override
    {
        static constexpr std::array<const Protocol *, 1> told{&vethscope::protocols::dns};
        return told;
    }
    void add(const LayerView &, Details &) const override { }
    std::size_t done() const override { return m_ended ? m_unsure-- > 0 ? 0 : 6 : 3; }
    bool finished() const override { return m_ended && m_unsure <= 0; }

    void end() { m_ended = true; }

private:
    std::atomic<bool> m_ended = false;
    mutable std::atomic<int> m_unsure = 5;
};

struct RowsSeen final : PacketTally {
    std::set<std::size_t> rows{};

    void count(std::size_t row, const Frame &, const Dissection &) override { rows.insert(row); }
    void add(const PacketTally &other) override { rows.insert(static_cast<const RowsSeen &>(other).rows.begin(), static_cast<const RowsSeen &>(other).rows.end()); }
    bool readsFacts() const override { return true; }
};

// TCP between ports of two hosts, in a random but repeatable order, with who sent how much of it.
class Chatter
{
public:
    static constexpr std::uint16_t ports = 900;

    explicit Chatter(std::uint32_t count)
    {
        for (std::uint32_t i = 0; i < count; ++i) {
            m_random = m_random * 1664525u + 1013904223u; // Numerical Recipes' generator
            const auto port = static_cast<std::uint16_t>(20000 + (m_random >> 16) % ports);
            const bool answers = m_random & 0x8000;
            const QByteArray payload(m_random % 5, 'x');
            const QByteArray frame = answers ? segment("10.0.0.2", "10.0.0.1", 80, port, payload) : segment("10.0.0.1", "10.0.0.2", port, 80, payload);
            m_file.packet(1000 + i, 0, frame);
            if (!m_expected.contains(port))
                m_expected[port] = {.answersFirst = answers, .firstRow = i};
            Expected &expected = m_expected[port];
            (answers ? expected.answers : expected.requests) += {1, static_cast<std::uint64_t>(frame.size())};
            expected.lastRow = i;
        }
    }

    QByteArray file() const { return m_file.bytes(); }

    // The TCP conversations as they should be, in the order in which they appear.
    QStringList lines() const
    {
        QMap<std::uint32_t, QString> lines;
        for (auto it = m_expected.begin(); it != m_expected.end(); ++it) {
            const QString client = QStringLiteral("10.0.0.1|%1").arg(it.key());
            const Expected &one = *it;
            lines[one.firstRow] = QStringLiteral("tcp native %1: %2, row %3, %3+%4 s")
                .arg(one.answersFirst ? "10.0.0.2|80 " + client : client + " 10.0.0.2|80",
                     one.answersFirst ? textOf(one.answers) + ' ' + textOf(one.requests) : textOf(one.requests) + ' ' + textOf(one.answers))
                .arg(one.firstRow).arg(one.lastRow - one.firstRow);
        }
        return lines.values();
    }

private:
    struct Expected {
        bool answersFirst = false;
        std::uint32_t firstRow = 0;
        std::uint32_t lastRow = 0;
        TrafficCount requests{};
        TrafficCount answers{};
    };

    std::uint32_t m_random = 1;
    PcapFile m_file;
    QMap<std::uint16_t, Expected> m_expected;
};

QStringList tcpLinesOf(const std::vector<Conversation> &conversations)
{
    return linesOf(conversations).filter(QRegularExpression("^tcp "));
}

} // namespace

class TrafficPassTest : public QObject
{
    Q_OBJECT

private slots:
    void conversations_data()
    {
        QTest::addColumn<QList<QByteArray>>("frames");
        QTest::addColumn<QStringList>("lines");
        const QString macs = QStringLiteral(" 02:00:00:00:00:01 02:00:00:00:00:02: ");
        const QByteArray inner = datagram("10.244.0.1", "10.244.1.1", 1000, 53); // 43 bytes, 93 in the tunnel
        const QByteArray tunnelled = ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(40000, 8472, vxlan(1, inner))));
        const QByteArray quoted = ipv4("10.0.0.1", "10.0.0.2", 17, udp(1000, 99, "x")); // 29 bytes

        QTest::newRow("both directions; who began is a")
            << QList<QByteArray>{segment("10.0.0.2", "10.0.0.1", 80, 1000), segment("10.0.0.1", "10.0.0.2", 1000, 80, "ab"), segment("10.0.0.2", "10.0.0.1", 80, 1000)}
            << QStringList{"eth native" + macs + "3/164 0/0, row 0, 0+2 s", "ip native 10.0.0.2 10.0.0.1: 2/108 1/56, row 0, 0+2 s",
                           "tcp native 10.0.0.2|80 10.0.0.1|1000: 2/108 1/56, row 0, 0+2 s"};
        QTest::newRow("the ends' ports do not change places")
            << QList<QByteArray>{segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.1", "10.0.0.2", 80, 1000)}
            << QStringList{"eth native" + macs + "2/108 0/0, row 0, 0+1 s", "ip native 10.0.0.1 10.0.0.2: 2/108 0/0, row 0, 0+1 s",
                           "tcp native 10.0.0.1|1000 10.0.0.2|80: 1/54 0/0, row 0, 0+0 s", "tcp native 10.0.0.1|80 10.0.0.2|1000: 1/54 0/0, row 1, 1+0 s"};
        QTest::newRow("underlay and overlay count apart, each the whole frame")
            << QList<QByteArray>{tunnelled}
            << QStringList{"eth underlay" + macs + "1/93 0/0, row 0, 0+0 s", "ip underlay 172.27.0.11 172.27.16.10: 1/93 0/0, row 0, 0+0 s",
                           "udp underlay 172.27.0.11|40000 172.27.16.10|8472: 1/93 0/0, row 0, 0+0 s", "eth overlay1" + macs + "1/93 0/0, row 0, 0+0 s",
                           "ip overlay1 10.244.0.1 10.244.1.1: 1/93 0/0, row 0, 0+0 s", "udp overlay1 10.244.0.1|1000 10.244.1.1|53: 1/93 0/0, row 0, 0+0 s"};
        QTest::newRow("the same ends inside the tunnel and without it")
            << QList<QByteArray>{ethernet(ipv4("10.244.0.1", "10.244.1.1", 4, ipv4("10.244.0.1", "10.244.1.1", 17, udp(1, 2, "x")))), inner}
            << QStringList{"eth underlay" + macs + "1/63 0/0, row 0, 0+0 s", "ip underlay 10.244.0.1 10.244.1.1: 1/63 0/0, row 0, 0+0 s",
                           "ip overlay1 10.244.0.1 10.244.1.1: 1/63 0/0, row 0, 0+0 s", "udp overlay1 10.244.0.1|1 10.244.1.1|2: 1/63 0/0, row 0, 0+0 s",
                           "eth native" + macs + "1/43 0/0, row 1, 1+0 s", "ip native 10.244.0.1 10.244.1.1: 1/43 0/0, row 1, 1+0 s",
                           "udp native 10.244.0.1|1000 10.244.1.1|53: 1/43 0/0, row 1, 1+0 s"};
        QTest::newRow("a tunnel in a tunnel: two overlays")
            << QList<QByteArray>{ethernet(ipv4("1.0.0.1", "1.0.0.2", 4, ipv4("2.0.0.1", "2.0.0.2", 41, ipv6("fd00::1", "fd00::2", 17, udp(1, 2, "x")))))}
            << QStringList{"eth underlay" + macs + "1/103 0/0, row 0, 0+0 s", "ip underlay 1.0.0.1 1.0.0.2: 1/103 0/0, row 0, 0+0 s",
                           "ip overlay1 2.0.0.1 2.0.0.2: 1/103 0/0, row 0, 0+0 s", "ipv6 overlay2 fd00::1 fd00::2: 1/103 0/0, row 0, 0+0 s",
                           "udp overlay2 fd00::1|1 fd00::2|2: 1/103 0/0, row 0, 0+0 s"};
        QTest::newRow("what an ICMP error quotes is nobody's traffic")
            << QList<QByteArray>{ethernet(ipv4("10.0.0.2", "10.0.0.9", 1, QByteArray::fromHex("0303 0000 00000000") + quoted))}
            << QStringList{"eth native" + macs + "1/71 0/0, row 0, 0+0 s", "ip native 10.0.0.2 10.0.0.9: 1/71 0/0, row 0, 0+0 s"};
        QTest::newRow("the same address at both ends, and the same port")
            << QList<QByteArray>{segment("127.0.0.1", "127.0.0.1", 80, 1000), segment("127.0.0.1", "127.0.0.1", 1000, 80), segment("127.0.0.1", "127.0.0.1", 7, 7)}
            << QStringList{"eth native" + macs + "3/162 0/0, row 0, 0+2 s", "ip native 127.0.0.1 127.0.0.1: 3/162 0/0, row 0, 0+2 s",
                           "tcp native 127.0.0.1|80 127.0.0.1|1000: 1/54 1/54, row 0, 0+1 s", "tcp native 127.0.0.1|7 127.0.0.1|7: 1/54 0/0, row 2, 2+0 s"};
        QByteArray later = ipv4("10.0.0.1", "10.0.0.2", 17, "no ports here");
        later[7] = 8; // offset 64
        QTest::newRow("a later fragment has no ports")
            << QList<QByteArray>{ethernet(later)}
            << QStringList{"eth native" + macs + "1/47 0/0, row 0, 0+0 s", "ip native 10.0.0.1 10.0.0.2: 1/47 0/0, row 0, 0+0 s"};
        QTest::newRow("IPv6, an extension header in between")
            << QList<QByteArray>{ethernet(ipv6("fd00::1", "fd00::2", 0, QByteArray::fromHex("11 00 01 04 00000000") + udp(1, 2, "x")), 0x86dd)}
            << QStringList{"eth native" + macs + "1/71 0/0, row 0, 0+0 s", "ipv6 native fd00::1 fd00::2: 1/71 0/0, row 0, 0+0 s",
                           "udp native fd00::1|1 fd00::2|2: 1/71 0/0, row 0, 0+0 s"};
        QTest::newRow("VLAN tags change nothing")
            << QList<QByteArray>{ethernet(vlan(5, ipv4("10.0.0.1", "10.0.0.2", 1, echoRequest())), 0x8100)}
            << QStringList{"eth native" + macs + "1/46 0/0, row 0, 0+0 s", "ip native 10.0.0.1 10.0.0.2: 1/46 0/0, row 0, 0+0 s"};
        QTest::newRow("what is neither") << QList<QByteArray>{"abc"} << QStringList();
        QTest::newRow("no packets") << QList<QByteArray>() << QStringList();
    }

    void conversations()
    {
        QFETCH(QList<QByteArray>, frames);
        for (const unsigned threads : {1u, 3u})
            QTEST(linesOf(conversationsOf(captureOf(frames), {}, threads)), "lines");
    }

    // The frame counts as long as it was on the wire, and a cut header as soon as its ends are there.
    void cutFrames_data()
    {
        QTest::addColumn<int>("captured");
        QTest::addColumn<QStringList>("kinds");
        QTest::newRow("all of it") << 54 << QStringList{"eth", "ip", "tcp"};
        QTest::newRow("behind the ports") << 38 << QStringList{"eth", "ip", "tcp"};
        QTest::newRow("between the ports") << 37 << QStringList{"eth", "ip"};
        QTest::newRow("behind IP") << 34 << QStringList{"eth", "ip"};
        QTest::newRow("within the destination's address") << 33 << QStringList{"eth"};
        QTest::newRow("behind the MACs") << 12 << QStringList{"eth"};
        QTest::newRow("within the MACs") << 11 << QStringList();
    }

    void cutFrames()
    {
        QFETCH(int, captured);
        const QByteArray frame = segment("10.0.0.1", "10.0.0.2", 1000, 80);
        QStringList kinds;
        for (const Conversation &conversation : conversationsOf(PcapFile().packet(0, 0, frame.first(captured), 1500).bytes())) {
            QCOMPARE(conversation.fromA, (TrafficCount{1, 1500}));
            kinds << placeOf(conversation).section(' ', 0, 0);
        }
        QTEST(kinds, "kinds");
    }

    void linksWithoutEthernet()
    {
        const QByteArray packet = ipv4("10.0.0.1", "10.0.0.2", 17, udp(1, 2, "x"));
        PcapFile raw(Order::Little, PcapFile::Microseconds, 101);
        QCOMPARE(linesOf(conversationsOf(raw.packet(1000, 0, packet).bytes())),
                 (QStringList{"ip native 10.0.0.1 10.0.0.2: 1/29 0/0, row 0, 0+0 s", "udp native 10.0.0.1|1 10.0.0.2|2: 1/29 0/0, row 0, 0+0 s"}));
        PcapFile cooked(Order::Little, PcapFile::Microseconds, 113);
        QCOMPARE(linesOf(conversationsOf(cooked.packet(1000, 0, QByteArray::fromHex("0000 0001 0006 020000000001 0000 0800") + packet).bytes())),
                 (QStringList{"ip native 10.0.0.1 10.0.0.2: 1/45 0/0, row 0, 0+0 s", "udp native 10.0.0.1|1 10.0.0.2|2: 1/45 0/0, row 0, 0+0 s"}));
    }

    // Packets that come late in the file, and packets without a time.
    void times()
    {
        const QByteArray frame = segment("10.0.0.1", "10.0.0.2", 1000, 80);
        const auto backwards = conversationsOf(PcapFile().packet(1005, 0, frame).packet(1002, 0, frame).packet(1009, 0, frame).bytes());
        QCOMPARE(backwards.back().first, 1002'000'000'000);
        QCOMPARE(backwards.back().duration(), 7'000'000'000);
        PcapngFile timeless(Order::Little);
        const auto untimed = conversationsOf(timeless.interface(1).simple(frame).bytes());
        QCOMPARE(untimed.back().first, 0);
        QCOMPARE(untimed.back().duration(), 0);
        const auto partly = conversationsOf(timeless.enhanced(0, 5'000'000, frame).bytes());
        QCOMPARE(partly.back().total().packets, 2u);
        QCOMPARE(partly.back().first, 5'000'000'000);
        QCOMPARE(partly.back().duration(), 0);
    }

    void someRows()
    {
        const QByteArray file = captureOf({segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.2", "10.0.0.1", 80, 1000), segment("10.0.0.3", "10.0.0.1", 7, 80),
                                           segment("10.0.0.1", "10.0.0.2", 1000, 80)});
        QCOMPARE(tcpLinesOf(conversationsOf(file, std::vector<std::uint32_t>{1, 3})),
                 QStringList{"tcp native 10.0.0.2|80 10.0.0.1|1000: 1/54 1/54, row 1, 1+2 s"});
        QVERIFY(conversationsOf(file, std::vector<std::uint32_t>{}).empty());
    }

    void threadsAgreeWithTheStory_data()
    {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {1u, 2u, 7u, 0u})
            QTest::addRow("%u threads", threads) << threads;
    }

    void threadsAgreeWithTheStory()
    {
        QFETCH(unsigned, threads);
        static const Chatter chatter(30'000);
        const auto conversations = conversationsOf(chatter.file(), {}, threads);
        QVERIFY(tcpLinesOf(conversations) == chatter.lines());
        QCOMPARE(conversations.size(), std::size_t{Chatter::ports + 2});
        QCOMPARE(conversations[1].total().packets, 30'000u); // all IPv4
    }

    // Whatever has been counted makes sense at any time, and never becomes less.
    void readWhileItRuns()
    {
        const Chatter chatter(30'000);
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", chatter.file()));
        const Dissector dissector(registry());
        const TrafficPass pass(*store, dissector, {}, 4);
        std::uint64_t before = 0;
        for (bool finished = false; !finished;) {
            finished = pass.finished();
            const std::size_t done = pass.done();
            std::uint64_t internet = 0;
            std::uint64_t tcp = 0;
            for (const Conversation &conversation : pass.conversations())
                if (conversation.kind != TrafficKind::Ethernet)
                    (conversation.kind == TrafficKind::Ipv4 ? internet : tcp) += conversation.total().packets;
            QCOMPARE(tcp, internet); // a packet counts wholly or not at all
            QVERIFY(internet >= done && internet >= before);
            before = internet;
        }
        QCOMPARE(before, 30'000u);
        QVERIFY(tcpLinesOf(pass.conversations()) == chatter.lines());
    }

    void aFileThatStillGrows()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "live.pcap", PcapFile().bytes());
        const auto store = PacketStore::follow(path.toStdString());
        QVERIFY(store);
        const Dissector dissector(registry());
        const TrafficPass pass(**store, dissector, {}, 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        for (std::uint32_t i = 0; i < 10; ++i) {
            file.write(PcapFile().packet(1000 + i, 0, segment("10.0.0.1", "10.0.0.2", 1000, 80)).bytes().mid(24));
            file.flush();
            QTRY_COMPARE(pass.done(), std::size_t{i + 1});
            QCOMPARE(pass.conversations().back().fromA.packets, std::uint64_t{i + 1});
        }
        QVERIFY(!pass.finished());
        (*store)->ended();
        pass.waitUntilFinished();
    }

    void destroyingItCancels()
    {
        const Chatter chatter(30'000);
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", chatter.file()));
        store->waitUntilFinished();
        const Dissector dissector(registry());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i)
            const TrafficPass pass(*store, dissector, {}, 4);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
    }

    // Facts may be there from one question to the next: chosen rows are all looked at, once they are known.
    void rowsWhoseFactsCome()
    {
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", captureOf(QList<QByteArray>(6, datagram("10.0.0.1", "10.0.0.2", 1, 2)))));
        store->waitUntilFinished();
        const Dissector dissector(registry());
        for (int late = 0; late < 5; ++late) {
            const LateFacts facts(late);
            store->facts().attach(facts);
            {
                const PacketPass pass(*store, dissector, [] { return std::make_unique<RowsSeen>(); }, std::vector<std::uint32_t>{4, 0, 2}, 1);
                pass.waitUntilFinished();
                QCOMPARE(static_cast<const RowsSeen &>(*pass.tally()).rows, (std::set<std::size_t>{0, 2, 4}));
            }
            store->facts().detach(facts);
        }
    }

    // What is known may become less for a while: nothing is looked at twice, and nothing that is not there.
    void rowsWhoseFactsGo()
    {
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", captureOf(QList<QByteArray>(6, datagram("10.0.0.1", "10.0.0.2", 1, 2)))));
        store->waitUntilFinished();
        const Dissector dissector(registry());
        UnsureFacts facts;
        store->facts().attach(facts);
        {
            const PacketPass pass(*store, dissector, [] { return std::make_unique<RowsSeen>(); }, {}, 1);
            QTRY_COMPARE(pass.done(), std::size_t(3));
            facts.end();
            QTRY_VERIFY(pass.finished());
            QCOMPARE(pass.done(), std::size_t(6));
            QCOMPARE(static_cast<const RowsSeen &>(*pass.tally()).rows, (std::set<std::size_t>{0, 1, 2, 3, 4, 5}));
        }
        store->facts().detach(facts);
    }

    void endpoints()
    {
        const auto conversations = conversationsOf(captureOf({segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.2", "10.0.0.1", 80, 1000, "abc"),
                                                              segment("10.0.0.3", "10.0.0.2", 1000, 80), segment("10.0.0.4", "10.0.0.4", 7, 7), requestOverVxlan()}));
        const QStringList lines = linesOf(endpointsOf(conversations));
        QCOMPARE(lines.filter(QRegularExpression("^tcp native")),
                 (QStringList{"tcp native 10.0.0.1|1000: 1/54 1/57, row 0", "tcp native 10.0.0.2|80: 1/57 2/108, row 0", "tcp native 10.0.0.3|1000: 1/54 0/0, row 2",
                              "tcp native 10.0.0.4|7: 1/54 1/54, row 3"}));
        QCOMPARE(lines.filter(QRegularExpression("^ip native")),
                 (QStringList{"ip native 10.0.0.1: 1/54 1/57, row 0", "ip native 10.0.0.2: 1/57 2/108, row 0", "ip native 10.0.0.3: 1/54 0/0, row 2",
                              "ip native 10.0.0.4: 1/54 1/54, row 3"}));
        QCOMPARE(lines.filter(QRegularExpression("^udp ")).size(), 2); // the tunnel's
        QCOMPARE(lines.filter(QRegularExpression("^tcp overlay1 ")).size(), 2);
        QVERIFY(endpointsOf({}).empty());
    }

    // Conversations may come in any order; who is an end in another scope, at another depth or of another kind is another.
    void endpointsOfUnorderedConversations()
    {
        const auto end = [](int last, std::uint16_t port) {
            TrafficEnd result{.size = 4, .port = port};
            result.bytes[3] = std::byte(last);
            return result;
        };
        const Conversation late{.kind = TrafficKind::Tcp, .scope = Scope::Overlay, .depth = 1, .a = end(1, 80), .b = end(2, 90), .fromA = {1, 10}, .fromB = {2, 30}, .firstRow = 7};
        Conversation early = late;
        early.b = end(3, 90);
        early.fromB = {4, 50};
        early.firstRow = 5;
        Conversation native = late;
        native.scope = Scope::Native;
        native.firstRow = 6;
        Conversation deep = late;
        deep.depth = 2;
        Conversation udp = late;
        udp.kind = TrafficKind::Udp;
        udp.firstRow = 8;
        QCOMPARE(linesOf(endpointsOf({late, early, native, deep, udp})),
                 (QStringList{"tcp overlay1 0.0.0.1|80: 2/20 6/80, row 5", "tcp overlay1 0.0.0.3|90: 4/50 1/10, row 5", "tcp native1 0.0.0.1|80: 1/10 2/30, row 6",
                              "tcp native1 0.0.0.2|90: 2/30 1/10, row 6", "tcp overlay1 0.0.0.2|90: 2/30 1/10, row 7", "tcp overlay2 0.0.0.1|80: 1/10 2/30, row 7",
                              "tcp overlay2 0.0.0.2|90: 2/30 1/10, row 7", "udp overlay1 0.0.0.1|80: 1/10 2/30, row 8", "udp overlay1 0.0.0.2|90: 2/30 1/10, row 8"}));
    }
};

QTEST_GUILESS_MAIN(TrafficPassTest)
#include "tst_trafficpass.moc"
