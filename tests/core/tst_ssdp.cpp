#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// SSDP, UPnP Device Architecture 2.0 section 1: HTTP in datagrams.

class SsdpTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 0800 450000ad 0001 0000 4011 0000 0a000001 effffffa 076c076c00990000 4e4f54494659202a20485454502f312e310d0a484f53543a203233392e3235352e3235352e3235303a313930300d0a43414348452d434f4e54524f4c3a206d61782d6167653d313830300d0a4c4f434154494f4e3a20687474703a2f2f31302e302e302e312f642e786d6c0d0a4e543a2075706e703a726f6f746465766963650d0a5345525645523a20782f310d0a0d0a"); // announcement
        QTest::newRow("announcement: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:ssdp";
        QTest::newRow("announcement: http.request") << frame1 << 1u << QByteArray("http.request") << "";
        QTest::newRow("announcement: http.notification") << frame1 << 1u << QByteArray("http.notification") << "1";
        QTest::newRow("announcement: http.response") << frame1 << 1u << QByteArray("http.response") << "";
        QTest::newRow("announcement: http.request.method") << frame1 << 1u << QByteArray("http.request.method") << "NOTIFY";
        QTest::newRow("announcement: http.request.uri") << frame1 << 1u << QByteArray("http.request.uri") << "*";
        QTest::newRow("announcement: http.request.version") << frame1 << 1u << QByteArray("http.request.version") << "HTTP/1.1";
        QTest::newRow("announcement: http.request.full_uri") << frame1 << 1u << QByteArray("http.request.full_uri") << "http://239.255.255.250:1900*";
        QTest::newRow("announcement: http.host") << frame1 << 1u << QByteArray("http.host") << "239.255.255.250:1900";
        QTest::newRow("announcement: http.server") << frame1 << 1u << QByteArray("http.server") << "x/1";
        QTest::newRow("announcement: http.cache_control") << frame1 << 1u << QByteArray("http.cache_control") << "max-age=1800";
        QTest::newRow("announcement: http.location") << frame1 << 1u << QByteArray("http.location") << "http://10.0.0.1/d.xml";
        QTest::newRow("announcement: http.response.code") << frame1 << 1u << QByteArray("http.response.code") << "";
        QTest::newRow("announcement: http.request.line") << frame1 << 1u << QByteArray("http.request.line") << "";
        QTest::newRow("announcement: http.response.line") << frame1 << 1u << QByteArray("http.response.line") << "";
        const QByteArray frame2("020000001002020000001001 0800 4500007e 0001 0000 4011 0000 0a000001 effffffa 076c076c006a0000 4d2d534541524348202a20485454502f312e310d0a486f73743a203233392e3235352e3235352e3235303a313930300d0a53543a20737364703a616c6c0d0a4d414e3a2022737364703a646973636f766572220d0a4d583a20330d0a0d0a626f6479"); // search
        QTest::newRow("search: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:ssdp";
        QTest::newRow("search: http.request") << frame2 << 1u << QByteArray("http.request") << "1";
        QTest::newRow("search: http.notification") << frame2 << 1u << QByteArray("http.notification") << "";
        QTest::newRow("search: http.response") << frame2 << 1u << QByteArray("http.response") << "";
        QTest::newRow("search: http.request.method") << frame2 << 1u << QByteArray("http.request.method") << "M-SEARCH";
        QTest::newRow("search: http.request.uri") << frame2 << 1u << QByteArray("http.request.uri") << "*";
        QTest::newRow("search: http.request.version") << frame2 << 1u << QByteArray("http.request.version") << "HTTP/1.1";
        QTest::newRow("search: http.request.full_uri") << frame2 << 1u << QByteArray("http.request.full_uri") << "http://239.255.255.250:1900*";
        QTest::newRow("search: http.host") << frame2 << 1u << QByteArray("http.host") << "239.255.255.250:1900";
        QTest::newRow("search: http.server") << frame2 << 1u << QByteArray("http.server") << "";
        QTest::newRow("search: http.cache_control") << frame2 << 1u << QByteArray("http.cache_control") << "";
        QTest::newRow("search: http.location") << frame2 << 1u << QByteArray("http.location") << "";
        QTest::newRow("search: http.response.code") << frame2 << 1u << QByteArray("http.response.code") << "";
        QTest::newRow("search: http.request.line") << frame2 << 1u << QByteArray("http.request.line") << "Host: 239.255.255.250:1900\\r\\n,ST: ssdp:all\\r\\n,MAN: \"ssdp:discover\"\\r\\n,MX: 3\\r\\n";
        QTest::newRow("search: http.response.line") << frame2 << 1u << QByteArray("http.response.line") << "";
        const QByteArray frame3("020000001002020000001001 0800 4500004a 0001 0000 4011 0000 0a000001 effffffa 076c076c00360000 485454502f312e3120323030204f4b0d0a53543a2075706e703a726f6f746465766963650d0a4558543a0d0a0d0a"); // answer
        QTest::newRow("answer: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:ssdp";
        QTest::newRow("answer: http.request") << frame3 << 1u << QByteArray("http.request") << "";
        QTest::newRow("answer: http.notification") << frame3 << 1u << QByteArray("http.notification") << "";
        QTest::newRow("answer: http.response") << frame3 << 1u << QByteArray("http.response") << "1";
        QTest::newRow("answer: http.request.method") << frame3 << 1u << QByteArray("http.request.method") << "";
        QTest::newRow("answer: http.request.uri") << frame3 << 1u << QByteArray("http.request.uri") << "";
        QTest::newRow("answer: http.request.version") << frame3 << 1u << QByteArray("http.request.version") << "";
        QTest::newRow("answer: http.request.full_uri") << frame3 << 1u << QByteArray("http.request.full_uri") << "";
        QTest::newRow("answer: http.host") << frame3 << 1u << QByteArray("http.host") << "";
        QTest::newRow("answer: http.server") << frame3 << 1u << QByteArray("http.server") << "";
        QTest::newRow("answer: http.cache_control") << frame3 << 1u << QByteArray("http.cache_control") << "";
        QTest::newRow("answer: http.location") << frame3 << 1u << QByteArray("http.location") << "";
        QTest::newRow("answer: http.response.code") << frame3 << 1u << QByteArray("http.response.code") << "200";
        QTest::newRow("answer: http.request.line") << frame3 << 1u << QByteArray("http.request.line") << "";
        QTest::newRow("answer: http.response.line") << frame3 << 1u << QByteArray("http.response.line") << "ST: upnp:rootdevice\\r\\n,EXT:\\r\\n";
        const QByteArray frame4("020000001002020000001001 0800 45000021 0001 0000 4011 0000 0a000001 effffffa 076c076c000d0000 68656c6c6f"); // no message
        QTest::newRow("no message: frame.protocols") << frame4 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:ssdp:data"; // tshark alone ends with udp, behind a message with data
        QTest::newRow("no message: http.request") << frame4 << 1u << QByteArray("http.request") << "";
        QTest::newRow("no message: http.notification") << frame4 << 1u << QByteArray("http.notification") << "";
        QTest::newRow("no message: http.response") << frame4 << 1u << QByteArray("http.response") << "";
        QTest::newRow("no message: http.request.method") << frame4 << 1u << QByteArray("http.request.method") << "";
        QTest::newRow("no message: http.request.uri") << frame4 << 1u << QByteArray("http.request.uri") << "";
        QTest::newRow("no message: http.request.version") << frame4 << 1u << QByteArray("http.request.version") << "";
        QTest::newRow("no message: http.request.full_uri") << frame4 << 1u << QByteArray("http.request.full_uri") << "";
        QTest::newRow("no message: http.host") << frame4 << 1u << QByteArray("http.host") << "";
        QTest::newRow("no message: http.server") << frame4 << 1u << QByteArray("http.server") << "";
        QTest::newRow("no message: http.cache_control") << frame4 << 1u << QByteArray("http.cache_control") << "";
        QTest::newRow("no message: http.location") << frame4 << 1u << QByteArray("http.location") << "";
        QTest::newRow("no message: http.response.code") << frame4 << 1u << QByteArray("http.response.code") << "";
        QTest::newRow("no message: http.request.line") << frame4 << 1u << QByteArray("http.request.line") << "";
        QTest::newRow("no message: http.response.line") << frame4 << 1u << QByteArray("http.response.line") << "";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("an announcement")
            << QByteArray("4e4f54494659202a20485454502f312e310d0a484f53543a203233392e3235352e3235352e3235303a313930300d0a43414348452d434f4e54524f4c3a206d61782d6167653d313830300d0a4c4f434154494f4e3a20687474703a2f2f31302e302e302e312f642e786d6c0d0a4e543a2075706e703a726f6f746465766963650d0a5345525645523a20782f310d0a0d0a")
            << QStringList{
                   "Simple Service Discovery Protocol  NOTIFY * HTTP/1.1",
                   "  NOTIFY * HTTP/1.1",
                   "    [Notification: Set]",
                   "    Request Method: NOTIFY",
                   "    Request URI: *",
                   "    Request Version: HTTP/1.1",
                   "  HOST: 239.255.255.250:1900",
                   "    Host: 239.255.255.250:1900",
                   "  CACHE-CONTROL: max-age=1800",
                   "    Cache-Control: max-age=1800",
                   "  LOCATION: http://10.0.0.1/d.xml",
                   "    Location: http://10.0.0.1/d.xml",
                   "  NT: upnp:rootdevice",
                   "  SERVER: x/1",
                   "    Server: x/1",
                   "  [Full request URI: http://239.255.255.250:1900*]",
               };
        QTest::newRow("cut within its lines")
            << QByteArray("4d2d534541524348202a20485454502f312e310d0a486f73743a203233392e3235352e3235352e3235303a313930300d0a53543a20737364703a616c")
            << QStringList{
                   "Simple Service Discovery Protocol  M-SEARCH * HTTP/1.1",
                   "  M-SEARCH * HTTP/1.1",
                   "    [Request: Set]",
                   "    Request Method: M-SEARCH",
                   "    Request URI: *",
                   "    Request Version: HTTP/1.1",
                   "  Request line: Host: 239.255.255.250:1900\\r\\n",
                   "    Host: 239.255.255.250:1900",
                   "  Request line: ST: ssdp:al",
                   "  [Full request URI: http://239.255.255.250:1900*]",
               };
        QTest::newRow("no message")
            << QByteArray("422d534541524348")
            << QStringList{
                   "Simple Service Discovery Protocol  Continuation",
                   "Data  8 bytes",
                   "  Data: 422d534541524348",
                   "  [Length: 8]",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::ssdp, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::ssdp, "4e4f54494659202a20485454502f312e310d0a484f53543a203233392e3235352e3235352e3235303a313930300d0a43414348452d434f4e54524f4c3a206d61782d6167653d313830300d0a4c4f434154494f4e3a20687474703a2f2f31302e302e302e312f642e786d6c0d0a4e543a2075706e703a726f6f746465766963650d0a5345525645523a20782f310d0a0d0a"), 2 * 146);
    }
};

QTEST_GUILESS_MAIN(SsdpTest)
#include "tst_ssdp.moc"
