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
