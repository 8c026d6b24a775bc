#include "core/capture/packetstore.h"
#include "core/dissect/format.h"
#include "core/filter/filterscan.h"
#include "core/filter/accessor.h"
#include "core/flows/flowpass.h"
#include "tests/support/capturefile.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// One pass over a capture: conversations are numbered as they appear, on several threads and behind a growing file.

namespace {

constexpr auto syn = std::uint8_t{0x02};
constexpr auto ack = std::uint8_t{0x10};

QByteArray segment(const char *source, const char *destination, std::uint16_t from, std::uint16_t to, std::uint8_t flags = ack)
{
    return ethernet(ipv4(source, destination, 6, tcp(from, to, flags)));
}

QByteArray datagram(const char *source, const char *destination, std::uint16_t from, std::uint16_t to)
{
    return ethernet(ipv4(source, destination, 17, udp(from, to, "x")));
}

QByteArray captureOf(const QList<QByteArray> &frames)
{
    PcapFile file;
    for (qsizetype i = 0; i < frames.size(); ++i)
        file.packet(static_cast<std::uint32_t>(i), 0, frames[i]);
    return file.bytes();
}

std::unique_ptr<PacketStore> open(const QString &path)
{
    const std::vector<std::filesystem::path> paths{path.toStdString()};
    auto store = PacketStore::open(paths);
    if (!store)
        qFatal("%s", store.error().message.english().c_str());
    return std::move(*store);
}

QString valuesAt(const PacketStore &store, const Dissector &dissector, std::size_t row, const char *field)
{
    const Frame frame = store.frame(row);
    const Dissection packet = dissector.dissect(frame);
    FilterScratch scratch;
    Evaluation evaluation{frame, packet, scratch};
    QStringList values;
    Accessor::find(field, registry())->forEach(evaluation, [&](const Value &value, const Field *tableRow, BitRange place) {
        TextBuffer out;
        printForScripts(out, *tableRow, place, value);
        values << QString::fromStdString(fmt::to_string(out));
    });
    return values.join(',');
}

// `tcp/udp` of every frame.
QStringList streamsOf(const PacketStore &store, const Dissector &dissector)
{
    QStringList lines;
    for (std::size_t row = 0; row < store.size(); ++row)
        lines << valuesAt(store, dissector, row, "tcp.stream") + '/' + valuesAt(store, dissector, row, "udp.stream");
    return lines;
}

// What IP carries of a connection: three segments of its handshake, then one of data.
QList<QByteArray> opening()
{
    return {fromHex("9c40 1e61 000003e8 00000000 5002 fa00 0000 0000"), fromHex("1e61 9c40 00001388 000003e9 5012 fde8 0000 0000"),
            fromHex("9c40 1e61 000003e9 00001389 5010 01f4 0000 0000"), fromHex("9c40 1e61 000003e9 00001389 5018 01f4 0000 0000") + QByteArray(96, 'x')};
}

QByteArray overIpv4(const QByteArray &segment, char flags = 0)
{
    const bool toServer = segment.startsWith('\x9c');
    QByteArray packet = toServer ? ipv4("10.0.0.1", "10.0.0.2", 6, segment) : ipv4("10.0.0.2", "10.0.0.1", 6, segment);
    packet[6] = flags;
    return ethernet(packet);
}

QByteArray overIpv6(const QByteArray &segment, const QByteArray &fragment = {})
{
    const bool toServer = segment.startsWith('\x9c');
    const std::uint8_t next = fragment.isEmpty() ? 6 : 44;
    return ethernet(toServer ? ipv6("fd00::1", "fd00::2", next, fragment + segment) : ipv6("fd00::2", "fd00::1", next, fragment + segment), 0x86dd);
}

// Packet i is from one of 700 ports to another one's, in a random but repeatable order; every seventh is UDP.
QByteArray manyConversations(int count)
{
    PcapFile file;
    std::uint32_t random = 1;
    for (int i = 0; i < count; ++i) {
        random = random * 1664525u + 1013904223u; // Numerical Recipes' generator
        const auto port = static_cast<std::uint16_t>(20000 + (random >> 16) % 700);
        const bool answer = random & 0x8000;
        const auto from = answer ? std::uint16_t{80} : port;
        const auto to = answer ? port : std::uint16_t{80};
        const char *source = answer ? "10.0.0.2" : "10.0.0.1";
        const char *destination = answer ? "10.0.0.1" : "10.0.0.2";
        file.packet(static_cast<std::uint32_t>(i), 0, i % 7 == 0 ? datagram(source, destination, from, to) : segment(source, destination, from, to));
    }
    return file.bytes();
}

} // namespace

