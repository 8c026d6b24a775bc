#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Frame relay, RFC 2427; expectations from tshark 4.0 over the same bytes.

const QByteArray ciscoFrame(
    "48e108004500001e00010000401166cc0a0000010a0000020fa00fa1000a00006869");
const QByteArray nlpidFrame(
    "184f03cc4500001e00010000401166cc0a0000010a0000020fa00fa1000a00006869");
const QByteArray sixFrame(
    "1841038e60000000000a114020010db800000000000000000000000120010db80000000000000000000000020fa00fa1"
    "000a00006869");
const QByteArray longFrame(
    "1840820503cc4500001e00010000401166cc0a0000010a0000020fa00fa1000a00006869");

class FrameRelayTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("an EtherType: fr.first_addr_octet") << ciscoFrame << QByteArray("fr.first_addr_octet") << QString("0x48");
        QTest::newRow("an EtherType: fr.upper_dlci") << ciscoFrame << QByteArray("fr.upper_dlci") << QString("0x12");
        QTest::newRow("an EtherType: fr.cr") << ciscoFrame << QByteArray("fr.cr") << QString("0");
        QTest::newRow("an EtherType: fr.ea") << ciscoFrame << QByteArray("fr.ea") << QString("0,1");
        QTest::newRow("an EtherType: fr.second_addr_octet") << ciscoFrame << QByteArray("fr.second_addr_octet") << QString("0xe1");
        QTest::newRow("an EtherType: fr.second_dlci") << ciscoFrame << QByteArray("fr.second_dlci") << QString("0x0e");
        QTest::newRow("an EtherType: fr.fecn") << ciscoFrame << QByteArray("fr.fecn") << QString("0");
        QTest::newRow("an EtherType: fr.becn") << ciscoFrame << QByteArray("fr.becn") << QString("0");
        QTest::newRow("an EtherType: fr.de") << ciscoFrame << QByteArray("fr.de") << QString("0");
        QTest::newRow("an EtherType: fr.dlci") << ciscoFrame << QByteArray("fr.dlci") << QString("302");
        QTest::newRow("an EtherType: fr.control") << ciscoFrame << QByteArray("fr.control") << QString("");
        QTest::newRow("an EtherType: fr.nlpid") << ciscoFrame << QByteArray("fr.nlpid") << QString("");
        QTest::newRow("an EtherType: fr.chdlctype") << ciscoFrame << QByteArray("fr.chdlctype") << QString("0x0800");
        QTest::newRow("an EtherType: frame.protocols") << ciscoFrame << QByteArray("frame.protocols") << QString("fr:ip:udp:data");
        QTest::newRow("an EtherType: frame.encap_type") << ciscoFrame << QByteArray("frame.encap_type") << QString("26");
        QTest::newRow("an NLPID: fr.first_addr_octet") << nlpidFrame << QByteArray("fr.first_addr_octet") << QString("0x18");
        QTest::newRow("an NLPID: fr.upper_dlci") << nlpidFrame << QByteArray("fr.upper_dlci") << QString("0x06");
        QTest::newRow("an NLPID: fr.cr") << nlpidFrame << QByteArray("fr.cr") << QString("0");
        QTest::newRow("an NLPID: fr.ea") << nlpidFrame << QByteArray("fr.ea") << QString("0,1");
        QTest::newRow("an NLPID: fr.second_addr_octet") << nlpidFrame << QByteArray("fr.second_addr_octet") << QString("0x4f");
        QTest::newRow("an NLPID: fr.second_dlci") << nlpidFrame << QByteArray("fr.second_dlci") << QString("0x04");
        QTest::newRow("an NLPID: fr.fecn") << nlpidFrame << QByteArray("fr.fecn") << QString("1");
        QTest::newRow("an NLPID: fr.becn") << nlpidFrame << QByteArray("fr.becn") << QString("1");
        QTest::newRow("an NLPID: fr.de") << nlpidFrame << QByteArray("fr.de") << QString("1");
        QTest::newRow("an NLPID: fr.dlci") << nlpidFrame << QByteArray("fr.dlci") << QString("100");
        QTest::newRow("an NLPID: fr.control") << nlpidFrame << QByteArray("fr.control") << QString("0x03");
        QTest::newRow("an NLPID: fr.nlpid") << nlpidFrame << QByteArray("fr.nlpid") << QString("0xcc");
        QTest::newRow("an NLPID: fr.chdlctype") << nlpidFrame << QByteArray("fr.chdlctype") << QString("");
        QTest::newRow("an NLPID: frame.protocols") << nlpidFrame << QByteArray("frame.protocols") << QString("fr:ip:udp:data");
        QTest::newRow("an NLPID: frame.encap_type") << nlpidFrame << QByteArray("frame.encap_type") << QString("26");
        QTest::newRow("the NLPID of IPv6: fr.first_addr_octet") << sixFrame << QByteArray("fr.first_addr_octet") << QString("0x18");
        QTest::newRow("the NLPID of IPv6: fr.upper_dlci") << sixFrame << QByteArray("fr.upper_dlci") << QString("0x06");
        QTest::newRow("the NLPID of IPv6: fr.cr") << sixFrame << QByteArray("fr.cr") << QString("0");
        QTest::newRow("the NLPID of IPv6: fr.ea") << sixFrame << QByteArray("fr.ea") << QString("0,1");
        QTest::newRow("the NLPID of IPv6: fr.second_addr_octet") << sixFrame << QByteArray("fr.second_addr_octet") << QString("0x41");
        QTest::newRow("the NLPID of IPv6: fr.second_dlci") << sixFrame << QByteArray("fr.second_dlci") << QString("0x04");
        QTest::newRow("the NLPID of IPv6: fr.fecn") << sixFrame << QByteArray("fr.fecn") << QString("0");
        QTest::newRow("the NLPID of IPv6: fr.becn") << sixFrame << QByteArray("fr.becn") << QString("0");
        QTest::newRow("the NLPID of IPv6: fr.de") << sixFrame << QByteArray("fr.de") << QString("0");
        QTest::newRow("the NLPID of IPv6: fr.dlci") << sixFrame << QByteArray("fr.dlci") << QString("100");
        QTest::newRow("the NLPID of IPv6: fr.control") << sixFrame << QByteArray("fr.control") << QString("0x03");
        QTest::newRow("the NLPID of IPv6: fr.nlpid") << sixFrame << QByteArray("fr.nlpid") << QString("0x8e");
        QTest::newRow("the NLPID of IPv6: fr.chdlctype") << sixFrame << QByteArray("fr.chdlctype") << QString("");
        QTest::newRow("the NLPID of IPv6: frame.protocols") << sixFrame << QByteArray("frame.protocols") << QString("fr:ipv6:udp:data");
        QTest::newRow("the NLPID of IPv6: frame.encap_type") << sixFrame << QByteArray("frame.encap_type") << QString("26");
        QTest::newRow("an address of four bytes: fr.first_addr_octet") << longFrame << QByteArray("fr.first_addr_octet") << QString("0x18");
        QTest::newRow("an address of four bytes: fr.upper_dlci") << longFrame << QByteArray("fr.upper_dlci") << QString("0x06");
        QTest::newRow("an address of four bytes: fr.cr") << longFrame << QByteArray("fr.cr") << QString("0");
        QTest::newRow("an address of four bytes: fr.ea") << longFrame << QByteArray("fr.ea") << QString("0,0,0,1");
        QTest::newRow("an address of four bytes: fr.second_addr_octet") << longFrame << QByteArray("fr.second_addr_octet") << QString("0x40");
        QTest::newRow("an address of four bytes: fr.second_dlci") << longFrame << QByteArray("fr.second_dlci") << QString("0x04");
        QTest::newRow("an address of four bytes: fr.fecn") << longFrame << QByteArray("fr.fecn") << QString("0");
        QTest::newRow("an address of four bytes: fr.becn") << longFrame << QByteArray("fr.becn") << QString("0");
        QTest::newRow("an address of four bytes: fr.de") << longFrame << QByteArray("fr.de") << QString("0");
        QTest::newRow("an address of four bytes: fr.dlci") << longFrame << QByteArray("fr.dlci") << QString("823361");
        QTest::newRow("an address of four bytes: fr.control") << longFrame << QByteArray("fr.control") << QString("0x03");
        QTest::newRow("an address of four bytes: fr.nlpid") << longFrame << QByteArray("fr.nlpid") << QString("0xcc");
        QTest::newRow("an address of four bytes: fr.chdlctype") << longFrame << QByteArray("fr.chdlctype") << QString("");
        QTest::newRow("an address of four bytes: frame.protocols") << longFrame << QByteArray("frame.protocols") << QString("fr:ip:udp:data");
        QTest::newRow("an address of four bytes: frame.encap_type") << longFrame << QByteArray("frame.encap_type") << QString("26");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, 107), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::frameRelay, ciscoFrame) > 0);
        QVERIFY(feedPrefixes(protocols::frameRelay, nlpidFrame) > 0);
        QVERIFY(feedPrefixes(protocols::frameRelay, sixFrame) > 0);
        QVERIFY(feedPrefixes(protocols::frameRelay, longFrame) > 0);
    }
};

QTEST_GUILESS_MAIN(FrameRelayTest)
#include "tst_frame_relay.moc"
