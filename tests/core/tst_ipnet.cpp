#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// LINKTYPE_IPNET; expectations from tshark 4.0 over the same bytes.

const QByteArray fourFrame(
    "010200010000001e0000000200000000ffffffff000000034500001e00010000401166cc0a0000010a0000020fa00fa1"
    "000a00006869");
const QByteArray sixFrame(
    "011a0000000000320000000200000000ffffffff0000000360000000000a114020010db8000000000000000000000001"
    "20010db80000000000000000000000020fa00fa1000a00006869");

class IpnetTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("IPv4: ipnet.version") << fourFrame << QByteArray("ipnet.version") << QString("1");
        QTest::newRow("IPv4: ipnet.family") << fourFrame << QByteArray("ipnet.family") << QString("2");
        QTest::newRow("IPv4: ipnet.htype") << fourFrame << QByteArray("ipnet.htype") << QString("1");
        QTest::newRow("IPv4: ipnet.pktlen") << fourFrame << QByteArray("ipnet.pktlen") << QString("30");
        QTest::newRow("IPv4: ipnet.ifindex") << fourFrame << QByteArray("ipnet.ifindex") << QString("2");
        QTest::newRow("IPv4: ipnet.grifindex") << fourFrame << QByteArray("ipnet.grifindex") << QString("0");
        QTest::newRow("IPv4: ipnet.zsrc") << fourFrame << QByteArray("ipnet.zsrc") << QString("4294967295");
        QTest::newRow("IPv4: ipnet.zdst") << fourFrame << QByteArray("ipnet.zdst") << QString("3");
        QTest::newRow("IPv4: frame.protocols") << fourFrame << QByteArray("frame.protocols") << QString("ipnet:ip:udp:data");
        QTest::newRow("IPv4: frame.encap_type") << fourFrame << QByteArray("frame.encap_type") << QString("124");
        QTest::newRow("IPv6: ipnet.version") << sixFrame << QByteArray("ipnet.version") << QString("1");
        QTest::newRow("IPv6: ipnet.family") << sixFrame << QByteArray("ipnet.family") << QString("26");
        QTest::newRow("IPv6: ipnet.htype") << sixFrame << QByteArray("ipnet.htype") << QString("0");
        QTest::newRow("IPv6: ipnet.pktlen") << sixFrame << QByteArray("ipnet.pktlen") << QString("50");
        QTest::newRow("IPv6: ipnet.ifindex") << sixFrame << QByteArray("ipnet.ifindex") << QString("2");
        QTest::newRow("IPv6: ipnet.grifindex") << sixFrame << QByteArray("ipnet.grifindex") << QString("0");
        QTest::newRow("IPv6: ipnet.zsrc") << sixFrame << QByteArray("ipnet.zsrc") << QString("4294967295");
        QTest::newRow("IPv6: ipnet.zdst") << sixFrame << QByteArray("ipnet.zdst") << QString("3");
        QTest::newRow("IPv6: frame.protocols") << sixFrame << QByteArray("frame.protocols") << QString("ipnet:ipv6:udp:data");
        QTest::newRow("IPv6: frame.encap_type") << sixFrame << QByteArray("frame.encap_type") << QString("124");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, 226), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ipnet, fourFrame) > 0);
        QVERIFY(feedPrefixes(protocols::ipnet, sixFrame) > 0);
    }
};

QTEST_GUILESS_MAIN(IpnetTest)
#include "tst_ipnet.moc"
