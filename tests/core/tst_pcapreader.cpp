#include "tests/support/capturefile.h"

#include <QTest>

using namespace vethscope::test;

// The classic capture format: draft-ietf-opsawg-pcap, and the variants that libpcap's sf-pcap.c reads.

class PcapReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void records_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("records");
        const QByteArray four = QByteArray::fromHex("01020304");

        QTest::newRow("little endian, microseconds")
            << PcapFile(Order::Little).packet(1600000000, 5, four).packet(1600000001, 999999, four).bytes()
            << QStringList{"1600000000.000005000 link 1: 01020304", "1600000001.999999000 link 1: 01020304"};
        QTest::newRow("big endian, microseconds")
            << PcapFile(Order::Big).packet(1600000000, 5, four).bytes() << QStringList{"1600000000.000005000 link 1: 01020304"};
        QTest::newRow("little endian, nanoseconds")
            << PcapFile(Order::Little, PcapFile::Nanoseconds).packet(1600000000, 123456789, four).bytes()
            << QStringList{"1600000000.123456789 link 1: 01020304"};
        QTest::newRow("big endian, nanoseconds")
            << PcapFile(Order::Big, PcapFile::Nanoseconds).packet(1600000000, 123456789, four).bytes()
            << QStringList{"1600000000.123456789 link 1: 01020304"};
        QTest::newRow("little endian, modified: eight bytes more in each record header")
            << PcapFile(Order::Little, PcapFile::Modified).packet(1, 2, four).packet(3, 4, four).bytes()
            << QStringList{"1.000002000 link 1: 01020304", "3.000004000 link 1: 01020304"};
        QTest::newRow("big endian, modified")
            << PcapFile(Order::Big, PcapFile::Modified).packet(1, 2, four).bytes() << QStringList{"1.000002000 link 1: 01020304"};
        QTest::newRow("another link") << PcapFile(Order::Little, PcapFile::Microseconds, 276).packet(1, 0, four).bytes()
                                      << QStringList{"1.000000000 link 276: 01020304"};
        QTest::newRow("the upper bits of the link tell of a frame check sequence")
            << PcapFile(Order::Little, PcapFile::Microseconds, 0x14000001).packet(1, 0, four).bytes()
            << QStringList{"1.000000000 link 1: 01020304"};
        QTest::newRow("cut by the snap length")
            << PcapFile().packet(1, 0, four, 1500).bytes() << QStringList{"1.000000000 link 1: 01020304, 1500 on the wire"};
        QTest::newRow("seconds beyond 2038") << PcapFile().packet(0xffffffff, 0, four).bytes()
                                             << QStringList{"4294967295.000000000 link 1: 01020304"};
        QTest::newRow("a packet of no bytes")
            << PcapFile().packet(1, 0, {}).packet(2, 0, four).bytes()
            << QStringList{"1.000000000 link 1: ", "2.000000000 link 1: 01020304"};
        QTest::newRow("no packets at all") << PcapFile().bytes() << QStringList{};
    }

    void records()
    {
        QFETCH(QByteArray, file);
        QTEST(recordsOf(file), "records");
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("records");
        const QByteArray four = QByteArray::fromHex("01020304");

        QTest::newRow("cut inside the file header")
            << PcapFile().bytes().first(20)
            << QStringList{"! file is cut short: a pcap file header has 24 bytes, only 20 are there"};
        QTest::newRow("cut behind the magic number")
            << PcapFile().bytes().first(4)
            << QStringList{"! file is cut short: a pcap file header has 24 bytes, only 4 are there"};
        QTest::newRow("cut inside the second record's header")
            << PcapFile().packet(1, 0, four).raw(QByteArray(7, 'x')).bytes()
            << QStringList{"1.000000000 link 1: 01020304",
                           "! file is cut short in packet 2 at byte 44: needs 16 bytes, only 7 are there"};
        QTest::newRow("cut inside the second record's bytes")
            << PcapFile().packet(1, 0, four).packet(2, 0, four).bytes().chopped(1)
            << QStringList{"1.000000000 link 1: 01020304",
                           "! file is cut short in packet 2 at byte 44: needs 20 bytes, only 19 are there"};
        QTest::newRow("a length that no frame has")
            << PcapFile().packet(1, 0, four).header(2, 0, 0xfffffff0, 0xfffffff0).raw(four).bytes()
            << QStringList{"1.000000000 link 1: 01020304",
                           "! file is damaged in packet 2 at byte 44: its length says 4294967280 bytes, more than any frame has"};
        QTest::newRow("a length that goes on behind the file's end")
            << PcapFile().header(1, 0, 5, 5).raw(four).bytes()
            << QStringList{"! file is cut short in packet 1 at byte 24: needs 21 bytes, only 20 are there"};
        QTest::newRow("shorter on the wire than in the file")
            << PcapFile().packet(1, 0, four, 2).bytes() << QStringList{"1.000000000 link 1: 01020304, 2 on the wire"};
        QTest::newRow("not a capture") << QByteArray("GIF89a")
                                       << QStringList{"! file is not a capture file: it begins with 47 49 46 38, which is neither pcap nor pcapng"};
        QTest::newRow("two bytes") << QByteArray("ab")
                                   << QStringList{"! file is not a capture file: it begins with 61 62, which is neither pcap nor pcapng"};
    }

    void damage()
    {
        QFETCH(QByteArray, file);
        QTEST(recordsOf(file), "records");
    }

    void everyPrefixEndsInRecordsOrAProblem()
    {
        const QByteArray whole = PcapFile(Order::Big).packet(1, 0, "abcdef").packet(2, 0, "ghi").bytes();
        for (qsizetype length = 1; length < whole.size(); ++length) {
            const bool betweenRecords = length == 24 || length == 46;
            const QStringList lines = recordsOf(whole.first(length));
            QCOMPARE(!lines.isEmpty() && lines.last().startsWith("! "), !betweenRecords);
        }
    }
};

QTEST_GUILESS_MAIN(PcapReaderTest)
#include "tst_pcapreader.moc"
