#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// LINKTYPE_NULL and LINKTYPE_LOOP; expectations from tshark 4.0 over the same bytes but where a line says otherwise.

const QByteArray ipv4("450000140001000040ff00000a0000010a000002");
const QByteArray ipv6("6000000000003b40 00000000000000000000000000000001 00000000000000000000000000000002");

class NullTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("little-endian IPv4") << "02000000" + ipv4 << 0u << QByteArray("null.family") << QString("2");
        QTest::newRow("big-endian IPv4") << "00000002" + ipv4 << 0u << QByteArray("null.family") << QString("2");
        QTest::newRow("its packet") << "00000002" + ipv4 << 0u << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("macOS IPv6") << "1e000000" + ipv6 << 0u << QByteArray("ipv6.hlim") << QString("64");
        QTest::newRow("FreeBSD IPv6") << "0000001c" + ipv6 << 0u << QByteArray("null.family") << QString("28");
        QTest::newRow("EtherType instead") << "000086dd" + ipv6 << 0u << QByteArray("null.type") << QString("0x86dd");
        QTest::newRow("EtherType, little-endian") << "00080000" + ipv4 << 0u << QByteArray("null.type") << QString("0x0800");
        QTest::newRow("a family nobody knows") << "63000000" + ipv4 << 0u << QByteArray("frame.protocols") << QString("null:data");
        QTest::newRow("sixteen bits of IRIX") << "00020000" + ipv4 << 0u << QByteArray("null.family") << QString("2");
        QTest::newRow("PPP in its place") << "ff030021" + ipv4 << 0u << QByteArray("ppp.protocol") << QString("0x0021");
        QTest::newRow("LOOP is big-endian") << "00000018" + ipv6 << 108u << QByteArray("null.family") << QString("24");
        // What follows is data to tshark: it holds LOOP to network order, and to families.
        QTest::newRow("LOOP in the other order") << "02000000" + ipv4 << 108u << QByteArray("null.family") << QString("2");
        QTest::newRow("its packet, too") << "02000000" + ipv4 << 108u << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("LOOP of macOS") << "1e000000" + ipv6 << 108u << QByteArray("ipv6.hlim") << QString("64");
        QTest::newRow("LOOP with an EtherType") << "000086dd" + ipv6 << 108u << QByteArray("null.type") << QString("0x86dd");
        QTest::newRow("LOOP with an EtherType, little-endian") << "47880000 05dc113f" + ipv4 << 108u << QByteArray("frame.protocols") << QString("null:mpls:ip");
        QTest::newRow("NULL with MPLS") << "00008847 05dc113f" + ipv4 << 0u << QByteArray("frame.protocols") << QString("null:mpls:ip");
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

        QTest::newRow("cut")
            << QByteArray("0200")
            << QStringList{
                   "Null/Loopback",
                   "  ! Null/Loopback needs 4 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::null, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::null, "02000000" + ipv4) > 0);
        QVERIFY(feedPrefixes(protocols::loop, "00000002" + ipv4) > 0);
    }
};


QTEST_GUILESS_MAIN(NullTest)
#include "tst_null.moc"
