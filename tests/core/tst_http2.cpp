#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// HTTP/2, RFC 9113.

class Http2Test : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        // suricata__http2-range.pcap, frame 10
        const QByteArray settings(
            "02000000000102000000000208004500004f00004000400600007f0000017f000001df8a1f90e747ad1170d85d508018"
            "18eafe4300000101080ab00c7ee5abd964ee000012040000000000000300000064000440000000000200000000");
        QTest::newRow("settings: http2.length") << settings << QByteArray("http2.length") << "18";
        QTest::newRow("settings: http2.type") << settings << QByteArray("http2.type") << "4";
        QTest::newRow("settings: http2.flags") << settings << QByteArray("http2.flags") << "0x00";
        QTest::newRow("settings: http2.flags.ack.settings") << settings << QByteArray("http2.flags.ack.settings") << "0";
        QTest::newRow("settings: http2.r") << settings << QByteArray("http2.r") << "0x00000000";
        QTest::newRow("settings: http2.streamid") << settings << QByteArray("http2.streamid") << "0";
        QTest::newRow("settings: http2.settings.id") << settings << QByteArray("http2.settings.id") << "3,4,2";
        QTest::newRow("settings: http2.settings.max_concurrent_streams") << settings << QByteArray("http2.settings.max_concurrent_streams") << "100";

        // suricata__http2-range.pcap, frame 11
        const QByteArray window(
            "02000000000102000000000208004500004100004000400600007f0000017f000001df8a1f90e747ad2c70d85d508018"
            "18eafe3500000101080ab00c7ee5abd964ee0000040800000000003fff0001");
        QTest::newRow("a larger window: http2.type") << window << QByteArray("http2.type") << "8";
        QTest::newRow("a larger window: http2.streamid") << window << QByteArray("http2.streamid") << "0";
        QTest::newRow("a larger window: http2.window_update.window_size_increment") << window << QByteArray("http2.window_update.window_size_increment") << "1073676289";

        // suricata__http2-range.pcap, frame 9
        const QByteArray preface(
            "02000000000102000000000208004500004c00004000400600007f0000017f000001df8a1f90e747acf970d85d508018"
            "18eafe4000000101080ab00c7ee5abd964ee505249202a20485454502f322e300d0a0d0a534d0d0a0d0a");
        QTest::newRow("the preface: http2.magic") << preface << QByteArray("http2.magic") << "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n";
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

        QTest::newRow("a frame that goes on in the next segment")
            << QByteArray("000010 00 01 00000001 0102")
            << "! the frame has 25 bytes, of which this segment holds 11";
        QTest::newRow("an end of a frame header")
            << QByteArray("000000 04 01 00000000 0000")
            << "! the frame at byte 9 goes on in the next segment";
        QTest::newRow("padding longer than its frame")
            << QByteArray("000003 00 08 00000001 ff 0102")
            << "Padding: 0102";
    }

    void oddities()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, line);
        QStringList tree = treeOf(protocols::http2, packet);
        for (QString &row : tree)
            row = row.trimmed();
        QVERIFY2(tree.contains(line), qPrintable(tree.join('\n')));
    }

    void everyPrefix()
    {
        const QByteArray frames(
            "000012040000000000000300000064000400a000000002000000000000040800000000000000ffff");
        QCOMPARE(feedPrefixes(protocols::http2, frames), 2 * (40 + 1));
    }
};

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"
