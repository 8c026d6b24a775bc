#include "core/kernel/device.h"
#include "core/kernel/forwarding.h"
#include "core/kernel/martian.h"
#include "core/kernel/pathmtu.h"
#include "core/kernel/reversepath.h"
#include "core/kernel/setting.h"

#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// What a kernel does with a packet that comes in, beside its tables: whether it believes the source, passes it on, and whether it fits.
class tst_kernel_receiving : public QObject
{
    Q_OBJECT

private slots:
    void reverse_data();
    void reverse();
    void reverseEvidence();
    void martians_data();
    void martians();
    void forwards_data();
    void forwards();
    void fits_data();
    void fits();
    void hops();
    void settings_data();
    void settings();
    void devices_data();
    void devices();
};

namespace {

QString reasonOf(std::string_view reason)
{
    return reason.empty() ? "passes" : QString::fromUtf8(reason.data(), qsizetype(reason.size()));
}

// eth0 with an address, cali1 without; the default route by eth0, a pod behind cali1.
const QString node = "ip addr=1: lo: <LOOPBACK,UP> mtu 65536 /     inet 127.0.0.1/8 scope host lo / 2: eth0: <UP> mtu 1500 state UP /     inet 10.0.0.1/24 scope global eth0"
                     " / 3: eth1: <UP> mtu 1500 state UP /     inet 10.1.0.1/24 scope global eth1 / 9: cali1: <UP> mtu 1500 state UP"
                     " ; ip route=%1 / 10.0.0.0/24 dev eth0 scope link / 10.1.0.0/24 dev eth1 scope link / 10.8.0.2 dev cali1 scope link / blackhole 10.8.0.0/24";
const QString withDefault = node.arg("default via 10.0.0.9 dev eth0");

QString filter(int all, const char *device, int own)
{
    return QString(" ; sysctl -a=net.ipv4.conf.all.rp_filter = %1 / net.ipv4.conf.%2.rp_filter = %3").arg(all).arg(device).arg(own);
}

} // namespace

