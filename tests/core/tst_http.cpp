#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// The head of an HTTP/1 message: RFC 9112, section 2.

class HttpTest : public QObject
{
    Q_OBJECT

private slots:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("a request")
            << QByteArray("GET /tea?cup=2 HTTP/1.1\r\n"
                          "Host: tea.default\r\n"
                          "User-Agent: curl/7.29.0\r\n"
                          "Accept: */*\r\n"
                          "X-Cup: blue\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  GET /tea?cup=2 HTTP/1.1",
                   "  GET /tea?cup=2 HTTP/1.1",
                   "    [Request: Set]",
                   "    Request Method: GET",
                   "    Request URI: /tea?cup=2",
                   "      Request URI Path: /tea",
                   "      Request URI Query: cup=2",
                   "      Request URI Query Parameter: cup=2",
                   "    Request Version: HTTP/1.1",
                   "  Request line: Host: tea.default\\r\\n",
                   "    Host: tea.default",
                   "  Request line: User-Agent: curl/7.29.0\\r\\n",
                   "    User-Agent: curl/7.29.0",
                   "  Request line: Accept: */*\\r\\n",
                   "    Accept: */*",
                   "  Request line: X-Cup: blue\\r\\n",
                   "  [Full request URI: http://tea.default/tea?cup=2]",
               };
        QTest::newRow("a response, and the beginning of its body")
            << QByteArray("HTTP/1.1 200 OK\r\n"
                          "Server: nginx\r\n"
                          "Content-Type: text/html\r\n"
                          "content-length:612\r\n"
                          "\r\n"
                          "<!doctype").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  HTTP/1.1 200 OK  (text/html)",
                   "  HTTP/1.1 200 OK",
                   "    [Response: Set]",
                   "    Response Version: HTTP/1.1",
                   "    Status Code: 200",
                   "    Status Code Description: OK",
                   "    Response Phrase: OK",
                   "  Response line: Server: nginx\\r\\n",
                   "    Server: nginx",
                   "  Response line: Content-Type: text/html\\r\\n",
                   "    Content-Type: text/html",
                   "  Response line: content-length:612\\r\\n",
                   "    Content-Length: 612",
                   "    [Content length: 612]",
               };
        QTest::newRow("a status without a phrase, and one that nobody knows")
            << QByteArray("HTTP/1.0 799\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  HTTP/1.0 799",
                   "  HTTP/1.0 799",
                   "    [Response: Set]",
                   "    Response Version: HTTP/1.0",
                   "    Status Code: 799",
               };
        QTest::newRow("a phrase of several words")
            << QByteArray("HTTP/1.1 404 Not Found\r\n"
                          "Connection: close\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  HTTP/1.1 404 Not Found",
                   "  HTTP/1.1 404 Not Found",
                   "    [Response: Set]",
                   "    Response Version: HTTP/1.1",
                   "    Status Code: 404",
                   "    Status Code Description: Not Found",
                   "    Response Phrase: Not Found",
                   "  Response line: Connection: close\\r\\n",
                   "    Connection: close",
               };
        QTest::newRow("a request without a version")
            << QByteArray("GET /tea\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  GET /tea",
                   "  GET /tea",
                   "    [Request: Set]",
                   "    Request Method: GET",
                   "    Request URI: /tea",
               };
        QTest::newRow("a method alone")
            << QByteArray("GET ").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  GET ",
                   "  GET ",
                   "    [Request: Set]",
                   "    Request Method: GET",
                   "    Request URI",
               };
        QTest::newRow("a line without a colon, one without a value, one folded")
            << QByteArray("POST / HTTP/1.1\r\n"
                          "Host\r\n"
                          "Cookie:\r\n"
                          " folded: no field\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  POST / HTTP/1.1",
                   "  POST / HTTP/1.1",
                   "    [Request: Set]",
                   "    Request Method: POST",
                   "    Request URI: /",
                   "    Request Version: HTTP/1.1",
                   "  Request line: Host\\r\\n",
                   "  Request line: Cookie:\\r\\n",
                   "    Cookie",
                   "  Request line:  folded: no field\\r\\n",
               };
        QTest::newRow("lines that end with a line feed alone")
            << QByteArray("HEAD / HTTP/1.0\n"
                          "Host: a\n"
                          "\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  HEAD / HTTP/1.0",
                   "  HEAD / HTTP/1.0",
                   "    [Request: Set]",
                   "    Request Method: HEAD",
                   "    Request URI: /",
                   "    Request Version: HTTP/1.0",
                   "  Request line: Host: a\\n",
                   "    Host: a",
                   "  [Full request URI: http://a/]",
               };
        QTest::newRow("a head cut by the segment")
            << QByteArray("PUT /cup HTTP/1.1\r\n"
                          "Host: tea.def").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  PUT /cup HTTP/1.1",
                   "  PUT /cup HTTP/1.1",
                   "    [Request: Set]",
                   "    Request Method: PUT",
                   "    Request URI: /cup",
                   "    Request Version: HTTP/1.1",
                   "  Request line: Host: tea.def",
                   "    Host: tea.def",
                   "  [Full request URI: http://tea.def/cup]",
               };
        QTest::newRow("a status that is no number")
            << QByteArray("HTTP/1.1 OK fine\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  HTTP/1.1 OK fine",
                   "  HTTP/1.1 OK fine",
                   "    [Response: Set]",
                   "    Response Version: HTTP/1.1",
                   "    Status Code: 0",
                   "    Response Phrase: fine",
               };
        QTest::newRow("bytes beyond ASCII")
            << QByteArray("GET / HTTP/1.1\r\n"
                          "Host: caf\xe9\r\n"
                          "\r\n").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  GET / HTTP/1.1",
                   "  GET / HTTP/1.1",
                   "    [Request: Set]",
                   "    Request Method: GET",
                   "    Request URI: /",
                   "    Request Version: HTTP/1.1",
                   "  Request line: Host: caf\\xe9\\r\\n",
                   "    Host: caf\\xe9",
                   "  [Full request URI: http://caf\\xe9/]",
               };
        QTest::newRow("the rest of a body that began before")
            << QByteArray("</body></html>").toHex()
            << QStringList{
                   "Hypertext Transfer Protocol  Continuation",
                   "Data  14 bytes",
                   "  Data: 3c2f626f64793e3c2f68746d6c3e",
                   "  [Length: 14]",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::http, packet), "tree");
    }

    void info_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("info");

        QTest::newRow("a request")
            << QByteArray("GET /tea?cup=2 HTTP/1.1\r\n"
                          "Host: tea.default\r\n"
                          "\r\n").toHex()
            << "GET /tea?cup=2 HTTP/1.1";
        QTest::newRow("a response")
            << QByteArray("HTTP/1.1 200 OK\r\n"
                          "Server: nginx\r\n"
                          "\r\n").toHex()
            << "HTTP/1.1 200 OK";
        QTest::newRow("a response with a body")
            << QByteArray("HTTP/1.1 404 Not Found\r\n"
                          "Content-Length: 3\r\n"
                          "\r\n"
                          "abc").toHex()
            << "HTTP/1.1 404 Not Found";
        QTest::newRow("a continuation") << QByteArray("</body></html>").toHex() << "Continuation";
    }

    void info()
    {
        QFETCH(QByteArray, packet);
        QTEST(infoOf(protocols::http, packet), "info");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::http, QByteArray("POST /tea HTTP/1.1\r\n"
                                                       "Host: tea.default\r\n"
                                                       "Content-Length: 3\r\n"
                                                       "\r\n"
                                                       "abc").toHex()), 2 * 64);
        QCOMPARE(feedPrefixes(protocols::http, QByteArray("HTTP/1.1 200 OK\r\n"
                                                       "Server: nginx\r\n"
                                                       "\r\n"
                                                       "<!doctype").toHex()), 2 * 44);
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "tst_http.moc"
