#include "core/flows/sentsegments.h"

#include <QTest>

using namespace vethscope;

// What one side of a TCP connection has sent and not yet seen acknowledged.

namespace {

constexpr std::uint32_t none = UINT32_MAX;

} // namespace

class SentSegmentsTest : public QObject
{
    Q_OBJECT

private slots:
    void anAcknowledgmentNamesTheSegmentThatEndsThere()
    {
        SentSegments sent;
        sent.add(1, 100, 200);
        sent.add(2, 200, 300);
        sent.add(3, 300, 400);
        QCOMPARE(sent.acknowledge(300).value_or(none), 2u);
        QCOMPARE(sent.span(), 100u);
        QCOMPARE(sent.acknowledge(400).value_or(none), 3u);
        QVERIFY(sent.empty());
    }

    void oneInTheMiddleOfASegmentLeavesTheRest()
    {
        SentSegments sent;
        sent.add(1, 100, 200);
        sent.add(2, 200, 300);
        QVERIFY(!sent.acknowledge(250));
        QCOMPARE(sent.span(), 50u);
        QCOMPARE(sent.acknowledge(300).value_or(none), 2u);
        QVERIFY(sent.empty());
    }

    void ofASegmentAndItsRepetitionTheFirstCounts()
    {
        SentSegments sent;
        sent.add(1, 100, 200);
        sent.add(7, 100, 200);
        QCOMPARE(sent.acknowledge(200).value_or(none), 1u);
        QVERIFY(sent.empty());
    }

    void outOfOrderSegmentsFindTheirPlace()
    {
        SentSegments sent;
        sent.add(1, 300, 400);
        sent.add(2, 100, 200);
        sent.add(3, 200, 300);
        QCOMPARE(sent.span(), 300u);
        QCOMPARE(sent.firstFrom(150).value_or(none), 3u);
        QCOMPARE(sent.firstFrom(100).value_or(none), 2u);
        QVERIFY(!sent.firstFrom(301));
        QCOMPARE(sent.acknowledge(200).value_or(none), 2u);
        QCOMPARE(sent.span(), 200u);
    }

    void numbersRunOver()
    {
        SentSegments sent;
        sent.add(1, 0xffffff00, 0xffffffff);
        sent.add(2, 0xffffffff, 0x100);
        QCOMPARE(sent.span(), 0x200u);
        QCOMPARE(sent.acknowledge(0xffffffff).value_or(none), 1u);
        QCOMPARE(sent.acknowledge(0x100).value_or(none), 2u);
        QVERIFY(sent.empty());
    }

    void anOldAcknowledgmentChangesNothing()
    {
        SentSegments sent;
        sent.add(1, 100, 200);
        QVERIFY(!sent.acknowledge(100));
        QVERIFY(!sent.acknowledge(50));
        QCOMPARE(sent.span(), 100u);
    }

    void thereIsALimit()
    {
        SentSegments sent;
        for (std::uint32_t i = 0; i < SentSegments::capacity + 5; ++i)
            sent.add(i, i * 10, i * 10 + 10);
        QCOMPARE(sent.span(), std::uint32_t{SentSegments::capacity} * 10);
        QCOMPARE(sent.acknowledge(5 * 10).value_or(none), 4u);
        sent.add(1'000'000, 1'000'000, 1'000'010); // there is room again
        QCOMPARE(sent.acknowledge(1'000'010).value_or(none), 1'000'000u);
    }
};

QTEST_GUILESS_MAIN(SentSegmentsTest)
#include "tst_sentsegments.moc"
