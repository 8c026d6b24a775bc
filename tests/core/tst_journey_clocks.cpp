#include "core/journey/clocks.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

#include <cmath>
#include <random>

// How far clocks are apart, from packets that cross both ways: clocks with known offsets, drifts and settings.

using namespace vethscope;
using namespace vethscope::test;
using journey::ClockBounds;
using journey::Crossing;
using journey::HostClocks;

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t begin = 1'700'000'000 * second;

struct TrueClock {
    double ahead = 0, drift = 0; // seconds, of what is true
    double setAt = -1, setBy = 0;

    std::int64_t shows(double time) const
    {
        return begin + std::llround((time + ahead + drift * time + (setAt >= 0 && time >= setAt ? setBy : 0)) * 1e9);
    }
};

// Packets to and fro between two hosts, some of which are queued for long.
void cross(std::vector<Crossing> &crossings, const std::vector<TrueClock> &clocks, std::size_t from, std::size_t to, double seconds, std::mt19937 &dice)
{
    std::exponential_distribution<double> queue(1 / 300e-6);
    for (double time = 0; time < seconds; time += 0.05) {
        const double there = time + 50e-6 + queue(dice), back = time + 0.02 + 50e-6 + queue(dice);
        crossings.push_back({from, to, clocks[from].shows(time), clocks[to].shows(there)});
        crossings.push_back({to, from, clocks[to].shows(time + 0.02), clocks[from].shows(back)});
    }
}

} // namespace

class TestJourneyClocks : public QObject
{
    Q_OBJECT

private slots:
    void bounds()
    {
        ClockBounds bounds;
        bounds.addMost({begin, 500});
        QVERIFY(!bounds.isBothWays());
        bounds.addLeast({begin, 300});
        QVERIFY(bounds.isBothWays());
        bounds.addMost({begin + 1000, 450});
        bounds.addLeast({begin + 1000, 100});
        const auto fit = bounds.fit(begin);
        QVERIFY(fit);
        QCOMPARE(fit->line.drift, 0.0);
        QCOMPARE(fit->interval.least, 300);
        QCOMPARE(fit->interval.most, 451); // 100 ppm of a microsecond later, rounded up
        QCOMPARE(fit->line.corrected(begin + 375), begin);
        bounds.addMost({begin + 2000, 299});
        QVERIFY(!bounds.fit(begin));
        bounds.addMost({begin + 2000, 250});
        QVERIFY(!bounds.fit(begin));
    }

    void line()
    {
        const journey::ClockLine line{begin, 5000, 50e-6};
        for (const std::int64_t later : {std::int64_t{0}, second, 100 * second, -second})
            QCOMPARE(line.corrected(begin + later + 5000 + later / 20000), begin + later);
    }

    void quickest()
    {
        journey::Crossings crossings(2, 0, 2048'000);
        crossings.add({0, 1, 10, 50});
        crossings.add({0, 1, 20, 40});
        crossings.add({0, 1, 30, 65});
        crossings.add({1, 0, 10, 55});
        crossings.add({0, 1, 5000, 5100});
        QStringList kept;
        for (const Crossing &one : crossings.all())
            kept << QString("%1>%2 %3 %4").arg(one.from).arg(one.to).arg(one.departed).arg(one.took());
        QCOMPARE(kept, (QStringList{"0>1 20 20", "0>1 5000 100", "1>0 10 45"}));
    }

    // Three hosts; the third never meets the first.
    void offsets_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("ahead");
        QTest::addColumn<double>("drift");
        QTest::addColumn<double>("accuracy"); // of the drift

        QTest::newRow("the same time") << 5.0 << 0.0 << 0.0 << 1e-9;
        QTest::newRow("ahead") << 5.0 << 0.5 << 0.0 << 1e-9;
        QTest::newRow("behind") << 5.0 << -0.5 << 0.0 << 1e-9;
        QTest::newRow("drifting") << 60.0 << 0.0 << 30e-6 << 3e-6;
        QTest::newRow("behind and drifting") << 60.0 << -0.5 << -30e-6 << 3e-6;
        QTest::newRow("drifting for a short time") << 1.0 << 0.25 << 30e-6 << 31e-6;
        QTest::newRow("hours") << 60.0 << 7200.0 << -20e-6 << 3e-6;
    }

