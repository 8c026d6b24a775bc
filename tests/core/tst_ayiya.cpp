#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

#include <ctime>

using namespace vethscope;
using namespace vethscope::test;

// AYIYA, draft-massar-v6ops-ayiya-02; expectations from tshark 4.0 over the same bytes.

const QByteArray packetFrame(
    "02000000000202000000000108004500007a00010000401166700a0000010a0000029c4013d000660000415211294af6"
    "4bfd000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f1011121360000000000a11402001"
    "0db800000000000000000000000120010db80000000000000000000000020fa00fa1000a00006869");
const QByteArray heartbeatFrame(
    "02000000000202000000000108004500004800010000401166a20a0000010a0000029c4013d0003400004152103b4af6"
    "4bfd000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f10111213");

class AyiyaTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC"); // dates are written in the local zone
        ::tzset();
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("a packet: ayiya.idlen") << packetFrame << QByteArray("ayiya.idlen") << QString("0x04");
        QTest::newRow("a packet: ayiya.idtype") << packetFrame << QByteArray("ayiya.idtype") << QString("0x01");
        QTest::newRow("a packet: ayiya.siglen") << packetFrame << QByteArray("ayiya.siglen") << QString("0x05");
        QTest::newRow("a packet: ayiya.hashmethod") << packetFrame << QByteArray("ayiya.hashmethod") << QString("0x02");
        QTest::newRow("a packet: ayiya.authmethod") << packetFrame << QByteArray("ayiya.authmethod") << QString("0x01");
        QTest::newRow("a packet: ayiya.opcode") << packetFrame << QByteArray("ayiya.opcode") << QString("0x01");
        QTest::newRow("a packet: ayiya.nextheader") << packetFrame << QByteArray("ayiya.nextheader") << QString("0x29");
        QTest::newRow("a packet: ayiya.epoch") << packetFrame << QByteArray("ayiya.epoch") << QString("Nov  8, 2009 04:41:33.000000000 UTC");
        QTest::newRow("a packet: ayiya.identity") << packetFrame << QByteArray("ayiya.identity") << QString("000102030405060708090a0b0c0d0e0f");
        QTest::newRow("a packet: ayiya.signature") << packetFrame << QByteArray("ayiya.signature") << QString("000102030405060708090a0b0c0d0e0f10111213");
        QTest::newRow("a packet: frame.protocols") << packetFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:ayiya:ipv6:udp:data");
        QTest::newRow("a heartbeat: ayiya.idlen") << heartbeatFrame << QByteArray("ayiya.idlen") << QString("0x04");
        QTest::newRow("a heartbeat: ayiya.idtype") << heartbeatFrame << QByteArray("ayiya.idtype") << QString("0x01");
        QTest::newRow("a heartbeat: ayiya.siglen") << heartbeatFrame << QByteArray("ayiya.siglen") << QString("0x05");
        QTest::newRow("a heartbeat: ayiya.hashmethod") << heartbeatFrame << QByteArray("ayiya.hashmethod") << QString("0x02");
        QTest::newRow("a heartbeat: ayiya.authmethod") << heartbeatFrame << QByteArray("ayiya.authmethod") << QString("0x01");
        QTest::newRow("a heartbeat: ayiya.opcode") << heartbeatFrame << QByteArray("ayiya.opcode") << QString("0x00");
        QTest::newRow("a heartbeat: ayiya.nextheader") << heartbeatFrame << QByteArray("ayiya.nextheader") << QString("0x3b");
        QTest::newRow("a heartbeat: ayiya.epoch") << heartbeatFrame << QByteArray("ayiya.epoch") << QString("Nov  8, 2009 04:41:33.000000000 UTC");
        QTest::newRow("a heartbeat: ayiya.identity") << heartbeatFrame << QByteArray("ayiya.identity") << QString("000102030405060708090a0b0c0d0e0f");
        QTest::newRow("a heartbeat: ayiya.signature") << heartbeatFrame << QByteArray("ayiya.signature") << QString("000102030405060708090a0b0c0d0e0f10111213");
        QTest::newRow("a heartbeat: frame.protocols") << heartbeatFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:udp:ayiya");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ayiya, packetFrame.mid(84)) > 0);
        QVERIFY(feedPrefixes(protocols::ayiya, heartbeatFrame.mid(84)) > 0);
    }
};

QTEST_GUILESS_MAIN(AyiyaTest)
#include "tst_ayiya.moc"
