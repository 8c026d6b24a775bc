#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IEEE 802.1AB clause 8; expectations from tshark 4.0.

// After packet.net, lldp.pcap, with a shorter name and an 802.1 entry
const QByteArray phone(
    "0180c200000e001b54945a8b88cc02060501ac100a6d04100730303142353439"
    "34354138423a5032060200b40807504320506f72740a046e6f64650c054c696e"
    "75780e0400240024100c0501ac100a6d010000000000fe0900120f0103003600"
    "10fe060080c201000a0000ffff");
const QByteArray switched("020704 00192fa7b28d 040c01 55706c696e6b20746f 205331 0602 0078 0000");

class LldpTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("entries") << phone << 1u << QByteArray("lldp.tlv.type") << QString("1,2,3,4,5,6,7,8,127,127,0");
        QTest::newRow("chassis address") << phone << 1u << QByteArray("lldp.chassis.id.ip4") << QString("172.16.10.109");
        QTest::newRow("address family") << phone << 1u << QByteArray("lldp.network_address.subtype") << QString("1");
        QTest::newRow("port") << phone << 1u << QByteArray("lldp.port.id") << QString("001B54945A8B:P2");
        QTest::newRow("seconds") << phone << 1u << QByteArray("lldp.time_to_live") << QString("180");
        QTest::newRow("port description") << phone << 1u << QByteArray("lldp.port.desc") << QString("PC Port");
        QTest::newRow("name") << phone << 1u << QByteArray("lldp.tlv.system.name") << QString("node");
        QTest::newRow("description") << phone << 1u << QByteArray("lldp.tlv.system.desc") << QString("Linux");
        QTest::newRow("capabilities") << phone << 1u << QByteArray("lldp.tlv.system_cap") << QString("0x0024");
        QTest::newRow("bridge") << phone << 1u << QByteArray("lldp.tlv.system_cap.bridge") << QString("1");
        QTest::newRow("no router") << phone << 1u << QByteArray("lldp.tlv.enable_system_cap.router") << QString("0");
        QTest::newRow("telephone") << phone << 1u << QByteArray("lldp.tlv.enable_system_cap.telephone") << QString("1");
        QTest::newRow("management") << phone << 1u << QByteArray("lldp.mgn.addr.ip4") << QString("172.16.10.109");
        QTest::newRow("organisations") << phone << 1u << QByteArray("lldp.orgtlv.oui") << QString("4623,32962");
        QTest::newRow("802.3 subtype") << phone << 1u << QByteArray("lldp.ieee.802_3.subtype") << QString("0x01");
        QTest::newRow("port VLAN") << phone << 1u << QByteArray("lldp.ieee.802_1.port_vlan.id") << QString("10");
        QTest::newRow("padding is no entry") << phone << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:lldp");
        QTest::newRow("chassis MAC") << QByteArray("0180c200000e00192fa7b28d88cc") + switched << 1u << QByteArray("lldp.chassis.id.mac") << QString("00:19:2f:a7:b2:8d");
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

        QTest::newRow("an entry past the end")
            << QByteArray("02 07 04 0019 2fa7")
            << QStringList{
                   "Link Layer Discovery Protocol",
                   "  TLV Type: Chassis Id (1)",
                   "    TLV Length: 7",
                   "  ! an entry says 7 bytes, only 5 are here",
               };
        QTest::newRow("the chassis is not first")
            << QByteArray("fe04 0080c2 09 0000")
            << QStringList{
                   "Link Layer Discovery Protocol",
                   "  TLV Type: Organization Specific (127)",
                   "    TLV Length: 4",
                   "    Organization Unique Code: IEEE 802.1 (32962)",
                   "    IEEE 802.1 Subtype: 0x09",
                   "  TLV Type: End of LLDPDU (0)",
                   "    TLV Length: 0",
                   "  ! the first entry has type 127, where the standard wants the chassis (1)",
               };
        QTest::newRow("cut")
            << QByteArray("02")
            << QStringList{
                   "Link Layer Discovery Protocol",
                   "  ! Link Layer Discovery Protocol needs 2 bytes, but the frame has only 1",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::lldp, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, phone) > 0);
        QVERIFY(feedPrefixes(protocols::lldp, switched) > 0);
    }
};


QTEST_GUILESS_MAIN(LldpTest)
#include "tst_lldp.moc"
