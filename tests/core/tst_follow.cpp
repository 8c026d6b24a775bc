#include "core/follow/httpmessages.h"
#include "core/follow/streamtext.h"
#include "core/follow/tcpassembly.h"

#include <QTest>

#include <deque>

using namespace vethscope;

// A followed conversation: TCP's data in the order of its numbers, HTTP's messages in it, and how both are written.
// Beside tshark, over whole captures: tst_tsharkfollow.

namespace {

Bytes bytesOf(std::string_view text)
{
    return std::as_bytes(std::span(text));
}

// What came out: "C:abc S:de C[4 missing]".
QString said(const FollowedStream &stream)
{
    QStringList all;
    for (const StreamChunk &chunk : stream.chunks) {
        const QString side = chunk.fromClient ? QStringLiteral("C") : QStringLiteral("S");
        static const QStringList whys{{}, "missing", "unacknowledged", "cut", "too much"};
        if (chunk.isGap())
            all << QStringLiteral("%1[%2 %3]").arg(side).arg(chunk.size).arg(whys[int(chunk.gap)]);
        else
            all << side + QLatin1Char(':') + QString::fromLatin1(asText(stream.bytesOf(chunk)).data(), qsizetype(chunk.size));
    }
    return all.join(QLatin1Char(' '));
}

// "C100 abc", "S7 =103": a side, the number of its first byte, its data, what it acknowledges; "abc+2": two bytes more that were not captured.
FollowedStream assembled(const QStringList &segments)
{
    static std::deque<std::string> data; // outlives the assembly
    FollowedStream stream;
    TcpAssembly assembly(stream);
    for (std::uint32_t row = 0; row < std::uint32_t(segments.size()); ++row) {
        const QStringList words = segments[row].split(QLatin1Char(' '));
        TcpAssembly::Segment segment{row, row, words[0].startsWith(QLatin1Char('C')), words[0].sliced(1).toUInt(), 0, false, 0, {}};
        for (const QString &word : words.sliced(1)) {
            if (word.startsWith(QLatin1Char('='))) {
                segment.acknowledges = true;
                segment.acknowledgment = word.sliced(1).toUInt();
                continue;
            }
            const QStringList parts = word.split(QLatin1Char('+'));
            data.push_back(parts[0].toStdString());
            segment.data = bytesOf(data.back());
            segment.length = std::uint32_t(parts[0].size()) + parts.value(1).toUInt();
        }
        assembly.see(segment);
    }
    assembly.finish();
    return stream;
}

FollowedStream connection(const QList<QPair<bool, QByteArray>> &parts)
{
    FollowedStream stream;
    for (std::uint32_t row = 0; row < std::uint32_t(parts.size()); ++row)
        stream.add(row, row, parts[row].first, bytesOf({parts[row].second.data(), std::size_t(parts[row].second.size())}));
    return stream;
}

} // namespace

class FollowTest : public QObject
{
    Q_OBJECT

private slots:
    void tcp_data()
    {
        QTest::addColumn<QStringList>("segments");
        QTest::addColumn<QString>("expected");
        QTest::newRow("in order") << QStringList{"C100 ab", "S7 xy =102", "C102 c =9"} << "C:ab S:xy C:c";
        QTest::newRow("sent again") << QStringList{"C100 ab", "C100 ab", "C102 c"} << "C:ab C:c";
        QTest::newRow("sent again with more") << QStringList{"C100 ab", "C100 abcd", "C104 e"} << "C:ab C:cd C:e";
        QTest::newRow("overlapping") << QStringList{"C100 abc", "C102 cde"} << "C:abc C:de";
        QTest::newRow("too early") << QStringList{"C100 ab", "C104 ef", "C102 cd"} << "C:ab C:cd C:ef";
        QTest::newRow("too early, and overlapping") << QStringList{"C100 ab", "C103 def", "C102 cd"} << "C:ab C:cd C:ef";
        QTest::newRow("lost, and acknowledged") << QStringList{"C100 ab", "C106 gh", "S7 =108"} << "C:ab C[4 missing] C:gh";
        QTest::newRow("lost, and only what is before acknowledged") << QStringList{"C100 ab", "C106 gh", "S7 =106"} << "C:ab C[4 unacknowledged] C:gh";
        QTest::newRow("two gaps") << QStringList{"C100 a", "C102 c", "C104 e", "S7 =105"} << "C:a C[1 missing] C:c C[1 missing] C:e";
        QTest::newRow("cut by the capture") << QStringList{"C100 ab+3", "C105 f"} << "C:ab C[3 cut] C:f";
        QTest::newRow("a cut one in full later") << QStringList{"C100 ab", "C104 e+1", "C102 cd"} << "C:ab C:cd C:e C[1 cut]";
        QTest::newRow("numbers wrap") << QStringList{"C4294967294 ab", "C0 cd", "C2 e"} << "C:ab C:cd C:e";
        QTest::newRow("too early where numbers wrap") << QStringList{"C4294967294 ab", "C2 e", "C0 cd"} << "C:ab C:cd C:e";
        QTest::newRow("from before the first") << QStringList{"C100 ab", "C98 xyab"} << "C:ab";
        QTest::newRow("a probe with the last byte") << QStringList{"C100 ab", "C101 b", "S7 =102"} << "C:ab";
        QTest::newRow("no data") << QStringList{"C100", "S7 =100", "C100 =7"} << "";
    }

