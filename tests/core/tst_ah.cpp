#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The authentication header, RFC 4302.

class AhTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // pcapflowlab__01_ipv4_ah_tcp.pcap, frame 1
        const QByteArray tcp(
            "0200000070020200000070010800450000400001000040338dcac0000246c6336446060400001111111100000001a0a1"
            "a2a3a4a5a6a7a8a9aaabc01201bb000000010000000050021000f1530000");
        QTest::newRow("AH before TCP: ah.next_header") << tcp << QByteArray("ah.next_header") << "6";
        QTest::newRow("AH before TCP: ah.length") << tcp << QByteArray("ah.length") << "4";
        QTest::newRow("AH before TCP: ah.reserved") << tcp << QByteArray("ah.reserved") << "0000";
        QTest::newRow("AH before TCP: ah.spi") << tcp << QByteArray("ah.spi") << "0x11111111";
        QTest::newRow("AH before TCP: ah.sequence") << tcp << QByteArray("ah.sequence") << "1";
        QTest::newRow("AH before TCP: ah.icv") << tcp << QByteArray("ah.icv") << "a0a1a2a3a4a5a6a7a8a9aaab";
        QTest::newRow("AH before TCP: tcp.srcport") << tcp << QByteArray("tcp.srcport") << "49170";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame), "value");
    }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("line");

        QTest::newRow("a length of nothing")
            << QByteArray("3b000000 00000001 00000002")
            << "! length field says 8 bytes, but a header has at least 12";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::ah, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::ah, "3b04"), (QStringList{
            "Authentication Header",
            "  Next header: IPv6 no next header (59)",
            "  Length: 4",
            "  ! Authentication Header needs 12 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray header(
            "3b0400000000000100000002000102030405060708090a0b");
        QCOMPARE(feedPrefixes(protocols::ah, header), 2 * (24 + 1));
    }
};

QTEST_GUILESS_MAIN(AhTest)
#include "tst_ah.moc"
