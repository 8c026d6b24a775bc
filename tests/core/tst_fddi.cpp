#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// LINKTYPE_FDDI; expectations from tshark 4.0 over the same bytes.

const QByteArray header("50 aa00040082a7 aa00040083a7");
const QByteArray ipv4("aaaa030000000800 450000140001000040ff00000a0000010a000002");

class FddiTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("the frame control") << header + ipv4 << QByteArray("fddi.fc") << QString("0x50");
        QTest::newRow("its class") << header + ipv4 << QByteArray("fddi.fc.clf") << QString("0x05");
        QTest::newRow("its priority") << "53" + header.mid(2) + ipv4 << QByteArray("fddi.fc.prio") << QString("3");
        QTest::newRow("addresses are turned round") << header + ipv4 << QByteArray("fddi.dst") << QString("55:00:20:00:41:e5");
        QTest::newRow("the sender") << header + ipv4 << QByteArray("fddi.src") << QString("55:00:20:00:c1:e5");
        QTest::newRow("what is inside") << header + ipv4 << QByteArray("frame.protocols") << QString("fddi:llc:ip");
        QTest::newRow("its packet") << header + ipv4 << QByteArray("ip.src") << QString("10.0.0.1");
        QTest::newRow("no LLC") << "41" + header.mid(2) + "01020304" << QByteArray("frame.protocols") << QString("fddi:data");
        QTest::newRow("Wireshark's number") << header + ipv4 << QByteArray("frame.encap_type") << QString("6");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, 10), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::fddi, header + ipv4) > 0);
    }
};

QTEST_GUILESS_MAIN(FddiTest)
#include "tst_fddi.moc"