    void tcp()
    {
        QFETCH(QStringList, segments);
        QTEST(said(assembled(segments)), "expected");
    }

    void countsWhoSpeaks()
    {
        const FollowedStream stream = assembled({"C100 ab", "C102 c", "S7 x =103", "C103 d =8", "C110 k", "S8 =111"});
        QCOMPARE(stream.packets, std::size_t(6));
        QCOMPARE(stream.client.packets, std::size_t(4));
        QCOMPARE(stream.server.packets, std::size_t(1));
        QCOMPARE(stream.client.bytes, std::size_t(5));
        QCOMPARE(stream.client.missing, std::size_t(6));
        QCOMPARE(stream.turns, std::size_t(3));
        QCOMPARE(stream.chunks.back().row, 4u);
    }

    void http_data()
    {
        using Parts = QList<QPair<bool, QByteArray>>;
        QTest::addColumn<Parts>("parts");
        QTest::addColumn<QString>("expected");
        const QByteArray get = "GET / HTTP/1.1\r\n\r\n";
        QTest::newRow("a head and a body of a length") << Parts{{true, get}, {false, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"}}
                                                       << "C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n S:abc";
        QTest::newRow("in several segments") << Parts{{true, get}, {false, "HTTP/1.1 200 OK\r\nContent-"}, {false, "Length: 3\r\n\r\na"}, {false, "bc"}}
                                             << "C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n S:abc";
        QTest::newRow("chunked") << Parts{{true, get}, {false, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n0\r\n\r\n"}}
                                 << "C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n S:abc";
        QTest::newRow("until the end") << Parts{{true, get}, {false, "HTTP/1.0 200 OK\r\n\r\nab"}, {false, "c"}}
                                       << "C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.0 200 OK\r\n\r\n S:abc";
        QTest::newRow("the answer to HEAD has no body")
            << Parts{{true, "HEAD / HTTP/1.1\r\n\r\n"}, {false, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"}, {true, get}, {false, "HTTP/1.1 204 None\r\n\r\n"}}
            << "C:HEAD / HTTP/1.1\r\n\r\n S:HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.1 204 None\r\n\r\n";
        QTest::newRow("another protocol from there on") << Parts{{true, get}, {false, "HTTP/1.1 101 Switching\r\n\r\nHTTP/1.1 x\r\n\r\n"}, {false, "y"}}
                                                        << "C:GET / HTTP/1.1\r\n\r\n S:HTTP/1.1 101 Switching\r\n\r\n S:HTTP/1.1 x\r\n\r\n S:y";
        QTest::newRow("a body that is not whole") << Parts{{false, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"}}
                                                  << "S:HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n S:ab";
        QTest::newRow("no HTTP") << Parts{{true, "SSH-2.0"}, {false, "SSH-2.1"}} << "C:SSH-2.0 S:SSH-2.1";
    }

    void http()
    {
        using Parts = QList<QPair<bool, QByteArray>>;
        QFETCH(Parts, parts);
        QTEST(said(httpMessages(connection(parts))), "expected");
    }

    void formats_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ASCII") << int(StreamFormat::Ascii) << QByteArray("Hi\n.");
        QTest::newRow("UTF-8") << int(StreamFormat::Utf8) << QByteArray("Hi\n\xff");
        QTest::newRow("raw") << int(StreamFormat::Raw) << QByteArray("48690aff\n");
        QTest::newRow("hex dump") << int(StreamFormat::HexDump)
                                  << QByteArray("    00000001  48 69 0a ff                                       Hi..\n");
        QTest::newRow("C arrays") << int(StreamFormat::CArrays) << QByteArray("char peer1_1[] = { /* Packet 2 */\n0x48, 0x69, 0x0a, 0xff };\n");
        QTest::newRow("YAML") << int(StreamFormat::Yaml)
                              << QByteArray("  - packet: 2\n    peer: 1\n    index: 1\n    timestamp: 0.000000001\n    data: !!binary |\n      SGkK/w==\n");
    }

    void formats()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, expected);
        const FollowedStream stream = connection({{false, "x"}, {false, "Hi\n\xff"}});
        QCOMPARE(QByteArray::fromStdString(textOf(stream, stream.chunks.back(), static_cast<StreamFormat>(format))), expected);
    }
};

QTEST_GUILESS_MAIN(FollowTest)
#include "tst_follow.moc"
