#include "tests/support/madecaptures.h"
#include "tests/support/packets.h"
#include "tests/support/stack.h"

#include <QTest>

// Which frames are one packet's: captures made for each trap, as journeys. A line is a journey: its points, with the numbers that the frame
// has in their files.

using namespace vethscope;
using namespace vethscope::test;

namespace {

const char *const client = "10.244.0.5", *const server = "10.244.1.3";

// Everything that TCP tells apart is given; the payload's length tells the segment's.
QByteArray segment(std::uint32_t sequence, int length, int id = 0, std::uint32_t acknowledgement = 2000, std::uint8_t flags = 0x18)
{
    return withId(withSequence(withAcknowledgement(ethernet(ipv4(client, server, 6, tcp(40000, 80, flags, QByteArray(length, 'x')))), acknowledgement), sequence), id);
}

QByteArray query(int dnsId, int id, const char *destination = "10.96.0.10", const char *source = client)
{
    return withId(ethernet(ipv4(source, destination, 17, udp(40000, 53, patched(fromHex("0000 0100 0001 0000 0000 0000 03 776562 00 0001 0001"), 0, quint64(dnsId), 2)))), id);
}

QByteArray ping(int identifier, int sequence, int id, const char *source = client, const char *destination = server)
{
    const QByteArray time = QByteArray::number(sequence) + "th time that it is sent";
    return withId(patched(patched(ethernet(ipv4(source, destination, 1, echoRequest(time))), 38, quint64(identifier), 2), 40, quint64(sequence), 2), id);
}

QByteArray routed(const QByteArray &frame, int hops = 63)
{
    return withTimeToLive(frame, hops).replace(0, 12, fromHex("0a0000000001 0a0000000002"));
}

QByteArray inVxlan(const QByteArray &frame)
{
    return ethernet(ipv4("172.27.0.11", "172.27.16.10", 17, udp(50000, 8472, vxlan(1, frame))));
}

} // namespace

