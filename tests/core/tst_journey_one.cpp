#include "core/journey/doubts.h"
#include "core/journey/pointname.h"
#include "core/journey/tuplename.h"
#include "tests/support/hostfacts.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <functional>

// Who asks for one packet is told of it what is told among all of them, though much less is looked at.

using namespace vethscope;
using namespace vethscope::test;

namespace {

QByteArray segment(const QByteArray &from, const QByteArray &to, int port, std::uint32_t sequence, int hops = 64, const QByteArray &data = "0123456789")
{
    return withTimeToLive(withId(withSequence(ethernet(ipv4(from, to, 6, tcp(std::uint16_t(port), 80, 0x18, data))), sequence), int(sequence % 50000) + 1), hops);
}

QByteArray answer(const QByteArray &from, const QByteArray &to, int port, std::uint32_t acknowledged)
{
    return withSequence(withAcknowledgement(ethernet(ipv4(from, to, 6, tcp(80, std::uint16_t(port), 0x10))), acknowledged), 2000);
}

QByteArray query(const QByteArray &from, const QByteArray &to, int port, const QByteArray &text, int id)
{
    return withId(ethernet(ipv4(from, to, 17, udp(std::uint16_t(port), 53, text))), id);
}

const QByteArray arp = ethernet(fromHex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"), 0x0806);

// What others send meanwhile: so much that of one flow only a part is looked at.
void addOthers(MadeCaptures &captures, const QStringList &points, int flows = 60)
{
    for (int flow = 0; flow < flows; ++flow)
        for (int i = 0; i < 4; ++i)
            for (int point = 0; point < points.size(); ++point)
                captures.saw(points[point], 10 * flow + 2 * i + 0.01 * point, segment("10.9.0.1", "10.9.1.1", 20000 + flow, std::uint32_t(100'000 * flow + 10 * i)));
}

// All that is told of the packet in a row.
QString told(const journey::Followed &followed, std::size_t row)
{
    QString text;
    for (std::uint16_t point = 0; point < followed.points().size(); ++point) {
        const auto &interval = followed.journeys().clocks.interval(followed.journeys().hosts[point]);
        text += QString("%1 %2 %3\n").arg(point).arg(interval ? interval->least : -1).arg(interval ? interval->most : -1);
    }
    for (const Sentence &doubt : journey::doubtsOf(followed, {}))
        text += QString::fromStdString(doubt.english()) + '\n';
    const auto place = followed.journeyOf(row);
    if (!place)
        return text + "no journey";
    const journey::Journey one = followed.all()[*place];
    for (std::size_t i = 0; i < one.hops.size(); ++i) {
        const journey::JourneyHop &hop = one.hops[i];
        const journey::Tuple &tuple = followed.journeys().sightings.tuples[hop.tuple];
        text += QString("%1 %2 > %3 %4 %5 %6:").arg(hop.point).arg(QString::fromStdString(sourceText(tuple)), QString::fromStdString(destinationText(tuple))).arg(hop.timeToLive).arg(hop.depth).arg(followed.delta(one, i));
        for (const std::uint32_t frame : hop.rows)
            text += QString(" %1").arg(frame);
        text += '\n';
    }
    const journey::Way &way = followed.wayOf(one);
    for (const std::uint16_t point : way.points)
        text += QString(" %1").arg(point);
    text += QString(" arrival %1 stop %2 again %3 foretold %4\n").arg(qint64(way.arrival)).arg(qint64(way.stop)).arg(qint64(way.again)).arg(way.isForetold);
    const journey::Outcome outcome = followed.outcome(one);
    text += QString("%1 %2 %3").arg(int(outcome.kind)).arg(outcome.lostAfter ? int(*outcome.lostAfter) : -1).arg(outcome.drop.has_value());
    for (const journey::NotObserved &missed : outcome.notObserved)
        text += QString(", not at %1: %2").arg(missed.point).arg(QString::fromUtf8(missed.because.data(), qsizetype(missed.because.size())));
    return text;
}

} // namespace

class TestJourneyOne : public QObject
{
    Q_OBJECT

private slots:
    // `parts`: of how many rows, by the way, less than all was looked at.
    void asAmongAll_data()
    {
        using Story = std::function<void(MadeCaptures &)>;
        QTest::addColumn<Story>("story");
        QTest::addColumn<bool>("areInPart");
        QTest::newRow("one point") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:eth0"});
            captures.saw("n1:eth0", 5, arp);
        }) << true;
        QTest::newRow("a flow that is nearly all") << Story([](MadeCaptures &captures) {
            for (std::uint32_t i = 0; i < 40; ++i)
                captures.saw("n1:eth0", i, segment("10.244.0.5", "10.244.1.3", 40000, 10 * i));
        }) << false;
        QTest::newRow("translated at one point") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:any"});
            for (std::uint32_t i = 0; i < 3; ++i) {
                captures.saw("n1:cni0", 20 * i, segment("10.244.0.5", "10.96.0.7", 40000, 1000 + 10 * i));
                captures.saw("n1:cni0", 20 * i + 0.01, segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i));
            }
        }) << true;
        QTest::newRow("keys that many flows have") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:cni0"});
            for (int flow = 0; flow < 7; ++flow)
                captures.saw("n1:cni0", 30 + flow, segment("10.244.0.5", "10.244.1.3", 40000 + flow, 4711));
            captures.saw("n1:cni0", 50, segment("10.244.0.5", "10.244.1.3", 40000, 4712)).saw("n1:cni0", 50.01, segment("10.244.0.5", "10.244.1.9", 40000, 4712));
            // Three that have nothing else in common, of which two have a key of the many: they stay apart.
            for (const char *const end : {"1", "2", "3"})
                captures.saw("n1:cni0", 70, segment(QByteArray("10.1.0.") + end, QByteArray("10.2.0.") + end, 40000, 4713));
            for (const char *const end : {"1", "2"})
                captures.saw("n1:cni0", 80, segment(QByteArray("10.1.0.") + end, QByteArray("10.2.0.") + end, 40000, 4711));
        }) << true;
        QTest::newRow("queries sent again, translated at both ends") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:cni0", "n1:eth0"});
            for (int i = 0; i < 6; ++i) {
                const QByteArray text = QByteArray("a question of more than twenty bytes ") + char('a' + i);
                captures.saw("n1:cni0", 40 * i, query("10.244.0.5", "10.96.0.10", 40000 + i, text, 100 + i));
                captures.saw("n1:eth0", 40 * i + 0.02, withTimeToLive(query("192.0.2.1", "192.0.2.9", 50000 + i, text, 100 + i), 63));
                captures.saw("n1:cni0", 40 * i + 5, query("10.244.0.6", "10.96.0.10", 40000 + i, text, 0));
            }
        }) << true;
        QTest::newRow("missing at one point, which missed others") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:veth1", "n1:eth0"});
            for (int flow = 0; flow < 2; ++flow)
                for (std::uint32_t i = 0; i < 4; ++i) {
                    const int port = 41000 + flow;
                    const std::uint32_t begin = 1000 + 5000 * std::uint32_t(flow);
                    captures.saw("n1:veth1", 100 * flow + 10 * i, segment("10.244.0.5", "10.244.1.3", port, begin + 10 * i));
                    if (i != 2)
                        captures.saw("n1:eth0", 100 * flow + 10 * i + 0.01, segment("10.244.0.5", "10.244.1.3", port, begin + 10 * i, 63));
                    if (flow == 1)
                        captures.saw("n1:veth1", 100 * flow + 10 * i + 5, answer("10.244.1.3", "10.244.0.5", port, begin + 10 + 10 * i));
                }
        }) << true;
        QTest::newRow("a pod of which nothing is known") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:eth0"});
            captures.saw("n1:eth0", 0, segment("10.244.0.10", "10.244.1.3", 40000, 1000));
            for (std::uint32_t i = 0; i < 40; ++i)
                captures.saw("default/web:eth0", 10 * i, segment("10.244.0." + QByteArray::number(10 + i), "10.244.1.3", 40000, 1000 + 10 * i));
        }) << true;
        QTest::newRow("two hosts, their clocks apart") << Story([](MadeCaptures &captures) {
            captures.clock("n2", 250, 1e-5);
            addOthers(captures, {"n1:eth0", "n2:eth0"});
            for (std::uint32_t i = 0; i < 40; ++i) {
                captures.saw("n1:eth0", 10 * i, segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i, 63)).saw("n2:eth0", 10 * i + 0.3, segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i, 62));
                captures.saw("n2:eth0", 10 * i + 1, answer("10.244.1.3", "10.244.0.5", 40000, 1010 + 10 * i)).saw("n1:eth0", 10 * i + 1.3, answer("10.244.1.3", "10.244.0.5", 40000, 1010 + 10 * i));
            }
        }) << true;
        QTest::newRow("two hosts that have nothing in common, and a third") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:eth0", "n3:eth0"});
            for (std::uint32_t i = 0; i < 20; ++i)
                captures.saw("n2:eth0", 10 * i, segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i));
        }) << false;
        QTest::newRow("cut before it would be known again") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:veth1", "n1:eth0"});
            for (int i = 0; i < 3; ++i)
                captures.saw("n1:eth0", 7 * i, segment("10.244.0.5", "10.244.1.3", 40000, 1000), 40);
            captures.saw("n1:veth1", 300, segment("10.244.0.5", "10.244.1.3", 40001, 1000));
        }) << true;
        QTest::newRow("time stamps of one flow that tell nothing, since another one's are cut") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:veth1", "n1:eth0"});
            captures.saw("n1:veth1", 7, withTimeStamps(segment("10.9.0.1", "10.9.1.1", 20000, 5)), 64);
            captures.saw("n1:veth1", 300, withTimeStamps(segment("10.244.0.5", "10.244.1.3", 40000, 1000), 5)).saw("n1:eth0", 300.1, withTimeStamps(segment("10.244.0.5", "10.244.1.3", 40000, 1000, 63), 6));
        }) << true;
        QTest::newRow("time stamps cut at one point") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:veth1", "n1:eth0"});
            for (std::uint32_t i = 0; i < 4; ++i)
                captures.saw("n1:veth1", 20 * i, withTimeStamps(segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i), i), 64).saw("n1:eth0", 20 * i + 0.1, withTimeStamps(segment("10.244.0.5", "10.244.1.3", 40000, 1000 + 10 * i, 63), i));
        }) << true;
        QTest::newRow("what hosts printed knows some") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:eth0"});
            captures.saw("n1:eth0", 3, segment("10.244.0.5", "10.244.1.3", 40001, 1000));
            HostFacts host = toldBy("ip addr=2: eth0: <BROADCAST,UP> mtu 1500 / link/ether 02:00:00:00:00:01 / inet 10.244.0.5/24 scope global eth0");
            host.node = "n1";
            captures.prints(host);
        }) << true;
        QTest::newRow("conntrack") << Story([](MadeCaptures &captures) {
            addOthers(captures, {"n1:cni0", "n1:eth0"});
            for (int i = 0; i < 4; ++i) {
                captures.saw("n1:cni0", 40 * i, query("10.244.0.5", "10.96.0.10", 40000, "one two three four " + QByteArray::number(i), 0));
                captures.saw("n1:eth0", 40 * i + 0.02, query("192.0.2.1", "10.244.1.9", 50000, "five six seven eight " + QByteArray::number(i), 0));
            }
            HostFacts host = toldBy("conntrack -L=udp 17 20 src=10.244.0.5 dst=10.96.0.10 sport=40000 dport=53 src=10.244.1.9 dst=192.0.2.1 sport=53 dport=50000 mark=0 use=1");
            host.node = "n1";
            captures.prints(host);
        }) << true;
    }

    void asAmongAll()
    {
        QFETCH(std::function<void(MadeCaptures &)>, story);
        QFETCH(bool, areInPart);
        MadeCaptures captures;
        story(captures);
        const MadeCaptures::Told all = captures.told();
        std::size_t parts = 0;
        for (std::size_t row = 0; row < all.store->size(); ++row) {
            const auto one = journey::Followed::ofOne(*all.store, *all.dissector, *all.cluster, all.arguments, row);
            QCOMPARE(told(*one, row), told(*all.all, row));
            parts += one->all().size() < all.all->all().size();
        }
        QCOMPARE(parts > 0, areInPart);
    }

    void hostOutputOfAnotherDay_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<QString>("said");
        QTest::newRow("of the same day") << 23 << QString();
        QTest::newRow("a day before") << 30 << "The host output of n1 was printed a day from the captures: addresses and routes may have changed since";
        QTest::newRow("days before") << 75 << "The host output of n1 was printed 3 days from the captures: addresses and routes may have changed since";
    }

    void hostOutputOfAnotherDay()
    {
        QFETCH(int, hours);
        MadeCaptures captures;
        addOthers(captures, {"n1:eth0"}, 1);
        const MadeCaptures::Told all = captures.told();
        const std::int64_t second = 1'000'000'000;
        const QDateTime printed = QDateTime::fromSecsSinceEpoch(all.store->time(0) / second - 3600 * hours, Qt::UTC);
        HostFacts host{.node = "n1"};
        host.settings.push_back({.name = "date", .value = QLocale::c().toString(printed, "ddd MMM d HH:mm:ss 'UTC' yyyy").toStdString()});
        Facts facts;
        facts.hosts = {host};
        QStringList said;
        for (const Sentence &doubt : journey::doubtsOf(*all.all, facts))
            if (const auto english = QString::fromStdString(doubt.english()); english.contains(" printed "))
                said << english;
        QTEST(said.join('\n'), "said");
    }

    // Whoever stops it, and when: there is nothing then.
    void stopped()
    {
        MadeCaptures captures;
        addOthers(captures, {"n1:veth1", "n1:eth0"});
        captures.saw("n1:veth1", 3, segment("10.244.0.5", "10.244.1.3", 40000, 1000));
        const MadeCaptures::Told all = captures.told();
        const auto ofFirst = [&](const journey::Followed::GoOn &goOn) { return journey::Followed::ofOne(*all.store, *all.dissector, *all.cluster, all.arguments, 0, goOn); };
        int asked = 0;
        QVERIFY(ofFirst([&](double share) { return ++asked > 0 && share >= 0 && share <= 1; }));
        QVERIFY(asked > 5);
        for (int stop = 1; stop <= asked; ++stop) {
            int count = 0;
            QVERIFY2(!ofFirst([&](double) { return ++count < stop; }), qPrintable(QString::number(stop)));
        }
    }
};

QTEST_GUILESS_MAIN(TestJourneyOne)
#include "tst_journey_one.moc"