void tst_kernel_receiving::reverse_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const auto row = [](const char *name, const QString &outputs, const char *packet, const char *answer) { QTest::newRow(name) << outputs << packet << answer; };
    row("strict, the way back is the same", withDefault + filter(0, "eth0", 1), "8.8.8.8 > 10.8.0.2 iif eth0", "passes");
    row("strict, the way back is another", withDefault + filter(0, "eth1", 1), "8.8.8.8 > 10.8.0.2 iif eth1", "IP_RPFILTER");
    row("strict for all", withDefault + filter(1, "eth1", 0), "8.8.8.8 > 10.8.0.2 iif eth1", "IP_RPFILTER");
    row("the greater counts: loose", withDefault + filter(2, "eth1", 1), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("the greater counts: loose by the device", withDefault + filter(1, "eth1", 2), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("off", withDefault + filter(0, "eth1", 0), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("loose, no way back", node.arg("10.9.0.0/16 dev eth1 scope link") + filter(0, "eth1", 2), "8.8.8.8 > 10.8.0.2 iif eth1", "IP_RPFILTER");
    row("off, no way back", node.arg("10.9.0.0/16 dev eth1 scope link") + filter(0, "eth1", 0), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("loose, into a blackhole", withDefault + filter(0, "eth1", 2), "10.8.0.7 > 10.1.0.1 iif eth1", "IP_RPFILTER");
    row("strict, a pod's own device", withDefault + filter(0, "cali1", 1), "10.8.0.2 > 10.0.0.9 iif cali1", "passes");
    row("loose, a device without an address is strict", withDefault + filter(0, "cali1", 2), "8.8.8.8 > 10.0.0.9 iif cali1", "IP_RPFILTER");
    row("an own address", withDefault + filter(0, "eth1", 0), "10.0.0.1 > 10.8.0.2 iif eth1", "IP_LOCAL_SOURCE");
    row("an own address, strict", withDefault + filter(0, "eth1", 1), "10.0.0.1 > 10.8.0.2 iif eth1", "IP_LOCAL_SOURCE");
    row("an own address, accepted", withDefault + filter(0, "eth1", 0) + " / net.ipv4.conf.all.accept_local = 0 / net.ipv4.conf.eth1.accept_local = 1", "10.0.0.1 > 10.8.0.2 iif eth1", "passes");
    row("an own address, accepted and strict", withDefault + filter(0, "eth1", 1) + " / net.ipv4.conf.all.accept_local = 1 / net.ipv4.conf.eth1.accept_local = 0", "10.0.0.1 > 10.8.0.2 iif eth1", "IP_RPFILTER");
    row("an own address by loopback", withDefault + filter(0, "lo", 1) + " / net.ipv4.conf.all.accept_local = 1 / net.ipv4.conf.lo.accept_local = 0", "10.0.0.1 > 10.1.0.1 iif lo", "passes");
    row("a broadcast address", withDefault + filter(0, "eth1", 1), "10.0.0.255 > 10.8.0.2 iif eth1", "IP_INVALID_SOURCE");
    row("a broadcast address, off", withDefault + filter(0, "eth1", 0), "10.0.0.255 > 10.8.0.2 iif eth1", "passes");
    row("a broadcast address, off but with rules", withDefault + filter(0, "eth1", 0) + " ; ip rule=0: from all lookup local / 9: from all nop / 32766: from all lookup main",
        "10.0.0.255 > 10.8.0.2 iif eth1", "IP_INVALID_SOURCE");
    row("several ways back", node.arg("default / \tnexthop via 10.0.0.9 dev eth0 weight 1 / \tnexthop via 10.1.0.9 dev eth1 weight 1") + filter(0, "eth1", 1), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("the first of default routes alike", node.arg("default via 10.0.0.9 dev eth0 / default via 10.1.0.9 dev eth1") + filter(0, "eth0", 1), "8.8.8.8 > 10.8.0.2 iif eth0", "passes");
    row("no other of them", node.arg("default via 10.0.0.9 dev eth0 / default via 10.1.0.9 dev eth1") + filter(0, "eth1", 1), "8.8.8.8 > 10.8.0.2 iif eth1", "IP_RPFILTER");
    row("one of them dead", node.arg("default / \tnexthop via 10.0.0.9 dev eth0 weight 1 / \tnexthop via 10.1.0.9 dev eth1 weight 1 dead") + filter(0, "eth1", 1), "8.8.8.8 > 10.8.0.2 iif eth1", "passes");
    row("not printed, and it does not matter", withDefault, "8.8.8.8 > 10.8.0.2 iif eth0", "passes");
    row("not printed, and it matters", withDefault, "8.8.8.8 > 10.8.0.2 iif eth1", "unseen: sysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.eth1.rp_filter");
    row("printed for all only", withDefault + " ; sysctl net.ipv4.conf.all.rp_filter=net.ipv4.conf.all.rp_filter = 1", "8.8.8.8 > 10.8.0.2 iif eth1", "unseen: sysctl net.ipv4.conf.eth1.rp_filter");
    row("printed for the device only", withDefault + " ; sysctl net.ipv4.conf.eth1.rp_filter=net.ipv4.conf.eth1.rp_filter = 1", "8.8.8.8 > 10.8.0.2 iif eth1",
        "unseen: sysctl net.ipv4.conf.all.rp_filter");
    row("no routes", "ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0" + filter(0, "eth0", 1), "8.8.8.8 > 10.0.0.1 iif eth0", "unseen: ip route");
    row("no routes, but off", "ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0" + filter(0, "eth0", 0), "8.8.8.8 > 10.0.0.1 iif eth0", "passes ? ip route");
    row("a rule for the answer's source", withDefault + filter(0, "eth0", 1) + " ; ip route show table 7=10.1.0.0/16 dev eth1 scope link / default via 10.1.0.9 dev eth1 ; ip rule=0: from all lookup local / 9: from 10.8.0.2 lookup 7 / 32766: from all lookup main",
        "10.1.0.5 > 10.8.0.2 iif eth0", "IP_RPFILTER < default shorter prefix");
    row("the mark does not count", withDefault + filter(0, "eth0", 1) + " ; ip route show table 7=default via 10.1.0.9 dev eth1 ; ip rule=0: from all lookup local / 9: from all fwmark 0x1 lookup 7 / 32766: from all lookup main",
        "8.8.8.8 > 10.8.0.2 iif eth0 mark 1", "passes");
    row("unless src_valid_mark", withDefault + filter(0, "eth0", 1) + " / net.ipv4.conf.all.src_valid_mark = 1 / net.ipv4.conf.eth0.src_valid_mark = 0 ; ip route show table 7=default via 10.1.0.9 dev eth1"
        " ; ip rule=0: from all lookup local / 9: from all fwmark 0x1 lookup 7 / 32766: from all lookup main", "8.8.8.8 > 10.8.0.2 iif eth0 mark 1", "IP_RPFILTER");
    const auto protocol = [](const char *rules) { return withDefault + filter(0, "eth0", 1) + " ; ip rule=0: from all lookup local / " + rules + " / 32766: from all lookup main"; };
    row("the protocol is not read for the machine's own", protocol("9: from all iif lo ipproto udp blackhole"), "8.8.8.8 > 10.8.0.2 iif eth0 proto 17 local", "passes");
    row("unless another rule has it read", protocol("9: from all iif lo ipproto udp blackhole / 10: from all iif eth5 ipproto tcp blackhole"), "8.8.8.8 > 10.8.0.2 iif eth0 proto 17 local", "IP_RPFILTER");
    row("or the ports", protocol("9: from all iif lo ipproto udp blackhole / 10: from all iif eth5 sport 7 blackhole"), "8.8.8.8 > 10.8.0.2 iif eth0 proto 17 local", "IP_RPFILTER");
    row("or the other ports", protocol("9: from all iif lo ipproto udp blackhole / 10: from all iif eth5 dport 7 blackhole"), "8.8.8.8 > 10.8.0.2 iif eth0 proto 17 local", "IP_RPFILTER");
    row("other things have it not read", protocol("9: from all iif lo ipproto udp blackhole / 10: from all iif eth5 uidrange 7-7 blackhole"), "8.8.8.8 > 10.8.0.2 iif eth0 proto 17 local", "passes");
    row("IPv6 has none", withDefault + filter(1, "eth1", 1), "fd00::1 > fd00::2 iif eth1", "passes");
}

void tst_kernel_receiving::reverse()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    const Packet received = test::packetOf(packet);
    QString said = test::stated(reversePath(test::spaceOf(outputs), received, packet.endsWith(" local") ? "" : "cali1"), reasonOf);
    // Which routes lost on the way back is tst_kernel_routes' business, but for the one row that shows that they are told.
    if (!QByteArray(QTest::currentDataTag()).startsWith("a rule for"))
        said = said.section(" < ", 0, 0);
    QTEST(said, "answer");
}

void tst_kernel_receiving::reverseEvidence()
{
    const auto cited = [](const char *packet, const QString &outputs) { return test::cited(reversePath(test::spaceOf(outputs), test::packetOf(packet), "cali1").evidence); };
    const QString strict = withDefault + filter(0, "eth1", 1);
    QCOMPARE(cited("8.8.8.8 > 10.8.0.2 iif eth1", strict), QString("net.ipv4.conf.eth1.rp_filter = 1 + default via 10.0.0.9 dev eth0"));
    QCOMPARE(cited("8.8.8.8 > 10.8.0.2 iif eth0", withDefault + filter(0, "eth0", 1)), QString("default via 10.0.0.9 dev eth0")); // in any mode it passes
    // The device that it would leave by is the one the way back begins with.
    const QString rules = " ; ip route show table 7=default via 10.1.0.9 dev eth1 ; ip rule=0: from all lookup local / 9: from all iif cali1 lookup 7 / 32766: from all lookup main";
    QCOMPARE(cited("8.8.8.8 > 10.8.0.2 iif eth1", strict + rules), QString("9: from all iif cali1 lookup 7 + default via 10.1.0.9 dev eth1"));
}

void tst_kernel_receiving::martians_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const auto row = [](const char *name, const char *packet, const char *answer, const char *outputs = "") { QTest::newRow(name) << QString(outputs) << packet << answer; };
    row("sound", "10.0.0.1 > 10.0.0.2 iif eth0", "passes");
    row("from a group", "224.0.0.1 > 10.0.0.2 iif eth0", "IP_INVALID_SOURCE");
    row("from all", "255.255.255.255 > 10.0.0.2 iif eth0", "IP_INVALID_SOURCE");
    row("from this network", "0.0.0.7 > 10.0.0.2 iif eth0", "IP_INVALID_SOURCE");
    row("to this network", "10.0.0.2 > 0.0.0.7 iif eth0", "IP_INVALID_DEST");
    row("DHCP", "0.0.0.0 > 255.255.255.255 iif eth0", "passes");
    row("BOOTP of old", "0.0.0.0 > 0.0.0.0 iif eth0", "passes");
    row("from loopback", "127.0.0.1 > 10.0.0.2 iif eth0", "unseen: sysctl net.ipv4.conf.all.route_localnet net.ipv4.conf.eth0.route_localnet");
    row("to loopback", "10.0.0.2 > 127.0.0.1 iif eth0", "IP_LOCALNET", "sysctl -a=net.ipv4.conf.all.route_localnet = 0 / net.ipv4.conf.eth0.route_localnet = 0");
    row("from loopback, printed", "127.0.0.1 > 10.0.0.2 iif eth0", "IP_LOCALNET", "sysctl -a=net.ipv4.conf.all.route_localnet = 0 / net.ipv4.conf.eth0.route_localnet = 0");
    row("allowed", "127.0.0.1 > 10.0.0.2 iif eth0", "passes", "sysctl -a=net.ipv4.conf.all.route_localnet = 0 / net.ipv4.conf.eth0.route_localnet = 1");
    row("no such setting", "127.0.0.1 > 10.0.0.2 iif eth0", "IP_LOCALNET", "sysctl -a=net.ipv4.ip_forward = 0");
    row("by loopback", "127.0.0.1 > 127.0.0.2 iif lo", "passes");
    row("by a device of that kind", "127.0.0.1 > 127.0.0.2 iif lo7", "passes", "ip -d link=1: lo7: <LOOPBACK,UP> mtu 65536 /     link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00");
    row("IPv6", "fd00::1 > fd00::2 iif eth0", "passes");
    row("IPv6 from a group", "ff02::1 > fd00::2 iif eth0", "IP_INVALID_SOURCE");
    row("IPv6 from loopback", "::1 > fd00::2 iif eth0", "IP_INVALID_SOURCE");
    row("IPv6 to loopback", "fd00::2 > ::1 iif eth0", "IP_INVALID_SOURCE");
    row("IPv6 by loopback", "::1 > ::1 iif lo", "passes");
}

void tst_kernel_receiving::martians()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    QTEST(test::stated(martian(test::spaceOf(outputs), test::packetOf(packet)), reasonOf), "answer");
}

void tst_kernel_receiving::forwards_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<bool>("v6");
    QTest::addColumn<QString>("answer");

    QTest::newRow("on") << "net.ipv4.ip_forward = 1" << false << "on";
    QTest::newRow("off") << "net.ipv4.ip_forward = 0" << false << "off";
    QTest::newRow("the device's goes before") << "net.ipv4.ip_forward = 1 / net.ipv4.conf.eth0.forwarding = 0" << false << "off";
    QTest::newRow("and on") << "net.ipv4.ip_forward = 0 / net.ipv4.conf.eth0.forwarding = 1" << false << "on";
    QTest::newRow("by its other name") << "net.ipv4.conf.all.forwarding = 1" << false << "on";
    QTest::newRow("another device's") << "net.ipv4.conf.eth1.forwarding = 1" << false << "unseen: sysctl net.ipv4.ip_forward";
    QTest::newRow("IPv6's does not tell") << "net.ipv6.conf.all.forwarding = 1" << false << "unseen: sysctl net.ipv4.ip_forward";
    QTest::newRow("IPv6 on") << "net.ipv6.conf.all.forwarding = 1 / net.ipv6.conf.eth0.forwarding = 0" << true << "on";
    QTest::newRow("IPv6 off") << "net.ipv6.conf.all.forwarding = 0 / net.ipv6.conf.eth0.forwarding = 1" << true << "off";
    QTest::newRow("IPv6, not printed") << "net.ipv4.ip_forward = 1" << true << "unseen: sysctl net.ipv6.conf.all.forwarding";
}

