#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Multicast DNS, RFC 6762.

class MdnsTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // pcapflowlab__04_mdns_ipv4_dns_sd_response.pcap, frame 1
        const QByteArray announcement(
            "01005e0000fb02000000000108004500013012340000ff110526c0000267e00000fb14e914e9011c3a10000084000000"
            "0001000000030d5f64656d6f2d73657276696365045f746370056c6f63616c00000c00010000119400290e4578616d70"
            "6c65204465766963650d5f64656d6f2d73657276696365045f746370056c6f63616c000e4578616d706c652044657669"
            "63650d5f64656d6f2d73657276696365045f746370056c6f63616c000021000100000078001c0000000030390e657861"
            "6d706c652d646576696365056c6f63616c000e4578616d706c65204465766963650d5f64656d6f2d7365727669636504"
            "5f746370056c6f63616c00001000010000007800150769643d64656d6f0c6e6f74653d666978747572650e6578616d70"
            "6c652d646576696365056c6f63616c0000010001000000780004c000022c");
        QTest::newRow("a service: dns.id") << announcement << QByteArray("dns.id") << "0x0000";
        QTest::newRow("a service: dns.flags") << announcement << QByteArray("dns.flags") << "0x8400";
        QTest::newRow("a service: dns.flags.response") << announcement << QByteArray("dns.flags.response") << "1";
        QTest::newRow("a service: dns.count.answers") << announcement << QByteArray("dns.count.answers") << "1";
        QTest::newRow("a service: dns.count.add_rr") << announcement << QByteArray("dns.count.add_rr") << "3";
        QTest::newRow("a service: dns.resp.name") << announcement << QByteArray("dns.resp.name") << "_demo-service._tcp.local,Example Device._demo-service._tcp.local,example-device.local";
        QTest::newRow("a service: dns.resp.type") << announcement << QByteArray("dns.resp.type") << "12,33,16,1";
        QTest::newRow("a service: dns.resp.class") << announcement << QByteArray("dns.resp.class") << "0x0001,0x0001,0x0001,0x0001";
        QTest::newRow("a service: dns.resp.cache_flush") << announcement << QByteArray("dns.resp.cache_flush") << "0,0,0,0";
        QTest::newRow("a service: dns.resp.ttl") << announcement << QByteArray("dns.resp.ttl") << "4500,120,120,120";
        QTest::newRow("a service: dns.ptr.domain_name") << announcement << QByteArray("dns.ptr.domain_name") << "Example Device._demo-service._tcp.local";
        QTest::newRow("a service: dns.srv.service") << announcement << QByteArray("dns.srv.service") << "Example Device";
        QTest::newRow("a service: dns.srv.proto") << announcement << QByteArray("dns.srv.proto") << "_demo-service";
        QTest::newRow("a service: dns.srv.name") << announcement << QByteArray("dns.srv.name") << "_tcp.local";
        QTest::newRow("a service: dns.srv.port") << announcement << QByteArray("dns.srv.port") << "12345";
        QTest::newRow("a service: dns.srv.target") << announcement << QByteArray("dns.srv.target") << "example-device.local";
        QTest::newRow("a service: dns.txt") << announcement << QByteArray("dns.txt") << "id=demo,note=fixture";
        QTest::newRow("a service: dns.a") << announcement << QByteArray("dns.a") << "192.0.2.44";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame), "value");
    }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("line");

        QTest::newRow("a question that wants an answer for itself")
            << QByteArray("0000 0000 0001 0000 0000 0000 056c6f63616c00 000c 8001")
            << "\"QU\" question: Set";
        QTest::newRow("a name that points to itself")
            << QByteArray("0000 0000 0001 0000 0000 0000 c00c 000c 0001")
            << "! question 1 cannot be read at byte 12 of the message";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::mdns, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::mdns, "0000"), (QStringList{
            "Multicast Domain Name System",
            "  Transaction ID: 0x0000",
            "  ! Multicast Domain Name System needs 12 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray message(
            "0000840000000001000000030d5f64656d6f2d73657276696365045f746370056c6f63616c00000c0001000011940029"
            "0e4578616d706c65204465766963650d5f64656d6f2d73657276696365045f746370056c6f63616c000e4578616d706c"
            "65204465766963650d5f64656d6f2d73657276696365045f746370056c6f63616c000021000100000078001c00000000"
            "30390e6578616d706c652d646576696365056c6f63616c000e4578616d706c65204465766963650d5f64656d6f2d7365"
            "7276696365045f746370056c6f63616c00001000010000007800150769643d64656d6f0c6e6f74653d66697874757265"
            "0e6578616d706c652d646576696365056c6f63616c0000010001000000780004c000022c");
        QCOMPARE(feedPrefixes(protocols::mdns, message), 2 * (276 + 1));
    }
};

QTEST_GUILESS_MAIN(MdnsTest)
#include "tst_mdns.moc"
