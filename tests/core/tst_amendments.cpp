#include "core/bytes/dumptext.h"
#include "core/capture/amendments.h"
#include "core/capture/packetstore.h"
#include "core/columns/timeamount.h"
#include "core/dissect/textbuffer.h"
#include "core/filter/filter.h"
#include "core/flows/trafficpass.h"
#include "core/journey/followed.h"
#include "core/statistics/frametotals.h"
#include "core/statistics/packetpass.h"
#include "core/statistics/protocolhierarchy.h"
#include "core/summary/columns.h"
#include "tests/support/capturefile.h"
#include "tests/support/openedstore.h"
#include "tests/support/packets.h"
#include "tests/support/programs.h"
#include "tests/support/stack.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <set>

using namespace vethscope;
using namespace vethscope::test;

// What the user says of packets against their file: ignored ones, and clocks set right; and a packet's bytes as text.

namespace {

constexpr std::int64_t second = 1'000'000'000;

QString columnOf(const PacketRow &row, Column column)
{
    TextBuffer text;
    printColumn(column, row, Perspective::Both, text);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

class TestAmendments : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString capture()
    {
        PcapFile file;
        for (std::uint32_t i = 0; i < 5; ++i)
            file.packet(1000 + i, 250'000, ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(5000, 6000, "data"))));
        return writeFile(m_folder, "five.pcap", file.bytes());
    }

private slots:
    void shifts_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<qint64>("shifted");
        QTest::addColumn<QList<qint64>>("between"); // first, wanted, second, wanted; or the length alone
        const qint64 s = second;
        QTest::newRow("by a quarter of a second") << 10 * s << 10 * s + 250'000'000 << QList<qint64>{250'000'000};
        QTest::newRow("backwards") << 10 * s << 7 * s << QList<qint64>{-3 * s};
        QTest::newRow("the first of two packets") << 100 * s << 200 * s << QList<qint64>{100 * s, 200 * s, 110 * s, 220 * s};
        QTest::newRow("the second of two packets") << 110 * s << 220 * s << QList<qint64>{100 * s, 200 * s, 110 * s, 220 * s};
        QTest::newRow("halfway, in proportion") << 105 * s << 210 * s << QList<qint64>{100 * s, 200 * s, 110 * s, 220 * s};
        QTest::newRow("before the first") << 90 * s << 180 * s << QList<qint64>{100 * s, 200 * s, 110 * s, 220 * s};
        QTest::newRow("a clock that was too quick") << 110 * s << 105 * s << QList<qint64>{100 * s, 100 * s, 110 * s, 105 * s};
        QTest::newRow("beyond what a number holds") << std::numeric_limits<qint64>::max() - 5 << std::numeric_limits<qint64>::max() << QList<qint64>{10};
    }

    void shifts()
    {
        QFETCH(qint64, time);
        QFETCH(QList<qint64>, between);
        const TimeShift shift = between.size() == 1 ? TimeShift::by(between[0]) : TimeShift::between(between[0], between[1], between[2], between[3]);
        QTEST(qint64(shift(time)), "shifted");
    }

    // editcap writes the same packets with other times.
    void asEditcapShifts_data()
    {
        QTest::addColumn<QByteArray>("amount");
        for (const char *amount : {"3.5", "-1.000001", "86400", "-0.25"})
            QTest::newRow(amount) << QByteArray(amount);
    }

    void asEditcapShifts()
    {
        NEEDS_PROGRAMS("editcap");
        QFETCH(QByteArray, amount);
        const QString before = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"), after = m_folder.filePath("after.pcapng");
        QCOMPARE(QProcess::execute("editcap", {"-t", amount, before, after}), 0);
        const auto ours = storeOf(before), theirs = storeOf(after);
        Amendments amendments;
        const auto by = readTimeAmount(amount.toStdString());
        QVERIFY(by);
        amendments.setShifts({{0, TimeShift::by(*by)}});
        ours->setAmendments(&amendments);
        QCOMPARE(ours->size(), theirs->size());
        for (std::size_t row = 0; row < ours->size(); ++row) {
            QCOMPARE(ours->time(row), theirs->time(row));
            const Frame mine = ours->frame(row), other = theirs->frame(row);
            QCOMPARE(mine.time, other.time);
            QCOMPARE(mine.sincePrevious, other.sincePrevious);
            QCOMPARE(mine.sinceFirst, other.sinceFirst);
        }
    }

    void onlyTheInterfaceThatIsMeant()
    {
        const auto store = storeOf(capture());
        Amendments amendments;
        amendments.setShifts({{7, TimeShift::by(second)}});
        store->setAmendments(&amendments);
        QCOMPARE(store->time(2), store->ownTime(2));
        amendments.setShifts({{0, TimeShift::by(second)}});
        QCOMPARE(store->time(2), store->ownTime(2) + second);
        store->setAmendments(nullptr);
        QCOMPARE(store->time(2), store->ownTime(2));
    }

    // Wireshark shows number, time and length of one, <Ignored>, and no more.
    void anIgnoredPacketIsNotLookedInto()
    {
        const auto store = storeOf(capture());
        Amendments amendments;
        amendments.setIgnored({0b00100});
        store->setAmendments(&amendments);
        const Dissector dissector(registry());
        const PacketRow ignored(*store, dissector, 2), other(*store, dissector, 3);
        QCOMPARE(ignored.packet.size(), std::size_t(0));
        QVERIFY(!ignored.packet.stop());
        QCOMPARE(columnOf(ignored, Column::Info), "<Ignored>");
        QCOMPARE(columnOf(ignored, Column::Number), "3");
        QCOMPARE(columnOf(ignored, Column::Length), columnOf(other, Column::Length));
        QCOMPARE(columnOf(ignored, Column::Source), "");
        QCOMPARE(columnOf(ignored, Column::Protocol), "");
        QVERIFY(other.packet.size() > 2);
        FilterScratch scratch;
        QVERIFY(!Filter::compile("udp", registry())->matches(ignored.frame, ignored.packet, scratch));
        QVERIFY(Filter::compile("udp", registry())->matches(other.frame, other.packet, scratch));
        QVERIFY(Filter::compile("frame.number == 3", registry())->matches(ignored.frame, ignored.packet, scratch));
    }

    // Whoever counts packets or follows them does not look into it either; it stays a frame of its capture.
    void anIgnoredPacketIsNotCounted()
    {
        const auto store = storeOf(capture());
        Amendments amendments;
        amendments.setIgnored({0b00100});
        store->setAmendments(&amendments);
        const Dissector dissector(registry());
        const PacketPass pass(*store, dissector, [] { return std::make_unique<ProtocolHierarchy>(); });
        pass.waitUntilFinished();
        const auto tally = pass.tally();
        const auto &hierarchy = static_cast<const ProtocolHierarchy &>(*tally);
        QCOMPARE(hierarchy.root().frames, 5u);
        QCOMPARE(hierarchy.root().endFrames, 1u);
        QCOMPARE(hierarchy.nodes()[hierarchy.root().children.front()].frames, 4u);
        const TrafficPass traffic(*store, dissector);
        traffic.waitUntilFinished();
        for (const Conversation &conversation : traffic.conversations())
            QCOMPARE(conversation.total().packets, 4u);
        const auto totals = totalsOf(*store);
        QVERIFY(totals);
        QCOMPARE(totals->all.packets, 5u);
        const auto followed = journey::Followed::of(*store, dissector, Cluster(), {});
        std::set<std::uint32_t> rows;
        for (const journey::Journey &journey : followed->all())
            for (const journey::JourneyHop &hop : journey.hops)
                rows.insert(hop.rows.begin(), hop.rows.end());
        QCOMPARE(rows, (std::set<std::uint32_t>{0, 1, 3, 4}));
    }

    // Of which device a packet of an `any` capture is says its first header.
    void anIgnoredPacketWasCapturedWhereItWas()
    {
        PcapFile file(Order::Little, PcapFile::Microseconds, 276);
        for (std::uint32_t i = 0; i < 4; ++i)
            file.packet(1000 + i, 0, fromHex("0800 0000 0000000" + QByteArray::number(3 + i % 2) + " 0001 00 06 0200000000010000") + ipv4("10.0.0.1", "10.0.0.2", 17, udp(5000, 6000, "data")));
        const auto store = storeOf(writeFile(m_folder, "any.pcap", file.bytes()));
        const Dissector dissector(registry());
        const auto before = journey::Followed::of(*store, dissector, Cluster(), {});
        QCOMPARE(before->points().size(), std::size_t(2));
        Amendments amendments;
        amendments.setIgnored({0b1010});
        store->setAmendments(&amendments);
        const auto after = journey::Followed::of(*store, dissector, Cluster(), {});
        QCOMPARE(after->points().size(), std::size_t(2));
        for (std::size_t row = 0; row < store->size(); ++row)
            QCOMPARE(after->points().of(*store, row), before->points().of(*store, row));
    }

    // What a file tells of when it was recorded, beside its packets, is by the same clock.
    void allThatAClockShowedIsShifted()
    {
        const auto store = storeOf(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"));
        const Dissector dissector(registry());
        const auto before = journey::Followed::of(*store, dissector, Cluster(), {});
        const auto totalsBefore = totalsOf(*store);
        constexpr std::int64_t hours = 5 * 3600 * second;
        Amendments amendments;
        amendments.setShifts({{0, TimeShift::by(hours)}});
        store->setAmendments(&amendments);
        const auto after = journey::Followed::of(*store, dissector, Cluster(), {});
        const journey::JourneyPoint &was = before->points()[0], &is = after->points()[0];
        QVERIFY(was.begin && *was.begin < store->ownTime(0)); // it listened before the first packet came
        QCOMPARE(*is.begin, *was.begin + hours);
        QCOMPARE(*is.end, *was.end + hours);
        const auto totals = totalsOf(*store);
        QVERIFY(totals && totalsBefore);
        QCOMPARE(*totals->all.first, *totalsBefore->all.first + hours);
        QCOMPARE(*totals->interfaces[0].last, *totalsBefore->interfaces[0].last + hours);
        const auto some = totalsOf(*store, std::vector<std::uint32_t>{1, 2});
        QCOMPARE(*some->first, store->time(1));
        QCOMPARE(*some->last, store->time(2));
    }

    void amounts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanoseconds"); // the least number: none
        constexpr qint64 none = std::numeric_limits<qint64>::min();
        QTest::newRow("seconds") << QByteArray("3") << qint64(3 * second);
        QTest::newRow("decimals") << QByteArray("-0.25") << qint64(-250'000'000);
        QTest::newRow("nine of them") << QByteArray("+0.000000001") << qint64(1);
        QTest::newRow("minutes") << QByteArray("01:30") << qint64(90 * second);
        QTest::newRow("hours") << QByteArray("-01:00:00.5") << qint64(-3600 * second - 500'000'000);
        QTest::newRow("more than a day") << QByteArray("25:00:00") << qint64(90'000 * second);
        for (const char *wrong : {"", "-", "abc", "1.", "1.2345678901", "1:60", "1:2:3:4", "--1", "1e3", " 1", "99999999999", "1:-2"})
            QTest::newRow(wrong) << QByteArray(wrong) << none;
    }

    void amounts()
    {
        QFETCH(QByteArray, text);
        QTEST(qint64(readTimeAmount(text.toStdString()).value_or(std::numeric_limits<qint64>::min())), "nanoseconds");
    }

    void bytesAsText()
    {
        const QByteArray bytes = fromHex("474554202f0d0a00ff41424344454647 48");
        QCOMPARE(QString::fromStdString(dumpWithText(viewOf(bytes))), "0000   47 45 54 20 2f 0d 0a 00 ff 41 42 43 44 45 46 47   GET /....ABCDEFG\n"
                                                                      "0010   48                                                H\n");
        QCOMPARE(QString::fromStdString(dumpOfBytes(viewOf(bytes))), "0000   47 45 54 20 2f 0d 0a 00 ff 41 42 43 44 45 46 47\n0010   48\n");
        QCOMPARE(QString::fromStdString(hexStream(viewOf(bytes))), "474554202f0d0a00ff4142434445464748");
    }

    // text2pcap reads the dump back.
    void text2pcapReadsTheDump()
    {
        NEEDS_PROGRAMS("text2pcap");
        const QByteArray bytes = requestOverVxlan();
        const QString text = writeFile(m_folder, "dump.txt", QByteArray::fromStdString(dumpWithText(viewOf(bytes)))), file = m_folder.filePath("dump.pcapng");
        QCOMPARE(QProcess::execute("text2pcap", {"-q", text, file}), 0);
        const auto store = storeOf(file);
        QCOMPARE(store->size(), std::size_t(1));
        const Bytes back = store->frame(0).bytes;
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(back.data()), qsizetype(back.size())), bytes);
    }
};

QTEST_GUILESS_MAIN(TestAmendments)
#include "tst_amendments.moc"
