#include "core/snapshot/likeness.h"
#include "tests/support/hostfacts.h"

#include <QTest>

#include <algorithm>

using namespace vethscope;

// What tells for one machine having printed two outputs, or against it, where two machines are known to be there.
class LikenessTest : public QObject
{
    Q_OBJECT

private slots:
    void outputs_data();
    void outputs();
    void namespaces_data();
    void namespaces();
};

void LikenessTest::outputs_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("found");

    const auto row = [](const char *name, const char *one, const char *other, const char *found) { QTest::newRow(name) << QString(one) << QString(other) << QString(found); };
    row("nothing", "", "", "");
    row("what everybody has", "ip r=default via 192.0.2.1 dev eth0", "ip neigh=192.0.2.1 dev eth0 lladdr 02:00:00:00:00:01", "");
    // Devices named by lot
    row("one device", "ip r=203.0.113.4 dev cali0123456789a", "ip neigh=203.0.113.4 dev cali0123456789a lladdr 02:00:00:00:00:04", "for");
    row("one veth", "brctl show=bridge name	bridge id		STP enabled	interfaces / br9		8000.020000000009	no		veth01234567", "ip neigh=203.0.113.4 dev veth01234567 lladdr 02:00:00:00:00:04", "for");
    row("one lxc", "ip r=203.0.113.4 dev lxc0123456789", "ip neigh=203.0.113.4 dev lxc0123456789 lladdr 02:00:00:00:00:04", "for");
    row("a short name", "ip r=203.0.113.4 dev veth0123", "ip neigh=203.0.113.4 dev veth0123 lladdr 02:00:00:00:00:04", "");
    row("another name", "ip r=203.0.113.4 dev tap0123456789", "ip neigh=203.0.113.4 dev tap0123456789 lladdr 02:00:00:00:00:04", "");
    row("two devices", "ip r=203.0.113.4 dev cali0123456789a", "ip r=203.0.113.5 dev cali0123456789b", "");
    row("a device that the list lacks", "ip l=8: cali0123456789a@if3: <UP> mtu 1500 qdisc noqueue", "ip r=203.0.113.5 dev cali0123456789b", "against");
    row("a device that the other list lacks", "ip r=203.0.113.5 dev cali0123456789b", "ip l=8: cali0123456789a@if3: <UP> mtu 1500 qdisc noqueue", "against");
    row("a device of another kind", "ip l=8: veth0123456@if3: <UP> mtu 1500 qdisc noqueue", "ip r=203.0.113.5 dev cali0123456789b", "");
    row("an index", "cat /sys/class/net/veth01234567/iflink=3", "ip r=203.0.113.4 dev veth01234567", "for");
    row("a port's addresses", "bridge fdb=01:00:5e:00:00:01 dev veth01234567 self permanent", "ip -o a=8: veth01234567    inet6 fe80::1/64 scope link", "for");
    // Namespaces
    row("one namespace", "ip netns=tea (id: 0)", "ip -d l=8: eth9@if3: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff link-netns tea", "for");
    row("two namespaces", "ip netns=tea (id: 0)", "ip netns=cup (id: 0)", "against");
    row("some namespaces", "ip netns=tea (id: 0) / cup (id: 1)", "ip netns=mug (id: 0) / cup (id: 1)", "for");
    // MAC addresses
    row("one MAC address", "ip l=2: cni0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff", "bridge fdb=02:00:00:00:00:08 dev cni0 master cni0 permanent", "for");
    row("two MAC addresses", "ip l=2: cni0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff", "bridge fdb=02:00:00:00:00:09 dev cni0 master cni0 permanent", "against");
    row("two devices' MAC addresses", "ip l=2: cni0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff", "bridge fdb=02:00:00:00:00:09 dev cni1 master cni1 permanent", "");
    row("a learnt MAC address", "ip l=2: cni0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff", "bridge fdb=02:00:00:00:00:09 dev cni0 master cni0", "");
    row("a remote MAC address", "ip l=2: flannel.1: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff",
        "bridge fdb=02:00:00:00:00:09 dev flannel.1 dst 192.0.2.9 self permanent", "");
    row("the group of its address", "ip l=2: eth0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:01:02:03 brd ff:ff:ff:ff:ff:ff", "bridge fdb=33:33:ff:01:02:03 dev eth0 self permanent", "for");
    row("the group of another's address", "ip l=2: eth0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:01:02:03 brd ff:ff:ff:ff:ff:ff", "bridge fdb=33:33:ff:01:02:04 dev eth0 self permanent", "against");
    row("other groups", "ip l=2: eth0: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:01:02:03 brd ff:ff:ff:ff:ff:ff",
        "bridge fdb=33:33:00:00:00:01 dev eth0 self permanent / 01:00:5e:00:00:01 dev eth0 self permanent / 33:33:ff:00:00:01 dev eth0 self permanent", "");
    row("its link-local address", "ip -o a=2: eth0    inet6 fe80::ff:fe01:203/64 scope link", "bridge fdb=33:33:ff:01:02:03 dev eth0 self permanent", "for");
    row("another's link-local address", "ip -o a=2: eth0    inet6 fe80::ff:fe01:204/64 scope link", "bridge fdb=33:33:ff:01:02:03 dev eth0 self permanent", "against");
    row("an address drawn by lot", "ip -o a=2: eth0    inet6 fe80::1:203/64 scope link", "bridge fdb=33:33:ff:01:02:04 dev eth0 self permanent", "");
    row("an address of wider scope", "ip -o a=2: eth0    inet6 2001:db8::ff:fe01:204/64 scope global", "bridge fdb=33:33:ff:01:02:03 dev eth0 self permanent", "");
    row("Calico's MAC address", "ip l=2: tap0: <UP> mtu 1500 qdisc noqueue /     link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff", "bridge fdb=ee:ee:ee:ee:ee:ee dev tap0 master cni0 permanent", "");
    row("loopback's", "ip l=1: lo: <UP> mtu 1500 qdisc noqueue /     link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "ip l=1: lo: <UP> mtu 1500 qdisc noqueue /     link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "");
    // Addresses and subnets
    row("one address", "ip -o a=2: eth0    inet 192.0.2.5/24 scope global eth0", "ip r=192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.5", "for");
    row("a listener's address", "ip -o a=2: eth0    inet 192.0.2.5/24 scope global eth0", "ss -uln=State Recv-Q Send-Q Local Address:Port Peer Address:Port / UNCONN 0 0 192.0.2.5:8285 0.0.0.0:*", "for");
    row("everybody's bridge", "ip -o a=3: docker0    inet 172.17.0.1/16 scope global docker0", "ip r=172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1", "");
    row("loopback addresses", "ip -o a=1: lo    inet 127.0.0.1/8 scope host lo", "ip -o a=1: lo    inet 127.0.0.1/8 scope host lo", "");
    row("an own address as next hop", "ip -o a=2: eth0    inet 192.0.2.5/24 scope global eth0", "ip r=203.0.113.0/24 via 192.0.2.5 dev eth0", "against");
    row("an own address as neighbour", "ip -o a=2: eth0    inet 192.0.2.5/24 scope global eth0", "ip neigh=192.0.2.5 dev eth0 FAILED", "against");
    row("an own address as peer", "ip -o a=2: eth0    inet 192.0.2.5/24 scope global eth0", "birdc show protocols=BIRD 2.0.12 ready. / Name       Proto      Table      State  Since         Info / Mesh_192_0_2_5 BGP        ---        up     10:00:00  Established", "against");
    row("one subnet", "ip r=blackhole 203.0.113.0/26 proto bird", "ip r=blackhole 203.0.113.0/26 proto bird", "for");
    row("a bridge's subnet", "ip r=203.0.113.0/24 dev cni0 proto kernel scope link", "ip r=203.0.113.0/24 dev cni0", "for");
    row("a card's subnet", "ip r=203.0.113.0/24 dev eth0 proto kernel scope link", "ip r=203.0.113.0/24 dev eth0", "");
    row("its subnet elsewhere", "ip r=blackhole 203.0.113.0/26 proto bird", "ip r=203.0.113.0/26 via 192.0.2.9 dev eth0", "against");
    row("another's subnet here", "ip r=203.0.113.0/26 via 192.0.2.9 dev eth0", "ip r=blackhole 203.0.113.0/26 proto bird", "against");
    row("one way", "ip r=203.0.113.0/26 via 192.0.2.9 dev eth0", "ip r=203.0.113.0/26 via 192.0.2.9 dev eth0", "");
    row("two ways", "ip r=203.0.113.0/26 via 192.0.2.9 dev eth0", "ip r=203.0.113.0/26 via 192.0.2.8 dev eth0", "against");
    row("two ways out", "ip r=default via 192.0.2.9 dev eth0", "ip r=default via 192.0.2.8 dev eth0", "");
    // Neighbours
    row("one neighbour on a bridge", "ip neigh=203.0.113.4 dev cni0 lladdr 02:00:00:00:00:04", "arp -n=Address HWtype HWaddress Flags Mask Iface / 203.0.113.4 ether 02:00:00:00:00:04 C cni0", "for");
    row("one neighbour on a card", "ip neigh=203.0.113.4 dev eth0 lladdr 02:00:00:00:00:04", "ip neigh=203.0.113.4 dev eth0 lladdr 02:00:00:00:00:04", "");
    row("two MAC addresses of a neighbour", "ip neigh=203.0.113.4 dev eth0 lladdr 02:00:00:00:00:04", "ip neigh=203.0.113.4 dev eth0 lladdr 02:00:00:00:00:05", "against");
    row("a neighbour on two devices", "ip neigh=203.0.113.4 dev eth0 lladdr 02:00:00:00:00:04", "ip neigh=203.0.113.4 dev eth1 lladdr 02:00:00:00:00:05", "");
}

