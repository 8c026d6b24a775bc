#include "core/kernel/sourceaddress.h"

#include "core/kernel/routing.h"
#include "tests/support/kernelspace.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::kernel;

// Which of its addresses a machine sends from where nobody chose one.
class tst_kernel_source : public QObject
{
    Q_OBJECT

private slots:
    void source_data();
    void source();
};

namespace {

const QString lo = "ip addr=1: lo: <LOOPBACK,UP> mtu 65536 /     inet 127.0.0.1/8 scope host lo /     inet6 ::1/128 scope host";
const QString eth0 = " / 2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0 /     inet 10.0.0.7/24 scope global secondary eth0 /     inet 10.5.0.1/16 scope global eth0";
const QString local = " / 3: eth1: <UP> mtu 1500 /     inet 10.6.0.1/24 scope link eth1 /     inet 10.7.0.1/24 scope global eth1";

} // namespace

void tst_kernel_source::source_data()
{
    QTest::addColumn<QString>("outputs");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("evidence");

    const auto row = [](const char *name, const QString &outputs, const char *destination, const char *answer, const char *evidence = "") {
        QTest::newRow(name) << outputs << destination << answer << evidence;
    };
    const auto with = [](const char *route) { return lo + eth0 + local + " ; ip route=" + route; };
    row("the route's own", with("default via 10.0.0.9 dev eth0 src 10.5.0.1"), "8.8.8.8", "10.5.0.1", "default via 10.0.0.9 dev eth0 src 10.5.0.1");
    row("the first of the device", with("default dev eth0 scope link"), "8.8.8.8", "10.0.0.1", "inet 10.0.0.1/24 scope global eth0");
    row("one of the next hop's network", with("default via 10.5.0.9 dev eth0"), "8.8.8.8", "10.5.0.1", "inet 10.5.0.1/16 scope global eth0");
    row("the first where none has it", with("default via 10.9.0.9 dev eth0 onlink"), "8.8.8.8", "10.0.0.1", "inet 10.0.0.1/24 scope global eth0");
    row("the second of a network never", with("default via 10.0.0.7 dev eth0"), "8.8.8.8", "10.0.0.1", "inet 10.0.0.1/24 scope global eth0");
    row("too narrow a scope", with("default via 10.6.0.9 dev eth1"), "8.8.8.8", "10.7.0.1", "inet 10.7.0.1/24 scope global eth1");
    row("narrow enough for the link", with("default dev eth1 scope link"), "8.8.8.8", "10.6.0.1", "inet 10.6.0.1/24 scope link eth1");
    row("of another device", lo + local + " / 4: cali1: <UP> mtu 1500 ; ip route=10.8.0.2 dev cali1 scope link", "10.8.0.2", "10.7.0.1", "inet 10.7.0.1/24 scope global eth1");
    row("of another device, beyond the link", lo + local + " / 4: cali1: <UP> mtu 1500 ; ip route=default via 10.8.0.9 dev cali1 onlink", "8.8.8.8", "10.7.0.1", "inet 10.7.0.1/24 scope global eth1");
    row("no address at all", lo + " / 4: cali1: <UP> mtu 1500 ; ip route=10.8.0.2 dev cali1 scope link", "10.8.0.2", "none");
    row("nobody looked", "ip route=10.8.0.2 dev cali1 scope link", "10.8.0.2", "unseen: ip addr");
    row("nobody looked at that device", "ip addr show eth1=3: eth1: <UP> mtu 1500 / inet 10.7.0.1/24 scope global eth1 ; ip route=10.8.0.2 dev cali1 scope link", "10.8.0.2", "unseen: ip addr");
    row("but at that", "ip addr show eth1=3: eth1: <UP> mtu 1500 /     inet 10.7.0.1/24 scope global eth1 ; ip route=10.8.0.2 dev eth1 scope link", "10.8.0.2", "10.7.0.1",
        "inet 10.7.0.1/24 scope global eth1");
    row("net-tools: a route to the link", lo + local + " ; route -n=Kernel IP routing table / Destination     Gateway         Genmask         Flags Metric Ref    Use Iface"
        " / 10.8.0.0        0.0.0.0         255.255.0.0     U     0      0        0 eth1", "10.8.0.2", "10.6.0.1", "inet 10.6.0.1/24 scope link eth1");
    row("net-tools: a route beyond", lo + local + " ; route -n=Kernel IP routing table / Destination     Gateway         Genmask         Flags Metric Ref    Use Iface"
        " / 10.8.0.0        10.6.0.9        255.255.0.0     UG    0      0        0 eth1", "10.8.0.2", "10.7.0.1", "inet 10.7.0.1/24 scope global eth1");
    // ifconfig prints no scope; the kernel gives 127.0.0.0/8 that of the host.
    const QString ifconfig = "ifconfig -a=lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536 /         inet 127.0.0.1  netmask 255.0.0.0 /         loop  txqueuelen 1000  (Local Loopback) /  / "
        "eth1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500 /         inet 10.7.0.1  netmask 255.255.255.0  broadcast 10.7.0.255 /         ether 52:54:00:00:00:01  txqueuelen 1000  (Ethernet)";
    row("net-tools: never the loopback address", ifconfig + " ; ip route=10.8.0.2 dev cali1 scope link", "10.8.0.2", "10.7.0.1", "inet 10.7.0.1  netmask 255.255.255.0  broadcast 10.7.0.255");
    row("net-tools: but for what stays", ifconfig + " ; ip route=local 127.9.0.0/16 dev lo scope host", "127.9.0.1", "127.0.0.1", "inet 127.0.0.1  netmask 255.0.0.0");

    const auto six = [](const char *addresses, const char *route) {
        return lo + " / 2: eth0: <UP> mtu 1500 /     inet6 fe80::1/64 scope link" + addresses + " / 3: eth1: <UP> mtu 1500 /     inet6 2001:db8:7::1/64 scope global ; ip -6 route=" + route;
    };
    const char *const route = "default via fe80::9 dev eth0 metric 1024";
    row("IPv6: the route's own", six("", "default via fe80::9 dev eth0 src 2001:db8:7::1 metric 1024"), "2001:db8::5", "2001:db8:7::1", "default via fe80::9 dev eth0 src 2001:db8:7::1 metric 1024");
    row("IPv6: far enough", six(" /     inet6 2001:db8::1/64 scope global", route), "2001:db8::5", "2001:db8::1", "inet6 2001:db8::1/64 scope global");
    row("IPv6: far enough, of another device", six("", route), "2001:db8::5", "2001:db8:7::1", "inet6 2001:db8:7::1/64 scope global");
    row("IPv6: no farther than needed", six(" /     inet6 2001:db8::1/64 scope global", "fe80::/64 dev eth0 metric 256"), "fe80::5", "fe80::1", "inet6 fe80::1/64 scope link");
    row("IPv6: multicast of the link", six(" /     inet6 2001:db8::1/64 scope global", "ff02::/16 dev eth0 metric 256"), "ff02::5", "fe80::1", "inet6 fe80::1/64 scope link");
    row("IPv6: multicast beyond it", six(" /     inet6 2001:db8::1/64 scope global", "ff0e::/16 dev eth0 metric 256"), "ff0e::5", "2001:db8::1", "inet6 2001:db8::1/64 scope global");
    row("IPv6: the same label", six(" /     inet6 2001:db8::1/64 scope global /     inet6 fd00::1/64 scope global", route), "fd01::5", "fd00::1", "inet6 fd00::1/64 scope global");
    row("IPv6: the other label", six(" /     inet6 2001:db8::1/64 scope global /     inet6 fd00::1/64 scope global", route), "2001:db8::5", "2001:db8::1", "inet6 2001:db8::1/64 scope global");
    row("IPv6: site before global where it is enough", six(" /     inet6 2001:db8::1/64 scope global /     inet6 fec0::1/64 scope site", route), "fec0::5", "fec0::1", "inet6 fec0::1/64 scope site");
    row("IPv6: itself", six(" /     inet6 2001:db8::1/64 scope global", route), "2001:db8:7::1", "2001:db8:7::1", "inet6 2001:db8:7::1/64 scope global");
    row("IPv6: two alike", six(" /     inet6 2001:db8::1/64 scope global /     inet6 2001:db8::2/64 scope global", route), "2001:db8::5", "unseen: ip route get 2001:db8::5");
    row("IPv6: 6to4 and the like have labels", six(" /     inet6 2001:db8::1/64 scope global /     inet6 2002::1/64 scope global", route), "2002::5", "2002::1", "inet6 2002::1/64 scope global");
    row("IPv6: nobody looked", "ip -6 route=default via fe80::9 dev eth0 metric 1024", "2001:db8::5", "unseen: ip -6 addr");
    row("IPv6: none", "ip addr=2: eth0: <UP> mtu 1500 /     inet 10.0.0.1/24 scope global eth0 ; ip -6 route=default via fe80::9 dev eth0 metric 1024", "2001:db8::5", "none");
    row("IPv6: one device that is not the one", "ip addr show eth1=3: eth1: <UP> mtu 1500 /     inet6 2001:db8:7::1/64 scope global ; ip -6 route=default via fe80::9 dev eth0 metric 1024",
        "2001:db8::5", "unseen: ip route get 2001:db8::5");
    row("IPv6: one device that is", "ip addr show eth0=3: eth0: <UP> mtu 1500 /     inet6 2001:db8:7::1/64 scope global ; ip -6 route=default via fe80::9 dev eth0 metric 1024",
        "2001:db8::5", "2001:db8:7::1", "inet6 2001:db8:7::1/64 scope global");
}

void tst_kernel_source::source()
{
    QFETCH(QString, outputs);
    QFETCH(QString, destination);
    const NetworkNamespace space = test::spaceOf(outputs);
    QCOMPARE(space.routes.size(), std::size_t(1));
    const auto answer = sourceAddress(space, space.routes.front(), *IpAddress::parse(destination.toStdString()));
    QTEST(test::stated(answer, [](const IpAddress &address) { return QString::fromStdString(address.text()); }), "answer");
    QTEST(test::cited(answer.evidence), "evidence");
}

QTEST_GUILESS_MAIN(tst_kernel_source)
#include "tst_kernel_source.moc"
