#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IP over InfiniBand, RFC 4391 section 6; LINKTYPE_IPOIB.

class IpoibTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002 0800 0001 450000140001000040ff00000a0000010a000002"); // no route
        QTest::newRow("no route: frame.protocols") << frame1 << 242u << QByteArray("frame.protocols") << "ipoib:ip";
        QTest::newRow("no route: frame.encap_type") << frame1 << 242u << QByteArray("frame.encap_type") << "180";
        QTest::newRow("no route: ipoib.daddr") << frame1 << 242u << QByteArray("ipoib.daddr") << "1";
        QTest::newRow("no route: ipoib.daddr.qpn") << frame1 << 242u << QByteArray("ipoib.daddr.qpn") << "0x00004a";
        QTest::newRow("no route: ipoib.dgid") << frame1 << 242u << QByteArray("ipoib.dgid") << "fe80::2:c903:0:2";
        QTest::newRow("no route: ipoib.type") << frame1 << 242u << QByteArray("ipoib.type") << "0x0800";
        QTest::newRow("no route: ipoib.reserved") << frame1 << 242u << QByteArray("ipoib.reserved") << "0x0001";
        QTest::newRow("no route: ipoib.grh") << frame1 << 242u << QByteArray("ipoib.grh") << "";
        QTest::newRow("no route: ipoib.grh.ipver") << frame1 << 242u << QByteArray("ipoib.grh.ipver") << "";
        QTest::newRow("no route: ipoib.grh.tclass") << frame1 << 242u << QByteArray("ipoib.grh.tclass") << "";
        QTest::newRow("no route: ipoib.grh.flowlabel") << frame1 << 242u << QByteArray("ipoib.grh.flowlabel") << "";
        QTest::newRow("no route: ipoib.grh.sqpn") << frame1 << 242u << QByteArray("ipoib.grh.sqpn") << "";
        QTest::newRow("no route: ipoib.grh.sgid") << frame1 << 242u << QByteArray("ipoib.grh.sgid") << "";
        QTest::newRow("no route: ip.src") << frame1 << 242u << QByteArray("ip.src") << "10.0.0.1";
        const QByteArray frame2("00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002 0806 0000 0020080014040001"); // ARP
        QTest::newRow("ARP: frame.protocols") << frame2 << 242u << QByteArray("frame.protocols") << "ipoib:arp";
        QTest::newRow("ARP: frame.encap_type") << frame2 << 242u << QByteArray("frame.encap_type") << "180";
        QTest::newRow("ARP: ipoib.daddr") << frame2 << 242u << QByteArray("ipoib.daddr") << "1";
        QTest::newRow("ARP: ipoib.daddr.qpn") << frame2 << 242u << QByteArray("ipoib.daddr.qpn") << "0x00004a";
        QTest::newRow("ARP: ipoib.dgid") << frame2 << 242u << QByteArray("ipoib.dgid") << "fe80::2:c903:0:2";
        QTest::newRow("ARP: ipoib.type") << frame2 << 242u << QByteArray("ipoib.type") << "0x0806";
        QTest::newRow("ARP: ipoib.reserved") << frame2 << 242u << QByteArray("ipoib.reserved") << "0x0000";
        QTest::newRow("ARP: ipoib.grh") << frame2 << 242u << QByteArray("ipoib.grh") << "";
        QTest::newRow("ARP: ipoib.grh.ipver") << frame2 << 242u << QByteArray("ipoib.grh.ipver") << "";
        QTest::newRow("ARP: ipoib.grh.tclass") << frame2 << 242u << QByteArray("ipoib.grh.tclass") << "";
        QTest::newRow("ARP: ipoib.grh.flowlabel") << frame2 << 242u << QByteArray("ipoib.grh.flowlabel") << "";
        QTest::newRow("ARP: ipoib.grh.sqpn") << frame2 << 242u << QByteArray("ipoib.grh.sqpn") << "";
        QTest::newRow("ARP: ipoib.grh.sgid") << frame2 << 242u << QByteArray("ipoib.grh.sgid") << "";
        const QByteArray frame3("61234567 00123456 fe800000000000000002c90300000001 ff12401bffff00000000000000000001 86dd 0000 6000000000003b40 00000000000000000000000000000001 00000000000000000000000000000002"); // a route
        QTest::newRow("a route: frame.protocols") << frame3 << 242u << QByteArray("frame.protocols") << "ipoib:ipv6";
        QTest::newRow("a route: frame.encap_type") << frame3 << 242u << QByteArray("frame.encap_type") << "180";
        QTest::newRow("a route: ipoib.daddr") << frame3 << 242u << QByteArray("ipoib.daddr") << "";
        QTest::newRow("a route: ipoib.daddr.qpn") << frame3 << 242u << QByteArray("ipoib.daddr.qpn") << "";
        QTest::newRow("a route: ipoib.dgid") << frame3 << 242u << QByteArray("ipoib.dgid") << "ff12:401b:ffff::1";
        QTest::newRow("a route: ipoib.type") << frame3 << 242u << QByteArray("ipoib.type") << "0x86dd";
        QTest::newRow("a route: ipoib.reserved") << frame3 << 242u << QByteArray("ipoib.reserved") << "0x0000";
        QTest::newRow("a route: ipoib.grh") << frame3 << 242u << QByteArray("ipoib.grh") << "1";
        QTest::newRow("a route: ipoib.grh.ipver") << frame3 << 242u << QByteArray("ipoib.grh.ipver") << "6";
        QTest::newRow("a route: ipoib.grh.tclass") << frame3 << 242u << QByteArray("ipoib.grh.tclass") << "18";
        QTest::newRow("a route: ipoib.grh.flowlabel") << frame3 << 242u << QByteArray("ipoib.grh.flowlabel") << "214375";
        QTest::newRow("a route: ipoib.grh.sqpn") << frame3 << 242u << QByteArray("ipoib.grh.sqpn") << "0x123456";
        QTest::newRow("a route: ipoib.grh.sgid") << frame3 << 242u << QByteArray("ipoib.grh.sgid") << "fe80::2:c903:0:1";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a route")
            << QByteArray("61234567 00123456 fe800000000000000002c90300000001 ff12401bffff00000000000000000001 86dd 0000")
            << QStringList{
                   "IP over InfiniBand  IPv6",
                   "  Global Route Header",
                   "    IP Version: 6",
                   "    Traffic Class: 18",
                   "    Flow Label: 214375",
                   "    Source QPN: 0x123456",
                   "    Source GID: fe80::2:c903:0:1",
                   "    Destination GID: ff12:401b:ffff::1",
                   "  Type: IPv6 (0x86dd)",
                   "  Reserved: 0x0000",
               };
        QTest::newRow("no route")
            << QByteArray("00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002 0800 0001")
            << QStringList{
                   "IP over InfiniBand  IPv4",
                   "  Destination address",
                   "    Destination QPN: 0x00004a",
                   "    Destination GID: fe80::2:c903:0:2",
                   "  Type: IPv4 (0x0800)",
                   "  Reserved: 0x0001",
               };
        QTest::newRow("an unknown type")
            << QByteArray("00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002 1234 0000 0102")
            << QStringList{
                   "IP over InfiniBand  unknown type",
                   "  Destination address",
                   "    Destination QPN: 0x00004a",
                   "    Destination GID: fe80::2:c903:0:2",
                   "  Type: 0x1234",
                   "  Reserved: 0x0000",
                   "Data  2 bytes",
                   "  Data: 0102",
                   "  [Length: 2]",
               };
        QTest::newRow("cut")
            << QByteArray("00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002")
            << QStringList{
                   "IP over InfiniBand",
                   "  ! IP over InfiniBand needs 44 bytes, but the frame has only 40",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::ipoib, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ipoib, "00000000 00000000 00000000 00000000 00000000 0000004a fe800000000000000002c90300000002 0800 0000 450000140001000040ff00000a0000010a000002"), 2 * 65);
    }
};

QTEST_GUILESS_MAIN(IpoibTest)
#include "tst_ipoib.moc"