void LikenessTest::outputs()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const Likeness found = likenessOf(test::toldBy(one), test::toldBy(other)), turned = likenessOf(test::toldBy(other), test::toldBy(one));
    QTEST(QString(QString(found.speaksFor ? "for" : "") + (found.speaksAgainst ? " against" : "")).trimmed(), "found");
    QCOMPARE(turned.speaksFor, found.speaksFor);
    QCOMPARE(turned.speaksAgainst, found.speaksAgainst);
    // What speaks for one machine is among the marks by which it is looked for, and they are no more than that.
    const std::vector<std::string> marks = marksOf(test::toldBy(one)), others = marksOf(test::toldBy(other));
    QCOMPARE(std::ranges::any_of(marks, [&](const std::string &mark) { return std::ranges::find(others, mark) != others.end(); }), found.speaksFor);
}

void LikenessTest::namespaces_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<bool>("inside");

    const auto row = [](const char *name, const char *output, bool inside) { QTest::newRow(name) << QString(output) << inside; };
    row("nothing", "", false);
    row("a pod's devices", "ip a=1: lo: <UP> mtu 65536 / 3: eth0@if8: <UP> mtu 1500 qdisc noqueue /     link/ether 02:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff link-netnsid 0", true);
    row("a card", "ip a=3: eth0: <UP> mtu 1500 qdisc noqueue", false);
    row("a veth", "ip a=3: veth01234567@if8: <UP> mtu 1500 qdisc noqueue", false);
    row("a veth beside", "ip a=3: eth0@if8: <UP> mtu 1500 qdisc noqueue / 4: veth01234567@if8: <UP> mtu 1500 qdisc noqueue", false);
    row("loopback alone", "ip a=1: lo: <UP> mtu 65536", false);
    row("Calico's route", "ip r=default via 169.254.1.1 dev eth0", true);
    row("another route", "ip r=default via 192.0.2.1 dev eth0", false);
    row("Calico's neighbour", "ip neigh=169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee", true);
    row("a pod's resolver", "cat /etc/resolv.conf=nameserver 192.0.2.1 / search tea.svc.cluster.local svc.cluster.local", true);
    row("a host's resolver", "cat /etc/resolv.conf=nameserver 192.0.2.1 / search lab.example", false);
    row("another's neighbour", "ip neigh=169.254.1.1 dev eth0 lladdr 02:00:00:00:00:08", false);
    row("Calico's MAC address elsewhere", "ip neigh=192.0.2.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee", false);
    row("a neighbour that does not answer", "ip neigh=169.254.1.1 dev eth0 FAILED", false);
}

void LikenessTest::namespaces()
{
    QFETCH(QString, output);
    QTEST(isOfNamespace(test::toldBy(output)), "inside");
}

QTEST_GUILESS_MAIN(LikenessTest)
#include "tst_likeness.moc"