void tst_kernel_receiving::forwards()
{
    QFETCH(QString, settings);
    QFETCH(bool, v6);
    QTEST(test::stated(forwardsFrom(test::spaceOf("sysctl net=" + settings), "eth0", v6), [](bool on) { return QString(on ? "on" : "off"); }), "answer");
}

void tst_kernel_receiving::fits_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("packet");
    QTest::addColumn<QString>("answer");

    const QString device = "ip link=2: eth0: <UP> mtu 1400 state UP ; ip route=default via 10.0.0.9 dev eth0", route = "ip link=2: eth0: <UP> mtu 1400 state UP ; ip route=default via 10.0.0.9 dev eth0 mtu 1300";
    const QString small = "ip link=2: eth0: <UP> mtu 1000 state UP ; ip -6 route=default via fe80::9 dev eth0 metric 1024";
    const auto row = [](const char *name, const QString &outputs, const char *packet, const char *answer) { QTest::newRow(name) << outputs << packet << answer; };
    row("just", device, "10.0.0.1 > 8.8.8.8 length 1400", "whole 1400");
    row("not", device, "10.0.0.1 > 8.8.8.8 length 1401", "fragments 1400");
    row("and must not be split", device, "10.0.0.1 > 8.8.8.8 length 1401 df", "too big 1400");
    row("must not be split, and fits", device, "10.0.0.1 > 8.8.8.8 length 1400 df", "whole 1400");
    row("the route's goes before", route, "10.0.0.1 > 8.8.8.8 length 1301 df", "too big 1300");
    row("just the route's", route, "10.0.0.1 > 8.8.8.8 length 1300 df", "whole 1300");
    row("IPv6 is not split on the way", device, "fd00::1 > fd00::2 length 1401 iif eth1", "too big 1400");
    row("but not what TCP writes", device, "fd00::1 > fd00::2 length 1401 df", "too big 1400");
    row("IPv6's sender splits", device, "fd00::1 > fd00::2 length 1401", "fragments 1400");
    row("IPv6 has a least", small, "fd00::1 > fd00::2 length 1280 iif eth1", "whole 1280");
    row("nobody looked", "ip route=default via 10.0.0.9 dev eth0", "10.0.0.1 > 8.8.8.8", "unseen: ip -d link");
    row("no such device", "ip link=2: eth1: <UP> mtu 1400 state UP ; ip route=default via 10.0.0.9 dev eth0", "10.0.0.1 > 8.8.8.8", "none");
    row("not told", "ip addr show eth0=2: eth0    inet 10.0.0.1/24 ; ip route=default via 10.0.0.9 dev eth0", "10.0.0.1 > 8.8.8.8", "unseen: ip -d link");
}

