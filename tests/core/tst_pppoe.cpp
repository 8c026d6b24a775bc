#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 2516; suricata, pppoe-input.pcap, frames 2 and 5.

// An offer
const QByteArray offer(
    "0000cd381343ee86e2f970578863110700000030010200047465737401010004"
    "7465737401040014afb0dfbe9a018fc9fa8ce5c41f47a97b1c522b0001030004"
    "00001761");
// A session with an LCP request, padded
const QByteArray session(
    "ee86e2f970570000cd3813438864110000010010c0210101000e010405d40506"
    "d4a58cbe000000000000");

class PppoeTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("code") << offer << 1u << QByteArray("pppoe.code") << QString("0x07");
        QTest::newRow("session of discovery") << offer << 1u << QByteArray("pppoe.session_id") << QString("0x0000");
        QTest::newRow("length") << offer << 1u << QByteArray("pppoe.payload_length") << QString("48");
        QTest::newRow("concentrator") << offer << 1u << QByteArray("pppoed.tags.ac_name") << QString("test");
        QTest::newRow("cookie") << offer << 1u << QByteArray("pppoed.tags.ac_cookie") << QString("afb0dfbe9a018fc9fa8ce5c41f47a97b1c522b00");
        QTest::newRow("host") << offer << 1u << QByteArray("pppoed.tags.host_uniq") << QString("00001761");
        QTest::newRow("the chain of discovery") << offer << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:pppoed");
        QTest::newRow("session") << session << 1u << QByteArray("pppoe.session_id") << QString("0x0001");
        QTest::newRow("protocol") << session << 1u << QByteArray("ppp.protocol") << QString("0xc021");
        QTest::newRow("the chain of a session") << session << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:pppoes:ppp:lcp");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a tag past the end")
            << QByteArray("11090000 0006 0103ffff0000")
            << QStringList{
                   "PPP-over-Ethernet Discovery  Active Discovery Initiation (PADI)",
                   "  Version: 1",
                   "  Type: 1",
                   "  Code: Active Discovery Initiation (PADI) (0x09)",
                   "  Session ID: 0x0000",
                   "  Payload Length: 6",
                   "  ! a tag at byte 6 says a length that its packet does not have",
               };
        QTest::newRow("another version")
            << QByteArray("22090000 0000")
            << QStringList{
                   "PPP-over-Ethernet Discovery  Active Discovery Initiation (PADI)",
                   "  Version: 2",
                   "  Type: 2",
                   "  Code: Active Discovery Initiation (PADI) (0x09)",
                   "  Session ID: 0x0000",
                   "  Payload Length: 0",
                   "  ! version 2 and type 2, where RFC 2516 has 1 and 1",
               };
        QTest::newRow("cut")
            << QByteArray("1109 0000")
            << QStringList{
                   "PPP-over-Ethernet Discovery",
                   "  Version: 1",
                   "  Type: 1",
                   "  Code: Active Discovery Initiation (PADI) (0x09)",
                   "  Session ID: 0x0000",
                   "  ! PPP-over-Ethernet Discovery needs 6 bytes, but the frame has only 4",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::pppoeDiscovery, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, offer) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, session) > 0);
    }
};


QTEST_GUILESS_MAIN(PppoeTest)
#include "tst_pppoe.moc"
