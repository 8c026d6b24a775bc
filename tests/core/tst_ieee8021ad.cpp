#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// IEEE 802.1ad: a provider tag around a customer tag.

// tcpdump, 802.1ad_QinQ.pcap, frame 1, with a priority
const QByteArray tagged(
    "ffffffffffff0020d25afb3f88a8a0c8810007d1080600010800060400010020"
    "d25afb3fac154f61000000000000ac154f64");
// The number used before the standard
const QByteArray old(
    "020000000002020000000001910000070800450000140001000040ff00000a00"
    "00010a000002");

class Ieee8021adTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        QTest::newRow("service VLAN") << tagged << 1u << QByteArray("ieee8021ad.id") << QString("200");
        QTest::newRow("priority") << tagged << 1u << QByteArray("ieee8021ad.priority") << QString("5");
        QTest::newRow("eligible") << tagged << 1u << QByteArray("ieee8021ad.dei") << QString("0");
        QTest::newRow("customer VLAN") << tagged << 1u << QByteArray("vlan.id") << QString("2001");
        QTest::newRow("the chain") << tagged << 1u << QByteArray("frame.protocols") << QString("eth:ethertype:ieee8021ad:ethertype:vlan:ethertype:arp");
        QTest::newRow("old number of the same") << old << 1u << QByteArray("vlan.id") << QString("7");
    }

    void values()
    {
        QFETCH(QByteArray, packet);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, packet, linkType), "value");
    }

    void everyPrefix()
    {
        QVERIFY(feedPrefixes(protocols::ethernet, tagged) > 0);
    }
};


QTEST_GUILESS_MAIN(Ieee8021adTest)
#include "tst_ieee8021ad.moc"
