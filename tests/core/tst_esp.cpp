#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// ESP, RFC 4303, by itself and in UDP, RFC 3948.

class EspTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // pcapflowlab__04_ipv4_esp_same_spi_two_packets.pcap, frame 1
        const QByteArray plain(
            "0200000050020200000050010800450000280005000040328e07c0000232c6336432010203040000000105060708090a"
            "0b0c0d0e0f10");
        QTest::newRow("ESP in IP: esp.spi") << plain << QByteArray("esp.spi") << "0x01020304";
        QTest::newRow("ESP in IP: esp.sequence") << plain << QByteArray("esp.sequence") << "1";

        // pcapflowlab__04_ipv4_esp_same_spi_two_packets.pcap, frame 2
        const QByteArray plain2(
            "0200000050020200000050010800450000280006000040328e06c0000232c63364320102030400000002060708090a0b"
            "0c0d0e0f1011");
        QTest::newRow("ESP in IP, the second packet: esp.spi") << plain2 << QByteArray("esp.spi") << "0x01020304";
        QTest::newRow("ESP in IP, the second packet: esp.sequence") << plain2 << QByteArray("esp.sequence") << "2";
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

        QTest::newRow("a keep-alive")
            << QByteArray("ff")
            << "NAT-keepalive packet";
        QTest::newRow("ESP inside UDP")
            << QByteArray("00000064 00000001 0102030405060708")
            << "Encapsulating Security Payload  ESP (SPI=0x00000064)";
        QTest::newRow("IKE behind the marker")
            << QByteArray("00000000 0102030405060708 0000000000000000 21202208 00000000 0000001c")
            << "Exchange type: IKE_SA_INIT (34)";
        QTest::newRow("what is inside cannot be read")
            << QByteArray("00000064 00000001 0102030405060708")
            << "Encrypted, 8 bytes";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::udpEncapsulation, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::udpEncapsulation, "0001"), (QStringList{
            "UDP Encapsulation of IPsec Packets",
            "  ! UDP Encapsulation of IPsec Packets needs 4 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray packet(
            "00000064000000010102030405060708");
        QCOMPARE(feedPrefixes(protocols::udpEncapsulation, packet), 2 * (16 + 1));
    }
};

QTEST_GUILESS_MAIN(EspTest)
#include "tst_esp.moc"
