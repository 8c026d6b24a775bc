#include <QTest>

#include "tests/support/clusterlines.h"

using namespace vethscope;
using namespace vethscope::test;

// Interfaces, routes, neighbours and forwarding entries: what several commands tell becomes one.

class TestClusterInterfaces : public QObject
{
    Q_OBJECT

private slots:
    void interfaces_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("interfaces");
        QTest::newRow("ip addr and ifconfig tell of one eth0")
            << QByteArray("[root@n1 ~]# ip addr show eth0\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                          "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                          "       valid_lft forever preferred_lft forever\n"
                          "[root@n1 ~]# ifconfig eth0\n"
                          "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n"
                          "        inet 10.0.0.1  netmask 255.255.255.0  broadcast 10.0.0.255\n"
                          "        ether 52:54:00:00:00:01  txqueuelen 1000  (Ethernet)\n")
            << QStringList{"n1 eth0 2 physical up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -"};
        QTest::newRow("a tunnel's details from ip -d")
            << QByteArray("[root@n1 ~]# ip -d link show flannel.1\n"
                          "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default \n"
                          "    link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535 \n"
                          "    vxlan id 7 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8473 nolearning ttl auto ageing 300 addrgenmode eui64\n")
            << QStringList{"n1 flannel.1 4 vxlan up 1450 8e:5c:79:80:cd:cc - master - peer - tunnel 7 :8473 10.0.0.1>- over eth0",
                           "n1 eth0 - unknown unknown - - - master - peer -"}; // without an index behind those that have one
        QTest::newRow("only routes and neighbours name them")
            << QByteArray("[root@n1 ~]# ip route\n"
                          "default via 10.0.0.254 dev ens3 \n"
                          "10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1 \n"
                          "[root@n1 ~]# arp -n\n"
                          "Address                  HWtype  HWaddress           Flags Mask            Iface\n"
                          "10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1\n")
            << QStringList{"n1 cni0 - bridge unknown - - - master - peer -", "n1 ens3 - unknown unknown - - - master - peer -",
                           "n1 flannel.1 - vxlan unknown - - - master - peer - tunnel 1 :- ->- over -"};
        QTest::newRow("ports that only the forwarding table shows")
            << QByteArray("[root@n1 ~]# bridge fdb\n"
                          "0e:37:9a:c4:61:1d dev veth120e0e5a master cni0 \n"
                          "33:33:00:00:00:01 dev eth0 self permanent\n")
            << QStringList{"n1 cni0 - bridge unknown - - - master - peer -", "n1 eth0 - unknown unknown - - - master - peer -",
                           "n1 veth120e0e5a - veth unknown - - - master cni0 peer 0e:37:9a:c4:61:1d:eth0"};
        QTest::newRow("both ends of a veth stay on the node")
            << QByteArray("[root@n1 ~]# ip link\n"
                          "7: vetha@vethb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff\n"
                          "8: vethb@vetha: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 02:00:00:00:00:0b brd ff:ff:ff:ff:ff:ff\n")
            << QStringList{"n1 vetha 7 veth up 1500 02:00:00:00:00:0a - master - peer n1:vethb", "n1 vethb 8 veth up 1500 02:00:00:00:00:0b - master - peer n1:vetha"};
        QTest::newRow("one end of a veth, and the other's name")
            << QByteArray("[root@n1 ~]# ip link show vetha\n"
                          "7: vetha@vethb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 02:00:00:00:00:0a brd ff:ff:ff:ff:ff:ff\n"
                          "[root@n1 ~]# ip link show vethc\n"
                          "9: vethc@vethd: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:ff link-netnsid 5\n")
            << QStringList{"n1 vetha 7 veth up 1500 02:00:00:00:00:0a - master - peer n1:vethb", "n1 vethc 9 veth up 1500 02:00:00:00:00:0c - master - peer -"};
        QTest::newRow("indexes that the kernel's files and ethtool tell")
            << QByteArray("[root@n1 ~]# grep . /sys/class/net/*/ifindex\n"
                          "/sys/class/net/eth0/ifindex:2\n"
                          "/sys/class/net/vetha/ifindex:7\n"
                          "[root@n1 ~]# cat /sys/class/net/eth0/iflink\n"
                          "2\n"
                          "[root@n1 ~]# ethtool -S vetha\n"
                          "NIC statistics:\n"
                          "     peer_ifindex: 8\n"
                          "[root@n1 ~]# cat /sys/class/net/vethb/ifindex /sys/class/net/vethb/iflink\n"
                          "8\n"
                          "7\n")
            << QStringList{"n1 eth0 2 unknown unknown - - - master - peer -", "n1 vetha 7 veth unknown - - - master - peer -",
                           "n1 vethb 8 veth unknown - - - master - peer -"};
        QTest::newRow("a TAP without the default route stays a TAP")
            << QByteArray("[root@n1 ~]# ip -d addr\n"
                          "2: tap0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UNKNOWN group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65521 \n"
                          "    tun type tap pi off vnet_hdr off persist off numtxqueues 1 numrxqueues 1 \n"
                          "    inet 10.0.0.1/24 scope global tap0\n"
                          "       valid_lft forever preferred_lft forever\n")
            << QStringList{"n1 tap0 2 tap up 1500 52:54:00:00:00:01 10.0.0.1/24 master - peer -"};
        QTest::newRow("eth0 of a node in a Docker container is no card")
            << QByteArray("[root@n1 ~]# ifconfig eth0\n"
                          "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n"
                          "        inet 172.18.0.2  netmask 255.255.0.0  broadcast 172.18.255.255\n"
                          "        ether 02:42:ac:12:00:02  txqueuelen 0  (Ethernet)\n")
            << QStringList{"n1 eth0 - unknown up 1500 02:42:ac:12:00:02 172.18.0.2/16 master - peer -"};
    }

    void interfaces()
    {
        QFETCH(QByteArray, transcript);
        QTEST(interfaceLines(clusterOfText(transcript)), "interfaces");
    }

    void contradictions_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("the MTU was changed in between")
            << QByteArray("[root@n1 ~]# ip link show eth0\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                          "[root@n1 ~]# ip link set eth0 mtu 1400\n"
                          "[root@n1 ~]# ip link show eth0\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc fq_codel state UP mode DEFAULT group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n")
            << QStringList{"warning: eth0 on n1 has MTU 1500 in one line and 1400 in a later one"
                           " | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000"
                           " | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc fq_codel state UP mode DEFAULT group default qlen 1000"};
        QTest::newRow("the kernel's file and ethtool disagree about a veth's other end")
            << QByteArray("[root@n1 ~]# cat /sys/class/net/vetha/iflink\n"
                          "8\n"
                          "[root@n1 ~]# ethtool -S vetha\n"
                          "NIC statistics:\n"
                          "     peer_ifindex: 9\n")
            << QStringList{"warning: the other end of vetha on n1 has index 8 in one line and 9 in a later one | 8 | peer_ifindex: 9"};
        QTest::newRow("ip link and the kernel's file disagree about an index")
            << QByteArray("[root@n1 ~]# ip link show eth0\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000\n"
                          "[root@n1 ~]# cat /sys/class/net/eth0/ifindex\n"
                          "3\n")
            << QStringList{"warning: eth0 on n1 has index 2 in one line and 3 in a later one"
                           " | 2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000 | 3"};
        QTest::newRow("two hosts with one name")
            << QByteArray("[root@ubuntu ~]# ip addr\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                          "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                          "[root@ubuntu ~]# ip addr\n"
                          "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                          "    link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n"
                          "    inet 10.0.0.2/24 brd 10.0.0.255 scope global eth0\n")
            << QStringList{"warning: eth0 on ubuntu has MAC address 52:54:00:00:00:01 in one line and 52:54:00:00:00:02 in a later one"
                           " | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff",
                           "warning: Perhaps two machines are called ubuntu: the card eth0 has MAC address 52:54:00:00:00:01 in one line and 52:54:00:00:00:02 in a later one"
                           " | link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff | link/ether 52:54:00:00:00:02 brd ff:ff:ff:ff:ff:ff"};
        QTest::newRow("two MACs answer for one neighbour")
            << QByteArray("[root@n1 ~]# ip neigh\n"
                          "10.0.0.2 dev eth0 lladdr 52:54:00:00:00:02 REACHABLE \n"
                          "[root@n1 ~]# arp -n\n"
                          "Address                  HWtype  HWaddress           Flags Mask            Iface\n"
                          "10.0.0.2                 ether   52:54:00:00:00:99   C                     eth0\n")
            << QStringList{"warning: the neighbour 10.0.0.2 of eth0 on n1 has MAC address 52:54:00:00:00:02 in one line and 52:54:00:00:00:99 in a later one"
                           " | 10.0.0.2 dev eth0 lladdr 52:54:00:00:00:02 REACHABLE"
                           " | 10.0.0.2                 ether   52:54:00:00:00:99   C                     eth0"};
        QTest::newRow("brctl has a veth that ip link does not")
            << QByteArray("[root@n1 ~]# ip link | grep veth\n"
                          "5: veth11111111@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default \n"
                          "6: veth22222222@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default \n"
                          "[root@n1 ~]# brctl show\n"
                          "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n"
                          "cni0\t\t8000.822a0551fe51\tno\t\tveth11111111\n"
                          "\t\t\t\t\t\t\tveth22222222\n"
                          "\t\t\t\t\t\t\tveth33333333\n")
            << QStringList{"note: On n1 brctl lists veths that ip link does not: veth33333333 | veth33333333"};
        QTest::newRow("one link that was asked for by name tells of no others")
            << QByteArray("[root@n1 ~]# ip link show veth11111111\n"
                          "5: veth11111111@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default \n"
                          "    link/ether 5a:8f:11:d3:0c:92 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n"
                          "[root@n1 ~]# brctl show\n"
                          "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n"
                          "cni0\t\t8000.822a0551fe51\tno\t\tveth11111111\n"
                          "\t\t\t\t\t\t\tveth22222222\n")
            << QStringList{};
    }

    void duplicates_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("problems");
        const auto on = [](const char *node, const char *interface, const char *address) {
            return "[root@" + QByteArray(node) + " ~]# ip addr\n6: " + interface + ": <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    inet " + address + " scope global " + interface + "\n";
        };
        QTest::newRow("one address on two machines")
            << on("n1", "tun7", "198.51.100.7/32") + on("n2", "flannel.1", "198.51.100.7/24")
            << QStringList{"warning: 198.51.100.7 is an address of several machines: n1, n2 | inet 198.51.100.7/32 scope global tun7 | inet 198.51.100.7/24 scope global flannel.1"};
        QTest::newRow("twice on one machine is one") << on("n1", "p7", "198.51.100.7/32") + on("n1", "p7", "198.51.100.7/32") << QStringList{};
        for (const char *name : {"docker0", "virbr0", "nodelocaldns", "kube-ipvs0", "lo", "br-0a1b2c3d4e5f", "lxcbr0", "podman0"})
            QTest::newRow(name) << on("n1", name, "198.51.100.7/32") + on("n2", name, "198.51.100.7/32") << QStringList{};
        for (const char *address : {"127.0.0.53/8", "169.254.1.1/32"})
            QTest::newRow(address) << on("n1", "p7", address) + on("n2", "p7", address) << QStringList{};
        for (const char *name : {"br-lan", "br-0a1b2c3d4e5g", "weave"})
            QTest::newRow(name) << on("n1", name, "198.51.100.7/24") + on("n2", name, "198.51.100.7/24")
                                << QStringList{QStringLiteral("warning: 198.51.100.7 is an address of several machines: n1, n2 | inet 198.51.100.7/24 scope global %1 | inet 198.51.100.7/24 scope global %1").arg(name)};
        QTest::newRow("one index, two devices")
            << on("n1", "p7", "198.51.100.7/32") + "[root@n1 ~]# ip link show p8\n6: p8: <UP,LOWER_UP> mtu 1500 state UP\n"
            << QStringList{"warning: On n1 both p7 and p8 have index 6: renamed, or of two machines"
                           " | 6: p7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP | 6: p8: <UP,LOWER_UP> mtu 1500 state UP"};
        QTest::newRow("a next hop that is the machine itself")
            << on("n1", "p7", "198.51.100.7/24") + "[root@n1 ~]# ip route\n203.0.113.0/24 via 198.51.100.7 dev p7\n203.0.112.0/24 via 198.51.100.8 dev p7\n"
            << QStringList{"warning: The route to 203.0.113.0/24 on n1 leads to 198.51.100.7, which is an own address of it, on p7: perhaps another machine's route"
                           " | 203.0.113.0/24 via 198.51.100.7 dev p7 | 6: p7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP"};
        QTest::newRow("Cilium's are so") << on("n1", "cilium_host", "198.51.100.7/32") + "[root@n1 ~]# ip route\n203.0.113.0/24 via 198.51.100.7 dev cilium_host\n" << QStringList{};
        QTest::newRow("with itself as source") << on("n1", "p7", "198.51.100.7/24") + "[root@n1 ~]# ip route\n203.0.113.0/24 via 198.51.100.7 dev p7 src 198.51.100.7\n" << QStringList{};
    }

    void duplicates()
    {
        QFETCH(QByteArray, transcript);
        QTEST(problemLines(clusterOfText(transcript)), "problems");
    }

    void contradictions()
    {
        QFETCH(QByteArray, transcript);
        QTEST(problemLines(clusterOfText(transcript)), "problems");
    }

    void routes_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("routes");
        QTest::newRow("ip route and route -n tell of the same")
            << QByteArray("[root@n1 ~]# ip route\n"
                          "default via 10.0.0.254 dev eth0 \n"
                          "10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 \n"
                          "blackhole 10.244.151.128/26 proto bird \n"
                          "[root@n1 ~]# route -n\n"
                          "Kernel IP routing table\n"
                          "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
                          "0.0.0.0         10.0.0.254      0.0.0.0         UG    0      0        0 eth0\n"
                          "10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 eth0\n"
                          "10.244.151.128  0.0.0.0         255.255.255.192 U     0      0        0 *\n")
            << QStringList{"n1 unicast 0.0.0.0/0 via 10.0.0.254 dev eth0 proto boot", "n1 unicast 10.0.0.0/24 via - dev eth0 proto kernel",
                           "n1 blackhole 10.244.151.128/26 via - dev - proto bird"};
        QTest::newRow("route -n has no word for onlink")
            << QByteArray("[root@n1 ~]# ifconfig flannel.1\n"
                          "flannel.1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1450\n"
                          "        inet 10.244.0.0  netmask 255.255.255.255  broadcast 10.244.0.0\n"
                          "        ether 8e:5c:79:80:cd:cc  txqueuelen 0  (Ethernet)\n"
                          "[root@n1 ~]# route -n\n"
                          "Kernel IP routing table\n"
                          "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
                          "0.0.0.0         10.0.0.254      0.0.0.0         UG    0      0        0 eth0\n"
                          "10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 eth0\n"
                          "10.244.1.0      10.244.1.0      255.255.255.0   UG    0      0        0 flannel.1\n")
            << QStringList{"n1 unicast 0.0.0.0/0 via 10.0.0.254 dev eth0 proto -", "n1 unicast 10.0.0.0/24 via - dev eth0 proto -",
                           "n1 unicast 10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink proto -"};
        const QByteArray heading = "Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n";
        const QByteArray byName = "[root@n1 ~]# route\n" + heading + "default         _gateway        0.0.0.0         UG    100    0        0 ens4\n";
        QTest::newRow("a next hop of which only the name is known") << byName << QStringList{"n1 unicast 0.0.0.0/0 via _gateway dev ens4 proto -"};
        QTest::newRow("and its address beside it")
            << byName + "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4 proto dhcp metric 100\n" << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto dhcp"};
        QTest::newRow("or in route -n")
            << byName + "[root@n1 ~]# route -n\n" + heading + "0.0.0.0         192.0.2.1       0.0.0.0         UG    100    0        0 ens4\n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto -"};
        QTest::newRow("not where the metric is another")
            << byName + "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4 proto dhcp metric 200\n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto dhcp", "n1 unicast 0.0.0.0/0 via _gateway dev ens4 proto -"};
        QTest::newRow("not where the device is another")
            << byName + "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens5 proto dhcp\n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens5 proto dhcp", "n1 unicast 0.0.0.0/0 via _gateway dev ens4 proto -"};
        QTest::newRow("not where two could be meant")
            << byName + "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4 proto dhcp\ndefault via 192.0.2.2 dev ens4 proto static\n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto dhcp", "n1 unicast 0.0.0.0/0 via 192.0.2.2 dev ens4 proto static",
                           "n1 unicast 0.0.0.0/0 via _gateway dev ens4 proto -"};
        QTest::newRow("_gateway of another route is the default's")
            << QByteArray("[root@n1 ~]# route\n") + heading + "198.51.100.0    _gateway        255.255.255.0   UG    0      0        0 ens4\n"
                   "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4 \n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto boot", "n1 unicast 198.51.100.0/24 via 192.0.2.1 dev ens4 proto -"};
        QTest::newRow("another name is not")
            << QByteArray("[root@n1 ~]# route\n") + heading + "198.51.100.0    router7         255.255.255.0   UG    0      0        0 ens4\n"
                   "[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4 \n"
            << QStringList{"n1 unicast 0.0.0.0/0 via 192.0.2.1 dev ens4 proto boot", "n1 unicast 198.51.100.0/24 via router7 dev ens4 proto -"};
        const QByteArray byRouter = QByteArray("[root@n1 ~]# route\n") + heading + "198.51.100.0    router7         255.255.255.0   UG    0      0        0 ens4\n";
        const QStringList resolved{"n1 unicast 198.51.100.0/24 via 192.0.2.9 dev ens4 proto -"}, unresolved{"n1 unicast 198.51.100.0/24 via router7 dev ens4 proto -"};
        QTest::newRow("/etc/hosts tells it") << byRouter + "[root@n1 ~]# cat /etc/hosts\n127.0.0.1 localhost\n192.0.2.9 router7.example router7\n" << resolved;
        QTest::newRow("/etc/hosts tells it twice") << byRouter + "[root@n1 ~]# cat /etc/hosts\n192.0.2.8 router7\n192.0.2.9 router7\n" << unresolved;
        QTest::newRow("the loopback is no next hop") << byRouter + "[root@n1 ~]# cat /etc/hosts\n127.0.1.1 router7\n" << unresolved;
        QTest::newRow("arp -a tells it") << byRouter + "[root@n1 ~]# arp -a\nrouter7 (192.0.2.9) at 52:54:00:aa:00:09 [ether] on ens4\n" << resolved;
        const QByteArray named = "[root@n1 ~]# arp\nAddress HWtype HWaddress Flags Mask Iface\nrouter7 ether 52:54:00:aa:00:09 C ens4\n";
        QTest::newRow("arp and arp -n tell it by the MAC address")
            << byRouter + named + "[root@n1 ~]# arp -n\n192.0.2.9 ether 52:54:00:aa:00:09 C ens4\n" << resolved;
        QTest::newRow("on another device it is another")
            << byRouter + named + "[root@n1 ~]# arp -n\n192.0.2.9 ether 52:54:00:aa:00:09 C ens5\n" << unresolved;
        QTest::newRow("two addresses with the MAC address")
            << byRouter + named + "[root@n1 ~]# arp -n\n192.0.2.9 ether 52:54:00:aa:00:09 C ens4\n192.0.2.8 ether 52:54:00:aa:00:09 C ens4\n" << unresolved;
        QTest::newRow("a masked next hop") << QByteArray("[root@n1 ~]# ip route\ndefault via x.x.x.1 dev ens4 \n") << QStringList{"n1 unicast 0.0.0.0/0 via x.x.x.1 dev ens4 proto boot"};
        QTest::newRow("two next hops of one route")
            << QByteArray("[root@n1 ~]# ip route\n"
                          "default proto static \n"
                          "\tnexthop via 10.0.0.253 dev eth0 weight 1 \n"
                          "\tnexthop via 10.0.0.254 dev eth0 weight 1 \n")
            << QStringList{"n1 unicast 0.0.0.0/0 via 10.0.0.253 dev eth0 proto static", "n1 unicast 0.0.0.0/0 via 10.0.0.254 dev eth0 proto static"};
    }

    void routes()
    {
        QFETCH(QByteArray, transcript);
        QTEST(routeLines(clusterOfText(transcript)), "routes");
    }

    void neighbours_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("neighbours");
        const QByteArray named = "[root@n1 ~]# arp -v\n"
                                 "Address                  HWtype  HWaddress           Flags Mask            Iface\n"
                                 "gateway                  ether   fe:ee:32:07:ea:07   C                     eth0\n";
        QTest::newRow("gateway is the default route's next hop")
            << named + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n" << QStringList{"n1 10.0.0.254 fe:ee:32:07:ea:07 eth0 -"};
        QTest::newRow("gateway without any route stays a name") << named << QStringList{"n1 gateway fe:ee:32:07:ea:07 eth0 -"};
        QTest::newRow("the state from ip neigh, whichever comes first")
            << named + "[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0 \n"
                    + "[root@n1 ~]# ip neigh\n10.0.0.254 dev eth0 lladdr fe:ee:32:07:ea:07 STALE \n10.0.0.9 dev eth0 FAILED \n"
            << QStringList{"n1 10.0.0.254 fe:ee:32:07:ea:07 eth0 stale", "n1 10.0.0.9 - eth0 failed"};
    }

    void named_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("neighbours");
        const QByteArray heading = "Address HWtype HWaddress Flags Mask Iface\n";
        const QByteArray named = "[root@n1 ~]# arp -v\n" + heading + "router7 ether 52:54:00:aa:00:09 C ens4\n";
        QTest::newRow("a name and an address with one MAC address are one")
            << named + "[root@n1 ~]# ip neigh\n192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 REACHABLE\n" << QStringList{"n1 192.0.2.9 52:54:00:aa:00:09 ens4 reachable"};
        QTest::newRow("not if two addresses have it")
            << named + "[root@n1 ~]# ip neigh\n192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n192.0.2.8 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n"
            << QStringList{"n1 router7 52:54:00:aa:00:09 ens4 -", "n1 192.0.2.9 52:54:00:aa:00:09 ens4 stale", "n1 192.0.2.8 52:54:00:aa:00:09 ens4 stale"};
        QTest::newRow("not if two names have it")
            << named + "router8 ether 52:54:00:aa:00:09 C ens4\n[root@n1 ~]# ip neigh\n192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n"
            << QStringList{"n1 router7 52:54:00:aa:00:09 ens4 -", "n1 router8 52:54:00:aa:00:09 ens4 -", "n1 192.0.2.9 52:54:00:aa:00:09 ens4 stale"};
        QTest::newRow("its IPv6 address is no other")
            << named + "[root@n1 ~]# ip neigh\nfe80::9 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n"
            << QStringList{"n1 192.0.2.9 52:54:00:aa:00:09 ens4 stale", "n1 fe80::9 52:54:00:aa:00:09 ens4 stale"};
        QTest::newRow("_gateway where two default routes leave")
            << "[root@n1 ~]# arp\n" + heading + "_gateway ether 52:54:00:aa:00:01 C ens4\n[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4\ndefault via 192.0.2.2 dev ens4 metric 5\n"
            << QStringList{"n1 _gateway 52:54:00:aa:00:01 ens4 -"};
        QTest::newRow("_gateway where another leaves elsewhere")
            << "[root@n1 ~]# arp\n" + heading + "_gateway ether 52:54:00:aa:00:01 C ens4\n[root@n1 ~]# ip route\ndefault via 192.0.2.1 dev ens4\ndefault via 192.0.2.2 dev ens5 metric 5\n"
            << QStringList{"n1 192.0.2.1 52:54:00:aa:00:01 ens4 -"};
        QTest::newRow("incomplete is less than failed")
            << "[root@n1 ~]# ip neigh\n192.0.2.8 dev ens4 FAILED\n192.0.2.7 dev ens4 lladdr 52:54:00:aa:00:07 STALE\n[root@n1 ~]# arp -n\n" + heading
                   + "192.0.2.8 (incomplete) ens4\n192.0.2.7 (incomplete) ens4\n"
            << QStringList{"n1 192.0.2.8 - ens4 failed", "n1 192.0.2.7 52:54:00:aa:00:07 ens4 incomplete"};
        QTest::newRow("failed is news after incomplete")
            << "[root@n1 ~]# arp -n\n" + heading + "192.0.2.8 (incomplete) ens4\n[root@n1 ~]# ip neigh\n192.0.2.8 dev ens4 FAILED\n"
            << QStringList{"n1 192.0.2.8 - ens4 failed"};
    }

    void named()
    {
        QFETCH(QByteArray, transcript);
        QTEST(neighbourLines(clusterOfText(transcript)), "neighbours");
    }

    void neighbours()
    {
        QFETCH(QByteArray, transcript);
        QTEST(neighbourLines(clusterOfText(transcript)), "neighbours");
    }

    void forwarding_data()
    {
        QTest::addColumn<QByteArray>("transcript");
        QTest::addColumn<QStringList>("entries");
        const QByteArray links = "[root@n1 ~]# ip link\n"
                                 "14: veth120e0e5a@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default \n"
                                 "    link/ether 5a:8f:11:d3:0c:92 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n";
        const QByteArray macs = "[root@n1 ~]# brctl showmacs cni0\n"
                                "port no\tmac addr\t\tis local?\tageing timer\n"
                                "  1\t0e:37:9a:c4:61:1d\tno\t\t   1.39\n"
                                "  1\t5a:8f:11:d3:0c:92\tyes\t\t   0.00\n";
        QTest::newRow("brctl's port number, told by the port's own MAC")
            << links + macs << QStringList{"n1 0e:37:9a:c4:61:1d veth120e0e5a -", "n1 5a:8f:11:d3:0c:92 veth120e0e5a -"};
        QTest::newRow("bridge fdb and brctl showmacs tell of the same")
            << macs + "[root@n1 ~]# bridge fdb\n0e:37:9a:c4:61:1d dev veth120e0e5a master cni0 \n5a:8f:11:d3:0c:92 dev veth120e0e5a master cni0 permanent\n"
            << QStringList{"n1 0e:37:9a:c4:61:1d veth120e0e5a -", "n1 5a:8f:11:d3:0c:92 veth120e0e5a -"};
        QTest::newRow("a port whose name nothing tells") << macs << QStringList{"n1 0e:37:9a:c4:61:1d - -", "n1 5a:8f:11:d3:0c:92 - -"};
        QTest::newRow("one entry for each VLAN")
            << QByteArray("[root@n1 ~]# bridge fdb\n5a:8f:11:d3:0c:92 dev veth1 vlan 1 master cni0 permanent\n5a:8f:11:d3:0c:92 dev veth1 master cni0 permanent\n")
            << QStringList{"n1 5a:8f:11:d3:0c:92 veth1 -"};
        QTest::newRow("a VTEP") << QByteArray("[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 172.27.16.10 self permanent\n")
                                << QStringList{"n1 2a:3c:a0:e1:a9:b6 flannel.1 172.27.16.10"};
    }

    void forwarding()
    {
        QFETCH(QByteArray, transcript);
        QTEST(fdbLines(clusterOfText(transcript)), "entries");
    }
};

QTEST_APPLESS_MAIN(TestClusterInterfaces)
#include "tst_clusterinterfaces.moc"
