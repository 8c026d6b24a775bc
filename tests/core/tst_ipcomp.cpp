#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IPComp, RFC 3173.

class IpcompTest : public QObject
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

        const QByteArray frame1("020000001002020000001001 0800 4500001d 0001 0000 406c 0000 0a000001 0a000002 0600 0002 4b4c4a06 00"); // DEFLATE
        QTest::newRow("DEFLATE: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:ipcomp:data";
        QTest::newRow("DEFLATE: ipcomp.next_header") << frame1 << 1u << QByteArray("ipcomp.next_header") << "0x06";
        QTest::newRow("DEFLATE: ipcomp.flags") << frame1 << 1u << QByteArray("ipcomp.flags") << "0x00";
        QTest::newRow("DEFLATE: ipcomp.cpi") << frame1 << 1u << QByteArray("ipcomp.cpi") << "0x0002";
        const QByteArray frame2("020000001002020000001001 86dd 60000000 0006 6c40 00000000000000000000000000000001 00000000000000000000000000000002 2901 1234 0102"); // an agreed method, in IPv6
        QTest::newRow("an agreed method, in IPv6: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ipv6:ipcomp:data";
        QTest::newRow("an agreed method, in IPv6: ipcomp.next_header") << frame2 << 1u << QByteArray("ipcomp.next_header") << "0x29";
        QTest::newRow("an agreed method, in IPv6: ipcomp.flags") << frame2 << 1u << QByteArray("ipcomp.flags") << "0x01";
        QTest::newRow("an agreed method, in IPv6: ipcomp.cpi") << frame2 << 1u << QByteArray("ipcomp.cpi") << "0x1234";
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

        QTest::newRow("a method that IANA names")
            << QByteArray("0600 0002 4b4c")
            << QStringList{
                   "IP Payload Compression  CPI 0x0002",
                   "  Next Header: TCP (0x06)",
                   "  IPComp Flags: 0x00",
                   "  IPComp CPI: DEFLATE (0x0002)",
                   "Data  2 bytes",
                   "  Data: 4b4c",
                   "  [Length: 2]",
               };
        QTest::newRow("a flag that is reserved")
            << QByteArray("0480 ffff")
            << QStringList{
                   "IP Payload Compression  CPI 0xffff",
                   "  Next Header: IPIP (0x04)",
                   "  IPComp Flags: 0x80",
                   "  IPComp CPI: 0xffff",
               };
        QTest::newRow("cut")
            << QByteArray("0600 00")
            << QStringList{
                   "IP Payload Compression",
                   "  Next Header: TCP (0x06)",
                   "  IPComp Flags: 0x00",
                   "  ! IP Payload Compression needs 4 bytes, but the frame has only 3",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::ipcomp, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ipcomp, "0600 0002 4b4c4a0600"), 2 * 10);
    }
};

QTEST_GUILESS_MAIN(IpcompTest)
#include "tst_ipcomp.moc"
