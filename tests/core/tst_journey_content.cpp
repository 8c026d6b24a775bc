#include "core/journey/content.h"
#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

// By what a packet is known again: what kernels leave alone, whatever they do with it; and what is another packet.

using namespace vethscope;
using namespace vethscope::test;

namespace {

using Content = std::optional<journey::Content>;

Content contentOf(const QByteArray &bytes, quint32 original = 0, journey::KnownBy knownBy = journey::KnownBy::TimeStampsToo)
{
    const Frame frame = frameOf(bytes, 1, original);
    return journey::contentOf(frame, Dissector(registry()).dissect(frame), knownBy);
}

QByteArray segment(const QByteArray &payload = "GET / HTTP/1.1\r\n\r\n", const char *source = "10.244.0.5", const char *destination = "10.244.1.3", std::uint16_t from = 40000, std::uint16_t to = 80)
{
    return ethernet(ipv4(source, destination, 6, tcp(from, to, 0x18, payload)));
}

QByteArray query(const QByteArray &id = "\x12\x34", const char *destination = "10.96.0.10", const QByteArray &name = "\3web\4site")
{
    return ethernet(ipv4("10.244.0.5", destination, 17, udp(40000, 53, id + fromHex("0100 0001 0000 0000 0000") + name + fromHex("00 0001 0001"))));
}

// Echo requests have identifier 7 and sequence number 1 at first.
QByteArray ping(int id = 7, int sequence = 1, const QByteArray &payload = "a time and more of it all")
{
    return patched(patched(ethernet(ipv4("10.244.0.5", "10.244.1.3", 1, echoRequest(payload))), 38, std::uint64_t(id), 2), 40, std::uint64_t(sequence), 2);
}

QByteArray inVxlan(const QByteArray &frame)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(1, frame))));
}

QByteArray withMacs(QByteArray frame)
{
    return frame.replace(0, 12, fromHex("0a0000000001 0a0000000002"));
}

} // namespace

class TestJourneyContent : public QObject
{
    Q_OBJECT

private slots:
    void key_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isSame");

        QTest::newRow("routed") << segment() << withTimeToLive(withMacs(segment()), 63) << true;
        QTest::newRow("in a tunnel") << segment() << inVxlan(segment()) << true;
        QTest::newRow("in two tunnels") << segment() << inVxlan(inVxlan(segment())) << true;
        QTest::newRow("source translated") << segment() << segment("GET / HTTP/1.1\r\n\r\n", "172.27.0.11", "10.244.1.3", 61000) << true;
        QTest::newRow("destination translated") << segment() << segment("GET / HTTP/1.1\r\n\r\n", "10.244.0.5", "10.96.0.10", 40000, 8080) << true;
        QTest::newRow("PSH taken off") << segment() << patched(segment(), 47, 0x10, 1) << true;
        QTest::newRow("FIN added") << segment() << patched(segment(), 47, 0x19, 1) << false;
        QTest::newRow("another sequence number") << segment() << withSequence(segment(), 1001) << false;
        QTest::newRow("another acknowledgement") << segment() << withAcknowledgement(segment(), 2001) << false;
        QTest::newRow("another length") << segment() << segment("GET / HTTP/1.1\r\n\r\n ") << false;
        QTest::newRow("another time stamp") << withTimeStamps(segment(), 7) << withTimeStamps(segment(), 8) << false;
        QTest::newRow("another window") << segment() << patched(segment(), 48, 511, 2) << true;

        QTest::newRow("a query translated") << query() << query("\x12\x34", "10.244.0.8") << true;
        QTest::newRow("another query") << query() << query("\x12\x35") << false;
        QTest::newRow("a longer name") << query() << query("\x12\x34", "10.96.0.10", "\3web\5sites") << false;

