#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 2003, RFC 4213, RFC 2473: the tunnel is the outer header itself, and both versions tell which.

// IP in IP
const QByteArray fourInFour(
    "0200000030020200000030010800450000280001000040040000c000021ec633"
    "641e450000140001000040ff00000a0000010a000002");
// sit
const QByteArray sixInFour(
    "02000000300202000000300108004500003c0001000040290000c000021ec633"
    "641e6000000000003b4000000000000000000000000000000001000000000000"
    "00000000000000000002");
// ip6tnl
const QByteArray fourInSix(
    "02000000300202000000300186dd6000000000140440fd000000000000000000"
    "000000000001fd000000000000000000000000000002450000140001000040ff"
    "00000a0000010a000002");
// ip6tnl
const QByteArray sixInSix(
    "02000000300202000000300186dd6000000000282940fd000000000000000000"
    "000000000001fd0000000000000000000000000000026000000000003b400000"
    "000000000000000000000000000100000000000000000000000000000002");
// ip6tnl as Linux sends it: with a tunnel encapsulation limit
const QByteArray limited(
    "02000000300202000000300186dd6000000000303c40fd000000000000000000"
    "000000000001fd00000000000000000000000000000229000401040101006000"
    "000000003b400000000000000000000000000000000100000000000000000000"
    "000000000002");

// SRv6, End.DX2: an Ethernet frame behind a routing header, and without one (RFC 8986, sections 4.9 and 5.3)
const QByteArray frameBehindRoute(
    "02000000300202000000300186dd60000000003a2b40fd000000000000000000"
    "000000000001fd0000000000000000000000000000028f02040000000000fd00"
    "0000000000000000000000000002020000001002020000001001080045000014"
    "0001000040ff00000a0000010a000002");
const QByteArray frameInSix(
    "02000000300202000000300186dd6000000000228f40fd000000000000000000"
    "000000000001fd00000000000000000000000000000202000000100202000000"
    "10010800450000140001000040ff00000a0000010a000002");

class IpTunnelsTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("IP in IP") << fourInFour << 1u << QByteArray("vs.tunnel") << QString("ipip");
        QTest::newRow("6in4") << sixInFour << 1u << QByteArray("vs.tunnel") << QString("6in4");
        QTest::newRow("4in6") << fourInSix << 1u << QByteArray("vs.tunnel") << QString("4in6");
        QTest::newRow("6in6") << sixInSix << 1u << QByteArray("vs.tunnel") << QString("6in6");
        QTest::newRow("6in6 behind destination options") << limited << 1u << QByteArray("vs.tunnel") << QString("6in6");
        QTest::newRow("overlay of 6in4") << sixInFour << 1u << QByteArray("overlay.ipv6.src") << QString("::1");
        QTest::newRow("overlay of 4in6") << fourInSix << 1u << QByteArray("overlay.ip.src") << QString("10.0.0.1");
        QTest::newRow("depth") << sixInSix << 1u << QByteArray("vs.depth") << QString("1");
        QTest::newRow("the chain") << fourInSix << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ipv6:ip");
        QTest::newRow("the chain of 6in4") << sixInFour << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:ipv6");
        QTest::newRow("Ethernet behind a routing header") << frameBehindRoute << 1u << QByteArray("vs.tunnel") << QString("eth-in-ip");
        QTest::newRow("Ethernet in IPv6") << frameInSix << 1u << QByteArray("vs.tunnel") << QString("eth-in-ip");
        QTest::newRow("overlay of SRv6") << frameBehindRoute << 1u << QByteArray("overlay.eth.src") << QString("02:00:00:00:10:01");
        QTest::newRow("packet in the frame") << frameInSix << 1u << QByteArray("overlay.ip.src") << QString("10.0.0.1");
        QTest::newRow("the chain of SRv6") << frameBehindRoute << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ipv6:ipv6.routing:eth:ethertype:ip");
        QTest::newRow("the chain of Ethernet in IPv6") << frameInSix << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ipv6:eth:ethertype:ip");
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

        QTest::newRow("another version inside")
            << QByteArray("4500")
            << QStringList{
                   "Underlay",
                   "  IPv6 in IPv4  no header of its own: the IP header around it is the tunnel",
                   "    Overlay",
                   "      Internet Protocol Version 6",
                   "        Version: 4",
                   "        Traffic Class: 0x00000050",
                   "          Differentiated Services Codepoint: AF22 (20)",
                   "          Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "        ! Internet Protocol Version 6 needs 40 bytes, but the header around it leaves only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::sixInFour, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, fourInFour) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, sixInFour) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, fourInSix) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, limited) > 0);
    }
};


QTEST_GUILESS_MAIN(IpTunnelsTest)
#include "tst_ip_tunnels.moc"
