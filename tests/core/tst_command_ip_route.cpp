#include "tests/support/hostfacts.h"

#include <QTest>

using namespace vethscope;

// Routing tables of iproute2 and busybox.
class tst_command_ip_route : public QObject
{
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
};

void tst_command_ip_route::facts_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("a node of flannel") << QByteArray("ip route")
        << QByteArray(R"(default via 172.27.0.1 dev eth0 
10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1 
10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink 
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown 
)")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot",
                       "line 3 n1: route 10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1",
                       "line 4 n1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink",
                       "line 5 n1: route 172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1"};
    QTest::newRow("a node of Calico") << QByteArray("ip r")
        << QByteArray(R"(blackhole 10.244.60.64/26 proto bird 
10.244.60.70 dev cali39ac04d0472 scope link 
10.244.87.192/26 via 172.27.16.33 dev tunl0 proto bird onlink 
)")
        << QStringList{"line 2 n1: route blackhole 10.244.60.64/26 proto bird",
                       "line 3 n1: route 10.244.60.70/32 dev cali39ac04d0472 proto boot scope link",
                       "line 4 n1: route 10.244.87.192/26 via 172.27.16.33 dev tunl0 proto bird onlink"};
    QTest::newRow("what was asked for is left out") << QByteArray("ip route show table local proto kernel dev eth0")
        << QByteArray(R"(local 172.27.0.11 scope host src 172.27.0.11 
broadcast 172.27.15.255 scope link src 172.27.0.11 
)")
        << QStringList{"line 2 n1: route local 172.27.0.11/32 dev eth0 table local proto kernel scope host src 172.27.0.11",
                       "line 3 n1: route broadcast 172.27.15.255/32 dev eth0 table local proto kernel scope link src 172.27.0.11"};
    QTest::newRow("all tables") << QByteArray("ip ro ls table all")
        << QByteArray(R"(10.5.0.0/16 via 10.0.0.7 dev eth0 table 100 metric 5 mtu 1400 
local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 
fe80::/64 dev v0 proto kernel metric 256 pref medium
default via fe80::1 dev v0 proto ra metric 1024 expires 1798sec hoplimit 64 pref medium
unreachable default dev lo metric 4294967295 error -101 pref medium
)")
        << QStringList{"line 2 n1: route 10.5.0.0/16 via 10.0.0.7 dev eth0 table 100 proto boot metric 5 mtu 1400",
                       "line 3 n1: route local 127.0.0.1/32 dev lo table local proto kernel scope host src 127.0.0.1",
                       "line 4 n1: route fe80::/64 dev v0 proto kernel metric 256",
                       "line 5 n1: route ::/0 via fe80::1 dev v0 proto ra metric 1024",
                       "line 6 n1: route unreachable ::/0 dev lo proto boot metric 4294967295"};
    QTest::newRow("IPv6") << QByteArray("ip -6 route")
        << QByteArray(R"(default dev v0 metric 1024
)")
        << QStringList{"line 2 n1: route ::/0 dev v0 proto boot metric 1024"};
    QTest::newRow("several next hops") << QByteArray("ip route")
        << QByteArray(R"(10.5.0.0/16 proto bird 
	nexthop via 10.0.0.7 dev eth0 weight 1 
	nexthop via 10.0.0.8 dev eth1 weight 1 onlink 
)")
        << QStringList{"line 3 n1: route 10.5.0.0/16 via 10.0.0.7 dev eth0 proto bird weight 1",
                       "line 4 n1: route 10.5.0.0/16 via 10.0.0.8 dev eth1 proto bird weight 1 onlink"};
    QTest::newRow("a gateway of the other family") << QByteArray("ip route")
        << QByteArray(R"(10.5.0.0/16 via inet6 fe80::1 dev eth0 
)")
        << QStringList{"line 2 n1: route 10.5.0.0/16 via fe80::1 dev eth0 proto boot"};
    QTest::newRow("the answer to a question is no route") << QByteArray("ip r get 10.244.1.4")
        << QByteArray(R"(10.244.1.4 dev flannel0 src 10.244.0.0 uid 0 
    cache 
)")
        << QStringList{"line 2 n1: answer 10.244.1.4/32 dev flannel0 proto boot src 10.244.0.0"};
    QTest::newRow("what was asked besides belongs to it") << QByteArray("ip route get 10.244.1.4 from 10.244.0.9 iif cni0 mark 7 tos 0x10")
        << QByteArray(R"(10.244.1.4 from 10.244.0.9 via 10.244.1.0 dev flannel.1 mark 7
    cache iif cni0
)")
        << QStringList{"line 2 n1: answer from 10.244.0.9 iif cni0 mark 7 10.244.1.4/32 via 10.244.1.0 dev flannel.1 proto boot tos 16"};
    QTest::newRow("also where the question was not kept") << QByteArray("ip r")
        << QByteArray(R"(local 10.244.0.1 from 10.244.0.9 dev lo table local mark 0x10
    cache <local> iif cni0
10.244.1.4 from 10.244.0.9 dev flannel.1
    cache iif cni0
)")
        << QStringList{"line 2 n1: answer from 10.244.0.9 iif cni0 mark 16 local 10.244.0.1/32 dev lo table local proto boot",
                       "line 4 n1: answer from 10.244.0.9 iif cni0 10.244.1.4/32 dev flannel.1 proto boot"};
    QTest::newRow("IPv6 says that nobody asked for a source") << QByteArray("ip -6 route get fd00::7")
        << QByteArray("fd00::7 from :: dev v0 proto kernel src fd00::1 metric 256 pref medium\n")
        << QStringList{"line 2 n1: answer fd00::7/128 dev v0 proto kernel src fd00::1 metric 256"};
    QTest::newRow("what a socket bound to a device was told holds of no other") << QByteArray("ip route get 10.244.1.4 oif eth0")
        << QByteArray("10.244.1.4 dev eth0 src 10.0.0.1 uid 0\n    cache\n") << QStringList{};
    QTest::newRow("nor what one port was told") << QByteArray("ip route get 10.244.1.4 ipproto tcp dport 80")
        << QByteArray("10.244.1.4 dev eth0 src 10.0.0.1 uid 0\n    cache\n") << QStringList{};
    QTest::newRow("the route that matched is a line of the table") << QByteArray("ip route get 10.244.1.4 fibmatch")
        << QByteArray("10.244.1.0/24\n\tnexthop via 10.0.0.7 dev eth0 weight 1\n\tnexthop via 10.0.0.8 dev eth0 weight 1\n")
        << QStringList{"line 3 n1: route 10.244.1.0/24 via 10.0.0.7 dev eth0 proto boot weight 1", "line 4 n1: route 10.244.1.0/24 via 10.0.0.8 dev eth0 proto boot weight 1"};
    QTest::newRow("answers in JSON") << QByteArray("ip -j route get 10.0.0.9 from 10.0.0.7 iif cni0")
        << QByteArray(R"([{"dst":"10.0.0.9","from":"10.0.0.7","dev":"v0","prefsrc":"10.0.0.1","flags":[],"uid":0,"cache":[],"iif":"cni0"}]
)")
        << QStringList{"line 2 n1: answer from 10.0.0.7 iif cni0 10.0.0.9/32 dev v0 proto boot src 10.0.0.1"};
    QTest::newRow("answers in JSON, known by themselves") << QByteArray("ip -j route")
        << QByteArray(R"([{"dst":"10.0.0.9","dev":"v0","prefsrc":"10.0.0.1","flags":[],"uid":0}]
[{"type":"local","dst":"10.0.0.1","dev":"lo","flags":[],"cache":["local"]}]
)")
        << QStringList{"line 2 n1: answer 10.0.0.9/32 dev v0 proto boot src 10.0.0.1", "line 3 n1: answer local 10.0.0.1/32 dev lo proto boot"};
    QTest::newRow("type of service, dead next hops") << QByteArray("ip route")
        << QByteArray(R"(10.5.0.0/16 tos 0x10 via 10.0.0.7 dev eth0
10.6.0.0/16 tos CS6 via 10.0.0.7 dev eth0 dead linkdown
10.7.0.0/16 dsfield 8 via 10.0.0.7 dev eth0 linkdown
10.8.0.0/16 tos many via 10.0.0.7 dev eth0
10.9.0.0/16 from 10.0.0.0/8 via 10.0.0.7 dev eth0
10.9.1.0/24 from many via 10.0.0.7 dev eth0
10.9.2.0/24 via 10.0.0.7 dev eth0 mark many
)")
        << QStringList{"line 2 n1: route 10.5.0.0/16 via 10.0.0.7 dev eth0 proto boot tos 16",
                       "line 3 n1: route 10.6.0.0/16 via 10.0.0.7 dev eth0 proto boot tos 192 dead",
                       "line 4 n1: route 10.7.0.0/16 via 10.0.0.7 dev eth0 proto boot tos 8",
                       "line 6 n1: route 10.9.0.0/16 via 10.0.0.7 dev eth0 proto boot",
                       "! line 5", "! line 7", "! line 8"};
    QTest::newRow("the same in JSON") << QByteArray("ip -j route")
        << QByteArray(R"([{"dst":"10.5.0.0/16","tos":"0x10","gateway":"10.0.0.7","dev":"eth0","flags":["dead","linkdown"]},
{"dst":"10.6.0.0/16","tos":"CS6","flags":[],"nexthops":[{"gateway":"10.0.0.7","dev":"eth0","weight":1,"flags":["dead"]},{"gateway":"10.0.0.8","dev":"eth0","weight":1,"flags":["linkdown"]}]}]
)")
        << QStringList{"line 2 n1: route 10.5.0.0/16 via 10.0.0.7 dev eth0 proto boot tos 16 dead",
                       "line 3 n1: route 10.6.0.0/16 via 10.0.0.7 dev eth0 proto boot tos 192 weight 1 dead",
                       "line 3 n1: route 10.6.0.0/16 via 10.0.0.8 dev eth0 proto boot tos 192 weight 1"};
    QTest::newRow("so the kernel's cache is told of") << QByteArray("ip r")
        << QByteArray(R"(192.0.2.40 via 192.0.2.1 dev ens4 src 192.0.2.7
    cache expires 590sec mtu 1400
192.0.2.41 dev ens4 src 192.0.2.7 uid 0
)")
        << QStringList{"line 2 n1: answer 192.0.2.40/32 via 192.0.2.1 dev ens4 proto boot src 192.0.2.7",
                       "line 4 n1: answer 192.0.2.41/32 dev ens4 proto boot src 192.0.2.7"};
    QTest::newRow("a default of the other family, and one that is IPv6's") << QByteArray("ip r")
        << QByteArray(R"(default via inet6 fe80::7 dev ens4 proto static
default via fe80::8 dev ens5 proto ra metric 100 pref medium
default dev ens6 proto static metric 7 pref low
)")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via fe80::7 dev ens4 proto static",
                       "line 3 n1: route ::/0 via fe80::8 dev ens5 proto ra metric 100",
                       "line 4 n1: route ::/0 dev ens6 proto static metric 7"};
    QTest::newRow("next hops without an address") << QByteArray("ip r")
        << QByteArray(R"(default via _gateway dev ens4 proto dhcp metric 100
198.51.100.0/24 via x.x.x.9 dev ens4
198.51.101.0/24 via *.*.*.9 dev ens4
198.51.102.0/24 via  dev ens4
198.51.103.0/24 via router7
198.51.104.0/24 via the router dev ens4
)")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via _gateway dev ens4 proto dhcp metric 100",
                       "line 3 n1: route 198.51.100.0/24 via x.x.x.9 dev ens4 proto boot",
                       "line 4 n1: route 198.51.101.0/24 via *.*.*.9 dev ens4 proto boot",
                       "! line 5", "! line 6", "! line 7"};
    QTest::newRow("where the device was asked for") << QByteArray("ip r show dev ens4")
        << QByteArray("default via x.x.x.9\n") << QStringList{"line 2 n1: route 0.0.0.0/0 via x.x.x.9 dev ens4 proto boot"};
    QTest::newRow("what routes carry besides") << QByteArray("ip r")
        << QByteArray(R"(198.51.100.0/24 nhid 12 via 192.0.2.9 dev ens4 proto bird src 192.0.2.7 metric 32 mtu lock 1400 advmss 1360 rt_offload linkdown onlink
198.51.101.0/24 encap mpls  100/200 via inet 192.0.2.9 dev ens4
198.51.102.0/24 dev ens4 proto kernel scope link src x.x.x.7
198.51.103.0/24 dev ens4 mtu many
198.51.104.0/24 dev ens4 metric
198.51.105.0/24 dev no/name scope link
198.51.106.0/24 dev ens4 scope link # what the DHCP server gave
)")
        << QStringList{"line 2 n1: route 198.51.100.0/24 via 192.0.2.9 dev ens4 proto bird src 192.0.2.7 metric 32 mtu 1400 onlink",
                       "line 3 n1: route 198.51.101.0/24 via 192.0.2.9 dev ens4 proto boot",
                       "line 4 n1: route 198.51.102.0/24 dev ens4 proto kernel scope link",
                       "line 8 n1: route 198.51.106.0/24 dev ens4 proto boot scope link",
                       "! line 4", "! line 5", "! line 6", "! line 7",
                       "! pasted text line 4: \"src x.x.x.7\" is no address"};
    QTest::newRow("several next hops on one line") << QByteArray("ip -o r")
        << QByteArray("default proto static\\\tnexthop via 192.0.2.1 dev ens4 weight 3\\\tnexthop via 192.0.2.2 dev ens5 weight 1 onlink\n")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via 192.0.2.1 dev ens4 proto static weight 3",
                       "line 2 n1: route 0.0.0.0/0 via 192.0.2.2 dev ens5 proto static weight 1 onlink"};
    QTest::newRow("JSON of a next hop of the other family") << QByteArray("ip -j route")
        << QByteArray("[{\"dst\":\"default\",\"via\":{\"family\":\"inet6\",\"host\":\"fe80::7\"},\"dev\":\"ens4\",\"flags\":[]}]\n")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via fe80::7 dev ens4 proto boot"};
    QTest::newRow("JSON") << QByteArray("ip -j route")
        << QByteArray(R"([{"type":"unicast","dst":"default","gateway":"172.27.0.1","dev":"eth0","protocol":"boot","scope":"global","flags":[]},{"type":"blackhole","dst":"10.244.60.64/26","protocol":"bird","scope":"global","flags":[]},
{"dst":"10.244.1.0/24","gateway":"10.244.1.0","dev":"flannel.1","flags":["onlink"]},
{"dst":"10.5.0.0/16","protocol":"bird","flags":[],"nexthops":[{"gateway":"10.0.0.7","dev":"eth0","weight":1,"flags":[]},{"via":{"family":"inet6","host":"fe80::1"},"dev":"eth1","weight":1,"flags":["onlink"]}]},
{"dst":"default","gateway":"fe80::1","dev":"eth0","protocol":"ra","metric":1024,"flags":[],"metrics":[{"mtu":1400}],"pref":"medium"}]
)")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot scope global",
                       "line 2 n1: route blackhole 10.244.60.64/26 proto bird scope global",
                       "line 3 n1: route 10.244.1.0/24 via 10.244.1.0 dev flannel.1 proto boot onlink",
                       "line 4 n1: route 10.5.0.0/16 via 10.0.0.7 dev eth0 proto bird weight 1",
                       "line 4 n1: route 10.5.0.0/16 via fe80::1 dev eth1 proto bird weight 1 onlink",
                       "line 5 n1: route ::/0 via fe80::1 dev eth0 proto ra metric 1024 mtu 1400"};
    QTest::newRow("JSON with wrong types") << QByteArray("ip -j route")
        << QByteArray(R"([{"dst":"10.5/16","dev":"eth0"},{"gateway":"10.0.0.1"},{"dst":"10.0.0.0/8","dev":["eth0"],"gateway":"10.0.0.1"}]
)")
        << QStringList{"line 2 n1: route 10.0.0.0/8 via 10.0.0.1 proto boot",
                       "! line 2",
                       "! pasted text line 2: \"dst\" is \"10.5/16\", which is no IP prefix",
                       "! pasted text line 2: a route without \"dst\"",
                       "! pasted text line 2: \"dev\" is a list, not a string"};
    QTest::newRow("cut in the middle") << QByteArray("ip route")
        << QByteArray(R"(default via 172.27.0.1 dev eth0 
10.244.1.0/2
10.244.
)")
        << QStringList{"line 2 n1: route 0.0.0.0/0 via 172.27.0.1 dev eth0 proto boot",
                       "! line 3",
                       "! line 4"};
}

void tst_command_ip_route::facts()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, output);
    QTEST(test::factsOf(command, output), "lines");
}

QTEST_GUILESS_MAIN(tst_command_ip_route)
#include "tst_command_ip_route.moc"
