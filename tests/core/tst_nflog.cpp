#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

#include <ctime>

using namespace vethscope;
using namespace vethscope::test;

// LINKTYPE_NFLOG; expectations from tshark 4.0 over the same bytes.

const QByteArray loggedFrame(
    "0200002808000100080003000b000a0064726f703a200000080005000000000208000b00000003e808000e0000000064"
    "14000300000000005f5e1000000000000003d090220009004500001e00010000401166cc0a0000010a0000020fa00fa1"
    "000a000068690000");

class NflogTest : public QObject
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

        QTest::newRow("from a little machine: nflog.family") << loggedFrame << QByteArray("nflog.family") << QString("2");
        QTest::newRow("from a little machine: nflog.version") << loggedFrame << QByteArray("nflog.version") << QString("0");
        QTest::newRow("from a little machine: nflog.res_id") << loggedFrame << QByteArray("nflog.res_id") << QString("40");
        QTest::newRow("from a little machine: nflog.tlv_length") << loggedFrame << QByteArray("nflog.tlv_length") << QString("8,11,8,8,8,20,34");
        QTest::newRow("from a little machine: nflog.tlv_type") << loggedFrame << QByteArray("nflog.tlv_type") << QString("1,10,5,11,14,3,9");
        QTest::newRow("from a little machine: nflog.protocol") << loggedFrame << QByteArray("nflog.protocol") << QString("0x0800");
        QTest::newRow("from a little machine: nflog.hook") << loggedFrame << QByteArray("nflog.hook") << QString("3");
        QTest::newRow("from a little machine: nflog.ifindex_outdev") << loggedFrame << QByteArray("nflog.ifindex_outdev") << QString("2");
        QTest::newRow("from a little machine: nflog.prefix") << loggedFrame << QByteArray("nflog.prefix") << QString("drop: ");
        QTest::newRow("from a little machine: nflog.uid") << loggedFrame << QByteArray("nflog.uid") << QString("1000");
        QTest::newRow("from a little machine: nflog.gid") << loggedFrame << QByteArray("nflog.gid") << QString("100");
        QTest::newRow("from a little machine: nflog.timestamp") << loggedFrame << QByteArray("nflog.timestamp") << QString("Sep 13, 2020 12:26:40.250000000 UTC");
        QTest::newRow("from a little machine: frame.protocols") << loggedFrame << QByteArray("frame.protocols") << QString("nflog:ip:udp:data");
        QTest::newRow("from a little machine: frame.encap_type") << loggedFrame << QByteArray("frame.encap_type") << QString("141");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, 239), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::nflog, loggedFrame) > 0);
    }
};

QTEST_GUILESS_MAIN(NflogTest)
#include "tst_nflog.moc"
