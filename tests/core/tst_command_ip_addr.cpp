#include "tests/support/hostfacts.h"
#include "tests/support/programs.h"

#include <QTest>

using namespace vethscope;

// Interfaces and addresses, as iproute2 and busybox print them.
class tst_command_ip_addr : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void kernel();
};

void tst_command_ip_addr::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("a pod, iproute2") << QByteArray("ip addr")
        << QByteArray(R"(3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue state UP 
    link/ether b2:ad:3a:6e:3a:4f brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.244.0.60/24 brd 10.244.0.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::b0ad:3aff:fe6e:3a4f/64 scope link 
       valid_lft forever preferred_lft forever
)")
        << QStringList{"line 2 n1: link eth0 ifindex 3 peer 17 mtu 1450 up",
                       "line 3 n1: link eth0 mac b2:ad:3a:6e:3a:4f netnsid 0",
                       "line 4 n1: address eth0 10.244.0.60/24 scope global",
                       "line 6 n1: address eth0 fe80::b0ad:3aff:fe6e:3a4f/64 scope link"};
    QTest::newRow("busybox tells no state") << QByteArray("busybox ip a")
        << QByteArray(R"(1: lo: <LOOPBACK> mtu 65536 qdisc noop qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: v1@v0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 qlen 1000
    link/ether ca:42:b4:62:57:a7 brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.5 peer 10.0.0.9/32 scope global v1
       valid_lft forever preferred_lft forever
)")
        << QStringList{"line 2 n1: link lo ifindex 1 loopback mtu 65536 down",
                       "line 3 n1: link lo loopback mac 00:00:00:00:00:00",
                       "line 4 n1: link v1 ifindex 2 peer v0 mtu 1500 up master br0",
                       "line 5 n1: link v1 mac ca:42:b4:62:57:a7",
                       "line 6 n1: address v1 10.0.0.5/32 scope global"};
    QTest::newRow("one line each") << QByteArray("ip -o a")
        << QByteArray(R"(4: br0    inet 10.0.0.1/24 scope global br0\       valid_lft forever preferred_lft forever
4: br0    inet6 2001:db8::1/64 scope global tentative \       valid_lft forever preferred_lft forever
)")
        << QStringList{"line 2 n1: link br0 ifindex 4",
                       "line 3 n1: link br0 ifindex 4",
                       "line 2 n1: address br0 10.0.0.1/24 scope global",
                       "line 3 n1: address br0 2001:db8::1/64 scope global"};
    QTest::newRow("one line each, links") << QByteArray("ip -o link")
        << QByteArray(R"(3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000\    link/ether 12:5f:83:89:74:a0 brd ff:ff:ff:ff:ff:ff
)")
        << QStringList{"line 2 n1: link v0 ifindex 3 peer v1 mtu 1500 up master br0",
                       "line 2 n1: link v0 mac 12:5f:83:89:74:a0"};
    QTest::newRow("brief") << QByteArray("ip -br a")
        << QByteArray(R"(lo               DOWN           
v1@if3           UP             10.0.0.5 peer 10.0.0.9/32 fe80::c842:b4ff:fe62:57a7/64 
tunl0            UNKNOWN        10.244.1.0/32 
)")
        << QStringList{"line 2 n1: link lo down",
                       "line 3 n1: link v1 peer 3 up",
                       "line 4 n1: link tunl0 unknown",
                       "line 3 n1: address v1 10.0.0.5/32",
                       "line 3 n1: address v1 fe80::c842:b4ff:fe62:57a7/64",
                       "line 4 n1: address tunl0 10.244.1.0/32"};
    QTest::newRow("brief links") << QByteArray("ip -br link")
        << QByteArray(R"(flannel.1        UNKNOWN        8e:5c:79:80:cd:cc <BROADCAST,MULTICAST,UP,LOWER_UP> 
)")
        << QStringList{"line 2 n1: link flannel.1 mac 8e:5c:79:80:cd:cc up"};
    QTest::newRow("counters") << QByteArray("ip -s link show v0")
        << QByteArray(R"(3: v0@v1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master br0 state UP mode DEFAULT group default qlen 1000
    link/ether 12:5f:83:89:74:a0 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
           180       2      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
           670       7      0       0       0       0 
)")
        << QStringList{"line 2 n1: link v0 ifindex 3 peer v1 mtu 1500 up master br0",
                       "line 3 n1: link v0 mac 12:5f:83:89:74:a0"};
    QTest::newRow("VXLAN in detail") << QByteArray("ip -d link show flannel.1")
        << QByteArray(R"(4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default 
    link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto ageing 300 noudpcsum numtxqueues 1 numrxqueues 1 
)")
        << QStringList{"line 2 n1: link flannel.1 ifindex 4 mtu 1450 up",
                       "line 3 n1: link flannel.1 mac 8e:5c:79:80:cd:cc",
                       "line 4 n1: link flannel.1 vxlan tunnel vni 1 port 8472 local 172.27.0.11 dev eth0 nolearning"};
    QTest::newRow("a port in detail") << QByteArray("ip -d l")
        << QByteArray(R"(14: veth120e0e5a@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master cni0 state UP mode DEFAULT group default qlen 1000
    link/ether 5a:8f:11:d3:0c:92 brd ff:ff:ff:ff:ff:ff link-netns coredns promiscuity 1  allmulti 1 minmtu 68 maxmtu 65535 
    veth 
    bridge_slave state forwarding priority 32 cost 2 hairpin on guard off port_no 0x1 
)")
        << QStringList{"line 2 n1: link veth120e0e5a ifindex 14 peer 3 mtu 1450 up master cni0",
                       "line 3 n1: link veth120e0e5a mac 5a:8f:11:d3:0c:92 netns coredns",
                       "line 4 n1: link veth120e0e5a veth",
                       "line 5 n1: link veth120e0e5a hairpin"};
    QTest::newRow("hardware has no kind") << QByteArray("ip -d link")
        << QByteArray(R"(2: ens3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000
    link/ether 52:54:00:c2:ee:db brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 addrgenmode eui64 numtxqueues 1 numrxqueues 1 parentbus virtio parentdev virtio0 
    altname enp0s3
)")
        << QStringList{"line 2 n1: link ens3 ifindex 2 mtu 1500 up",
                       "line 3 n1: link ens3 physical mac 52:54:00:c2:ee:db"};
    QTest::newRow("IP in IP") << QByteArray("ip -d link show tunl0")
        << QByteArray(R"(3: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ipip 172.27.0.31 peer 172.27.16.33 promiscuity 0 
    ipip remote 172.27.16.33 local 172.27.0.31 ttl inherit nopmtudisc addrgenmode eui64 numtxqueues 1 
)")
        << QStringList{"line 2 n1: link tunl0 ifindex 3 mtu 1480 up",
                       "line 3 n1: link tunl0 ipip tunnel local 172.27.0.31 remote 172.27.16.33",
                       "line 4 n1: link tunl0 ipip tunnel local 172.27.0.31 remote 172.27.16.33"};
    QTest::newRow("IP in IP by a TUN") << QByteArray("ip -d link show tunl0")
        << QByteArray(R"(3: tunl0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1480 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 1000
    link/ipip 0.0.0.0 peer 0.0.0.0 promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    tun type tun pi off vnet_hdr off persist off addrgenmode eui64 numtxqueues 1 numrxqueues 1 
4: flannel0: <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> mtu 1472 qdisc pfifo_fast state UNKNOWN mode DEFAULT group default qlen 500
    link/none  promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    tun type tun pi off vnet_hdr off persist off addrgenmode random numtxqueues 1 
5: eth0: <BROADCAST,MULTICAST> mtu 1500 qdisc pfifo_fast state DOWN mode DEFAULT group default qlen 1000
    link/ether 52:54:00:06:d4:b3 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65521 
    tun type tap pi off vnet_hdr off persist off addrgenmode eui64 numtxqueues 1 
)")
        << QStringList{"line 2 n1: link tunl0 ifindex 3 mtu 1480 up pointtopoint",
                       "line 3 n1: link tunl0 ipip",
                       "line 4 n1: link tunl0 ipip",
                       "line 5 n1: link flannel0 ifindex 4 mtu 1472 up pointtopoint",
                       "line 6 n1: link flannel0",
                       "line 7 n1: link flannel0 tun",
                       "line 8 n1: link eth0 ifindex 5 mtu 1500 down",
                       "line 9 n1: link eth0 mac 52:54:00:06:d4:b3",
                       "line 10 n1: link eth0 tap"};
    QTest::newRow("other tunnels") << QByteArray("ip -d link")
        << QByteArray(R"(7: gn0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 3a:9f:0c:83:15:2c brd ff:ff:ff:ff:ff:ff promiscuity 0 
    geneve id 4 remote 10.0.0.2 ttl auto dstport 6081 noudpcsum addrgenmode eui64 
8: wg0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1420 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/none  promiscuity 0 
    wireguard addrgenmode none 
9: gre1@NONE: <POINTOPOINT,NOARP> mtu 1476 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/gre 10.0.0.1 peer 10.0.0.2 promiscuity 0 
    gre remote 10.0.0.2 local 10.0.0.1 ttl inherit nopmtudisc addrgenmode eui64 
10: eth0.5@eth0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 52:54:00:c2:ee:db brd ff:ff:ff:ff:ff:ff promiscuity 0 
    vlan protocol 802.1Q id 5 <REORDER_HDR> addrgenmode eui64 
)")
        << QStringList{"line 2 n1: link gn0 ifindex 7 mtu 1450 up",
                       "line 3 n1: link gn0 mac 3a:9f:0c:83:15:2c",
                       "line 4 n1: link gn0 geneve tunnel vni 4 port 6081 remote 10.0.0.2",
                       "line 5 n1: link wg0 ifindex 8 mtu 1420 up pointtopoint",
                       "line 6 n1: link wg0",
                       "line 7 n1: link wg0 wireguard",
                       "line 8 n1: link gre1 ifindex 9 mtu 1476 down pointtopoint",
                       "line 9 n1: link gre1",
                       "line 10 n1: link gre1 gre tunnel local 10.0.0.1 remote 10.0.0.2",
                       "line 11 n1: link eth0.5 ifindex 10 peer eth0 mtu 1500 down",
                       "line 12 n1: link eth0.5 mac 52:54:00:c2:ee:db",
                       "line 13 n1: link eth0.5 vlan"};
    QTest::newRow("as awk leaves it") << QByteArray("ip link show | egrep \"veth\" | awk -F\":\" '{print $1\": \"$2}'")
        << QByteArray(R"(14:  veth120e0e5a@if3
15:  veth7bd66290@if3
)")
        << QStringList{"line 2 n1: link veth120e0e5a ifindex 14 peer 3",
                       "line 3 n1: link veth7bd66290 ifindex 15 peer 3"};
    QTest::newRow("grep inet: only IPv4 names its interface") << QByteArray("ip a | grep inet")
        << QByteArray(R"(    inet 127.0.0.1/8 scope host lo
    inet6 ::1/128 scope host 
    inet 10.244.0.60/24 brd 10.244.0.255 scope global eth0:1
)")
        << QStringList{"line 2 n1: address lo 127.0.0.1/8 scope host",
                       "line 4 n1: address eth0 10.244.0.60/24 scope global",
                       "! line 3"};
    QTest::newRow("grep has taken the headings of other interfaces") << QByteArray("ip a | egrep 'eth0|ether'")
        << QByteArray(R"(2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 52:54:00:c2:ee:db brd ff:ff:ff:ff:ff:ff
    link/ether 82:2a:05:51:fe:51 brd ff:ff:ff:ff:ff:ff
)")
        << QStringList{"line 2 n1: link eth0 ifindex 2 mtu 1500 up",
                       "! line 3",
                       "! line 4"};
    QTest::newRow("grep -A keeps blocks") << QByteArray("ip a | grep -A 2 eth0")
        << QByteArray(R"(2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 52:54:00:c2:ee:db brd ff:ff:ff:ff:ff:ff
    inet 172.27.0.11/20 brd 172.27.15.255 scope global eth0
--
)")
        << QStringList{"line 2 n1: link eth0 ifindex 2 mtu 1500 up",
                       "line 3 n1: link eth0 mac 52:54:00:c2:ee:db",
                       "line 4 n1: address eth0 172.27.0.11/20 scope global"};
    QTest::newRow("cut in the middle") << QByteArray("ip addr")
        << QByteArray(R"(2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
    link/ether 52:54:00:c2:ee:db brd ff:ff:ff:ff:ff:ff
    inet 172.27.0
)")
        << QStringList{"line 2 n1: link eth0 ifindex 2 mtu 1500 up",
                       "line 3 n1: link eth0 mac 52:54:00:c2:ee:db",
                       "! line 4"};
    QTest::newRow("flags that a page ate or changed") << QByteArray("ip link")
        << QByteArray(R"(2: p2: mtu 9000 qdisc mq master br9 state DOWN group default
3: p3@if4: &lt;BROADCAST,POINTOPOINT,UP,LOWER_UP&gt; mtu 1500 state UNKNOWN
4: p4: {BROADCAST,UP} mtu 1500 state UNKNOWN
5: p5: mtu 1500 state UNKNOWN
6: p6: [BROADCAST,MASTER,UP] mtu 1500 state LOWERLAYERDOWN
7: p7: (NO-CARRIER,BROADCAST,UP) mtu 1500
8: p8: <BROADCAST,NONSENSE> mtu 1500
    link/ether 52:54:00:aa:00:08 brd ff:ff:ff:ff:ff:ff
)")
        << QStringList{"line 2 n1: link p2 ifindex 2 mtu 9000 down master br9",
                       "line 3 n1: link p3 ifindex 3 peer 4 mtu 1500 up pointtopoint",
                       "line 4 n1: link p4 ifindex 4 mtu 1500 unknown",
                       "line 5 n1: link p5 ifindex 5 mtu 1500 unknown",
                       "line 6 n1: link p6 ifindex 6 bond mtu 1500 down",
                       "line 7 n1: link p7 ifindex 7 mtu 1500 down",
                       "! line 8", "! line 9"};
    QTest::newRow("one line each, through grep") << QByteArray("ip -o a | grep p2")
        << QByteArray(R"(2: p2    inet 192.0.2.7/24 brd 192.0.2.255 scope global p2:1\ valid_lft forever preferred_lft forever
2: p2    inet6 fe80::7/64 scope link \       valid_lft forever preferred_lft forever
2: p2@p1: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP\ link/ether 52:54:00:aa:00:02 brd ff:ff:ff:ff:ff:ff link-netns blue
2: p2    inet x.x.x.x/24 brd x.x.x.255 scope global p2\       valid_lft forever preferred_lft forever
)")
        << QStringList{"line 2 n1: link p2 ifindex 2",
                       "line 3 n1: link p2 ifindex 2",
                       "line 4 n1: link p2 ifindex 2 peer p1 mtu 1500 up",
                       "line 4 n1: link p2 mac 52:54:00:aa:00:02 netns blue",
                       "line 5 n1: link p2 ifindex 2",
                       "line 2 n1: address p2 192.0.2.7/24 scope global",
                       "line 3 n1: address p2 fe80::7/64 scope link",
                       "! line 5",
                       "! pasted text line 5: a part of this line is not what ip prints"};
    QTest::newRow("a masked MAC address beside something else") << QByteArray("ip link")
        << QByteArray("7: p7@if3: <BROADCAST,UP,LOWER_UP> mtu 1500 state UP\n    link/ether 52:54:00:xx:xx:xx brd ff:ff:ff:ff:ff:ff link-netnsid 4\n")
        << QStringList{"line 2 n1: link p7 ifindex 7 peer 3 mtu 1500 up", "line 3 n1: link p7 netnsid 4", "! line 3",
                       "! pasted text line 3: the MAC address cannot be read"};
    QTest::newRow("brief links of tunnels, and what is none") << QByteArray("ip -br link")
        << QByteArray(R"(tunl0@NONE       UNKNOWN        0.0.0.0 <NOARP,UP,LOWER_UP>
wg7              UNKNOWN        <POINTOPOINT,NOARP,UP,LOWER_UP>
p7               UP             192.0.2.7 peer 192.0.2.9/31 198.51.100.7/24 metric 100
p8               DOWN
p9               UP             now
p10              UP             192.0.2.7
)")
        << QStringList{"line 2 n1: link tunl0 up", "line 3 n1: link wg7 up pointtopoint", "line 4 n1: link p7 up", "line 5 n1: link p8 down",
                       "line 4 n1: address p7 192.0.2.7/31", "line 4 n1: address p7 198.51.100.7/24", "! line 6", "! line 7"};
    QTest::newRow("an error") << QByteArray("ip link show eth9")
        << QByteArray(R"(Device "eth9" does not exist.
)")
        << QStringList{"failed: Device \"eth9\" does not exist."};
    QTest::newRow("a namespace's name that a terminal broke") << QByteArray("ip a")
        << QByteArray("15: veth1@if3: <UP> mtu 1450 qdisc noqueue\n    link/ether 02:00:00:00:00:0c brd ff:ff:ff:ff:ff:ff link-netns tea-5dcb\n-flhdd\n"
                      "16: veth2@if3: <UP> mtu 1450 qdisc noqueue\n    link/ether 02:00:00:00:00:0d brd ff:ff:ff:ff:ff:ff link-netns tea-5dcb\n    inet 192.0.2.1/24 scope global veth2\n"
                      "17: veth3@if3: <UP> mtu 1450 qdisc noqueue\n    link/ether 02:00:00:00:00:0e brd ff:ff:ff:ff:ff:ff link-netns cup-5dcb\n"
                      "18: veth4@if3: <UP> mtu 1450 qdisc noqueue\n    link/ether 02:00:00:00:00:0f link-netns cup\nfin\n")
        << QStringList{"line 2 n1: link veth1 ifindex 15 peer 3 mtu 1450 unknown", "line 3 n1: link veth1 mac 02:00:00:00:00:0c", "line 5 n1: link veth2 ifindex 16 peer 3 mtu 1450 unknown",
                       "line 6 n1: link veth2 mac 02:00:00:00:00:0d netns tea-5dcb", "line 8 n1: link veth3 ifindex 17 peer 3 mtu 1450 unknown",
                       "line 9 n1: link veth3 mac 02:00:00:00:00:0e netns cup-5dcb", "line 10 n1: link veth4 ifindex 18 peer 3 mtu 1450 unknown",
                       "line 11 n1: link veth4 mac 02:00:00:00:00:0f netns cup", "line 7 n1: address veth2 192.0.2.1/24 scope global", "! line 4", "! line 12"};
    QTest::newRow("JSON") << QByteArray("ip -j a")
        << QByteArray(R"([{"ifindex":3,"link_index":17,"ifname":"eth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1450,"qdisc":"noqueue","operstate":"UP","group":"default","link_type":"ether","address":"b2:ad:3a:6e:3a:4f","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":0,"addr_info":[{"family":"inet","local":"10.244.0.60","prefixlen":24,"broadcast":"10.244.0.255","scope":"global","label":"eth0","valid_life_time":4294967295}]}]
)")
        << QStringList{"line 2 n1: link eth0 ifindex 3 peer 17 mac b2:ad:3a:6e:3a:4f mtu 1450 up netnsid 0",
                       "line 2 n1: address eth0 10.244.0.60/24 scope global"};
    QTest::newRow("pretty JSON: each value has its line") << QByteArray("ip -p -j a")
        << QByteArray(R"([ {
        "ifindex": 2,
        "ifname": "v1",
        "flags": [ "BROADCAST","UP","LOWER_UP" ],
        "mtu": 1500,
        "operstate": "UP",
        "addr_info": [ {
                "local": "10.0.0.5",
                "prefixlen": 32
            },{
                "local": "fe80::1",
                "prefixlen": 64
            } ]
    } ]
)")
        << QStringList{"line 2 n1: link v1 ifindex 2 mtu 1500 up",
                       "line 8 n1: address v1 10.0.0.5/32",
                       "line 11 n1: address v1 fe80::1/64"};
    QTest::newRow("JSON in detail") << QByteArray("ip -d -j link")
        << QByteArray(R"([{},{"ifindex":4,"ifname":"flannel.1","flags":["BROADCAST","UP","LOWER_UP"],"mtu":1450,"operstate":"UNKNOWN","link_type":"ether","address":"8e:5c:79:80:cd:cc","linkinfo":{"info_kind":"vxlan","info_data":{"id":1,"local":"172.27.0.11","link":"eth0","port":8472,"learning":false}},"num_tx_queues":1},
{"ifindex":2,"ifname":"ens3","flags":[],"mtu":1500,"operstate":"DOWN","link_type":"ether","address":"52:54:00:c2:ee:db","num_tx_queues":1},
{"ifindex":3,"ifname":"tunl0","flags":["POINTOPOINT"],"mtu":1480,"operstate":"UNKNOWN","link_type":"ipip","address":"0.0.0.0","broadcast":"0.0.0.0","linkinfo":{"info_kind":"tun","info_data":{"type":"tun"}}},
{"ifindex":14,"link_index":3,"ifname":"veth1","flags":["UP"],"mtu":1450,"master":"cni0","operstate":"UP","link_type":"ether","address":"5a:8f:11:d3:0c:92","linkinfo":{"info_kind":"veth","info_slave_kind":"bridge","info_slave_data":{"hairpin":true}}}]
)")
        << QStringList{"line 2 n1: link flannel.1 ifindex 4 vxlan mac 8e:5c:79:80:cd:cc mtu 1450 up tunnel vni 1 port 8472 local 172.27.0.11 dev eth0 nolearning",
                       "line 3 n1: link ens3 ifindex 2 physical mac 52:54:00:c2:ee:db mtu 1500 down",
                       "line 4 n1: link tunl0 ifindex 3 ipip mtu 1480 down pointtopoint",
                       "line 5 n1: link veth1 ifindex 14 peer 3 veth mac 5a:8f:11:d3:0c:92 mtu 1450 up master cni0 hairpin"};
    QTest::newRow("JSON with wrong types") << QByteArray("ip -j a")
        << QByteArray(R"([{"ifindex":"three","ifname":"eth0","mtu":1450,"address":"b2:ad","link_type":"ether","addr_info":[{"local":"10.244.0.60","prefixlen":240},7]},
{"ifname":"lo","mtu":-1,"addr_info":"none"},
17]
)")
        << QStringList{"line 2 n1: link eth0 mtu 1450",
                       "line 3 n1: link lo",
                       "! line 2",
                       "! line 3",
                       "! line 4",
                       "! pasted text line 2: \"ifindex\" is a string, not a whole number",
                       "! pasted text line 2: \"address\" is \"b2:ad\", which is no MAC address",
                       "! pasted text line 2: an element of \"addr_info\" is a number, not an object",
                       "! pasted text line 2: an address without \"local\" and a \"prefixlen\" that fits it",
                       "! pasted text line 3: \"mtu\" is -1, which is not between 0 and 4294967295",
                       "! pasted text line 3: \"addr_info\" is a string, not a list",
                       "! pasted text line 4: this is a number, not an object"};
    QTest::newRow("JSON cut in the middle") << QByteArray("ip -j a")
        << QByteArray(R"([{"ifindex":1,"ifname":"lo","mtu":65536,"operstate":"UNKNOWN"},
{"ifindex":2,"ifname":"eth0","mtu":15
)")
        << QStringList{"line 2 n1: link lo ifindex 1 mtu 65536 unknown",
                       "! line 3",
                       "! pasted text line 3: the JSON cannot be read further: the text ends in the middle"};
}

