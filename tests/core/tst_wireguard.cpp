#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// WireGuard, https://www.wireguard.com/protocol/.

class WireguardTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // flowtest__wg_udp_stream.pcap, frame 1
        const QByteArray initiation(
            "d858d700bc8228d2447ca9590800458800b02c0600004011492d93206edc93206f65a409ac43009c053001000000cd4e"
            "67d5e943cef0761131e2fa22060a1c5383d83b2c8030b3f57c1e44556864dcb5c701c2801174447b8ed03ab59a85f5dd"
            "79fcad7afed8d92a409eb4acd91f6962d43f1595d76305dd4ca542e4b0a71bcdc8d0aa9db8f14c9b89345821059c978b"
            "81111f0090d6a208b8709d4eb296c1c18e51969eb54473c973e270b4ddfa00000000000000000000000000000000");
        QTest::newRow("an initiation: wg.type") << initiation << QByteArray("wg.type") << "1";
        QTest::newRow("an initiation: wg.reserved") << initiation << QByteArray("wg.reserved") << "000000";
        QTest::newRow("an initiation: wg.sender") << initiation << QByteArray("wg.sender") << "0xd5674ecd";
        QTest::newRow("an initiation: wg.ephemeral") << initiation << QByteArray("wg.ephemeral") << "6UPO8HYRMeL6IgYKHFOD2DssgDCz9XweRFVoZNy1xwE=";
        QTest::newRow("an initiation: wg.mac1") << initiation << QByteArray("wg.mac1") << "c1c18e51969eb54473c973e270b4ddfa";
        QTest::newRow("an initiation: wg.mac2") << initiation << QByteArray("wg.mac2") << "00000000000000000000000000000000";

        // flowtest__wg_udp_stream.pcap, frame 2
        const QByteArray response(
            "28d2447ca959d858d700bc82080045880078333500004011423693206f6593206edcac43a409006406a102000000fb89"
            "509acd4e67d5a5313c5cfc93d47dd5092f32d1258a4f832c322c31aa23a46a61a2e6e94c5355beb3ea37177a956d6c17"
            "272139ec98e1a7b641a132d1506bc234118cfe81bed900000000000000000000000000000000");
        QTest::newRow("a response: wg.type") << response << QByteArray("wg.type") << "2";
        QTest::newRow("a response: wg.sender") << response << QByteArray("wg.sender") << "0x9a5089fb";
        QTest::newRow("a response: wg.receiver") << response << QByteArray("wg.receiver") << "0xd5674ecd";
        QTest::newRow("a response: wg.ephemeral") << response << QByteArray("wg.ephemeral") << "pTE8XPyT1H3VCS8y0SWKT4MsMiwxqiOkamGi5ulMU1U=";
        QTest::newRow("a response: wg.mac1") << response << QByteArray("wg.mac1") << "a7b641a132d1506bc234118cfe81bed9";

        // flowtest__wg_udp_stream.pcap, frame 3
        const QByteArray transport(
            "d858d700bc8228d2447ca95908004500008c2c070000401149d893206edc93206f65a409ac430078050c04000000fb89"
            "509a000000000000000089ef396a8db1b71cb2c66894bf363f36b60140b3701591b0c1893ad0d2b7fc2c15aa2ab12f48"
            "aa8a1abaf3395df8c2ae43d363f57e0235bde39860ad1b5617482e20d5848694c9846b9a20f18155bb959b7f030e07b0"
            "0fdf75ac6ed5f10ee5d1");
        QTest::newRow("transport data: wg.type") << transport << QByteArray("wg.type") << "4";
        QTest::newRow("transport data: wg.receiver") << transport << QByteArray("wg.receiver") << "0x9a5089fb";
        QTest::newRow("transport data: wg.counter") << transport << QByteArray("wg.counter") << "0";
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
            << QByteArray("04000000 01000000 050000000000000000000000000000000000000000000000")
            << "[This is a Keepalive message]";
        QTest::newRow("transport data that ends in its header")
            << QByteArray("04000000 01000000")
            << "! WireGuard Protocol needs 16 bytes, but the frame has only 8";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::wireguard, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::wireguard, "0100"), (QStringList{
            "WireGuard Protocol",
            "  Type: Handshake Initiation (1)",
            "  ! WireGuard Protocol needs 4 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray response(
            "02000000fb89509acd4e67d5a5313c5cfc93d47dd5092f32d1258a4f832c322c31aa23a46a61a2e6e94c5355beb3ea37"
            "177a956d6c17272139ec98e1a7b641a132d1506bc234118cfe81bed900000000000000000000000000000000");
        QCOMPARE(feedPrefixes(protocols::wireguard, response), 2 * (92 + 1));
    }
};

QTEST_GUILESS_MAIN(WireguardTest)
#include "tst_wireguard.moc"
