#include "core/capture/capturereader.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// pcapng: draft-ietf-opsawg-pcapng, sections 4.1 to 4.4 and the obsolete Packet Block of its appendix A.

namespace {

const QByteArray four = QByteArray::fromHex("01020304");
constexpr std::uint64_t second = 1'000'000; // in the resolution that stands when no option names one

enum Option : std::uint16_t { Comment = 1, InterfaceName = 2, TimeResolution = 9, TimeOffset = 14 };

// One interface with these options, one packet of so many ticks.
QByteArray timed(Order order, std::uint64_t ticks, std::uint8_t resolution, std::int64_t offset = 0)
{
    PcapngFile file(order);
    QByteArray options = file.option(TimeResolution, QByteArray(1, static_cast<char>(resolution)));
    if (offset != 0)
        options += file.option(TimeOffset, file.value(static_cast<std::uint64_t>(offset), 8));
    return file.interface(1, options).enhanced(0, ticks, four).bytes();
}

} // namespace

class PcapngReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void records_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("records");

        for (const Order order : {Order::Little, Order::Big})
            QTest::newRow(order == Order::Little ? "little endian" : "big endian")
                << PcapngFile(order).interface(1).enhanced(0, 1600000000 * second + 5, four).bytes()
                << QStringList{"1600000000.000005000 interface 0 link 1: 01020304"};
        {
            PcapngFile file(Order::Little);
            const QByteArray name = file.option(InterfaceName, "flannel.1");
            QTest::newRow("mixed links, one of them named")
                << file.interface(1, name).interface(113).interface(101)
                       .enhanced(2, second, four).enhanced(0, 2 * second, four).enhanced(1, 3 * second, four).bytes()
                << QStringList{"1.000000000 interface 2 link 101: 01020304",
                               "2.000000000 interface 0 (flannel.1) link 1: 01020304",
                               "3.000000000 interface 1 link 113: 01020304"};
        }
        QTest::newRow("an interface may be declared between packets")
            << PcapngFile(Order::Little).interface(1).enhanced(0, second, four).interface(113).enhanced(1, second, four).bytes()
            << QStringList{"1.000000000 interface 0 link 1: 01020304", "1.000000000 interface 1 link 113: 01020304"};
        QTest::newRow("two sections of different byte order; interfaces are numbered anew")
            << PcapngFile(Order::Little).interface(1).interface(101).enhanced(1, second, four)
                   .section(Order::Big).interface(276).enhanced(0, 2 * second, four).bytes()
            << QStringList{"1.000000000 interface 1 link 101: 01020304", "2.000000000 interface 0 link 276: 01020304"};
        QTest::newRow("cut by the snap length")
            << PcapngFile(Order::Little).interface(1).enhanced(0, second, four, 1500).bytes()
            << QStringList{"1.000000000 interface 0 link 1: 01020304, 1500 on the wire"};
        QTest::newRow("padding does not belong to the packet")
            << PcapngFile(Order::Little).interface(1).enhanced(0, second, "abcde").bytes()
            << QStringList{"1.000000000 interface 0 link 1: 6162636465"};
        {
            PcapngFile file(Order::Big);
            const QByteArray comments = file.option(Comment, "first") + file.option(Comment, "second");
            QTest::newRow("of two comments the first") << file.interface(1).enhanced(0, second, "abcde", 0, comments).bytes()
                                                       << QStringList{"1.000000000 interface 0 link 1: 6162636465 \"first\""};
        }
        QTest::newRow("a simple packet has no time, and belongs to the first interface")
            << PcapngFile(Order::Little).interface(1).interface(101).simple("abcde").bytes()
            << QStringList{"no time interface 0 link 1: 6162636465"};
        QTest::newRow("a simple packet is cut by the interface's snap length")
            << PcapngFile(Order::Big).interface(1, {}, 4).simple(four, 1500).bytes()
            << QStringList{"no time interface 0 link 1: 01020304, 1500 on the wire"};
        QTest::newRow("the obsolete packet block")
            << PcapngFile(Order::Little).interface(1).interface(101).obsolete(1, second, four).bytes()
            << QStringList{"1.000000000 interface 1 link 101: 01020304"};
        QTest::newRow("the obsolete packet block, big endian")
            << PcapngFile(Order::Big).interface(1).interface(101).obsolete(1, second, four).bytes()
            << QStringList{"1.000000000 interface 1 link 101: 01020304"};
        QTest::newRow("blocks that it does not know are passed over")
            << PcapngFile(Order::Little).block(0x00000bad, "custom").interface(1).block(5, QByteArray(12, '\0')).enhanced(0, second, four)
                   .block(0x80000001, "").bytes()
            << QStringList{"1.000000000 interface 0 link 1: 01020304"};
        QTest::newRow("a section without packets") << PcapngFile(Order::Little).interface(1).bytes() << QStringList{};
        QTest::newRow("a section without anything") << PcapngFile(Order::Big).bytes() << QStringList{};
    }

    void records()
    {
        QFETCH(QByteArray, file);
        QTEST(recordsOf(file), "records");
    }

    // What a file says beside its packets: sections 4.1, 4.5 and 4.6.
    void notes()
    {
        for (const Order order : {Order::Little, Order::Big}) {
            PcapngFile file;
            const QByteArray options = number(1, 2, order) + number(5, 2, order) + QByteArray("lunch\0\0\0", 8) + number(0, 4, order);
            const QByteArray head = number(0x1a2b3c4d, 4, order) + number(1, 2, order) + number(0, 2, order) + QByteArray(8, '\xff');
            const QByteArray length = number(static_cast<std::uint64_t>(head.size() + options.size() + 12), 4, order);
            file.raw(number(0x0a0d0d0a, 4, order) + length + head + options + length);
            PcapngFile rest(order);
            const auto count = [&](std::uint16_t code, std::uint64_t value) { return rest.option(code, rest.value(value, 8)); };
            const auto ticks = [&](std::uint16_t code, std::uint64_t value) { return rest.option(code, rest.value(value >> 32, 4) + rest.value(value & 0xffffffff, 4)); };
            const auto word = [&](std::uint64_t value, int size) { return number(value, size, order); };
            rest.interface(1).interface(1)
                .block(4, word(1, 2) + word(15, 2) + QByteArray::fromHex("0af40103") + QByteArray("tea\0coffee\0\0", 12)
                              + word(2, 2) + word(20, 2) + QByteArray::fromHex("fd000000000000000000000000000003") + QByteArray("tea\0", 4)
                              + word(3, 2) + word(8, 2) + QByteArray("\2\0\0\0\0\1m\0", 8) + word(0, 4))
                .block(5, QByteArray(12, 0) + count(4, 10) + count(5, 1))
                .block(5, word(1, 4) + word(0, 8) + ticks(2, 1'700'000'000'000'000) + ticks(3, 1'700'000'009'500'000) + count(4, 7) + count(5, 2) + count(7, 3))
                .block(5, QByteArray(12, 0) + count(4, 50) + count(5, 4)); // a later one of the same interface
            file.raw(rest.bytes().sliced(28));

            std::uint32_t interfaces = 0;
            const auto reader = makeReader(viewOf(file.bytes()), Sentence::verbatim("file"), [&](Interface) { return interfaces++; });
            QVERIFY(reader);
            QVERIFY(!(*reader)->next());
            QVERIFY(!(*reader)->problem());
            const FileNotes notes = (*reader)->takeNotes();
            QCOMPARE(notes.comments, std::vector<std::string>{"lunch"});
            QCOMPARE(notes.names.size(), 3u);
            QCOMPARE(notes.names[0].address, "\x0a\xf4\x01\x03");
            QCOMPARE(notes.names[0].name, "tea");
            QCOMPARE(notes.names[1].name, "coffee");
            QCOMPARE(notes.names[2].address.size(), 16u);
            QCOMPARE(notes.names[2].name, "tea");
            QCOMPARE(notes.statistics.size(), 3u);
            QCOMPARE(notes.statistics[1].received, 7u);
            QVERIFY(!notes.statistics[0].begin && !notes.statistics[0].end);
            QCOMPARE(notes.statistics[1].begin, 1'700'000'000'000'000'000);
            QCOMPARE(notes.statistics[1].end, 1'700'000'009'500'000'000);
            QCOMPARE(notes.dropped(), 4u + 2u + 3u);
            QVERIFY(notes.oddities.empty());
            QVERIFY((*reader)->takeNotes().empty());
        }
    }

    // Section 4.2: if_tsresol is a negative power of ten, or of two where its highest bit is set.
    void time_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("time");

        for (const Order order : {Order::Little, Order::Big}) {
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::addRow("%s, %s endian", what, order == Order::Little ? "little" : "big");
            };
            row("nanoseconds") << timed(order, 1600000000'123456789, 9) << "1600000000.123456789";
            row("milliseconds") << timed(order, 1600000000'123, 3) << "1600000000.123000000";
            row("whole seconds") << timed(order, 1600000000, 0) << "1600000000.000000000";
            row("picoseconds lose what is below a nanosecond") << timed(order, 1600000'123456789999u, 12) << "1600000.123456789";
            row("2^-20") << timed(order, (std::uint64_t{1600000000} << 20) + (1u << 19), 0x80 | 20) << "1600000000.500000000";
            row("2^-30") << timed(order, (std::uint64_t{1600000000} << 30) + 1, 0x80 | 30) << "1600000000.000000000";
            row("an hour later") << timed(order, 1600000000'000000, 6, 3600) << "1600003600.000000000";
            row("an hour earlier") << timed(order, 1600000000'000000, 6, -3600) << "1599996400.000000000";
        }
    }

    void time()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, time);
        QCOMPARE(recordsOf(file), QStringList{time + " interface 0 link 1: 01020304"});
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("records");
        const QString first = "1.000000000 interface 0 link 1: 01020304";
        const auto sound = [] { return PcapngFile(Order::Little).interface(1).enhanced(0, second, four); }; // 28 + 20 + 36 bytes
        const auto word = [](std::uint32_t value) { return number(value, 4, Order::Little); };

        QTest::newRow("cut inside a packet block")
            << sound().enhanced(0, second, four).bytes().chopped(1)
            << QStringList{first, "! file is cut short: a pcapng block says it has 36 bytes, only 35 are there at byte 84"};
        QTest::newRow("cut inside a block's first bytes")
            << sound().raw("12345").bytes()
            << QStringList{first, "! file is cut short: a pcapng block needs 12 bytes, only 5 are there at byte 84"};
        QTest::newRow("a block of no length")
            << sound().raw(word(6) + word(0) + word(0)).bytes()
            << QStringList{first, "! file is damaged: a pcapng block says it has 0 bytes, which no block has, at byte 84"};
        QTest::newRow("a block whose length is no multiple of four")
            << sound().raw(word(6) + word(13) + QByteArray(8, 'x')).bytes()
            << QStringList{first, "! file is damaged: a pcapng block says it has 13 bytes, which no block has, at byte 84"};
        QTest::newRow("a block of four gigabytes")
            << sound().raw(word(6) + word(0xfffffffc) + QByteArray(8, 'x')).bytes()
            << QStringList{first, "! file is cut short: a pcapng block says it has 4294967292 bytes, only 16 are there at byte 84"};
        QTest::newRow("a block's two lengths differ")
            << sound().raw(word(5) + word(16) + word(0) + word(20)).bytes()
            << QStringList{first, "! file is damaged: a pcapng block says it has 16 bytes at its start and 20 at its end, at byte 84"};
        QTest::newRow("an interface that its section does not declare")
            << sound().enhanced(7, second, four).bytes()
            << QStringList{first, "! file is damaged: a packet names interface 7, but its section declares 1 at byte 84"};
        QTest::newRow("a new section declares its interfaces anew")
            << sound().section(Order::Little).enhanced(0, second, four).bytes()
            << QStringList{first, "! file is damaged: a packet names interface 0, but its section declares 0 at byte 112"};
        QTest::newRow("a packet longer than its block")
            << sound().block(6, word(0) + word(0) + word(0) + word(5) + word(5) + four).bytes()
            << QStringList{first, "! file is damaged: a packet says it has 5 bytes, but its block holds 4 at byte 84"};
        QTest::newRow("a packet block without room for a packet")
            << sound().block(6, word(0)).bytes()
            << QStringList{first, "! file is damaged: a packet block has 4 bytes, but needs 20 at byte 84"};
        QTest::newRow("a simple packet before any interface")
            << PcapngFile(Order::Little).simple(four).bytes()
            << QStringList{"! file is damaged: a packet comes before any interface is declared at byte 28"};
        QTest::newRow("a simple packet block of no bytes")
            << sound().block(3, {}).bytes()
            << QStringList{first, "! file is damaged: a simple packet block has 0 bytes, but needs 4 at byte 84"};
        QTest::newRow("a section of an unknown byte order")
            << PcapngFile().raw(QByteArray::fromHex("0a0d0d0a 1c000000 11223344 01000000 ffffffffffffffff 1c000000")).bytes()
            << QStringList{"! file is damaged: a pcapng section header has the byte-order magic 11223344 at byte 0"};
        QTest::newRow("cut inside the section header")
            << PcapngFile(Order::Little).bytes().first(8)
            << QStringList{"! file is cut short: a pcapng section header needs 28 bytes, only 8 are there at byte 0"};
        QTest::newRow("a section header that says twelve bytes") // long enough for a block, too short for a section
            << PcapngFile().raw(QByteArray::fromHex("0a0d0d0a 0c000000 4d3c2b1a")).bytes()
            << QStringList{"! file is damaged: a pcapng block says it has 12 bytes at its start and 439041101 at its end, at byte 0"};
        QTest::newRow("an option longer than its block ends the options")
            << PcapngFile(Order::Little).interface(1, QByteArray::fromHex("0200ff00 61626364")).enhanced(0, second, four).bytes()
            << QStringList{first};
        QTest::newRow("an interface block of no bytes stands for an Ethernet without options")
            << PcapngFile(Order::Little).block(1, {}).enhanced(0, second, four).bytes() << QStringList{first};
    }

    void damage()
    {
        QFETCH(QByteArray, file);
        QTEST(recordsOf(file), "records");
    }

    // The absurd resolutions may give absurd times, but no crash and no division by zero.
    void everyResolution()
    {
        for (unsigned resolution = 0; resolution < 256; ++resolution)
            QCOMPARE(recordsOf(timed(Order::Little, 0xffffffffffffffff, static_cast<std::uint8_t>(resolution), INT64_MIN)).size(), 1);
    }

    void everyPrefix()
    {
        PcapngFile file(Order::Big);
        const QByteArray whole = file.interface(1, file.option(InterfaceName, "eth0") + file.option(TimeResolution, "\x09"))
                                     .enhanced(0, second, "abcdef", 0, file.option(Comment, "c")).simple("ghi").obsolete(0, 1, "j").bytes();
        QCOMPARE(recordsOf(whole).size(), 3);
        for (qsizetype length = 1; length < whole.size(); ++length)
            QVERIFY(recordsOf(whole.first(length)).size() <= 3);
    }
};

QTEST_GUILESS_MAIN(PcapngReaderTest)
#include "tst_pcapngreader.moc"