        QTest::newRow("an echo with another identifier") << ping() << ping(9) << true;
        QTest::newRow("the next echo") << ping() << ping(7, 2) << false;
        QTest::newRow("a larger echo") << ping() << ping(7, 1, "a time and more of it all!") << false;
        QTest::newRow("an echo's reply") << ping() << patched(ping(), 34, 0, 1) << false;
    }

    void key()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        const Content first = contentOf(one), second = contentOf(other);
        QVERIFY(first && second && first->key && second->key);
        QTEST(*first->key == *second->key, "isSame");
    }

    void digest_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isSame");

        QTest::newRow("another time in an echo") << ping() << ping(7, 1, "b time and more of it all") << false;
        QTest::newRow("what differs far behind") << ping() << ping(7, 1, "a time and more of it ALL") << true;
        QTest::newRow("another identifier") << ping() << ping(8) << true;
        QTest::newRow("another name as long") << query() << query("\x12\x34", "10.96.0.10", "\3wub\4site") << false;
    }

    void digest()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        const Content first = contentOf(one), second = contentOf(other);
        QVERIFY(first->digest != 0);
        QTEST(first->digest == second->digest, "isSame");
    }

    void noPacket_data()
    {
        QTest::addColumn<QByteArray>("frame");

        QTest::newRow("ARP") << ethernet(fromHex("0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002"), 0x0806);
        QTest::newRow("multicast") << ethernet(ipv4("10.0.0.1", "224.0.0.251", 17, udp(5353, 5353, "x")));
        QTest::newRow("broadcast") << ethernet(ipv4("10.0.0.1", "255.255.255.255", 17, udp(67, 68, "x")));
        QTest::newRow("from nobody") << ethernet(ipv4("0.0.0.0", "10.0.0.2", 17, udp(67, 68, "x")));
        QTest::newRow("IPv6 multicast") << ethernet(ipv6("fe80::1", "ff02::1", 58, fromHex("8600 0000 00000000")), 0x86dd);
    }

    void noPacket()
    {
        QFETCH(QByteArray, frame);
        QVERIFY(!contentOf(frame));
    }

    void tells()
    {
        const Content one = contentOf(withId(withTimeToLive(inVxlan(segment("abc")), 60), 77));
        QCOMPARE(one->depth, 1);
        QCOMPARE(one->length, 3u);
        QCOMPARE(one->sequence, 1000u);
        QCOMPARE(one->timeToLive, 64); // the inner one's
        QCOMPARE(one->id, 1);
        QCOMPARE(one->tuple.source.text(), std::string("10.244.0.5"));
        QCOMPARE(one->tuple.destination.text(), std::string("10.244.1.3"));
        QCOMPARE(one->tuple.sourcePort, 40000);
        QCOMPARE(one->tuple.destinationPort, 80);
        QVERIFY(one->tuple.isTcp() && one->tuple.hasPorts());
        QCOMPARE(contentOf(withTimeToLive(withId(segment(), 77), 60))->id, 77);
        QCOMPARE(contentOf(withTimeToLive(withId(segment(), 77), 60))->timeToLive, 60);
        QCOMPARE(contentOf(ping(9))->tuple.sourcePort, 9);
        QVERIFY(!contentOf(ping(9))->tuple.hasPorts());
        QVERIFY(contentOf(segment())->link != contentOf(withMacs(segment()))->link);
        QCOMPARE(contentOf(segment())->link, contentOf(inVxlan(segment()))->link);
    }

    // Where points may not have them, by whatever else there is.
    void withoutTimeStamps()
    {
        const auto key = [](const QByteArray &frame) { return *contentOf(frame, 0, journey::KnownBy::NumbersAlone)->key; };
        QCOMPARE(key(withTimeStamps(segment(), 7)), key(withTimeStamps(segment(), 8)));
        QCOMPARE(key(withTimeStamps(segment(), 7)), key(segment()));
        QVERIFY(key(withTimeStamps(segment(), 7)) != key(withSequence(withTimeStamps(segment(), 7), 1001)));
    }

    // Parts of a super-frame have its burst, others have not.
    void burst()
    {
        const Content whole = contentOf(segment("abcdef"));
        QCOMPARE(contentOf(withSequence(segment("def"), 1003))->burst, whole->burst);
        QVERIFY(contentOf(withAcknowledgement(segment("def"), 2001))->burst != whole->burst);
    }

    // Behind a snapshot length of 64 octets, or cut before that.
    void cut_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("hasKey");

        QTest::newRow("TCP behind 64") << segment("a payload that goes on and on") << 64 << true;
        QTest::newRow("TCP behind 64, cut in its time stamps") << withTimeStamps(segment()) << 64 << true;
        QTest::newRow("TCP in VXLAN, its options cut off") << inVxlan(withTimeStamps(segment())) << 104 << true;
        QTest::newRow("TCP in IPv6, cut in its options") << ethernet(ipv6("fd00::5", "fd00::6", 6, tcp(40000, 80, 0x18, "0123456789")), 0x86dd).replace(66, 1, "\x70") << 76 << true;
        QTest::newRow("TCP whose packet ends inside its header, too") << patched(segment("0123456789"), 46, 0xf0, 1) << 60 << false;
        QTest::newRow("TCP without its header") << segment() << 50 << false;
        QTest::newRow("a query behind 64") << query() << 64 << true;
        QTest::newRow("a query without identifier") << query() << 42 << false;
        QTest::newRow("an echo behind 64") << ping() << 64 << true;
        QTest::newRow("an echo's header alone") << ping() << 42 << true;
        QTest::newRow("no echo") << ping() << 36 << false;
    }

    void cut()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, kept);
        QFETCH(bool, hasKey);
        const Content whole = contentOf(frame, 0, journey::KnownBy::NumbersAlone), part = contentOf(frame.first(kept), quint32(frame.size()), journey::KnownBy::NumbersAlone);
        QVERIFY(part);
        QCOMPARE(part->key.has_value(), hasKey);
        if (hasKey) {
            QCOMPARE(*part->key, *whole->key);
            QCOMPARE(part->tuple, whole->tuple);
            QCOMPARE(part->length, whole->length);
        }
        if (kept < 62)
            QCOMPARE(part->digest, 0u);
        else
            QCOMPARE(part->digest, whole->digest);
    }

    void fragments()
    {
        const QByteArray first = patched(withId(segment(), 5), 20, 0x2000, 2), second = patched(withId(segment(), 5), 20, 0x0100, 2);
        QVERIFY(*contentOf(first)->key != *contentOf(second)->key);
        QVERIFY(*contentOf(second)->key != *contentOf(withId(second, 6))->key);
        QCOMPARE(*contentOf(second)->key, *contentOf(withTimeToLive(second, 60))->key);
        QCOMPARE(contentOf(second)->tuple.sourcePort, 0);
    }
};

QTEST_APPLESS_MAIN(TestJourneyContent)
#include "tst_journey_content.moc"