void tst_command_ip_addr::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

// What this machine's own programs print, in a namespace made for it.
void tst_command_ip_addr::kernel()
{
    NEEDS_PROGRAMS("ip", "busybox");
    const QByteArray setUp = "ip link add v0 type veth peer name v1 && ip link set v1 address 02:00:00:00:00:01 && ip addr add 10.9.0.1/24 dev v1 && ip link set v0 up && ip link set v1 up";
    const QByteArray iproute2 = test::printedInNamespace(setUp, "ip -d addr show v1");
    if (iproute2.isEmpty())
        QSKIP("no network namespace can be made here");
    for (const QByteArray command : {"ip addr show v1", "ip -d addr show v1", "ip -j addr show v1", "ip -d -p -j addr show v1", "ip -br addr show v1", "ip -o addr show v1", "busybox ip addr show v1"}) {
        const QStringList lines = test::factsOf(command, test::printedInNamespace(setUp, command));
        QVERIFY2(lines.filter("address v1 10.9.0.1/24").size() == 1, qPrintable(command + ":\n" + lines.join('\n')));
        QVERIFY2(lines.filter("!").isEmpty(), qPrintable(command + ":\n" + lines.join('\n')));
        const bool hasMac = !command.contains("-br") && !command.contains("-o ");
        QCOMPARE(lines.filter("mac 02:00:00:00:00:01").size(), hasMac ? 1 : 0);
    }
}

QTEST_GUILESS_MAIN(tst_command_ip_addr)
#include "tst_command_ip_addr.moc"
