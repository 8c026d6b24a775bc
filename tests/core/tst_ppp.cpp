#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// RFC 1661, RFC 1662; expectations from tshark 4.0.

const QByteArray ipv4("450000140001000040ff00000a0000010a000002");
const QByteArray request("ff03c021 0101000e 010405d4 0506d4a58cbe");

class PppTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("address") << "ff030021" + ipv4 << 9u << QByteArray("ppp.address") << QString("0xff");
        QTest::newRow("control") << "ff030021" + ipv4 << 9u << QByteArray("ppp.control") << QString("0x03");
        QTest::newRow("protocol") << "ff030021" + ipv4 << 9u << QByteArray("ppp.protocol") << QString("0x0021");
        QTest::newRow("without address and control") << "0021" + ipv4 << 9u << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("protocol of one byte") << "21" + ipv4 << 9u << QByteArray("ppp.protocol") << QString("0x0021");
        QTest::newRow("no address then") << "21" + ipv4 << 9u << QByteArray("ppp.address") << QString("");
        QTest::newRow("in HDLC framing") << "ff0321" + ipv4 << 50u << QByteArray("ip.dst") << QString("10.0.0.2");
        QTest::newRow("an unknown protocol") << QByteArray("ff031235616263") << 9u << QByteArray("frame.protocols") << QString("ppp:data");
        QTest::newRow("LCP code") << request << 9u << QByteArray("ppp.code") << QString("1");
        QTest::newRow("LCP length") << request << 9u << QByteArray("ppp.length") << QString("14");
        QTest::newRow("LCP options") << request << 9u << QByteArray("lcp.opt.type") << QString("1,5");
        QTest::newRow("receive unit") << request << 9u << QByteArray("lcp.opt.mru") << QString("1492");
        QTest::newRow("magic number") << request << 9u << QByteArray("lcp.opt.magic_number") << QString("0xd4a58cbe");
        QTest::newRow("IPCP address") << QByteArray("80210101000a0306c0a8022d") << 9u << QByteArray("ipcp.opt.ip_address") << QString("192.168.2.45");
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

        QTest::newRow("an option past the end")
            << QByteArray("01010008 01ff05d4")
            << QStringList{
                   "PPP Link Control Protocol  Configuration Request",
                   "  Code: Configuration Request (1)",
                   "  Identifier: 1",
                   "  Length: 8",
                   "  ! an option at byte 4 says 255 bytes, which its message does not have",
               };
        QTest::newRow("a length that lies")
            << QByteArray("01010002")
            << QStringList{
                   "! PPP Link Control Protocol length field says 2 bytes, but the header alone has 4",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::lcp, packet), "tree");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ppp, "ff030021" + ipv4) > 0);
        QVERIFY(feedPrefixes(protocols::ppp, request) > 0);
    }
};


QTEST_GUILESS_MAIN(PppTest)
#include "tst_ppp.moc"
