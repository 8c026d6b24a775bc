#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Resource records beside addresses, IANA's list.

class DnsRecordsTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // zeek__dns-caa.pcap, frame 2
        const QByteArray authorization(
            "7831c1c63fc29059af5b66d4080045200057b46e00003511ef1508080808c0a8113a0035e58300439278355e81800001"
            "00010000000006676f6f676c6503636f6d0001010001c00c010100010000544900130005697373756573796d616e7465"
            "632e636f6d");
        QTest::newRow("CAA: dns.resp.type") << authorization << QByteArray("dns.resp.type") << "257";
        QTest::newRow("CAA: dns.caa.flags") << authorization << QByteArray("dns.caa.flags") << "0x00";
        QTest::newRow("CAA: dns.caa.flags.issuer_critical") << authorization << QByteArray("dns.caa.flags.issuer_critical") << "0";
        QTest::newRow("CAA: dns.caa.issue") << authorization << QByteArray("dns.caa.issue") << "symantec.com";
        QTest::newRow("CAA: dns.caa.tag_length") << authorization << QByteArray("dns.caa.tag_length") << "5";
        QTest::newRow("CAA: dns.caa.tag") << authorization << QByteArray("dns.caa.tag") << "issue";
        QTest::newRow("CAA: dns.caa.value") << authorization << QByteArray("dns.caa.value") << "symantec.com";

        // zeek__hinfo.pcap, frame 2
        const QByteArray host(
            "8c8590a5e904c4ad34d2d7b5080045000067fd2500003f1165970a57010a0a5703120035e71b00534634c98885800001"
            "000100000001047a65656b076578616d706c65036e657400000d0001c00c000d000100000e10001209494e54454c2d33"
            "38360757696e646f777300002904d0000000000000");
        QTest::newRow("HINFO: dns.resp.type") << host << QByteArray("dns.resp.type") << "13,41";
        QTest::newRow("HINFO: dns.hinfo.cpu_length") << host << QByteArray("dns.hinfo.cpu_length") << "9";
        QTest::newRow("HINFO: dns.hinfo.cpu") << host << QByteArray("dns.hinfo.cpu") << "INTEL-386";
        QTest::newRow("HINFO: dns.hinfo.os") << host << QByteArray("dns.hinfo.os") << "Windows";

        // zeek__naptr.pcap, frame 2
        const QByteArray pointer(
            "607ec9bdfd6838437dc8788e86dd60000000009511409e9fb337a69cf92faedd9f9fe6cc99be9e9fb337a69cf92fd57e"
            "baf8ceddbed20035c3b50095e49351ea818000010001000000001666702d64652d636172726965722d766f6461666f6e"
            "65037263730974656c6570686f6e7904676f6f670000230001c00c00230001000000a800460064006401730853495053"
            "2b44325400055f73697073045f7463701666702d64652d636172726965722d766f6461666f6e65037263730974656c65"
            "70686f6e7904676f6f6700");
        QTest::newRow("NAPTR: dns.naptr.order") << pointer << QByteArray("dns.naptr.order") << "100";
        QTest::newRow("NAPTR: dns.naptr.preference") << pointer << QByteArray("dns.naptr.preference") << "100";
        QTest::newRow("NAPTR: dns.naptr.flags") << pointer << QByteArray("dns.naptr.flags") << "s";
        QTest::newRow("NAPTR: dns.naptr.service") << pointer << QByteArray("dns.naptr.service") << "SIPS+D2T";
        QTest::newRow("NAPTR: dns.naptr.replacement_length") << pointer << QByteArray("dns.naptr.replacement_length") << "52";
        QTest::newRow("NAPTR: dns.naptr.replacement") << pointer << QByteArray("dns.naptr.replacement") << "_sips._tcp.fp-de-carrier-vodafone.rcs.telephony.goog";
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

        QTest::newRow("an update")
            << QByteArray("1234 2800 0000 0000 0000 0000")
            << "Zones: 0";
        QTest::newRow("a record that its message does not hold")
            << QByteArray("1234 8000 0000 0001 0000 0000 00 0001 0001 00000000 0040")
            << "! resource record 1 cannot be read at byte 12 of the message";
        QTest::newRow("a service binding for HTTPS")
            << QByteArray("1234 8000 0000 0001 0000 0000 00 0041 0001 00000000 000a 0001 00 0001 0003 026832")
            << "ALPN: h2";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::dns, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void everyPrefix()
    {
        const QByteArray message(
            "51ea818000010001000000001666702d64652d636172726965722d766f6461666f6e65037263730974656c6570686f6e"
            "7904676f6f670000230001c00c00230001000000a8004600640064017308534950532b44325400055f73697073045f74"
            "63701666702d64652d636172726965722d766f6461666f6e65037263730974656c6570686f6e7904676f6f6700");
        QCOMPARE(feedPrefixes(protocols::dns, message), 2 * (141 + 1));
    }
};

QTEST_GUILESS_MAIN(DnsRecordsTest)
#include "tst_dns_records.moc"
