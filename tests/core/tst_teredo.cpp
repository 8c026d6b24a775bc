#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Teredo, RFC 4380; expectations from tshark 4.0 over the same bytes.

const QByteArray bothFrame(
    "02000000000202000000000108004500006300010000401166870a0000010a0000020dd8cd21004f000000010000b11b"
    "3fea46a9afe900000032de46f93f4660000000000a114020010db800000000000000000000000120010db80000000000"
    "000000000000020fa00fa1000a00006869");
const QByteArray secretFrame(
    "020000000002020000000001080045000060000100004011668a0a0000010a000002cd210dd8004c000000010203aabb"
    "010203b11b3fea46a9afe90160000000000a114020010db800000000000000000000000120010db80000000000000000"
    "000000020fa00fa1000a00006869");
const QByteArray bareFrame(
    "02000000000202000000000108004500004e000100004011669c0a0000010a000002cd210dd8003a000060000000000a"
    "114020010db800000000000000000000000120010db80000000000000000000000020fa00fa1000a00006869");

class TeredoTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("both indications: teredo.auth") << bothFrame << QByteArray("teredo.auth") << QString("1");
        QTest::newRow("both indications: teredo.auth.idlen") << bothFrame << QByteArray("teredo.auth.idlen") << QString("0");
        QTest::newRow("both indications: teredo.auth.aulen") << bothFrame << QByteArray("teredo.auth.aulen") << QString("0");
        QTest::newRow("both indications: teredo.auth.id") << bothFrame << QByteArray("teredo.auth.id") << QString("");
        QTest::newRow("both indications: teredo.auth.value") << bothFrame << QByteArray("teredo.auth.value") << QString("");
        QTest::newRow("both indications: teredo.auth.nonce") << bothFrame << QByteArray("teredo.auth.nonce") << QString("b11b3fea46a9afe9");
        QTest::newRow("both indications: teredo.auth.conf") << bothFrame << QByteArray("teredo.auth.conf") << QString("00");
        QTest::newRow("both indications: teredo.orig") << bothFrame << QByteArray("teredo.orig") << QString("1");
        QTest::newRow("both indications: teredo.orig.port") << bothFrame << QByteArray("teredo.orig.port") << QString("52513");
        QTest::newRow("both indications: teredo.orig.addr") << bothFrame << QByteArray("teredo.orig.addr") << QString("185.6.192.185");
        QTest::newRow("both indications: frame.protocols") << bothFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:teredo:ipv6:udp:data");
        QTest::newRow("an identifier and a secret: teredo.auth") << secretFrame << QByteArray("teredo.auth") << QString("1");
        QTest::newRow("an identifier and a secret: teredo.auth.idlen") << secretFrame << QByteArray("teredo.auth.idlen") << QString("2");
        QTest::newRow("an identifier and a secret: teredo.auth.aulen") << secretFrame << QByteArray("teredo.auth.aulen") << QString("3");
        QTest::newRow("an identifier and a secret: teredo.auth.id") << secretFrame << QByteArray("teredo.auth.id") << QString("aabb");
        QTest::newRow("an identifier and a secret: teredo.auth.value") << secretFrame << QByteArray("teredo.auth.value") << QString("010203");
        QTest::newRow("an identifier and a secret: teredo.auth.nonce") << secretFrame << QByteArray("teredo.auth.nonce") << QString("b11b3fea46a9afe9");
        QTest::newRow("an identifier and a secret: teredo.auth.conf") << secretFrame << QByteArray("teredo.auth.conf") << QString("01");
        QTest::newRow("an identifier and a secret: teredo.orig") << secretFrame << QByteArray("teredo.orig") << QString("");
        QTest::newRow("an identifier and a secret: teredo.orig.port") << secretFrame << QByteArray("teredo.orig.port") << QString("");
        QTest::newRow("an identifier and a secret: teredo.orig.addr") << secretFrame << QByteArray("teredo.orig.addr") << QString("");
        QTest::newRow("an identifier and a secret: frame.protocols") << secretFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:teredo:ipv6:udp:data");
        QTest::newRow("none: teredo.auth") << bareFrame << QByteArray("teredo.auth") << QString("");
        QTest::newRow("none: teredo.auth.idlen") << bareFrame << QByteArray("teredo.auth.idlen") << QString("");
        QTest::newRow("none: teredo.auth.aulen") << bareFrame << QByteArray("teredo.auth.aulen") << QString("");
        QTest::newRow("none: teredo.auth.id") << bareFrame << QByteArray("teredo.auth.id") << QString("");
        QTest::newRow("none: teredo.auth.value") << bareFrame << QByteArray("teredo.auth.value") << QString("");
        QTest::newRow("none: teredo.auth.nonce") << bareFrame << QByteArray("teredo.auth.nonce") << QString("");
        QTest::newRow("none: teredo.auth.conf") << bareFrame << QByteArray("teredo.auth.conf") << QString("");
        QTest::newRow("none: teredo.orig") << bareFrame << QByteArray("teredo.orig") << QString("");
        QTest::newRow("none: teredo.orig.port") << bareFrame << QByteArray("teredo.orig.port") << QString("");
        QTest::newRow("none: teredo.orig.addr") << bareFrame << QByteArray("teredo.orig.addr") << QString("");
        QTest::newRow("none: frame.protocols") << bareFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:teredo:ipv6:udp:data");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::teredo, bothFrame.mid(84)) > 0);
        QVERIFY(feedPrefixes(protocols::teredo, secretFrame.mid(84)) > 0);
        QVERIFY(feedPrefixes(protocols::teredo, bareFrame.mid(84)) > 0);
    }
};

QTEST_GUILESS_MAIN(TeredoTest)
#include "tst_teredo.moc"