    void offsets()
    {
        QFETCH(double, seconds);
        QFETCH(double, ahead);
        QFETCH(double, drift);
        QFETCH(double, accuracy);
        const std::vector<TrueClock> clocks{{}, {ahead, drift}, {ahead / 2, -drift}};
        for (unsigned seed = 0; seed < 20; ++seed) {
            std::mt19937 dice(seed);
            std::vector<Crossing> crossings;
            cross(crossings, clocks, 0, 1, seconds, dice);
            cross(crossings, clocks, 1, 2, seconds, dice);
            const HostClocks found({"one", "two", "three"}, crossings, begin);
            for (std::size_t host = 0; host < clocks.size(); ++host) {
                const auto interval = found.interval(host);
                QVERIFY(interval);
                QVERIFY(!found.wasSet(host));
                const double truth = clocks[host].ahead * 1e9;
                QVERIFY2(double(interval->least) <= truth && truth <= double(interval->most), qPrintable(QString("%1 in %2..%3").arg(truth).arg(interval->least).arg(interval->most)));
                QVERIFY2(interval->width() < 600'000 * std::int64_t(1 + host / 2 * 2), qPrintable(QString::number(interval->width())));
                QVERIFY2(std::abs(found.drift(host) - clocks[host].drift) <= accuracy * (host == 2 ? 2 : 1), qPrintable(QString::number(found.drift(host))));
                for (const double time : {0.0, seconds / 2, seconds})
                    QVERIFY(std::abs(double(found.corrected(host, clocks[host].shows(time)) - begin) - time * 1e9) < 600e3);
            }
            // Nothing arrives before it departed.
            for (const Crossing &one : crossings)
                QVERIFY(found.corrected(one.to, one.arrived) - found.corrected(one.from, one.departed) >= (one.from + one.to == 1 ? -2 : -300'000));
            QCOMPARE(found.doubt(1, 1), 0);
            QCOMPARE(found.doubt(0, 1), found.interval(1)->width() / 2);
        }
    }

    // A clock that somebody sets is noticed, and right before and after.
    void set_data()
    {
        QTest::addColumn<double>("by");
        QTest::newRow("forward") << 0.2;
        QTest::newRow("a little") << 0.005;
    }

    void set()
    {
        QFETCH(double, by);
        const std::vector<TrueClock> clocks{{}, {0.1, 0, 10, by}};
        std::mt19937 dice(1);
        std::vector<Crossing> crossings;
        cross(crossings, clocks, 0, 1, 20, dice);
        const HostClocks found({"one", "two"}, crossings, begin);
        QVERIFY(found.wasSet(1));
        QVERIFY(!found.wasSet(0));
        QVERIFY(found.interval(1)->least <= 100'000'000 && found.interval(1)->most >= 100'000'000);
        for (const double time : {1.0, 9.0, 11.0, 19.0})
            QVERIFY(std::abs(double(found.corrected(1, clocks[1].shows(time)) - begin) - time * 1e9) < 600e3);
    }

    void oneWay()
    {
        const HostClocks found({"one", "two", "three"}, {{0, 1, begin, begin - 400}, {0, 1, begin + 10, begin - 300}, {2, 0, begin + 700, begin}}, begin);
        QVERIFY(!found.interval(1));
        QVERIFY(!found.interval(2));
        QCOMPARE(found.corrected(1, begin - 400), begin);
        QCOMPARE(found.corrected(2, begin + 700), begin);
        QCOMPARE(found.corrected(0, begin), begin);
        QVERIFY(found.doubt(0, 1) > 1000 * second);
    }

    void nobody()
    {
        QVERIFY(HostClocks({}, {}, 0).hosts().empty());
        const HostClocks found({"one", "two"}, {}, begin);
        QVERIFY(found.interval(0) && !found.interval(1));
        QCOMPARE(found.corrected(1, begin), begin);
    }

    // From frames: both points of a host share its clock, and hops stand in their order though its clock is behind.
    void captured()
    {
        MadeCaptures captures;
        captures.clock("n2", -250, 20e-6);
        for (int i = 0; i < 200; ++i) {
            const auto at = [&](bool back, int hops) {
                const QByteArray echo = patched(patched(echoRequest("0123456789abcdef"), 6, quint64(i), 2), 0, back ? 0 : 8, 1);
                return withTimeToLive(ethernet(back ? ipv4("10.244.1.3", "10.244.0.5", 1, echo) : ipv4("10.244.0.5", "10.244.1.3", 1, echo)), hops);
            };
            const double time = 300.0 * i;
            captures.saw("n1:veth1", time, at(false, 64)).saw("n1:eth0", time + 0.01, at(false, 63)).saw("n2:eth0", time + 0.25, at(false, 63)).saw("n2:veth2", time + 0.26, at(false, 62));
            captures.saw("n2:veth2", time + 0.3, at(true, 64)).saw("n2:eth0", time + 0.31, at(true, 63)).saw("n1:eth0", time + 0.55, at(true, 63)).saw("n1:veth1", time + 0.56, at(true, 62));
        }
        const auto followed = captures.follow();
        const auto &hosts = followed.journeys.hosts;
        QCOMPARE(hosts.size(), 4u);
        QVERIFY(hosts[0] == hosts[1] && hosts[2] == hosts[3] && hosts[0] != hosts[2]);
        const auto interval = followed.journeys.clocks.interval(hosts[2]);
        QVERIFY(interval && interval->least <= -250'000'000 && interval->most >= -250'000'000 && interval->width() < 1'000'000);
        QVERIFY(std::abs(followed.journeys.clocks.drift(hosts[2]) - 20e-6) < 10e-6);
        QCOMPARE(followed.journeys.all.size(), 400u);
        for (const journey::Journey &one : followed.journeys.all) {
            QList<int> points;
            for (const journey::JourneyHop &hop : one.hops)
                points << hop.point;
            QVERIFY(points == (QList<int>{0, 1, 2, 3}) || points == (QList<int>{3, 2, 1, 0}));
        }
    }
};

QTEST_APPLESS_MAIN(TestJourneyClocks)
#include "tst_journey_clocks.moc"
