#include "core/journey/segments.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QRegularExpression>
#include <QTest>

// What became of packets, as far as captures tell without any host output: lost only where nothing else explains it.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const char *const client = "10.244.0.5", *const server = "10.244.1.3";

// Numbered by its sequence number in an echo.
QByteArray ping(int number, int hops = 64, bool isReply = false)
{
    const QByteArray echo = patched(patched(echoRequest("0123456789abcdef"), 6, quint64(number), 2), 0, isReply ? 0 : 8, 1);
    return withTimeToLive(ethernet(isReply ? ipv4(server, client, 1, echo) : ipv4(client, server, 1, echo)), hops);
}

QByteArray segment(std::uint32_t sequence, int hops = 64)
{
    return withTimeToLive(withId(withSequence(ethernet(ipv4(client, server, 6, tcp(40000, 80, 0x18, "0123456789"))), sequence), int(sequence)), hops);
}

QByteArray acknowledgement(std::uint32_t number, int hops = 64)
{
    return withTimeToLive(withSequence(withAcknowledgement(ethernet(ipv4(server, client, 6, tcp(80, 40000, 0x10))), number), 2000), hops);
}

// Pings every second, as clocks that nothing joins may be off by one, from n1 to n2 and their replies; those that a point does not see are left out there.
MadeCaptures pings(const QList<int> &lostOnWire, const QList<int> &missedAtN2 = {}, bool areAnswered = true)
{
    MadeCaptures captures;
    for (int i = 1; i <= 8; ++i) {
        const double time = 1000.0 * i;
        captures.saw("n1:eth0", time, ping(i, 63));
        if (lostOnWire.contains(i))
            continue;
        if (!missedAtN2.contains(i))
            captures.saw("n2:eth0", time + 0.2, ping(i, 63));
        captures.saw("n2:veth2", time + 0.21, ping(i, 62));
        if (areAnswered)
            captures.saw("n2:eth0", time + 0.3, ping(i, 63, true)).saw("n1:eth0", time + 0.5, ping(i, 63, true));
    }
    return captures;
}

} // namespace

class TestJourneyOutcome : public QObject
{
    Q_OBJECT

private slots:
    // Without host output nothing proves that a node's device is where a packet was going.
    void seenEverywhere()
    {
        const QStringList lines = pings({}).lines();
        QCOMPARE(lines.size(), 16);
        QCOMPARE(lines[0], "n1:eth0 1, n2:eth0 1, n2:veth2 1: unknown");
        QCOMPARE(lines[1], "n2:eth0 2, n1:eth0 2: unknown");
    }

    // Whoever stops it, and when: it ends, and there is nothing then.
    void stopped()
    {
        const MadeCaptures captures = pings({7});
        int asked = 0;
        QVERIFY(captures.told([&](double share) { return ++asked > 0 && share >= 0 && share <= 1; }).all);
        QVERIFY(asked > 5);
        for (int stop = 1; stop <= asked; ++stop) {
            int count = 0;
            QVERIFY2(!captures.told([&](double) { return ++count < stop; }).all, qPrintable(QString::number(stop)));
        }
    }

    // Each frame leads to its journey.
    void journeyOfAFrame()
    {
        const MadeCaptures captures = pings({7});
        const auto told = captures.told();
        std::size_t frames = 0;
        for (std::size_t i = 0; i < told.all->all().size(); ++i) {
            const journey::Journey journey = told.all->all()[i];
            for (const journey::JourneyHop &hop : journey.hops)
                for (const std::uint32_t row : hop.rows) {
                    QCOMPARE(told.all->journeyOf(row), std::optional(i));
                    ++frames;
                }
        }
        QCOMPARE(frames, told.store->size());
        QVERIFY(!told.all->journeyOf(frames));
        QVERIFY(told.all->outcome(12).kind == journey::Outcome::Kind::Lost);
    }

