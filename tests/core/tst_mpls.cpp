#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 3032, RFC 4385, RFC 4448; labels and IP as tshark 4.0, pseudowires by what their frames say.

const QByteArray ethernetHeader("020000001002020000001001 8847 ");
const QByteArray ipv4("450000140001000040ff00000a0000010a000002");
const QByteArray soundIpv4("450000150001000040fd65e90a0000010a000002 61");
const QByteArray frame("cc070d080000cc000a640000 0800 450000140001000040ff00000a0000010a000002");
// RFC 7510
const QByteArray overUdp(
    "0200000030020200000030010800450000340001000040110000c000021ec633"
    "641ef5fe19eb0020000005dc113f450000140001000040ff00000a0000010a00"
    "0002");
// RFC 4023
const QByteArray overIp(
    "02000000300202000000300108004500002c0001000040890000c000021ec633"
    "641e05dc113f450000140001000040ff00000a0000010a000002");

class MplsTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("labels") << ethernetHeader + "05dc0240 05dc113f" + ipv4 << 1u << QByteArray("mpls.label") << QString("24000,24001");
        QTest::newRow("experimental") << ethernetHeader + "05dc0240 05dc113f" + ipv4 << 1u << QByteArray("mpls.exp") << QString("1,0");
        QTest::newRow("bottom") << ethernetHeader + "05dc0240 05dc113f" + ipv4 << 1u << QByteArray("mpls.bottom") << QString("0,1");
        QTest::newRow("TTL") << ethernetHeader + "05dc0240 05dc113f" + ipv4 << 1u << QByteArray("mpls.ttl") << QString("64,63");
        QTest::newRow("IPv4") << ethernetHeader + "05dc113f" + ipv4 << 1u << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("a stack is named once") << ethernetHeader + "05dc0240 05dc113f" + ipv4 << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:ip");
        QTest::newRow("no tunnel between nodes") << ethernetHeader + "05dc113f" + ipv4 << 1u << QByteArray("vs.depth") << QString("0");
        QTest::newRow("control word") << ethernetHeader + "000101ff 00000007" + frame << 1u << QByteArray("pweth.cw.sequence_number") << QString("7");
        QTest::newRow("frame behind it") << ethernetHeader + "000101ff 00000007" + frame << 1u << QByteArray("eth.src") << QString("02:00:00:00:10:01,cc:00:0a:64:00:00");
        QTest::newRow("frame without control word") << ethernetHeader + "000101ff 00070d080000cc000a6400000800" + ipv4 << 1u << QByteArray("eth.dst") << QString("02:00:00:00:10:02,00:07:0d:08:00:00");
        QTest::newRow("frame of another first digit") << ethernetHeader + "000101ff" + frame << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:eth:ethertype:ip");
        QTest::newRow("nothing that can be told") << ethernetHeader + "000101ff" + "f0f1f2f3" << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:data");
        QTest::newRow("associated channel") << ethernetHeader + "000101ff 10000021" + ipv4 << 1u << QByteArray("pwach.channel_type") << QString("0x0021");
        // RFC 4385, section 3: labels that carry IP behind a control word. The header's checksum has to be right.
        QTest::newRow("IP behind a control word") << ethernetHeader + "000101ff 02000007" + soundIpv4 << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:pwmcw:ip:data");
        QTest::newRow("its number") << ethernetHeader + "000101ff 02000007" + soundIpv4 << 1u << QByteArray("pwmcw.sequence_number") << QString("7");
        QTest::newRow("its flags") << ethernetHeader + "000101ff 02000007" + soundIpv4 << 1u << QByteArray("pwmcw.flags") << QString("0x0008");
        QTest::newRow("its packet") << ethernetHeader + "000101ff 02000007" + soundIpv4 << 1u << QByteArray("ip.dst") << QString("10.0.0.2");
        QTest::newRow("a length that ends it before the padding") << ethernetHeader + "000101ff 00190007" + soundIpv4 + "0000" << 1u << QByteArray("pwmcw.length") << QString("25");
        QTest::newRow("IPv6 behind a control word") << ethernetHeader + "000101ff 00000001 6000000000003b40 00000000000000000000000000000001 00000000000000000000000000000002" << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:pwmcw:ipv6");
        QTest::newRow("IP of a wrong checksum is none") << ethernetHeader + "000101ff 00000007" + ipv4 << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:mpls:pwethcw:eth:ethertype:data");
        QTest::newRow("over UDP it is a tunnel") << overUdp << 1u << QByteArray("vs.tunnel") << QString("mpls");
        QTest::newRow("in IP it is a tunnel") << overIp << 1u << QByteArray("overlay.mpls.label") << QString("24001");
        QTest::newRow("the chain over UDP") << overUdp << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:mpls:ip");
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

        QTest::newRow("explicit null, then nothing")
            << QByteArray("00000140")
            << QStringList{
                   "MultiProtocol Label Switching Header  Label 0 (IPv4 Explicit-Null), Exp 0, S 1, TTL 64",
                   "  MPLS Label: IPv4 Explicit-Null (0)",
                   "  MPLS Experimental Bits: 0",
                   "  MPLS Bottom Of Label Stack: 1",
                   "  MPLS TTL: 64",
               };
        QTest::newRow("a control word that ends its packet, and padding")
            << QByteArray("000101ff 00060007 450000150001000040fd65e90a0000010a000002 61")
            << QStringList{
                   "MultiProtocol Label Switching Header  Label 16, Exp 0, S 1, TTL 255",
                   "  MPLS Label: 16",
                   "  MPLS Experimental Bits: 0",
                   "  MPLS Bottom Of Label Stack: 1",
                   "  MPLS TTL: 255",
                   "PW MPLS Control Word (generic/preferred)  Sequence number 7",
                   "  Flags: 0x0000",
                   "  Length: 6",
                   "  Sequence Number: 7",
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  ! Internet Protocol Version 4 needs 20 bytes, but the header around it leaves only 2",
               };
        QTest::newRow("cut")
            << QByteArray("0000")
            << QStringList{
                   "MultiProtocol Label Switching Header",
                   "  ! MultiProtocol Label Switching Header needs 4 bytes, but the frame has only 2",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::mpls, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, ethernetHeader + "05dc0240 05dc113f" + ipv4) > 0);
        QVERIFY(feedPrefixes(protocols::ethernet, ethernetHeader + "000101ff 00000007" + frame) > 0);
    }
};


QTEST_GUILESS_MAIN(MplsTest)
#include "tst_mpls.moc"
