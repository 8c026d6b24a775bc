#include "core/snapshot/hostcommands.h"

#include <QTest>

using namespace vethscope;

// Which lines a parser understands, and which that differ from them in one place it does not. %m is a MAC address, %k a key of WireGuard's.
class ParserLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
};

namespace {

using Lines = std::initializer_list<const char *>;

void rows(const QByteArray &command, const QByteArray &before, Lines understood, Lines not_)
{
    const auto row = [&](const char *line, bool is) {
        const auto whole = [](QByteArray text) { return text.replace("%m", "52:54:00:aa:00:09").replace("%k", QByteArray(43, 'A') + '='); };
        QTest::addRow("%s: %s%s", command.constData(), before.constData(), line) << command << whole(before) << whole(line) << is;
    };
    for (const char *line : understood)
        row(line, true);
    for (const char *line : not_)
        row(line, false);
}

} // namespace

void ParserLinesTest::lines_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("before"); // lines in front of it
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("understood");

    rows("iptables -L", "Chain A (1 references)\n",
         {"Chain INPUT (policy ACCEPT)", "Chain INPUT (policy ACCEPT 12 packets, 840 bytes)", "Chain K (2 references)", "target prot opt source destination", " pkts bytes target prot opt in out source destination",
          "num target prot opt source destination", "ACCEPT all -- anywhere anywhere", "ACCEPT tcp -- 0.0.0.0/0 0.0.0.0/0 tcp dpt:80", "all -- 0.0.0.0/0 0.0.0.0/0", "12K 3M ACCEPT all -- * * 0.0.0.0/0 0.0.0.0/0",
          "1G 2T ACCEPT all -f any any 192.0.2.0/24 !192.0.2.0/24", "ACCEPT all !f anywhere anywhere", "1 2 all -- * * 0.0.0.0/0 0.0.0.0/0", "DROP 0 -- !anywhere 192.0.2.7"},
         {"ACCEPT all ++ anywhere anywhere", "ACCEPT all -- anywhere", "ACCEPT xdp -- anywhere anywhere", "all --", "12Q 3M ACCEPT all -- * * 0.0.0.0/0 0.0.0.0/0", "12K x ACCEPT all -- * * 0.0.0.0/0 0.0.0.0/0",
          "x 3M ACCEPT all -- * * 0.0.0.0/0 0.0.0.0/0", "ACCEPT all -- nowhere anywhere", "ACCEPT all -- anywhere nowhere", "ACCEPT", "all", "1 2 ACCEPT all -- * * 0.0.0.0/0", "1 2 all -- * * 0.0.0.0/0", "Chain A policy ACCEPT)",
          "Chains A (policy ACCEPT)", "Chain A (policy", "Chain A (2 friends)", "Chain A 2 references)", "target prot opt source", "targets prot opt source destination", "target port opt source destination",
          "target prot option source destination", "pkts target prot opt source destination", "pkts bits target prot opt source destination", "nun target prot opt source destination", "num target"});
    rows("iptables -L", "", {}, {"ACCEPT all -- anywhere anywhere"});
    rows("ipvsadm -Ln", "TCP  10.96.0.1:443 rr\n",
         {"IP Virtual Server version 1.2.1 (size=4096)", "Prot LocalAddress:Port Scheduler Flags", "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn", "TCP 10.96.0.10:53 rr", "UDP 10.96.0.10:53 rr",
          "SCTP 10.96.0.1:99 wrr persistent 10800", "  -> 192.0.2.7:6443 Masq 1 0 0", "  -> 192.0.2.7:6443 Route 1 0 0", "  -> 192.0.2.7:6443 Tunnel 1 0 0", "  -> 192.0.2.7:6443 Local 1 0 0"},
         {"XDP 10.96.0.1:443 rr", "TCP 10.96.0.1 rr", "TCP nowhere:443 rr", "TCP 10.96.0.1:443", "  => 192.0.2.7:6443 Masq 1 0 0", "  -> 192.0.2.7 Masq 1 0 0", "  -> nowhere:1 Masq 1 0 0", "  -> 192.0.2.7:6443 Mask 1 0 0",
          "  -> 192.0.2.7:6443", "words"});
    rows("ipvsadm -Ln", "", {}, {"  -> 192.0.2.7:6443 Masq 1 0 0"});
    rows("wg show", "interface: wg1\n",
         {"interface: wg2", "  public key: %k", "  private key: (hidden)", "  preshared key: (none)", "  fwmark: 0xca6c", "  latest handshake: 1 minute ago", "  transfer: 1 KiB received, 1 KiB sent",
          "  persistent keepalive: every 25 seconds", "  listening port: 51820", "peer: %k"},
         {"interface: a/b", "interface: ", "interfaces: wg2", "  public key: %k=", "  public key: AAAA", "  public key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!=", "  secret key: %k", "  listening port: 65536", "  listening port: x", "  talking port: 51820",
          "  endpoint: 192.0.2.9:51820", "  allowed ips: 192.0.2.0/24", "  note: x", "  fwmark", "peer: AAAA", "pear: %k"});
    rows("wg show", "interface: wg1\npeer: %k\n", {"  endpoint: 192.0.2.9:51820", "  allowed ips: 192.0.2.0/24"}, {"  endings: 192.0.2.9:51820"});
    rows("wg show", "interface: wg1\npeer: %k\ninterface: wg2\n", {"  listening port: 51820"}, {"  endpoint: 192.0.2.9:51820"});
    rows("wg show", "", {}, {"peer: %k", "  fwmark: 0xca6c"});
    rows("conntrack -L", "",
         {"udp 17 29 src=192.0.2.7 dst=192.0.2.9 sport=1 dport=2 src=192.0.2.9 dst=192.0.2.7 sport=2 dport=1", "icmp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7",
          "ipv4 2 icmp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7", "ipv6 10 icmpv6 58 src=fe80::7 dst=fe80::9 src=fe80::9 dst=fe80::7", "conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown."},
         {"ipv4", "ipv4 2", "ipv4 2 icmp", "ipx 2 icmp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7", "xdp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7",
          "icmp x src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7", "icmp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 type=8", "icmp 1 src=192.0.2.7 dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7 src=192.0.2.7",
          "icmp 1 src=x dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7", "icmp 1 src dst=192.0.2.9 src=192.0.2.9 dst=192.0.2.7", "conntrack v1.4.7", "1 flow entries have been shown."});
    rows("ss -a", "",
         {"State Recv-Q Send-Q Local Address:Port Peer Address:Port", "Active Internet connections (only servers)", "Active UNIX domain sockets (w/o servers)", "udp UNCONN 0 0 0.0.0.0:8472 0.0.0.0:*", "UNCONN 0 0 *:1 *:*",
          "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 1/sshd", "udp 0 0 0.0.0.0:22 0.0.0.0:*", "tcp ESTAB 0 0 192.0.2.7:22 192.0.2.9:4000", "tcp LISTEN 0 128 [::]:22 [::]:*", "udp UNCONN 0 0 *:* *:*"},
         {"Recv-Q Send-Q", "Local Address", "Active people", "connections Active", "udp UNCONN x 0 0.0.0.0:1 0.0.0.0:*", "udp UNCONN 0 x 0.0.0.0:1 0.0.0.0:*", "udp UNCONN 0 0 0.0.0.0 0.0.0.0:*", "udp UNCONN 0 0 0.0.0.0:1 0.0.0.0",
          "udp UNCONN 0 0 0.0.0.0:1", "0 0 0.0.0.0:1 0.0.0.0:*", "xdp UNCONN 0 0 0.0.0.0:1 0.0.0.0:*", "udp UNCON 0 0 0.0.0.0:1 0.0.0.0:*", "udp", "UNCONN"});
    for (const char *command : {"ss -tln", "ss --tcp", "ss -t --listening"})
        rows(command, "", {"LISTEN 0 8 0.0.0.0:1 0.0.0.0:*", "udp UNCONN 0 0 0.0.0.0:1 0.0.0.0:*"}, {"UNCONN 0 0 0.0.0.0:1 0.0.0.0:*"});
    for (const char *command : {"ss -tuln", "ss -uln", "ss --tcp --udp", "ss tcp", "ss --listening"})
        rows(command, "", {"UNCONN 0 0 0.0.0.0:1 0.0.0.0:*"}, {});
    rows("cat /etc/resolv.conf", "",
         {"nameserver 192.0.2.53", "nameserver fe80::1", "search lab", "search .", "search lab.example lab", "domain lab.example", "options ndots:5", "options rotate", "options no-check-names", "options inet6 edns0",
          "options single-request single-request-reopen", "options no-tld-query use-vc no-reload trust-ad no-aaaa", "options timeout:1 attempts:2", "options debug", "# words", "; words"},
         {"nameserver", "nameserver 192.0.2.53 192.0.2.54", "nameserver elm", "server 192.0.2.53", "search", "search lab a/b", "searching lab", "domain", "options", "options never", "options rotate never", "option rotate", "rotate", "words"});
    rows("arp -n", "",
         {"192.0.2.9 ether %m C ens4", "192.0.2.9 ether %m CM * ens4", "router7 ether %m C ens4", "192.0.2.8 (incomplete) ens4", "? (192.0.2.9) at %m [ether] on ens4", "router7 (192.0.2.9) at <incomplete> on ens4",
          "? (192.0.2.9) at (incomplete) on ens4", "192.0.2.9 0x1 0x2 %m * ens4", "192.0.2.9 0x1 0x0 00:00:00:00:00:00 * ens4", "Address HWtype HWaddress Flags Mask Iface", "地址 类型 硬件地址 标志 Mask 接口",
          "IP address HW type Flags HW address Mask Device", "Entries: 5 Skipped: 0 Found: 5", "输入: 5 跳过: 0 找到: 5", "arp: in 12 entries no match found.", "192.0.2.9 (192.0.2.9) -- no entry"},
         {"192.0.2.9 ens4", "192.0.2.9 ether %m C * ens4 x", "192.0.2.9 (complete) ens4", "192.0.2.9 ether %m ens4", "192.0.2.9 (incomplete) * ens4", "192.0.2.9 xther %m C ens4", "192.0.2.9 ether %m X ens4", "192.0.2.9 ether x C ens4",
          "x.x.x.9 ether %m C ens4", "a/b ether %m C ens4", "192.0.2.9 ether %m C no/name", "192.0.2.8 (incomplete) no/name", "? 192.0.2.9 at %m [ether] on ens4", "? (192.0.2.9 at %m [ether] on ens4", "? 192.0.2.9) at %m [ether] on ens4",
          "? (192.0.2.9) is %m [ether] on ens4", "? (router7) at %m [ether] on ens4", "? (192.0.2.9) at x [ether] on ens4", "? (192.0.2.9) at %m on", "? (192.0.2.9) at %m [ether] in ens4", "192.0.2.9 1 0x2 %m * ens4", "192.0.2.9 0x1 2 %m * ens4",
          "router7 0x1 0x2 %m * ens4", "192.0.2.9 0x1 0x2 x * ens4", "192.0.2.9 0x1 0x2 %m ens4", "192.0.2.9 0x1 0x2 %m * no/name", "Address HWtype a b", "Address HWkind a b c", "Addr HWtype a b c", "IP address HW kind a", "IP address MAC type a", "IP addr HW type a",
          "IPs address HW type a", "地址 类 a b c", "地 类型 a b c", "Entries: x Skipped: 0 Found: 5", "Entries: 5 Skipped: 0", "Entry: 5 Skipped: 0 Found: 5", "arp: in 12 entries no math found.", "arp: in 12 entries a match found.",
          "arpx in 12 entries no match found.", "arp: in 12 entries no match", "192.0.2.9 (192.0.2.9) -- no entries", "192.0.2.9 (192.0.2.9) -- an entry", "192.0.2.9 (192.0.2.9) ++ no entry", "192.0.2.9 192.0.2.9 -- no entry"});
    rows("arp -v", "Entries: 1 Skipped: 0 Found: 1\n", {"Address HWtype HWaddress Flags Mask Iface", "Entries: 1 Skipped: 0 Found: 1"}, {"192.0.2.8 (incomplete) ens4"});
    rows("arp -v", "Entries: 1 Skipped: 0 Found: 1\nAddress HWtype HWaddress Flags Mask Iface\n", {"192.0.2.8 (incomplete) ens4"}, {});
    rows("route -n", "",
         {"Kernel IP routing table", "Kernel IPv6 routing table", "Destination Gateway Genmask Flags Metric Ref Use Iface", "Destination Next Hop Flag Met Ref Use If", "内核 IP 路由表", "目标 网关 子网掩码 标志 跃点 引用 使用",
          "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 ens4", "0.0.0.0 192.0.2.1 0.0.0.0 UG -1 - 0 ens4", "0.0.0.0 router7 0.0.0.0 UG 0 0 0 ens4", "0.0.0.0 x.x.x.1 0.0.0.0 UG 0 0 0 ens4", "192.0.2.0 - 255.255.255.0 ! - - - -",
          "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 *", "fe80::/64 :: U 256 1 0 v1", "[::]/0 :: U 256 1 0 v1", "::/0 fe80::1 UG 256 1 0 v1", "::/0 :: !n -1 1 0 lo"},
         {"Kernel IP", "Kernel IP neighbour table", "Kern IP routing table", "Kernel v4 routing table", "Destination Gateway Mask Flags Metric Ref Use Iface", "Destination Next Hops Flag Met Ref Use If", "Destination Nest Hop Flag Met Ref Use If",
          "Target Gateway Genmask Flags", "Target Next Hop Flag", "Destination Genmask", "内核 v4 路由表", "内 IP 路由表", "目标 网关 子网掩码 标志 跃点 引用", "目 网关 子网掩码 标志 跃点 引用 使用",
          "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 ens4", "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 0 ens4", "192.0.2.0 0.0.0.0 255.255.255.0 G 0 0 0 ens4", "192.0.2.0 0.0.0.0 255.255.255.0 UX 0 0 0 ens4",
          "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 no/name", "nowhere 0.0.0.0 255.255.255.0 U 0 0 0 ens4", "192.0.2.0 0.0.0.0 mask U 0 0 0 ens4", "192.0.2.0 0.0.0.0 255.0.255.0 U 0 0 0 ens4", "192.0.2.0 0.0.0.0 255.255.255.0 U x 0 0 ens4",
          "192.0.2.0 0.0.0.0 255.255.255.0 U 0 x 0 ens4", "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 x ens4", "192.0.2.0 0.0.0.0 255.255.255.0 UG 0 0 0 ens4", "192.0.2.0 a/b 255.255.255.0 UG 0 0 0 ens4",
          "192.0.2.0/24 :: U 256 1 0 v1", "fe80::/64 :: X 256 1 0 v1", "fe80::/64 :: U 256 1 0 no/name", "fe80::/64 :: U x 1 0 v1", "fe80::/64 :: U 256 x 0 v1", "fe80::/64 :: U 256 1 x v1", "fe80::/64 :: UG 256 1 0 v1",
          "fe80::/64 :: U 256 1 v1", "fe80::/64 :: U 256 1 0 0 v1", "fe8g::/64 :: U 256 1 0 v1"});
    rows("ip tunnel", "",
         {"tunl0: any/ip remote any local any ttl inherit nopmtudisc", "t7: ip/ip remote 192.0.2.9 local 192.0.2.7 dev eth0 ttl inherit", "t7: gre/ip remote 192.0.2.9 local any ttl inherit", "t7: gre/ipv6 remote fe80::9 local any ttl 64",
          "t7: ipv6/ip remote any local any", "t7: ip/ipv6 remote any local any", "t7: ipv6/ipv6 remote any local any", "t7: any/ipv6 remote any local any"},
         {"t7 ip/ip remote 192.0.2.9 local 192.0.2.7", "no/name: ip/ip remote any local any", "t7: ip/tcp remote any local any", "t7: ip/ip remote x local any", "t7: ip/ip remote any local x", "t7: ip/ip remote any ttl inherit", "t7: ip/ip local any ttl 64",
          "t7: ip/ip remote any local any dev no/name", "t7: ip/ip remote any local"});
    rows("ip rule", "",
         {"0:\tfrom all lookup local", "9: not from all fwmark 0x200/0xf00 lookup 2004", "9: from 192.0.2.0/24 lookup 7", "9: from 192.0.2.7 goto 10", "9: from all unreachable", "9: from all blackhole", "9: from all prohibit", "9: from all nop",
          "9: from all [l3mdev-table]", "9: from all map-to 192.0.2.9", "9: from all masquerade", "9: from all table 7"},
         {"9 from all lookup local", "x: from all lookup local", "9: to all lookup local", "9: all from lookup local", "9: if from all lookup local", "9: from them lookup local", "9: from all", "9: from all looks up", "9: from lookup", ":from all lookup local"});
    rows("ip netns", "", {"tea", "tea (id: 2)", "nsid 2 (iproute2 netns name: tea)", "nsid 2", "a_b.c-9"}, {"tea (id: x)", "tea (id: 2", "tea (is: 2)", "t/a (id: 2)", "t/a", "nsid x", "tea coffee", "nsid x (iproute2 netns name: tea)"});
    rows("ip netns", "tea\n\n", {"blue (id: 2)"}, {"blue"});
    rows("ip netns", "tea\nodd words\n", {}, {"blue"});
    rows("bridge vlan", "port vlan-id\ncni0 1 PVID Egress Untagged\n",
         {"port vlan-id", "port\tvlan ids", "cni0 1 PVID Egress Untagged", " 20", " 30-40", " 4094", "cni0 None", "cni0", "cni0 20", "cni0 4094", "cni0 1-4094"},
         {"port ids", "ports vlan-id", "cni0 0", "cni0 4095", "cni0 30-4095", "cni0 0-30", "cni0 30-x", " 20 PVIX", "cni0 20 Tagged", "cni0 x", "no/name 20", "cni0 None None"});
    rows("bridge vlan", "", {}, {" 20 PVID"});
    rows("bridge fdb", "",
         {"%m dev flannel.1 dst 192.0.2.7 self permanent", "%m dev eth0 vlan 7 master br9", "%m dev eth0 vni 7 src_vni 8 port 9 via eth1 link-netnsid 3 used 1/2 nhid 4", "%m self extern_learn offload sticky stale router static locked added_by_user", "%m permanent"},
         {"%m", "x dev eth0", "%m dev no/name", "%m dev", "%m master no/name", "%m dst elm", "%m vlan x", "%m vni", "%m is here"});
    rows("ip neigh", "",
         {"192.0.2.9 dev eth0 lladdr %m STALE", "192.0.2.9 dev eth0 FAILED", "192.0.2.9 lladdr %m", "192.0.2.9 dev eth0 proxy", "192.0.2.9 dev t7 lladdr 192.0.2.8 PERMANENT", "192.0.2.9 dev eth0 lladdr %m router proxy extern_learn offload managed extern_valid DELAY",
          "192.0.2.9 dev eth0 lladdr %m used 1/2/3 probes 4 ref 1 proto zebra vlan 7 nhid 8 PROBE", "192.0.2.9 REACHABLE", "192.0.2.9 INCOMPLETE", "192.0.2.9 NOARP", "192.0.2.9 NONE"},
         {"elm dev eth0 STALE", "192.0.2.9 dev no/name STALE", "192.0.2.9 dev", "192.0.2.9 lladdr x STALE", "192.0.2.9 dev eth0 STALL", "192.0.2.9 dev eth0", "192.0.2.9 dev t7 lladdr 192.0.2.8", "192.0.2.9 STALE used", "192.0.2.9", "192.0.2.9 dev eth0 router"});
    rows("sysctl -a", "",
         {"net.ipv4.ip_forward = 1", "kernel.hostname = elm", "net.ipv4.conf.flannel/1.rp_filter = 0", "vm.x = 1", "fs.x = 1", "abi.x = 1", "debug.x = 1", "dev.x = 1", "crypto.x = 1", "user.x = 1", "sunrpc.x = 1", "net.ipv4.x ="},
         {"net.ipv4.ip_forward: 1", "net.ipv4.ip_forward =1", "ip_forward = 1", "my.setting = 1", "net.ipv4 x = 1", ".net.ipv4 = 1", "/net.ipv4 = 1", "net.a(b) = 1"});
    rows("sysctl -n net.ipv4.ip_forward net.ipv4.x", "", {"1"}, {});
    rows("sysctl -n net.ipv4.ip_forward net.ipv4.x", "1\n", {"2"}, {});
    rows("sysctl -n net.ipv4.ip_forward net.ipv4.x", "1\n2\n", {}, {"3"});
    rows("sysctl net.ipv4.ip_forward", "", {}, {"1"});
    rows("nft list ruleset", "", {"table ip nat {", "table ip6 nat {", "table inet x {", "table arp x {", "table bridge x {", "table netdev x {", "# Warning: table ip nat is managed by iptables-nft, do not touch!"},
         {"table ip nat", "table of contents {", "tables ip nat {", "table ip {", "chain x {", "}", "accept", "set x {"});
    rows("nft list ruleset", "table ip nat {\n", {"chain x {", "}", "set x {", "table ip6 nat {"}, {"accept", "chain x"});
    rows("nft list ruleset", "table ip nat {\nset x {\n", {"type ipv4_addr", "}"}, {});
    rows("nft list ruleset", "table ip nat {\nset x {\n}\n", {"chain x {", "}"}, {"type ipv4_addr"});
    rows("nft list ruleset", "table ip nat {\n}\n", {}, {"}", "chain x {"});
    rows("nft list ruleset", "table ip nat {\nchain x {\n", {"type nat hook output priority 0; policy accept;", "type nat", "accept", "}"}, {});
    rows("nft list ruleset", "table ip nat {\nchain x {\n}\n", {"chain y {"}, {"accept"});
    rows("birdc show protocols", "",
         {"BIRD 1.6.8 ready.", "BIRD 2.0.7 ready", "Name Proto Table State Since Info", "name proto table state since info", "Mesh_192_0_2_8 BGP --- up 08:15:01 Established", "kernel1 Kernel master4 up 08:15:01", "vpn1 l3vpn --- up 08:15"},
         {"BIRD 1.6.8", "BORD 1.6.8 ready.", "Name Proto Table", "Name Photo Table State Since", "Names Proto Table State Since", "Name Proto Tables State Since", "Name Proto Table Stats Since", "Mesh_192_0_2_8 BGP --- upward", "Mesh_192_0_2_8 bgp --- up", "Mesh_192_0_2_8 BGP up",
          "  Neighbor address: 192.0.2.8"});
    rows("birdc show protocols", "Mesh_192_0_2_8 BGP --- up 08:15:01 Established\n", {"  Neighbor address: 192.0.2.8", "\tNeighbor AS: 64512", "  words", "a1 Static --- down x"}, {"words"});
    rows("birdc show protocols", "kernel1 Kernel master4 up 08:15:01\n", {"  Preference: 10"}, {});
    rows("birdc show protocols", "Mesh_192_0_2_8 BGP --- up 08:15:01 Established\nwords\n", {}, {"  Neighbor address: 192.0.2.8"});
    rows("birdc show route", "",
         {"BIRD 1.6.8 ready.", "Table master4:", "192.0.2.0/24 via 192.0.2.8 on eth0 [Mesh_192_0_2_8 08:15:01] * (100/0) [i]", "192.0.2.0/24 unicast [kernel1 08:15] * (10)"},
         {"Table of contents:", "Table master4", "192.0.2.0 via 192.0.2.8 on eth0 [Mesh 08:15] * (100/0)", "192.0.2.0/24 via 192.0.2.8 on eth0", "192.0.2.0/24 via 192.0.2.8 [Mesh 08:15] *", "192.0.2.0/24 via 192.0.2.8 [Mesh 08:15 (100)",
          "192.0.2.0/24[Mesh 08:15] * (100)", " unicast [Mesh 08:15] (100)", "\tvia 192.0.2.8 on eth0", "nowhere/24 unicast [kernel1 08:15] * (10)"});
    rows("birdc show route", "192.0.2.0/24 unicast [kernel1 08:15] * (10)\n", {"\tvia 192.0.2.8 on eth0", " unicast [Mesh 08:15] (100)", "\tunicast [Mesh 08:15] (100)", "  BGP.as_path: 64512"}, {"words", "unicast [Mesh 08:15] (100)"});
    rows("birdc show route", "192.0.2.0/24 unicast [kernel1 08:15] * (10)\nwords\n", {}, {"\tvia 192.0.2.8 on eth0"});
    rows("brctl showstp br9", "br9\n",
         {"br8", " bridge id\t\t8000.525400aa0009", " designated root\t8000.525400aa0009", " root port\t 0", "\tmax age\t 20.00", " flags", " hairpin mode\t 1", "veth7 (3)"},
         {"bridge id\t\t8000.525400aa0009", " bride id\t\t8000.525400aa0009", " bridge if\t\t8000.525400aa0009", " bridge id", " designated\troof", " oak", "max age\t 20.00", "no/name", "veth7 3)", "veth7 (3", "veth7 (x)", "no/name (3)", "veth7 (3) x"});
    rows("brctl showstp br9", "", {}, {"veth7 (3)", " flags"});
    rows("iptables-save", "*nat\n",
         {"*filter", "*mangle", "*raw", "*security", "*nat", "COMMIT", "# Generated by iptables-save v1.8.9", "# Completed on Mon", "# Warning: iptables-legacy tables present", ":INPUT ACCEPT [0:0]", ":KUBE-X - [0:0]", ":INPUT RETURN [0:0]", ":INPUT QUEUE [0:0]", "-P FORWARD DROP",
          "-N KUBE-X", "-A INPUT -j ACCEPT", "-A INPUT ! -i lo -j ACCEPT", "[12:840] -A INPUT -j ACCEPT", "  -A INPUT -j ACCEPT"},
         {"*fitter", "* nat", "# a comment", "COMMITTED", ":INPUT", ":INPUT accept [0:0]", ": ACCEPT [0:0]", ":IN/PUT ACCEPT [0:0]", "-P FORWARD", "-N KUBE/X", "-N ", "-A INPUT -j", "-A IN/PUT -j ACCEPT", "-A INPUT jump ACCEPT x", "-D INPUT -j ACCEPT", "[12:840 -A INPUT -j ACCEPT",
          "-N aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"});
    rows("iptables-save", "*nat\n", {"-N aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}, {});
    rows("iptables-save", "", {"*nat", "-P FORWARD DROP", "COMMIT"}, {":INPUT ACCEPT [0:0]", "-A INPUT -j ACCEPT", "-N KUBE-X"});
    rows("iptables -S", "", {"-A INPUT -j ACCEPT", "-N KUBE-X"}, {});
    rows("ip route", "",
         {"default via 192.0.2.1 dev eth0", "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.7", "blackhole 192.0.2.0/24", "192.0.2.0/24 dev eth0 metric 7 mtu 1400 weight 1", "192.0.2.0/24 dev eth0 mtu lock 1400", "default via inet6 fe80::1 dev eth0", "default via _gateway dev eth0",
          "default dev eth0 via x.x.x.1", "192.0.2.0/24 via 192.0.2.1 dev eth0 onlink # the way", "192.0.2.0/24 encap mpls 100 via 192.0.2.1 dev eth0", "192.0.2.0/24 dev eth0 dead linkdown pervasive offload", "192.0.2.0/24 dev eth0 advmss 1 hoplimit 64 pref medium", "cache", "cache <local>",
          "cache expires 590sec mtu 1400", "default proto static metric 9", "192.0.2.0/24 dev eth0 table 7 proto 186 scope 253", "192.0.2.0/24 dev eth0 uid 0"},
         {"192.0.2.0/24", "nowhere via 192.0.2.1 dev eth0", "default via 192.0.2.1 dev no/name", "default via the gateway dev eth0", "default via dev eth0", "default via", "default dev", "192.0.2.0/24 dev eth0 metric x", "192.0.2.0/24 dev eth0 mtu x", "192.0.2.0/24 dev eth0 weight x",
          "192.0.2.0/24 dev eth0 proto a/b", "192.0.2.0/24 dev eth0 src elm", "192.0.2.0/24 dev eth0 uid x", "192.0.2.0/24 dev eth0 colour red", "192.0.2.0/24 dev eth0 advmss", "192.0.2.0/24 dev eth0 advmss via", "default via _gateway", "cache of", "nexthop via 192.0.2.1 dev eth0"});
    rows("ip route", "default proto static\n", {"\tnexthop via 192.0.2.1 dev eth0 weight 1"}, {"\tnexthop via dev eth0 weight 1", "\tnext via 192.0.2.1 dev eth0 weight 1"});
    rows("ip addr", "2: eth0: <UP,LOWER_UP> mtu 1500 qdisc mq state UP\n",
         {"    link/ether %m brd ff:ff:ff:ff:ff:ff", "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00", "    link/none", "    link/ipip 192.0.2.7 peer 192.0.2.9", "    inet 192.0.2.7/24 brd 192.0.2.255 scope global eth0",
          "    inet 192.0.2.7 peer 192.0.2.9/32 scope global eth0", "    inet6 fe80::7/64 scope link", "    valid_lft forever preferred_lft forever", "    valid_lft 86391sec preferred_lft 86391sec", "    altname enp0s3", "    vf 0 MAC", "    promiscuity 0 minmtu 68",
          "    numtxqueues 1", "    gso_max_size 65536", "    prog/xdp id 7", "    addrgenmode eui64", "    addrgenmode none", "    addrgenmode stable_secret", "    addrgenmode random", "    parentbus virtio parentdev virtio0", "    alias the card", "    bridge_slave state forwarding",
          "    bond_slave state ACTIVE", "    team_slave x", "    vxlan id 1 local 192.0.2.7 dev eth0 dstport 8472", "    veth", "    vrf table 7", "    sit remote any local any", "    ifb", "--", "3: eth1@if7", "wg1 UNKNOWN <UP>"},
         {"    link/ether x brd ff:ff:ff:ff:ff:ff", "    link/ether x link-netnsid 3", "3: eth1", "    link/E%m", "    link/", "    inet 192.0.2.7 brd 192.0.2.255", "    inet fe80::7/64", "    inet6 192.0.2.7/24", "    inet", "    inet x/24 scope global eth0", "    valid_lft soon", "    valid_lft", "    altname", "    altname a b",
          "    vf is nothing", "    promiscuity x", "    numtxqueues", "    gso_max_size x", "    prog/xdp is 7", "    addrgenmode odd", "    parentbus virtio", "    alias", "    bridge_slave", "    bond_slave", "    team_slave", "    veth pairs", "    bridge is down", "    ifb is fine", "    vrf is fine", "- -",
          "words", "3: eth1: <ODD> mtu 1500", "3: eth1: <UP> mtu 1500 state ODD"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\n    RX: bytes packets errors\n", {"    12 3 0"}, {"    x 3 0"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\n    TX errors: aborted fifo\n", {"    12 3 0"}, {});
    rows("ip addr", "2: eth0: <UP> mtu 1500\n    TX errors\n", {}, {"    12 3 0"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\n    RX: bytes packets errors\n    12 3 0\n", {}, {"    12 3 0"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\nwords\n", {}, {"    inet6 fe80::7/64 scope link", "    valid_lft forever"});
    rows("ip addr", "x: eth0: <UP> mtu 1500\n", {"    inet 192.0.2.7/24 scope global eth0"}, {"    inet6 fe80::7/64 scope link", "    link/ether %m"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\nx: eth1: <UP>\n", {}, {"    inet6 fe80::7/64 scope link"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\nx: eth1 mtu\n", {}, {"    inet6 fe80::7/64 scope link"});
    rows("ip addr", "2: eth0: <UP> mtu 1500\nx eth1: <UP>\n", {}, {"    inet6 fe80::7/64 scope link"});
    rows("ip addr", "", {"2: eth0    inet 192.0.2.7/24 scope global eth0", "2: eth0: <UP> mtu 1500\\    link/ether %m", "    inet 192.0.2.7/24 scope global eth0:1", "    inet 192.0.2.7/24 scope global eth0 valid_lft forever"},
         {"2: eth0: <UP> mtu 1500\\    words here", "    inet 192.0.2.7/24 scope global", "    inet 192.0.2.7/24 scope global no/name", "    inet6 fe80::7/64 scope link eth0", "2: eth0    inet x"});
    rows("ifconfig", "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n",
         {"eth1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500", "eth1: flags=4163  mtu 1500", "eth1:2: flags=4163<UP>  mtu 1500", "eth1 Link encap:Ethernet HWaddr %m", "eth1:2 Link encap:UNSPEC", "  inet 192.0.2.7  netmask 255.255.255.0  broadcast 192.0.2.255", "  inet addr:192.0.2.7 Bcast:192.0.2.255 Mask:255.255.255.0",
          "  inet 地址:192.0.2.7 广播:192.0.2.255 掩码:255.255.255.0", "  inet6 fe80::7  prefixlen 64  scopeid 0x20<link>", "  inet6 fe80::7  prefixlen 128", "  inet6 addr: fe80::7/64 Scope:Link", "  inet6 地址: fe80::7/64 Scope:Link", "  ether %m  txqueuelen 1000", "  loop  txqueuelen 1000  (Local Loopback)",
          "  tunnel   txqueuelen 1000  (IPIP Tunnel)", "  unspec 00-00  txqueuelen 1000  (UNSPEC)", "  sit  txqueuelen 1000", "  UP BROADCAST MTU:1500 Metric:1", "  UP BROADCAST 跃点数:1", "  RX packets 12  bytes 840", "  TX errors 0", "  RX bytes:840 (840.0 B)", "  collisions:0 txqueuelen:1000", "  Interrupt:20", "  Memory:f0",
          "  接收数据包:1", "  发送数据包:1", "  碰撞:0", "  接收字节:1", "  发送字节:1", "  中断:20", "  device interrupt 20", "  device memory 0xf0", "  device base 0x1", "  Base address:0x1"},
         {"eth1 flags=4163<UP>  mtu 1500", "no/name: flags=4163<UP>  mtu 1500", "eth1: flags=x<UP>  mtu 1500", "eth1: flags=4163<ODD>  mtu 1500", "eth1: flags=4163<UP>  mta 1500", "eth1: flags=4163<UP>  mtu x", "eth1: flags=4163<UP>  mtu", "eth1: flag=4163<UP>  mtu 1500", "eth1 Link cap:Ethernet", "eth1 Line encap:Ethernet",
          "no/name Link encap:Ethernet", "eth1 Link", "eth1 Link encap:Ethernet HWaddr x", "  inet 192.0.2.7", "  inet 192.0.2.7  netmask 255.0.255.0", "  inet x  netmask 255.255.255.0", "  inet addr:192.0.2.7", "  inet", "  inet6 fe80::7", "  inet6 fe80::7  prefixlen 129", "  inet6 fe80::7  prefixlen x", "  inet6 x  prefixlen 64",
          "  inet6 addr: x Scope:Link", "  inet6", "  ether x  txqueuelen 1000", "  ether", "  loop  somewhere", "  RX is fine", "  TX", "  device is broken", "  device", "  Base is here", "  Basis address:0x1", "words"});
    rows("ifconfig", "eth0: flags=x  mtu 1500\n", {}, {"  inet 192.0.2.7  netmask 255.255.255.0"});
    rows("ifconfig", "eth0: flags=4163<UP>  mtu 1500\nwords\n", {}, {"  inet 192.0.2.7  netmask 255.255.255.0"});
    rows("ifconfig", "", {}, {"  inet 192.0.2.7  netmask 255.255.255.0", "  RX packets 12"});
    rows("bridge link", "", {"3: p1: <UP> mtu 1500 master br9 state forwarding priority 32 cost 2", "3: p1@if7: <UP> mtu 1500", "3: p1: mtu 1500 master br9"}, {"3: p1: <UP>", "3: p1: <UP> mtu 1500 qdisc mq", "3: p1", "x: p1: <UP> mtu 1500", "    hairpin on guard off", "words"});
    rows("bridge link", "3: p1: <UP> mtu 1500 master br9 state forwarding priority 32 cost 2\n", {"    hairpin on guard off"}, {"    guard off"});
    rows("calicoctl node status", "",
         {"Calico process is running.", "IPv4 BGP status", "IPv6 BGP status", "No IPv4 peers found.", "No IPv6 peers found.", "+----+----+", "| PEER ADDRESS | PEER TYPE | STATE | SINCE | INFO |", "| 192.0.2.8 | node-to-node mesh | up | 08:15:01 | Established |"},
         {"Calico process is asleep.", "+----+----", "----+----+", "+-a-+", "| PEER ADDRESS | TYPE |", "| ADDRESS | PEER TYPE |", "PEER ADDRESS | PEER TYPE", "| x | node-to-node mesh | up | 08:15:01 | Established |",
          "| 192.0.2.8 | node-to-node mesh | up | Established |", "192.0.2.8 | node-to-node mesh | up | 08:15:01 | Established | |", "| | | | | refused |"});
    rows("calicoctl node status", "| 192.0.2.8 | global | up | 08:15:01 | Active |\n", {"| | | | | refused |"}, {"| x | | | | refused |"});
    rows("calicoctl node status", "| 192.0.2.8 | global | up | 08:15:01 | Active |\n+---+\n", {}, {"| | | | | refused |"});
    rows("docker ps", "", {"CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAMES", "4f3a2b1c0d9e nginx \"sh\" 2 hours ago Up 2 hours web", "4f3a2b1c0d9e nginx \"sh\" x ago web"},
         {"CONTAINER ID IMAGE COMMAND CREATED STATUS NAMES", "CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAME", "CONTAINER ID IMAGES COMMAND CREATED STATUS PORTS NAMES", "CONTAINER ID IMAGE COMMANDS CREATED STATUS PORTS NAMES", "CONTAINERS ID IMAGE COMMAND CREATED STATUS PORTS NAMES",
          "web nginx \"sh\" 2 hours ago Up 2 hours web", "4f3a2b1c0d9e nginx \"sh\" 2 hours Up 2 hours web", "4f3a2b1c0d9e nginx \"sh\" ago web"});
    rows("cat /run/flannel/subnet.env", "",
         {"FLANNEL_MTU=1450", "FLANNEL_IPMASQ=true", "FLANNEL_IPMASQ=false", "FLANNEL_NETWORK=10.244.0.0/16", "FLANNEL_SUBNET=10.244.0.1/24,10.245.0.1/24", "FLANNEL_IPV6_NETWORK=fd00::/48", "FLANNEL_IPV6_SUBNET=fd00::1/64", "  FLANNEL_MTU=1450 "},
         {"FLANNEL_MTU=x", "FLANNEL_MTU=65536", "FLANNEL_IPMASQ=yes", "FLANNEL_SUBNET=x", "FLANNEL_SUBNET=10.244.0.1/24,x", "FLANNEL_NETWORK=$1", "FLANNEL_COLOUR=1", "FLANNEL_MTU", "export FLANNEL_MTU=1450"});
    rows("ethtool -S eth0", "", {"NIC statistics:", "     peer_ifindex: 17", "     rx_packets: 5", "  rx: queue: 5"}, {"rx_packets: x", "peer_ifindex: x", "rx_packets", "words"});
    rows("ethtool -S --statistics", "", {"NIC statistics:", "rx_packets: 5"}, {"peer_ifindex: 17"});
    rows("uname -a", "", {"Linux n1 6.1.0 #1 SMP x86_64", "Linux n1 0.1 #1 SMP x86_64", "Linux n1 9.1 #1 SMP x86_64", "elm"},
         {"Linux n1 6.1.0 #1 SMP", "Linus n1 6.1.0 #1 SMP x86_64", "Linux n/1 6.1.0 #1 SMP x86_64", "Linux n1 :6.1.0 #1 SMP x86_64", "Linux n1 /6.1.0 #1 SMP x86_64", "Linux n1 6.1.0 1 SMP x86_64", "elm oak"});
    rows("uname -a", "Linux n1 6.1.0 #1 SMP x86_64\n", {}, {"elm"});
    rows("ethtool -i eth0", "", {"driver: veth", "version: 1.0", "firmware-version: ", "expansion-rom-version: ", "bus-info: ", "supports-statistics: yes"}, {"note: x", "driver", "supports", "version 1.0"});
    rows("ethtool -i --driver", "", {}, {"driver: veth"});
    rows("ethtool -k eth0", "", {"Features for eth0:", "tx-checksumming: on", "tx-checksumming: off [fixed]"}, {"tx-checksumming: maybe", "tx-checksumming:", "tx-checksumming", "on", "Features for eth0", "Features of eth0:"});
    rows("ethtool -k --driver", "", {"Features for eth0:"}, {"tx-checksumming: on"});
    rows("cat /etc/hosts", "", {"192.0.2.7 n7", "192.0.2.7 n7 n7.example # a host", "fe80::7\tn7", "# a comment", "# Kubernetes-managed hosts file."},
         {"192.0.2.7", "192.0.2.7 # n7", "elm n7", "192.0.2.7 a/b", "192.0.2.7 n7 a/b", "words"});
    for (const char *file : {"iflink", "ifindex", "mtu"})
        rows(QByteArray("cat /sys/class/net/eth0/") + file, "", {"7", " 7 "}, {"x", "-7"});
    rows("cat /sys/class/net/eth0/operstate", "", {"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"}, {"sideways", "7"});
    for (const char *file : {"address", "ifalias", "speed", "carrier", "type", "flags"})
        rows(QByteArray("cat /sys/class/net/eth0/") + file, "", {"x", "%m"}, {});
    rows("cat /sys/class/net/eth0/uevent", "", {}, {"7", "%m", "up"});
    rows("cat /sys/class/net/no/name/mtu", "", {}, {"7"});
    rows("cat /sys/class/net/averyveryverylongname/mtu", "", {}, {"7"});
    rows("grep . /sys/class/net/eth0/mtu /sys/class/net/eth1/mtu", "", {"/sys/class/net/eth0/mtu:7"}, {"/sys/class/net/eth0/mtu 7", "/sys/class/block/eth0/mtu:7", "sys/class/net/eth0/mtu:7"});
    rows("brctl show", "bridge name\tbridge id\t\tSTP enabled\tinterfaces\nbr9\t8000.525400aa0009\tno\t\tens4\n", {"\t\t\t\t\t\t\tens5", "br8\t8000.525400aa0008\tyes"}, {"\t\t\t\t\t\t\tno/name", "br8\t8000.525400aa0008\tperhaps", "br8\tx\tno", "no/name\t8000.525400aa0008\tno"});
    rows("brctl showmacs br9", "", {"port no\tmac addr\t\tis local?\tageing timer", "  2\t%m\tyes\t\t   0.00", "  2\t%m\tno\t\t   0.00"},
         {"  x\t%m\tyes\t\t   0.00", "  2\tx\tyes\t\t   0.00", "  2\t%m\tperhaps\t\t   0.00", "  2\t%m\tyes", "  2\t%m\tyes\t\t   0.00 s"});
}

void ParserLinesTest::lines()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, line);
    TypedCommand typed{.source = std::make_shared<const SourceText>("text", (before + line + "\n").toStdString()), .session = {.node = "n1"}};
    for (const QByteArray &word : command.split(' '))
        typed.words.push_back(word.toStdString());
    const auto last = static_cast<std::uint32_t>(typed.source->size());
    typed.output = {1, last};
    const HostCommand *parser = commandTyped(typed.words);
    QVERIFY(parser);
    Facts facts;
    Reading reading(typed, facts);
    parser->read(reading);
    QTEST(!std::ranges::binary_search(reading.notUnderstood(), last), "understood");
}

QTEST_APPLESS_MAIN(ParserLinesTest)
#include "tst_parserlines.moc"
