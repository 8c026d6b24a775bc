#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// PIM, RFC 7761; expectations from tshark 4.0 over the same bytes.

const QByteArray helloFrame(
    "02000000000202000000000108004500001e000100004067906a0a000001e000000d2000df93000100020069");
const QByteArray registeredFrame(
    "02000000000202000000000108004500003a000100004067665a0a0000010a00000221009eff400000004500001e0001"
    "0000401166cc0a0000010a0000020fa00fa1000a00006869");
const QByteArray wrongFrame(
    "02000000000202000000000108004500001a000100004067667a0a0000010a0000022003ffff0100");

class PimTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("a Hello: pim.version") << helloFrame << QByteArray("pim.version") << QString("2");
        QTest::newRow("a Hello: pim.type") << helloFrame << QByteArray("pim.type") << QString("0");
        QTest::newRow("a Hello: pim.cksum") << helloFrame << QByteArray("pim.cksum") << QString("0xdf93");
        QTest::newRow("a Hello: pim.cksum.status") << helloFrame << QByteArray("pim.cksum.status") << QString("1");
        QTest::newRow("a Hello: pim.register_flag") << helloFrame << QByteArray("pim.register_flag") << QString("");
        QTest::newRow("a Hello: pim.register_flag.border") << helloFrame << QByteArray("pim.register_flag.border") << QString("");
        QTest::newRow("a Hello: pim.register_flag.null_register") << helloFrame << QByteArray("pim.register_flag.null_register") << QString("");
        QTest::newRow("a Hello: frame.protocols") << helloFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:pim");
        QTest::newRow("a Register: pim.version") << registeredFrame << QByteArray("pim.version") << QString("2");
        QTest::newRow("a Register: pim.type") << registeredFrame << QByteArray("pim.type") << QString("1");
        QTest::newRow("a Register: pim.cksum") << registeredFrame << QByteArray("pim.cksum") << QString("0x9eff");
        QTest::newRow("a Register: pim.cksum.status") << registeredFrame << QByteArray("pim.cksum.status") << QString("1");
        QTest::newRow("a Register: pim.register_flag") << registeredFrame << QByteArray("pim.register_flag") << QString("0x40000000");
        QTest::newRow("a Register: pim.register_flag.border") << registeredFrame << QByteArray("pim.register_flag.border") << QString("0");
        QTest::newRow("a Register: pim.register_flag.null_register") << registeredFrame << QByteArray("pim.register_flag.null_register") << QString("1");
        QTest::newRow("a Register: frame.protocols") << registeredFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:pim:ip:udp:data");
        QTest::newRow("a wrong sum: pim.version") << wrongFrame << QByteArray("pim.version") << QString("2");
        QTest::newRow("a wrong sum: pim.type") << wrongFrame << QByteArray("pim.type") << QString("0");
        QTest::newRow("a wrong sum: pim.cksum") << wrongFrame << QByteArray("pim.cksum") << QString("0xffff");
        QTest::newRow("a wrong sum: pim.cksum.status") << wrongFrame << QByteArray("pim.cksum.status") << QString("0");
        QTest::newRow("a wrong sum: pim.register_flag") << wrongFrame << QByteArray("pim.register_flag") << QString("");
        QTest::newRow("a wrong sum: pim.register_flag.border") << wrongFrame << QByteArray("pim.register_flag.border") << QString("");
        QTest::newRow("a wrong sum: pim.register_flag.null_register") << wrongFrame << QByteArray("pim.register_flag.null_register") << QString("");
        QTest::newRow("a wrong sum: frame.protocols") << wrongFrame << QByteArray("frame.protocols") << QString("eth:ethertype:ip:pim");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::pim, helloFrame.mid(68)) > 0);
        QVERIFY(feedPrefixes(protocols::pim, registeredFrame.mid(68)) > 0);
        QVERIFY(feedPrefixes(protocols::pim, wrongFrame.mid(68)) > 0);
    }
};

QTEST_GUILESS_MAIN(PimTest)
#include "tst_pim.moc"