class FlowPassTest : public QObject
{
    Q_OBJECT

private slots:
    void streams_data()
    {
        QTest::addColumn<QList<QByteArray>>("frames");
        QTest::addColumn<QStringList>("streams");
        const auto row = [](const char *name, const QList<QByteArray> &frames, const QStringList &streams) {
            QTest::newRow(name) << frames << streams;
        };
        row("both directions are one conversation", {segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.2", "10.0.0.1", 80, 1000)}, {"0/", "0/"});
        row("another port is another", {segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.1", "10.0.0.2", 1001, 80)}, {"0/", "1/"});
        row("the ends' ports do not change places", {segment("10.0.0.1", "10.0.0.2", 1000, 80), segment("10.0.0.1", "10.0.0.2", 80, 1000)}, {"0/", "1/"});
        row("TCP and UDP count for themselves", {segment("10.0.0.1", "10.0.0.2", 1000, 80), datagram("10.0.0.1", "10.0.0.2", 1000, 80)}, {"0/", "/0"});
        row("within one host", {segment("127.0.0.1", "127.0.0.1", 1000, 80), segment("127.0.0.1", "127.0.0.1", 80, 1000)}, {"0/", "0/"});
        row("a tunnel's datagram and what is inside", {requestOverVxlan(), requestOverVxlan(), datagram("10.0.0.1", "10.0.0.2", 1000, 80)}, {"0/0", "0/0", "/1"});
        row("VXLAN with UDP inside: outermost first",
            {ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(40000, 8472, vxlan(1, datagram("10.244.0.1", "10.244.1.1", 1000, 53)))))}, {"/0,1"});
        row("IPv6 is not IPv4", {ethernet(ipv6("::a00:1", "::a00:2", 6, tcp(1000, 80, ack)), 0x86dd), segment("10.0.0.1", "10.0.0.2", 1000, 80)}, {"0/", "1/"});
        row("an ICMP error quotes a datagram of the conversation",
            {datagram("10.0.0.1", "10.0.0.2", 1000, 99),
             ethernet(ipv4("10.0.0.2", "10.0.0.1", 1, QByteArray::fromHex("0303 0000 00000000") + ipv4("10.0.0.1", "10.0.0.2", 17, udp(1000, 99, "x"))))},
            {"/0", "/0"});
        row("what is neither has no number", {ethernet(ipv4("10.0.0.1", "10.0.0.2", 1, echoRequest("x")))}, {"/"});
    }

    void streams()
    {
        QFETCH(QList<QByteArray>, frames);
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", captureOf(frames)));
        const Dissector dissector(registry());
        FlowPass pass(*store, dissector);
        pass.waitUntilFinished();
        QTEST(streamsOf(*store, dissector), "streams");
    }

    // Data that comes once in the frame in question, and then as a segment again. tshark 4.0.17 (ip.defragment:FALSE) says the same of all.
    void wholeSegmentsOnly_data()
    {
        QTest::addColumn<QList<QByteArray>>("opening");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<QString>("sequence");
        QTest::addColumn<QString>("retransmission");
        const QList<QByteArray> segments = opening();
        const QByteArray data = segments[3];
        QList<QByteArray> four;
        QList<QByteArray> six;
        for (const QByteArray &segment : segments.first(3)) {
            four << overIpv4(segment);
            six << overIpv6(segment);
        }
        QTest::newRow("whole") << four << overIpv4(data) << overIpv4(data) << "1" << "1";
        QTest::newRow("must not be fragmented") << four << overIpv4(data, 0x40) << overIpv4(data) << "1" << "1";
        QTest::newRow("the first fragment") << four << overIpv4(data, 0x20) << overIpv4(data) << "1001" << "";
        QTest::newRow("over IPv6") << six << overIpv6(data) << overIpv6(data) << "1" << "1";
        QTest::newRow("the first fragment over IPv6") << six << overIpv6(data, fromHex("0600 0001 00000009")) << overIpv6(data) << "1001" << "";
        QTest::newRow("a fragment that is all over IPv6") << six << overIpv6(data, fromHex("0600 0000 00000009")) << overIpv6(data) << "1" << "1";
        QTest::newRow("bits that are reserved") << six << overIpv6(data, fromHex("0600 0006 00000009")) << overIpv6(data) << "1" << "1";
        QTest::newRow("an ICMP error quotes it") << four << ethernet(ipv4("10.0.0.2", "10.0.0.1", 1, fromHex("0301 0000 00000000") + overIpv4(data).sliced(14, 48)))
                                                 << overIpv4(data) << "1001" << "";
    }

    void wholeSegmentsOnly()
    {
        QFETCH(QList<QByteArray>, opening);
        QFETCH(QByteArray, frame);
        QFETCH(QByteArray, again);
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "a.pcap", captureOf(opening + QList<QByteArray>{frame, again})));
        const Dissector dissector(registry());
        FlowPass pass(*store, dissector);
        pass.waitUntilFinished();
        QTEST(valuesAt(*store, dissector, 3, "tcp.seq"), "sequence");
        QTEST(valuesAt(*store, dissector, 4, "tcp.analysis.retransmission"), "retransmission");
        QCOMPARE(valuesAt(*store, dissector, 4, "tcp.seq"), QStringLiteral("1"));
    }