void tst_kernel_receiving::fits()
{
    QFETCH(QString, outputs);
    QFETCH(QString, packet);
    const NetworkNamespace space = test::spaceOf(outputs);
    const auto words = [](const Fit &fit) {
        constexpr const char *hows[] = {"whole", "fragments", "too big"};
        return QString("%1 %2").arg(hows[int(fit.how)]).arg(fit.mtu);
    };
    const auto answer = fit(space, space.routes.front(), test::packetOf(packet));
    QTEST(test::stated(answer, words), "answer");
    QCOMPARE(answer.evidence.size(), std::size_t(answer.isFound() ? 1 : 0));
}

void tst_kernel_receiving::hops()
{
    QVERIFY(isLastHop(test::packetOf("10.0.0.1 > 10.0.0.2 ttl 0")));
    QVERIFY(isLastHop(test::packetOf("10.0.0.1 > 10.0.0.2 ttl 1")));
    QVERIFY(!isLastHop(test::packetOf("10.0.0.1 > 10.0.0.2 ttl 2")));
}

void tst_kernel_receiving::settings_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("answer");

    const QString all = "net.ipv4.conf.all.rp_filter = %1", own = " / net.ipv4.conf.eth0/5.rp_filter = %1";
    QTest::newRow("the greater of all") << all.arg(2) + own.arg(1) << "2";
    QTest::newRow("the greater of its own") << all.arg(0) + own.arg(1) << "1";
    QTest::newRow("alike: all") << all.arg(1) + own.arg(1) << "1";
    QTest::newRow("a dot as it is") << all.arg(0) + " / net.ipv4.conf.eth0.5.rp_filter = 1" << "1";
    QTest::newRow("no own one") << all.arg(2) << "2";
    QTest::newRow("none for all") << own.arg(2).mid(3) << "2";
    QTest::newRow("none") << "net.ipv4.ip_forward = 1" << "none";
    QTest::newRow("no number") << all.arg("on") + own.arg(1) << "unseen: sysctl net.ipv4.conf.all.rp_filter";
    QTest::newRow("no whole number") << all.arg(0) + own.arg("1x") << "unseen: sysctl net.ipv4.conf.eth0/5.rp_filter";
}

