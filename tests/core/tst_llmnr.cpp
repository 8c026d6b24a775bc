#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// LLMNR, RFC 4795.

class LlmnrTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // llmnr.pcap, frame 2
        const QByteArray answer(
            "2052454356002053454e440008004500004212340000ff11be790a000001e00000fc14eb14eb002eb173123484000001"
            "00010000000004777061640000010001c00c000100010000001e00040a000009");
        QTest::newRow("an answer about which hosts disagree: dns.id") << answer << QByteArray("dns.id") << "0x1234";
        QTest::newRow("an answer about which hosts disagree: dns.flags") << answer << QByteArray("dns.flags") << "0x8400";
        QTest::newRow("an answer about which hosts disagree: dns.flags.response") << answer << QByteArray("dns.flags.response") << "1";
        QTest::newRow("an answer about which hosts disagree: dns.flags.conflict") << answer << QByteArray("dns.flags.conflict") << "1";
        QTest::newRow("an answer about which hosts disagree: dns.flags.truncated") << answer << QByteArray("dns.flags.truncated") << "0";
        QTest::newRow("an answer about which hosts disagree: dns.flags.tentative") << answer << QByteArray("dns.flags.tentative") << "0";
        QTest::newRow("an answer about which hosts disagree: dns.flags.rcode") << answer << QByteArray("dns.flags.rcode") << "0";
        QTest::newRow("an answer about which hosts disagree: dns.count.answers") << answer << QByteArray("dns.count.answers") << "1";
        QTest::newRow("an answer about which hosts disagree: dns.qry.name") << answer << QByteArray("dns.qry.name") << "wpad";
        QTest::newRow("an answer about which hosts disagree: dns.resp.name") << answer << QByteArray("dns.resp.name") << "wpad";
        QTest::newRow("an answer about which hosts disagree: dns.resp.class") << answer << QByteArray("dns.resp.class") << "0x0001";
        QTest::newRow("an answer about which hosts disagree: dns.a") << answer << QByteArray("dns.a") << "10.0.0.9";
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

        QTest::newRow("a name that two hosts claim")
            << QByteArray("1234 8400 0000 0000 0000 0000")
            << "Conflict: Set";
        QTest::newRow("an answer not yet sure")
            << QByteArray("1234 8100 0000 0000 0000 0000")
            << "Tentative: Set";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::llmnr, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void cutOff()
    {
        QCOMPARE(treeOf(protocols::llmnr, "1234"), (QStringList{
            "Link-local Multicast Name Resolution",
            "  Transaction ID: 0x1234",
            "  ! Link-local Multicast Name Resolution needs 12 bytes, but the frame has only 2",
        }));
    }

    void everyPrefix()
    {
        const QByteArray query(
            "12340000000100000000000004777061640000010001");
        QCOMPARE(feedPrefixes(protocols::llmnr, query), 2 * (22 + 1));
    }
};

QTEST_GUILESS_MAIN(LlmnrTest)
#include "tst_llmnr.moc"