    // Whatever the threads do, the numbers are those of a walk from front to back.
    void threadsAgree()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder, "many.pcap", manyConversations(20'000));
        const Dissector dissector(registry());
        QStringList expected;
        for (const unsigned threads : {1u, 4u}) {
            const auto store = open(path);
            FlowPass pass(*store, dissector, threads);
            pass.waitUntilFinished();
            QCOMPARE(pass.done(), std::size_t{20'000});
            const QStringList streams = streamsOf(*store, dissector);
            if (expected.isEmpty())
                expected = streams;
            QVERIFY(streams == expected);
        }
        QVERIFY(expected.contains("699/"));
    }

    void aFileThatStillGrows()
    {
        const QTemporaryDir folder;
        const QByteArray bytes = manyConversations(100);
        const QByteArray first = manyConversations(40);
        const QString path = writeFile(folder, "live.pcap", first);
        auto store = PacketStore::follow(path.toStdString());
        QVERIFY(store);
        const Dissector dissector(registry());
        FlowPass pass(**store, dissector);
        pass.waitFor(40);
        QCOMPARE(pass.done(), std::size_t{40});
        QVERIFY(!pass.finished());
        QCOMPARE(valuesAt(**store, dissector, 0, "udp.stream"), QStringLiteral("0"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes.sliced(first.size()));
        file.close();
        pass.waitFor(100);
        QCOMPARE(pass.done(), std::size_t{100});
        (*store)->ended();
        pass.waitUntilFinished();
    }

    // A filter over streams waits for the numbers, even when it starts before them.
    void filtersFollowThePass()
    {
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "many.pcap", manyConversations(20'000)));
        const Dissector dissector(registry());
        FlowPass pass(*store, dissector);
        const auto filter = Filter::compile("tcp.stream == 5", registry());
        QVERIFY(filter);
        QVERIFY(!filter->asks().empty());
        FilterScan scan(*store, dissector, *filter);
        scan.waitUntilFinished();
        std::size_t expected = 0;
        for (std::size_t row = 0; row < store->size(); ++row)
            expected += valuesAt(*store, dissector, row, "tcp.stream") == "5";
        QVERIFY(expected > 10);
        QCOMPARE(scan.matches().size(), expected);
    }

    void whatFiltersNeedThePass_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<bool>("asks"); // for what only facts tell
        QTest::addColumn<bool>("asksThePass");
        QTest::newRow("a field of the header") << QByteArray("tcp.port == 80 && ip.src == 10.0.0.1") << false << false;
        QTest::newRow("a stream") << QByteArray("tcp.stream == 1") << true << true;
        QTest::newRow("a stream of the overlay") << QByteArray("overlay.tcp.stream == 1") << true << true;
        QTest::newRow("surely a field") << QByteArray(".tcp.stream == 1") << true << true;
        QTest::newRow("deep in an expression") << QByteArray("ip && (udp || !tcp.analysis.retransmission)") << true << true;
        QTest::newRow("its name as text") << QByteArray("http contains \"tcp.stream\"") << false << false;
        QTest::newRow("what host facts tell") << QByteArray("k8s.src.pod == \"tea\" && tcp") << true << false;
        QTest::newRow("whether they tell anything") << QByteArray("tcp && !k8s") << true << false;
        QTest::newRow("both") << QByteArray("k8s.src.pod == \"tea\" && tcp.stream == 1") << true << true;
    }

    void whatFiltersNeedThePass()
    {
        QFETCH(QByteArray, expression);
        const auto filter = Filter::compile(expression.toStdString(), registry());
        QVERIFY(filter);
        QTEST(!filter->asks().empty(), "asks");
        QTEST(FlowPass::isAskedBy(filter->asks()), "asksThePass");
    }

    void goneIsGone()
    {
        const QTemporaryDir folder;
        const auto store = open(writeFile(folder, "many.pcap", manyConversations(20'000)));
        const Dissector dissector(registry());
        {
            const FlowPass pass(*store, dissector);
            QVERIFY(store->facts().done(pass.protocols()) <= store->size());
        } // cancelled, most likely in the middle
        QCOMPARE(store->facts().done(), SIZE_MAX);
        QVERIFY(store->facts().finished());
        store->waitUntilFinished();
        QCOMPARE(valuesAt(*store, dissector, 0, "udp.stream"), QString());
    }
};

QTEST_GUILESS_MAIN(FlowPassTest)
#include "tst_flowpass.moc"