void tst_kernel_receiving::settings()
{
    QFETCH(QString, settings);
    const auto words = [](std::uint32_t number) { return QString::number(number); };
    QTEST(test::stated(greaterSetting(test::spaceOf("sysctl -a=" + settings), "eth0.5", "rp_filter"), words), "answer");
}

void tst_kernel_receiving::devices_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("answer");

    QTest::newRow("up") << "ip link=2: eth0: <UP> mtu 1400 state UP" << "up";
    QTest::newRow("down") << "ip link=2: eth0: <UP> mtu 1400 state DOWN" << "down";
    QTest::newRow("not there") << "ip link=2: eth1: <UP> mtu 1400 state UP" << "none";
    QTest::newRow("another was asked for") << "ip link show eth1=2: eth1: <UP> mtu 1400 state UP" << "unseen: ip -d link";
    QTest::newRow("not told") << "ip addr show eth0=2: eth0    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0" << "unseen: ip -d link";
    QTest::newRow("nobody looked") << "hostname=fir" << "unseen: ip -d link";
}

void tst_kernel_receiving::devices()
{
    QFETCH(QString, outputs);
    QTEST(test::stated(carries(test::spaceOf(outputs), "eth0"), [](bool up) { return QString(up ? "up" : "down"); }), "answer");
}

QTEST_GUILESS_MAIN(tst_kernel_receiving)
#include "tst_kernel_receiving.moc"