    // What is no unicast IP packet leads to none.
    void noJourneyOfAFrame()
    {
        MadeCaptures captures = pings({});
        captures.saw("n1:eth0", 500, ethernet(fromHex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"), 0x0806));
        const auto told = captures.told();
        std::size_t without = 0;
        for (std::size_t row = 0; row < told.store->size(); ++row)
            without += !told.all->journeyOf(row);
        QCOMPARE(without, std::size_t(1));
    }

    void lost()
    {
        const QStringList lines = pings({4}).lines();
        QCOMPARE(lines.size(), 15);
        QCOMPARE(lines[6], "n1:eth0 7: lost after n1:eth0");
        QCOMPARE(lines.filter("lost").size(), 1);
    }

    // The first and the last: the second point may not have recorded yet, or no longer.
    void atTheEdges_data()
    {
        QTest::addColumn<int>("ping");
        QTest::addColumn<QString>("line");
        QTest::newRow("before it began") << 1 << "n1:eth0 1: unknown, not at n2:eth0: not recording then, not at n2:veth2: not recording then";
        QTest::newRow("after it ended") << 8 << "n1:eth0 15: unknown, not at n2:eth0: not recording then, not at n2:veth2: not recording then";
    }

    void atTheEdges()
    {
        QFETCH(int, ping);
        const QStringList lines = pings({ping}).lines();
        QTEST(ping == 1 ? lines.front() : lines.back(), "line");
    }

    // Points of one host have one clock: between the first and the last frame nothing excuses them, though nobody answers.
    void oneHost()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 5; ++i) {
            captures.saw("n1:veth1", i, ping(i, 64));
            if (i != 2 && i != 5)
                captures.saw("n1:eth0", i + 0.01, ping(i, 63));
        }
        const QStringList lines = captures.lines();
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[1], "n1:veth1 2: lost after n1:veth1");
        QCOMPARE(lines[4], "n1:veth1 5: unknown, not at n1:eth0: not recording then");
    }

    // A point that misses what went by beyond it proves nothing, neither then nor for what is lost.
    void missedByCapture()
    {
        const QStringList lines = pings({4}, {6}).lines();
        QCOMPARE(lines.filter("lost").size(), 0);
        QCOMPARE(lines.filter("n2:eth0: dropped by capture").size(), 2);
        QVERIFY(lines.contains("n1:eth0 10, n2:veth2 5: unknown, not at n2:eth0: dropped by capture"));
    }

    // What was answered has arrived, whoever missed it.
    void answered()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 5; ++i) {
            captures.saw("n1:eth0", 1000.0 * i, ping(i, 63));
            if (i != 3)
                captures.saw("n2:eth0", 1000.0 * i + 0.2, ping(i, 63)).saw("n2:eth0", 1000.0 * i + 0.3, ping(i, 63, true));
            captures.saw("n1:eth0", 1000.0 * i + 0.5, ping(i, 63, true));
        }
        const QStringList lines = captures.lines();
        QCOMPARE(lines.size(), 10);
        QVERIFY(lines.contains("n1:eth0 5: unknown, not at n2:eth0: dropped by capture"));
        QCOMPARE(lines.filter("lost").size(), 0);
    }

    // A reply has the number of its request, which says nothing of whether the reply arrived.
    void lostReply()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 5; ++i) {
            captures.saw("n1:eth0", 1000.0 * i, ping(i, 63)).saw("n2:eth0", 1000.0 * i + 0.2, ping(i, 63)).saw("n2:eth0", 1000.0 * i + 0.3, ping(i, 63, true));
            if (i != 3)
                captures.saw("n1:eth0", 1000.0 * i + 0.5, ping(i, 63, true));
        }
        const QStringList lines = captures.lines();
        QCOMPARE(lines.filter("lost"), QStringList{"n2:eth0 6: lost after n2:eth0"});
        QCOMPARE(lines.filter("dropped by capture").size(), 0);
    }

    void acknowledged_data()
    {
        QTest::addColumn<QByteArray>("sentAgain");
        QTest::addColumn<quint32>("acknowledged");
        QTest::addColumn<QString>("line");
        QTest::newRow("acknowledged") << QByteArray() << 1050u << "n1:eth0 3: unknown, not at n2:eth0: dropped by capture";
        QTest::newRow("only what is before it") << QByteArray() << 1020u << "n1:eth0 3: lost after n1:eth0";
        QTest::newRow("but sent again") << withId(segment(1020), 9) << 1050u << "n1:eth0 3: lost after n1:eth0";
        const QByteArray both = withAcknowledgement(withSequence(ethernet(ipv4("10.244.0.5", "10.244.1.3", 6, tcp(40000, 80, 0x18, "01234567890123456789"))), 1010), 2001);
        QTest::newRow("but sent again with what is before it") << both << 1050u << "n1:eth0 3: lost after n1:eth0";
    }

    // Of a protocol that nobody answers by number: not even of these any is held to be answered.
    void withoutTransport()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 5; ++i) {
            const QByteArray frame = withId(ethernet(ipv4("10.244.0.5", "10.244.1.3", 253, "packet " + QByteArray::number(i) + " of five")), i);
            captures.saw("n1:eth0", 1000.0 * i, frame);
            if (i != 3)
                captures.saw("n2:eth0", 1000.0 * i + 0.1, withTimeToLive(frame, 63));
        }
        QCOMPARE(captures.lines()[2], QString("n1:eth0 3: lost after n1:eth0"));
    }

    // Five segments, the third of which the second point did not see.
    void acknowledged()
    {
        QFETCH(QByteArray, sentAgain);
        QFETCH(quint32, acknowledged);
        MadeCaptures captures;
        captures.saw("n2:eth0", 2000, acknowledgement(1000)).saw("n1:eth0", 2000.2, acknowledgement(1000));
        for (std::uint32_t i = 0; i < 5; ++i) {
            if (i == 1)
                captures.saw("n1:eth0", 5000, segment(1010)).saw("n2:eth0", 5000.2, segment(1010));
            else if (i == 2)
                captures.saw("n1:eth0", 6000, segment(1020));
            else
                captures.saw("n1:eth0", 4000 + 1000 * i, segment(1000 + 10 * i)).saw("n2:eth0", 4000.2 + 1000 * i, segment(1000 + 10 * i));
        }
        if (!sentAgain.isEmpty())
            captures.saw("n1:eth0", 9000, sentAgain).saw("n2:eth0", 9000.2, sentAgain);
        captures.saw("n2:eth0", 12000, acknowledgement(acknowledged)).saw("n1:eth0", 12000.2, acknowledgement(acknowledged));
        QStringList lines = captures.lines().filter(QRegularExpression("^n1:eth0 4:"));
        QCOMPARE(lines.size(), 1);
        QTEST(lines[0].replace("n1:eth0 4", "n1:eth0 3"), "line");
    }

    // A point whose frames are cut before what recognises them.
    void cut()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 5; ++i) {
            captures.saw("n1:eth0", 1000.0 * i, ping(i, 63));
            if (i == 3)
                captures.saw("n2:eth0", 1000.0 * i + 0.2, ping(i, 63), 36);
            else
                captures.saw("n2:eth0", 1000.0 * i + 0.2, ping(i, 63));
        }
        QVERIFY(captures.lines().contains("n1:eth0 3: unknown, not at n2:eth0: cut"));
    }

    // A pod's own device, given as one, is where packets to it go, and no other's.
    void delivered()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 3; ++i) {
            captures.saw("default/tea:eth0", 100.0 * i, ping(i, 64)).saw("n1:eth0", 100.0 * i + 0.1, ping(i, 63)).saw("default/web:eth0", 100.0 * i + 0.2, ping(i, 62));
            captures.saw("default/web:eth0", 100.0 * i + 0.3, ping(i, 64, true)).saw("n1:eth0", 100.0 * i + 0.4, ping(i, 63, true)).saw("default/tea:eth0", 100.0 * i + 0.5, ping(i, 62, true));
        }
        const QStringList lines = captures.lines();
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], "default/tea:eth0 1, n1:eth0 1, default/web:eth0 1: delivered");
        QCOMPARE(lines[1], "default/web:eth0 2, n1:eth0 2, default/tea:eth0 2: delivered");
        QCOMPARE(lines.filter("delivered").size(), 6);
    }

    // Seen only where they came from.
    void notDelivered()
    {
        MadeCaptures captures;
        for (int i = 1; i <= 3; ++i)
            captures.saw("default/tea:eth0", 100.0 * i, ping(i));
        QCOMPARE(captures.lines().filter("unknown").size(), 3);
    }

    void onePoint()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, ping(1)).saw("n1:eth0", 1, ping(2));
        QCOMPARE(captures.lines(), (QStringList{"n1:eth0 1: unknown", "n1:eth0 2: unknown"}));
    }

    void delays_data()
    {
        QTest::addColumn<QList<qint64>>("delays");
        QTest::addColumn<QString>("told"); // least median 99 % most jitter

        QList<qint64> hundred;
        for (int i = 100; i >= 1; --i)
            hundred << i;
        QTest::newRow("one") << QList<qint64>{7} << "7 7 7 7 -";
        QTest::newRow("two") << QList<qint64>{9, 5} << "5 7 9 9 4";
        QTest::newRow("three") << QList<qint64>{1, 11, 5} << "1 5 11 11 8";
        QTest::newRow("a hundred") << hundred << "1 50 99 100 1";
    }

    void delays()
    {
        QFETCH(QList<qint64>, delays);
        const journey::Delays told = journey::delaysOf({delays.begin(), delays.end()});
        QTEST(QString("%1 %2 %3 %4 %5").arg(told.least).arg(told.median).arg(told.longOnes).arg(told.most).arg(told.jitter ? QString::number(*told.jitter) : "-"), "told");
    }
};

QTEST_APPLESS_MAIN(TestJourneyOutcome)
#include "tst_journey_outcome.moc"
