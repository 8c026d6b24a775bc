#include <QTest>

#include "core/filter/filter.h"
#include "core/flows/trafficpass.h"
#include "tests/support/capturefile.h"
#include "tests/support/stack.h"
#include "tests/support/trafficrows.h"
#include "ui/shared/filteruse.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/trafficcolumns.h"
#include "ui/statistics/trafficfilter.h"

using namespace vethscope;
using namespace vethscope::test;

// The display filters of conversations and endpoints: what they say, and that they let through exactly what was counted.

namespace {

using enum TrafficDirection;

const QString samples = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/");

std::vector<Conversation> conversationsOf(const OpenCapture &capture)
{
    const TrafficPass pass(capture.store(), capture.dissector());
    pass.waitUntilFinished();
    return pass.conversations();
}

std::uint64_t matching(const OpenCapture &capture, const QString &expression)
{
    const auto filter = Filter::compile(expression.toStdString(), capture.registry());
    if (!filter) {
        qWarning("%s", filter.error().withCaret(expression.toStdString()).c_str());
        return UINT64_MAX;
    }
    FilterScratch scratch;
    std::uint64_t matches = 0;
    for (std::size_t i = 0; i < capture.store().size(); ++i) {
        const PacketRow row = capture.packetRow(int(i));
        matches += filter->matches(row.frame, row.packet, scratch) ? 1 : 0;
    }
    return matches;
}

// Packets with a header that an ICMP error only quotes match filters and are not counted.
bool quotes(const OpenCapture &capture)
{
    for (std::size_t i = 0; i < capture.store().size(); ++i)
        for (const Layer &layer : capture.packetRow(int(i)).packet.layers())
            if (layer.quoted)
                return true;
    return false;
}

} // namespace

class TrafficFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void text_data()
    {
        QTest::addColumn<TrafficRow>("row");
        QTest::addColumn<TrafficDirection>("direction");
        QTest::addColumn<ScopesSeen>("seen");
        QTest::addColumn<QString>("filter");
        const TrafficEnd tea = endOf("10.244.0.60");
        const TrafficEnd web = endOf("10.244.1.3");
        const ScopesSeen plain;
        const ScopesSeen tunnels{true, 1};
        const ScopesSeen nested{true, 2};
        const TrafficRow overlay = rowOf(TrafficKind::Ipv4, Scope::Overlay, 1, tea, web);
        QTest::newRow("overlay") << overlay << AWithB << tunnels << "overlay.ip.addr == 10.244.0.60 && overlay.ip.addr == 10.244.1.3";
        QTest::newRow("one way") << overlay << AToB << tunnels << "overlay.ip.src == 10.244.0.60 && overlay.ip.dst == 10.244.1.3";
        QTest::newRow("the other way") << overlay << BToA << tunnels << "overlay.ip.src == 10.244.1.3 && overlay.ip.dst == 10.244.0.60";
        QTest::newRow("with anybody") << overlay << AWithAny << tunnels << "overlay.ip.addr == 10.244.0.60";
        QTest::newRow("to anybody") << overlay << BToAny << tunnels << "overlay.ip.src == 10.244.1.3";
        QTest::newRow("from anybody") << overlay << AnyToB << tunnels << "overlay.ip.dst == 10.244.1.3";
        QTest::newRow("innermost of two") << rowOf(TrafficKind::Ipv4, Scope::Overlay, 2, tea, web) << AWithB << nested
                                          << "overlay.ip.addr == 10.244.0.60 && overlay.ip.addr == 10.244.1.3 && vs.depth == 2";
        QTest::newRow("between two tunnels") << overlay << AWithB << nested << "ip.addr == 10.244.0.60 && ip.addr == 10.244.1.3 && vs.depth >= 1";
        QTest::newRow("underlay") << rowOf(TrafficKind::Ethernet, Scope::Underlay, 0, endOf("52:54:00:c2:ee:db"), endOf("fe:ee:32:07:ea:07")) << AWithB << tunnels
                                  << "underlay.eth.addr == 52:54:00:c2:ee:db && underlay.eth.addr == fe:ee:32:07:ea:07";
        QTest::newRow("native") << rowOf(TrafficKind::Ipv6, Scope::Native, 0, endOf("fd00::1"), endOf("fd00::2")) << AWithB << plain
                                << "ipv6.addr == fd00::1 && ipv6.addr == fd00::2";
        QTest::newRow("native beside tunnels") << rowOf(TrafficKind::Ipv4, Scope::Native, 0, tea, web) << AToB << tunnels
                                               << "ip.src == 10.244.0.60 && ip.dst == 10.244.1.3 && vs.depth == 0";
        const TrafficRow http = rowOf(TrafficKind::Tcp, Scope::Overlay, 1, endOf("10.244.0.0", 41490), endOf("10.244.1.3", 80));
        QTest::newRow("TCP") << http << AWithB << tunnels
                             << "overlay.ip.addr == 10.244.0.0 && overlay.ip.addr == 10.244.1.3 && overlay.tcp.port == 41490 && overlay.tcp.port == 80";
        QTest::newRow("TCP one way") << http << AToB << tunnels
                                     << "overlay.ip.src == 10.244.0.0 && overlay.tcp.srcport == 41490 && overlay.ip.dst == 10.244.1.3 && overlay.tcp.dstport == 80";
        QTest::newRow("a TCP port with anybody") << http << BWithAny << tunnels
                                                 << "(overlay.ip.src == 10.244.1.3 && overlay.tcp.srcport == 80) || (overlay.ip.dst == 10.244.1.3 && overlay.tcp.dstport == 80)";
        QTest::newRow("the same of what has no tunnel")
            << rowOf(TrafficKind::Udp, Scope::Native, 0, endOf("10.0.0.1", 53)) << AWithAny << tunnels
            << "((ip.src == 10.0.0.1 && udp.srcport == 53) || (ip.dst == 10.0.0.1 && udp.dstport == 53)) && vs.depth == 0";
        QTest::newRow("the same port") << rowOf(TrafficKind::Tcp, Scope::Native, 0, endOf("10.0.0.1", 179), endOf("10.0.0.2", 179)) << AWithB << plain
                                       << "ip.addr == 10.0.0.1 && ip.addr == 10.0.0.2 && tcp.srcport == 179 && tcp.dstport == 179";
        QTest::newRow("UDP") << rowOf(TrafficKind::Udp, Scope::Underlay, 0, endOf("172.27.0.11", 39440), endOf("172.27.16.10", 8472)) << AWithB << tunnels
                             << "(underlay.ip.src == 172.27.0.11 && underlay.udp.srcport == 39440 && underlay.ip.dst == 172.27.16.10 && underlay.udp.dstport == 8472) || "
                                "(underlay.ip.src == 172.27.16.10 && underlay.udp.srcport == 8472 && underlay.ip.dst == 172.27.0.11 && underlay.udp.dstport == 39440)";
        QTest::newRow("the same address") << rowOf(TrafficKind::Ipv4, Scope::Native, 0, endOf("127.0.0.1"), endOf("127.0.0.1")) << AWithB << plain
                                          << "ip.src == 127.0.0.1 && ip.dst == 127.0.0.1";
    }

    void text()
    {
        QFETCH(TrafficRow, row);
        QFETCH(TrafficDirection, direction);
        QFETCH(ScopesSeen, seen);
        QTEST(filterText(row, direction, seen), "filter");
    }

    void exactlyWhatWasCounted_data()
    {
        QTest::addColumn<QStringList>("captures");
        QTest::addColumn<bool>("hasErrors"); // of ICMP
        QTest::newRow("VXLAN") << QStringList{"flannel-vxlan/captures/master.eth0.pcapng"} << false;
        QTest::newRow("VXLAN and the bridge") << QStringList{"flannel-vxlan/captures/master.eth0.pcapng", "flannel-vxlan/captures/VM-16-10-centos.cni0.pcapng"} << false;
        QTest::newRow("IPIP") << QStringList{"calico-ipip/captures/cn-worker2.eth0.pcapng"} << false;
        QTest::newRow("flannel's UDP") << QStringList{"flannel-udp/captures/udp-master.eth0.pcapng"} << true;
    }

    // Of each row, in each direction: the filter finds as many packets as the row has.
    void exactlyWhatWasCounted()
    {
        QFETCH(QStringList, captures);
        QFETCH(bool, hasErrors);
        const auto fits = [&](std::uint64_t found, std::uint64_t counted) { return hasErrors ? found != UINT64_MAX && found >= counted : found == counted; };
        OpenCapture capture;
        QStringList paths;
        for (const QString &path : std::as_const(captures))
            paths << samples + path;
        QVERIFY(capture.open(paths));
        QTRY_VERIFY(capture.isComplete());
        QCOMPARE(quotes(capture), hasErrors);
        const std::vector<Conversation> conversations = conversationsOf(capture);
        QVERIFY(conversations.size() > 5);
        const auto tables = tablesOf(conversations, TrafficSubject::Conversations, capture.store().time(0));
        const ScopesSeen seen = ScopesSeen::in(*tables);
        for (const TrafficRow &row : conversations) {
            for (const auto &[direction, packets] : {std::pair(AWithB, row.total().packets), std::pair(AToB, row.fromA.packets), std::pair(BToA, row.fromB.packets)}) {
                const QString filter = filterText(row, direction, seen);
                QVERIFY2(fits(matching(capture, filter), packets), qPrintable(QStringLiteral("%1: %2, counted %3").arg(filter).arg(matching(capture, filter)).arg(packets)));
            }
        }
        for (const TrafficEndpoint &endpoint : endpointsOf(conversations)) {
            const TrafficRow row = rowOf(endpoint.kind, endpoint.scope, endpoint.depth, endpoint.end);
            for (const auto &[direction, packets] : {std::pair(AWithAny, endpoint.total().packets), std::pair(AToAny, endpoint.sent.packets), std::pair(AnyToA, endpoint.received.packets)}) {
                const QString filter = filterText(row, direction, seen);
                QVERIFY2(fits(matching(capture, filter), packets), qPrintable(QStringLiteral("%1: %2, counted %3").arg(filter).arg(matching(capture, filter)).arg(packets)));
            }
        }
    }

    // Addresses and ports that both sides share, and one port on either side of two machines.
    void exactWhereEndsAreAlike()
    {
        const QTemporaryDir folder;
        PcapFile file;
        auto add = [&, second = 0u](const char *from, std::uint16_t fromPort, const char *to, std::uint16_t toPort) mutable {
            file.packet(++second, 0, ethernet(ipv4(from, to, 17, udp(fromPort, toPort, "x"))));
        };
        add("10.0.0.1", 123, "10.0.0.2", 123);
        add("10.0.0.1", 123, "10.0.0.2", 5000);
        add("10.0.0.1", 5000, "10.0.0.1", 123);
        add("10.0.0.3", 123, "10.0.0.1", 9000);
        add("10.0.0.1", 9001, "10.0.0.3", 123);
        OpenCapture capture;
        QVERIFY(capture.open({writeFile(folder, "alike.pcap", file.bytes())}));
        QTRY_VERIFY(capture.isComplete());
        const std::vector<Conversation> conversations = conversationsOf(capture);
        QCOMPARE(std::ranges::count(conversations, TrafficKind::Udp, &Conversation::kind), 5);
        for (const TrafficRow &row : conversations)
            QVERIFY2(matching(capture, filterText(row, AWithB, {})) == row.total().packets, qPrintable(filterText(row, AWithB, {})));
        // 10.0.0.1 port 123 sent two and received one; that 10.0.0.3 used the same port is another matter.
        QCOMPARE(matching(capture, filterText(rowOf(TrafficKind::Udp, Scope::Native, 0, endOf("10.0.0.1", 123)), AWithAny, {})), 3u);
    }

    void use_data()
    {
        QTest::addColumn<QString>("current");
        QTest::addColumn<FilterUse>("how");
        QTest::addColumn<QString>("filter");
        QTest::newRow("selected") << "dns" << FilterUse::Selected << "ip && udp";
        QTest::newRow("not selected") << "dns" << FilterUse::NotSelected << "!(ip && udp)";
        QTest::newRow("and") << "a || b" << FilterUse::AndSelected << "(a || b) && (ip && udp)";
        QTest::newRow("or") << " dns " << FilterUse::OrSelected << "(dns) || (ip && udp)";
        QTest::newRow("and not") << "dns" << FilterUse::AndNotSelected << "(dns) && !(ip && udp)";
        QTest::newRow("or not") << "dns" << FilterUse::OrNotSelected << "(dns) || !(ip && udp)";
        QTest::newRow("and, with nothing") << "" << FilterUse::AndSelected << "ip && udp";
        QTest::newRow("or not, with nothing") << " " << FilterUse::OrNotSelected << "!(ip && udp)";
    }

    void use()
    {
        QFETCH(QString, current);
        QFETCH(FilterUse, how);
        QTEST(combined(current, "ip && udp", how), "filter");
    }

    void seconds()
    {
        QCOMPARE(secondsText(0), "0.000000");
        QCOMPARE(secondsText(1'234'567'899), "1.234567");
        QCOMPARE(secondsText(-1'500'000'000), "-1.500000");
    }
};

QTEST_MAIN(TrafficFilterTest)
#include "tst_trafficfilter.moc"