class TestJourneyRecognise : public QObject
{
    Q_OBJECT

private:
    void check(const MadeCaptures &captures, const QStringList &journeys)
    {
        QStringList lines = captures.lines();
        for (QString &line : lines)
            line = line.section(": ", 0, 0);
        QCOMPARE(lines, journeys);
    }

private slots:
    void manyPoints()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, segment(1000, 10)).saw("n1:flannel.1", 0.01, routed(segment(1000, 10))).saw("n1:eth0", 0.02, inVxlan(routed(segment(1000, 10))));
        captures.saw("n2:eth0", 0.3, inVxlan(routed(segment(1000, 10)))).saw("n2:veth2", 0.32, routed(segment(1000, 10), 62));
        check(captures, {"n1:veth1 1, n1:flannel.1 1, n1:eth0 1, n2:eth0 1, n2:veth2 1"});
    }

    // A tunnel inside a tunnel, and what stands inside of both.
    void nestedTunnels()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, segment(1000, 10)).saw("n1:eth0", 0.02, inVxlan(segment(1000, 10))).saw("router:eth0", 0.1, inVxlan(inVxlan(segment(1000, 10))));
        check(captures, {"n1:veth1 1, n1:eth0 1, router:eth0 1"});
    }

    // A segment that is sent again is another packet, at each point.
    void retransmission()
    {
        MadeCaptures captures;
        for (const double time : {0.0, 200.0})
            captures.saw("n1:eth0", time, segment(1000, 10, time == 0 ? 7 : 8)).saw("n2:eth0", time + 0.2, segment(1000, 10, time == 0 ? 7 : 8));
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2"});
    }

    // What was lost before the second point is the first one.
    void retransmissionOfWhatWasLost()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, segment(1000, 10, 7)).saw("n1:eth0", 200, segment(1000, 10, 8)).saw("n2:eth0", 200.2, segment(1000, 10, 8));
        check(captures, {"n1:eth0 1", "n1:eth0 2, n2:eth0 1"});
    }

    void retransmissionWithoutId()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, segment(1000, 10)).saw("n1:eth0", 200, segment(1000, 10)).saw("n2:eth0", 200.2, segment(1000, 10));
        check(captures, {"n1:eth0 1", "n1:eth0 2, n2:eth0 1"});
    }

    // Three that are equal in all that TCP tells.
    void duplicateAcknowledgements()
    {
        MadeCaptures captures;
        for (int i = 0; i < 3; ++i)
            captures.saw("n1:eth0", i, segment(1000, 0, 0, 3000, 0x10)).saw("n2:eth0", i + 0.2, segment(1000, 0, 0, 3000, 0x10));
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2", "n1:eth0 3, n2:eth0 3"});
    }

    // A resolver asks again with the same identifier from the same port.
    void queriesSentAgain()
    {
        MadeCaptures captures;
        for (int i = 0; i < 2; ++i)
            captures.saw("n1:eth0", 5000 * i, query(0x1234, 10 + i)).saw("n2:eth0", 5000 * i + 0.2, query(0x1234, 10 + i));
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2"});
    }

    void queryLostAndSentAgain()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, query(0x1234, 10)).saw("n1:eth0", 1000, query(0x1234, 11)).saw("n2:eth0", 1000.2, query(0x1234, 11));
        check(captures, {"n1:eth0 1", "n1:eth0 2, n2:eth0 1"});
    }

    // Datagrams of one flow with the same payload: the IP identification tells them apart, and without it their order.
    void equalPayloads_data()
    {
        QTest::addColumn<int>("id");
        QTest::newRow("with identification") << 20;
        QTest::newRow("without") << 0;
    }

    void equalPayloads()
    {
        QFETCH(int, id);
        MadeCaptures captures;
        for (int i = 0; i < 4; ++i)
            captures.saw("n1:eth0", 0.05 * i, query(0x1234, id ? id + i : 0)).saw("n2:eth0", 0.05 * i + 0.3, query(0x1234, id ? id + i : 0));
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2", "n1:eth0 3, n2:eth0 3", "n1:eth0 4, n2:eth0 4"});
    }

    // Cut at 64 octets: TCP's numbers are there, of the payload nothing.
    void snapLength()
    {
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, segment(1000, 900), 64).saw("n2:eth0", 0.2, segment(1000, 900), 64);
        captures.saw("n1:eth0", 1, segment(1900, 900), 64).saw("n2:eth0", 1.2, segment(1900, 900));
        captures.saw("n1:eth0", 2, ping(7, 1, 5), 64).saw("n2:eth0", 2.2, ping(7, 1, 5), 64);
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2", "n1:eth0 3, n2:eth0 3"});
    }

    void sourceTranslated()
    {
        const auto translated = [](std::uint32_t sequence) {
            return withSequence(routed(ethernet(ipv4("172.27.0.11", server, 6, tcp(61234, 80, 0x18, "0123456789")))), sequence);
        };
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, segment(1000, 10, 1)).saw("n1:eth0", 0.02, translated(1000)).saw("n1:veth1", 1, segment(1010, 10, 1)).saw("n1:eth0", 1.02, translated(1010));
        check(captures, {"n1:veth1 1, n1:eth0 1", "n1:veth1 2, n1:eth0 2"});
    }

    void destinationTranslated()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, 10)).saw("n1:cni0", 0.02, query(0x1234, 10, "10.244.0.8")).saw("n1:veth1", 1, query(0x1235, 11)).saw("n1:cni0", 1.02, query(0x1235, 11, "10.244.0.8"));
        check(captures, {"n1:veth1 1, n1:cni0 1", "n1:veth1 2, n1:cni0 2"});
    }

    // Translation gives an echo another identifier; IPv6 has no identification: the payload's beginning tells.
    void echoTranslated_data()
    {
        QTest::addColumn<int>("id");
        QTest::newRow("with identification") << 9;
        QTest::newRow("without") << 0;
    }

    void echoTranslated()
    {
        QFETCH(int, id);
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, ping(7, 1, id)).saw("n1:eth0", 0.02, routed(ping(0x4eaf, 1, id, "172.27.0.11")));
        check(captures, {"n1:veth1 1, n1:eth0 1"});
    }

    // Two pods ping the same server with the same numbers: nothing but their addresses and the times in them differ.
    void twoPodsPing()
    {
        MadeCaptures captures;
        for (const char *const pod : {"10.244.0.5", "10.244.0.6"}) {
            const double time = pod[9] - '5';
            const QByteArray frame = patched(ping(7, 1, 0, pod), 42, quint64(pod[9]), 1);
            captures.saw("n1:eth0", time, frame).saw("n2:eth0", time + 0.2, frame);
        }
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2"});
    }

    // Both ends at once: a pod that a service sends back to itself.
    void hairpin()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, 10)).saw("n1:veth1", 0.03, routed(query(0x1234, 10, client, "10.244.0.1")));
        check(captures, {"n1:veth1 1, n1:veth1 2"});
    }

    // SNAT and DNAT between two points, of which none saw it between both: the identification and the payload together tell it, and that it was routed.
    void bothEnds_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("hopsLeft");
        QTest::addColumn<int>("dnsId");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("translated") << 10 << 63 << 0x1234 << true;
        QTest::newRow("passed on by a program, which numbers it anew") << 11 << 63 << 0x1234 << false;
        QTest::newRow("sent by one that is as near") << 10 << 64 << 0x1234 << false;
        QTest::newRow("without identification") << 0 << 63 << 0x1234 << false;
        QTest::newRow("another payload") << 10 << 63 << 0x1235 << false;
    }

    void bothEnds()
    {
        QFETCH(int, id);
        QFETCH(int, hopsLeft);
        QFETCH(int, dnsId);
        QFETCH(bool, isOne);
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, id == 0 ? 0 : 10)).saw("n1:eth0", 0.02, routed(query(dnsId, id, "10.244.1.8", "172.27.0.11"), hopsLeft));
        check(captures, isOne ? QStringList{"n1:veth1 1, n1:eth0 1"} : QStringList{"n1:veth1 1", "n1:eth0 1"});
    }

    void echoTranslatedAtBothEnds()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, ping(7, 1, 9)).saw("n1:eth0", 0.02, routed(ping(0x4eaf, 1, 9, "172.27.0.11", "10.244.1.8")));
        captures.saw("n1:veth1", 5, ping(7, 2, 10)).saw("n1:eth0", 5.02, routed(ping(0x4eaf, 2, 10, "172.27.0.11", "10.244.1.8")));
        check(captures, {"n1:veth1 1, n1:eth0 1", "n1:veth1 2, n1:eth0 2"});
    }

    // Servers' answers often have no identification: what was translated on its way is so on its way back.
    void answerTranslatedBack()
    {
        const auto answer = [](const char *from, const char *to) {
            return ethernet(ipv4(from, to, 17, udp(53, 40000, fromHex("1234 8180 0001 0000 0000 0000 03 776562 00 0001 0001"))));
        };
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, 10)).saw("n1:eth0", 0.02, routed(query(0x1234, 10, "10.244.1.8", "172.27.0.11")));
        captures.saw("n1:eth0", 1, answer("10.244.1.8", "172.27.0.11")).saw("n1:veth1", 1.02, routed(answer("10.96.0.10", client)));
        check(captures, {"n1:veth1 1, n1:eth0 1", "n1:eth0 2, n1:veth1 2"});
    }

    // Two that send the same all the time, of which some have one identification by chance; and two of which most have others.
    void chance_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("firstOfOther");
        QTest::addColumn<bool>("areOne");
        QTest::newRow("all the time") << 9 << 10 << false;
        QTest::newRow("few, and most are others") << 6 << 14 << false;
        QTest::newRow("as often as retries are") << 8 << 10 << true;
    }

    void chance()
    {
        QFETCH(int, count);
        QFETCH(int, firstOfOther);
        QFETCH(bool, areOne);
        MadeCaptures captures;
        QStringList lines;
        for (int i = 0; i < count; ++i) {
            captures.saw("n1:veth1", 1000 * i, query(0x1234, 10 + i)).saw("n1:eth0", 1000 * i + 1, routed(query(0x1234, firstOfOther + i, "10.244.1.8", "172.27.0.11")));
            if (areOne)
                lines << QString("n1:veth1 %1, n1:eth0 %1").arg(i + 1);
            else
                lines << QString("n1:veth1 %1").arg(i + 1) << QString("n1:eth0 %1").arg(i + 1);
        }
        check(captures, lines);
    }

    // A name server passes on what it was asked, with its identifier: two packets, and two flows.
    void passedOn_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("by a program") << 11 << false;
        QTest::newRow("by a node's port") << 10 << true;
    }

    void passedOn()
    {
        QFETCH(int, id);
        QFETCH(bool, isOne);
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, 10, "10.244.0.8")).saw("n1:eth0", 0.3, routed(query(0x1234, id, "10.244.1.1", "10.244.0.8")));
        const MadeCaptures::Followed followed = captures.follow();
        QCOMPARE(followed.journeys.flows, (isOne ? std::vector<std::uint32_t>{0, 0} : std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(followed.journeys.all.size(), std::size_t(isOne ? 1 : 2));
    }

    // Where nothing in the packets tells it, the kernel that translated them does; both directions, and no other connection.
    void connectionKnown_data()
    {
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("its own") << 40000 << true;
        QTest::newRow("another's") << 40001 << false;
    }

    void connectionKnown()
    {
        QFETCH(int, port);
        QFETCH(bool, isOne);
        const auto address = [](const char *text) { return *IpAddress::parse(text); };
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, query(0x1234, 0)).saw("n1:eth0", 0.02, routed(query(0x1234, 0, "10.244.1.8", "172.27.0.11")));
        HostFacts host{.node = "n1"};
        host.connections.push_back({"udp", address(client), address("10.96.0.10"), std::uint16_t(port), 53, address("10.244.1.8"), address("172.27.0.11"), 53, 40000});
        captures.prints(host);
        check(captures, isOne ? QStringList{"n1:veth1 1, n1:eth0 1"} : QStringList{"n1:veth1 1", "n1:eth0 1"});
    }

    // More than what numbers them begins with.
    void manyFlows()
    {
        constexpr int flows = 5000;
        MadeCaptures captures;
        for (int i = 0; i < flows; ++i) {
            const QByteArray frame = withSequence(ethernet(ipv4(client, server, 6, tcp(std::uint16_t(10000 + i), 80, 0x18, "0123456789"))), 1000u * unsigned(i));
            captures.saw("n1:eth0", i, frame).saw("n2:eth0", i + 0.2, frame);
        }
        const MadeCaptures::Followed followed = captures.follow();
        QCOMPARE(followed.journeys.all.size(), std::size_t(flows));
        QCOMPARE(followed.journeys.flows.size(), std::size_t(flows));
        for (std::uint32_t i = 0; i < flows; ++i)
            QCOMPARE(followed.journeys.flows[i], i);
    }

    // The same packet on a bridge and on its port; and once more on the bridge, which passed on what its kernel had translated.
    void twiceAtOnePoint()
    {
        MadeCaptures captures;
        captures.saw("n1:cni0", 0, query(0x1234, 10)).saw("n1:cni0", 0.06, query(0x1234, 10)).saw("n1:veth2", 0.07, query(0x1234, 10));
        check(captures, {"n1:cni0 1, n1:cni0 2, n1:veth2 1"});
    }

    // It comes by again and again, with fewer hops left each time.
    void loop()
    {
        MadeCaptures captures;
        for (int i = 0; i < 4; ++i)
            captures.saw("n1:eth0", i, withTimeToLive(segment(1000, 10, 5), 64 - i));
        check(captures, {"n1:eth0 1, n1:eth0 2, n1:eth0 3, n1:eth0 4"});
    }

    // Segments that are one super-frame elsewhere, before and behind it.
    void superFrame()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, segment(1000, 30, 1));
        for (int i = 0; i < 3; ++i)
            captures.saw("n1:eth0", 0.01 * (i + 1), segment(1000 + 10u * unsigned(i), 10, 1 + i)).saw("n2:eth0", 0.3 + 0.01 * i, segment(1000 + 10u * unsigned(i), 10, 1 + i));
        captures.saw("n2:veth2", 0.4, segment(1000, 30, 1));
        check(captures, {"n1:veth1 1, n1:eth0 1+2+3, n2:eth0 1+2+3, n2:veth2 1"});
    }

    // The next burst has other acknowledgements, and a segment beyond its end is not its part.
    void superFramesApart()
    {
        MadeCaptures captures;
        captures.saw("n1:veth1", 0, segment(1000, 20)).saw("n1:eth0", 0.01, segment(1000, 10)).saw("n1:eth0", 0.02, segment(1010, 10)).saw("n1:eth0", 0.03, segment(1020, 10));
        captures.saw("n1:eth0", 0.04, segment(1010, 10, 0, 2001));
        check(captures, {"n1:veth1 1, n1:eth0 1+2", "n1:eth0 3", "n1:eth0 4"});
    }

    // Packets of both directions are each their own, and so are flows that differ in a port.
    void flowsApart()
    {
        const QByteArray answer = ethernet(ipv4(server, client, 6, tcp(80, 40000, 0x18, "0123456789")));
        const QByteArray other = ethernet(ipv4(client, server, 6, tcp(40001, 80, 0x18, "01234567890")));
        MadeCaptures captures;
        captures.saw("n1:eth0", 0, segment(1000, 10, 1)).saw("n1:eth0", 0.1, other).saw("n2:eth0", 0.2, segment(1000, 10, 1)).saw("n2:eth0", 0.3, other).saw("n2:eth0", 0.5, answer).saw("n1:eth0", 0.7, answer);
        check(captures, {"n1:eth0 1, n2:eth0 1", "n1:eth0 2, n2:eth0 2", "n2:eth0 3, n1:eth0 3"});
    }
};

QTEST_APPLESS_MAIN(TestJourneyRecognise)
#include "tst_journey_recognise.moc"
