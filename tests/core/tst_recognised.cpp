#include "core/snapshot/hostcommands.h"

#include <QTest>

using namespace vethscope;

// Which command prints a line, told by the line alone: what is found in a text without prompts.
class tst_recognised : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void understood_data();
    void understood();
};

namespace {

TypedCommand outputOf(const QByteArray &text)
{
    TypedCommand command{.source = std::make_shared<const SourceText>("paste", text.toStdString()), .session = {.node = "n1"}};
    command.output = {1, static_cast<std::uint32_t>(command.source->size())};
    return command;
}

QString printing(const QByteArray &text)
{
    const TypedCommand command = outputOf(text);
    Facts facts;
    const HostCommand *found = commandPrinting(Reading(command, facts));
    return found ? QString::fromUtf8(found->name.data(), static_cast<qsizetype>(found->name.size())) : QStringLiteral("-");
}

} // namespace

void tst_recognised::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *line, const char *command) { QTest::newRow(line) << QByteArray(line) << QString(command); };

    row("2: ens4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000 qdisc mq state UP group default qlen 1000", "ip addr");
    row("2: ens4: mtu 9000 qdisc mq state UP group default qlen 1000", "ip addr");
    row("2: ens4: [BROADCAST,MULTICAST,UP] mtu 9000 qdisc mq state DOWN", "ip addr");
    row("2: ens4: {BROADCAST,UP,LOWER_UP} mtu 9000 qdisc mq state UP", "ip addr");
    row("2: ens4: {BROADCAST,UP,LOWER_UP}--- mtu 9000 qdisc mq state UP", "ip addr");
    row("2: ens4: -{BROADCAST,UP,LOWER_UP} mtu 9000 qdisc mq state UP", "ip addr");
    row("2: ens4: *[BROADCAST,UP,LOWER_UP]* mtu 9000 qdisc mq state UP", "ip addr");
    row("2: ens4: &lt;BROADCAST,UP,LOWER_UP&gt; mtu 9000 qdisc mq state UP", "ip addr");
    row("12: tun7: <> mtu 1480 qdisc noop state DOWN", "ip addr");
    row("2: ens4    inet 192.0.2.7/24 brd 192.0.2.255 scope global ens4", "ip addr");
    row("    inet 192.0.2.7/24 brd 192.0.2.255 scope global dynamic ens4", "ip addr");
    row("ens4             UP             192.0.2.7/24 metric 100 2001:db8::7/64", "ip addr");
    row("lxcbr0 DOWN 00:16:3e:00:00:00 <NO-CARRIER,BROADCAST,MULTICAST,UP>", "ip addr");
    row("wg1 UNKNOWN <POINTOPOINT,NOARP,UP,LOWER_UP>", "ip addr");
    row("tunl0@NONE DOWN 0.0.0.0 <NOARP>", "ip addr");
    row("3: p1: <BROADCAST,UP,LOWER_UP> mtu 1500 master br9 state forwarding priority 32 cost 2", "bridge link");
    row("3: p1: mtu 1500 master br9 state disabled priority 32 cost 100", "bridge link");
    row("192.0.2.0/24 dev ens4 proto kernel scope link src 192.0.2.7", "ip route");
    row("default via 192.0.2.1 dev ens4", "ip route");
    row("default via x.x.x.1 dev ens4 proto dhcp metric 100", "ip route");
    row("blackhole 198.51.100.0/26", "ip route");
    row("unreachable default dev lo metric 4294967295 error -101 pref medium", "ip route");
    row("198.51.100.0/24 via inet6 fe80::7 dev ens4   # over the new link", "ip route");
    row("192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 STALE", "ip neigh");
    row("192.0.2.9 dev ens4  FAILED", "ip neigh");
    row("32765:\tfrom 192.0.2.0/24 lookup 100", "ip rule");
    row("9:\tnot from all fwmark 0x200/0xf00 lookup 2004", "ip rule");
    row("blue (id: 4)", "ip netns");
    row("t7: ip/ip remote 192.0.2.9 local 192.0.2.7 ttl inherit nopmtudisc", "ip tunnel");
    row("ens4: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500", "ifconfig");
    row("ens4: flags=4163  mtu 1500", "ifconfig");
    row("ens4:2     Link encap:Ethernet  HWaddr 52:54:00:AA:00:07", "ifconfig");
    row("Address HWtype HWaddress Flags Mask Iface", "arp");
    row("IP address       HW type     Flags       HW address            Mask     Device", "arp");
    row("192.0.2.9 0x1 0x2 52:54:00:aa:00:09 * ens4", "arp");
    row("192.0.2.9 ether 52:54:00:aa:00:09 C ens4", "arp");
    row("192.0.2.8 (incomplete) ens4", "arp");
    row("? (192.0.2.9) at 52:54:00:aa:00:09 [ether] on ens4", "arp");
    row("Kernel IP routing table", "route");
    row("Destination Gateway Genmask Flags Metric Ref Use Iface", "route");
    row("192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 ens4", "route");
    row("bridge name\tbridge id\t\tSTP enabled\tinterfaces", "brctl show");
    row("br9 8000.525400aa0009 no ens4", "brctl show");
    row("port no\tmac addr\t\tis local?\tageing timer", "brctl showmacs");
    row("  2\t52:54:00:aa:00:02\tyes\t\t   0.00", "brctl showmacs");
    row("52:54:00:aa:00:09 dev vx7 dst 192.0.2.9 self permanent", "bridge fdb");
    row("port\tvlan ids", "bridge vlan");
    row("port              vlan-id", "bridge vlan");
    row("interface: wg1", "wg show");
    row("shop web-0 1/1 Running 0 14h 10.244.1.5 n1 <none> <none>", "kubectl get");
    row("web-0   1/1   Running   3 (12d ago)   14h   10.244.1.5   n1   <none>   <none>", "kubectl get");
    row("shop web-0 1/1 Running 0 14h 10.244.1.5 n1", "-");
    row("shop web-0 of us Running 0 14h 10.244.1.5 n1 <none> <none>", "-");
    row("*nat", "iptables-save");
    row(":POSTROUTING ACCEPT [0:0]", "iptables-save");
    row("-A POSTROUTING -s 198.51.100.0/24 -j MASQUERADE", "iptables-save");
    row("-P FORWARD DROP", "iptables-save");
    row("Chain FORWARD (policy DROP)", "iptables -L");
    row("Chain KUBE-FORWARD (1 references)", "iptables -L");
    row("table inet filter {", "nft list ruleset");
    row("IP Virtual Server version 1.2.1 (size=4096)", "ipvsadm");
    row("tcp      6 431999 ESTABLISHED src=192.0.2.7 dst=192.0.2.9 sport=1 dport=2 src=192.0.2.9 dst=192.0.2.7 sport=2 dport=1 [ASSURED] use=1", "conntrack -L");
    row("udp   UNCONN 0      0            0.0.0.0:4789      0.0.0.0:*", "ss");
    row("tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      1/sshd", "ss");
    row("Active Internet connections (only servers)", "ss");
    row("net.ipv4.ip_forward = 1", "sysctl");
    row("nameserver 192.0.2.53", "cat /etc/resolv.conf");
    row("search default.svc.cluster.local svc.cluster.local", "cat /etc/resolv.conf");
    row("search lab\nnameserver 192.0.2.53", "cat /etc/resolv.conf");
    row("options rotate\nnameserver 192.0.2.53", "cat /etc/resolv.conf");
    row("search lab\noptions rotate\nsearch lab.example", "cat /etc/resolv.conf");
    row("search lab", "-");
    row("search lab\noptions rotate", "-");
    row("search lab.example lab", "-");
    row("search lab\nwords\nnameserver 192.0.2.53", "-");
    row("words\nnameserver 192.0.2.53", "-");
    row("127.0.0.1\tlocalhost localhost.localdomain", "cat /etc/hosts");
    row("# Kubernetes-managed hosts file.", "cat /etc/hosts");
    row("::1 localhost6", "cat /etc/hosts");
    row("192.0.2.7 localhost", "-");
    row("127.0.0.1 elm", "-");
    row("Linux fir 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux", "uname");
    row("Linux fir 6.1.0-18-amd64 #1 SMP x86_64 Linux", "uname");
    row("Linux fir 6.1.0-18-amd64 #1 SMP x86_64 Lin", "-");
    row("driver: veth\nversion: 1.0", "ethtool -i");
    row("driver: veth", "-");
    row("driver: veth\nvehicle: car", "-");
    row("driver veth\nversion: 1.0", "-");
    row("Features for eth0:", "ethtool -k");
    row("Features for all", "-");
    row("NIC statistics:", "ethtool -S");
    row("br9\n bridge id\t\t8000.525400aa0009", "brctl showstp");
    row("br9\n bridge of sighs", "-");
    row("br9\n bride id\t\t8000.525400aa0009", "-");
    row("br9\n bridge id", "-");
    row("no/name\n bridge id\t\t8000.525400aa0009", "-");
    row("br9 br8\n bridge id\t\t8000.525400aa0009", "-");
    row("/sys/class/net/ens4/iflink 2", "-");
    row("/sys/class/net/ens4:2", "-");
    row("/sys/class/net/no name/iflink:2", "-");
    row("/sys/class/block/ens4/iflink:2", "-");
    row("/sys/class/net/ens4/iflink:2", "cat /sys/class/net");

    // Prose, source code, lists and what tools print when they fail.
    for (const char *line : {"2: eth0 does not come up after the upgrade", "1: install the package", "Server UP and running", "node7 UP 3 days", "inet 192.0.2.7 netmask 255.255.255.0",
                             "    inet x.x.x.x/24 brd x.x.x.255 scope global ens4", "inet 192.0.2.7/24 is what it had", "eth0 DOWN again", "3: a/b: <UP> mtu 1500", "3: eth0: <p>mtu 1500</p>",
                             "0: eth0: <UP> mtu 1500 state UP", "2: averyveryverylongname: <UP> mtu 1500", "3: p1: <UP> mtu 1500 state forwarding priority 32 cost 2 or so: no",
                             "default via the gateway of the second network", "default dev is eth0, via which scope", "10.0.0.0/8 via dev eth0", "192.0.2.0/24 dev ens4 is missing, scope link",
                             "blackhole the packets", "local host dev eth0 scope", "192.0.2.9 dev ens4 lladdr xx:xx STALE", "192.0.2.9 dev ens4 is STALE", "5: from all that I know",
                             "5: from all sides I look up", "ether: a book", "Kernel panic", "192.0.2.9 ether C ens4 here", "192.0.2.8 (incomplete) and so on", "router (at home) at night is on again",
                             "Destination unknown to me", "br9 is a bridge, no doubt", "52:54:00:aa:00:09 is the MAC of dev", "interface: which one?", "interface: GigabitEthernet0/1", "*filter this*", "* nat",
                             ": ACCEPT", "-A is an option", "-P do not", "Chain of events (as I see it)", "table of contents {", "tcp is fine src=a dst=b", "udp 17 29 src=x dst=y src=y dst=x",
                             "x.y = 1", "self.net = 3;", "net.ipv4.ip_forward=1 was set", "nameserver of the node", "search the logs", "search path.", "domain names.", "options are many", "options trust-ad", "127.0.0.1 is localhost",
                             "/sys/class/net is a folder: look", "Device \"eth9\" does not exist.", "RTNETLINK answers: Operation not permitted", "Cannot open netlink socket: Protocol not supported",
                             "ifconfig: command not found", "eth9: error fetching interface information: Device not found", "sh: 1: bridge: not found",
                             "iptables v1.8.7 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)", "return x;", "{", "}", "- name: eth0",
                             "#include <linux/if.h>", "for (i = 0; i < 5; i++) {", "flags=4163<UP> mtu", "eth0: flags=UP mtu 1500", "Link encap:Ethernet", "IP address of the node"})
        row(line, "-");
}

void tst_recognised::lines()
{
    QFETCH(QByteArray, line);
    QTEST(printing(line), "command");
}

void tst_recognised::understood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("left"); // the lines that its command does not print
    const auto row = [](const char *name, const char *text, const QList<int> &left) { QTest::newRow(name) << QByteArray(text) << left; };

    row("prose behind an interface",
        "2: ens4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP\n    link/ether 52:54:00:aa:00:07 brd ff:ff:ff:ff:ff:ff\n"
        "bridge is what it hangs on\nveth pairs are fine\nalias\ntun or tap, nobody knows\nvf is nothing\nvalid_lft is long\n"
        "    inet 192.0.2.7/24 brd 192.0.2.255 scope global ens4\n",
        {3, 4, 5, 6, 7, 8});
    row("a masked line stops nothing",
        "2: ens4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP\n    link/ether xx:xx:xx:xx:xx:07 brd ff:ff:ff:ff:ff:ff\n"
        "    inet x.x.x.7/24 brd x.x.x.255 scope global ens4\n    inet6 fe80::7/64 scope link\n",
        {2, 3});
    row("a state that is none", "2: ens4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UN\n", {1});
    row("routes, and words about them",
        "default via 192.0.2.1 dev ens4\n192.0.2.0/24 dev ens4 scope link src x.x.x.7\n198.51.100.0/24 is the other one\n198.51.100.0/24 via 192.0.2.9 dev ens4 <-- this one\n", {2, 3});
    row("neighbours, and words about them", "192.0.2.9 dev ens4 lladdr 52:54:00:aa:00:09 STALE\n192.0.2.8 dev ens4 was FAILED\n192.0.2.7 dev ens4 lladdr 52:54:00:aa:xx:xx STALE\n", {2, 3});
    row("a table of net-tools, and words about it",
        "Kernel IP routing table\nDestination Gateway Genmask Flags Metric Ref Use Iface\n192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 ens4\n"
        "192.0.2.0 0.0.0.0 255.255.255.0 U 0 0 0 ens4 again\nmynet 0.0.0.0 255.255.255.0 U 0 0 0 ens4\n0.0.0.0 - 0.0.0.0 UG 0 0 0 ens4\n", {4, 5, 6});
    row("ARP, and words about it",
        "Address HWtype HWaddress Flags Mask Iface\n192.0.2.9 ether 52:54:00:aa:00:09 C ens4\n192.0.2.x ether 52:54:00:aa:00:09 C ens4\n192.0.2.8 (incomplete) ens4 why?\nEntries: 1\tSkipped: 0\tFound: 1\n", {3, 4});
    row("ports of a bridge, and a word", "bridge name\tbridge id\t\tSTP enabled\tinterfaces\nbr9\t8000.525400aa0009\tno\t\tens4\n\t\t\t\t\t\t\tens5\nens6\nThanks\n", {5});
    row("net-tools' interface, and words about it",
        "ens4: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        ether 52:54:00:aa:00:07  txqueuelen 1000  (Ethernet)\n        RX packets 12  bytes 840 (840.0 B)\n"
        "        device interrupt 20  memory 0xf0000000-f0020000\ndevice is broken\nRX is fine\nloop somewhere\nens5: flags=x mtu 1500\n        ether 52:54:00:aa:00:08  txqueuelen 1000  (Ethernet)\n",
        {5, 6, 7, 8, 9});
    row("rules of a firewall, and words about it",
        "*nat\n:POSTROUTING ACCEPT [0:0]\n-A POSTROUTING -s 198.51.100.0/24 -j MASQUERADE\n-A is that rule\n# as I said\nCOMMIT\n", {4, 5});
    row("a listed chain, and words about it",
        "Chain POSTROUTING (policy ACCEPT)\ntarget     prot opt source               destination\nMASQUERADE  all  --  198.51.100.0/24     !198.51.100.0/24\n"
        "           all  --  0.0.0.0/0            0.0.0.0/0\nDNAT is not used\n", {5});
    row("WireGuard, and words about it",
        "interface: wg1\n  public key: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n  private key: (hidden)\n  listening port: 51820\nnote: it works\n\n"
        "peer: BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=\n  endpoint: 192.0.2.9:51820\n  allowed ips: 198.51.100.0/24\n  latest handshake: 2 minutes ago\n", {5});
    row("sockets, and words about them", "udp   UNCONN 0 0 0.0.0.0:4789 0.0.0.0:*\nudp is used on 0.0.0.0:4789\ntcp ESTAB 0 0 192.0.2.7:22 192.0.2.9:40000\n", {2});
    row("connections, and words about them",
        "udp 17 29 src=192.0.2.7 dst=192.0.2.9 sport=1 dport=2 src=192.0.2.9 dst=192.0.2.7 sport=2 dport=1\nsrc=192.0.2.7 dst=192.0.2.9 is lost\n", {2});
    row("settings, and words about them", "net.ipv4.ip_forward = 1\nnet.ipv4.ip_forward must be = 1\n", {2});
    row("a resolver, and words about it", "nameserver 192.0.2.53\noptions ndots:5 rotate\noptions for the future\n# done\n", {3, 4});
    row("a hosts file, and words about it", "127.0.0.1 localhost\n192.0.2.7 n7.example n7\n192.0.2.9 is (perhaps) n9\n", {3});
}

void tst_recognised::understood()
{
    QFETCH(QByteArray, text);
    const TypedCommand command = outputOf(text);
    Facts facts;
    Reading reading(command, facts);
    const HostCommand *found = commandPrinting(reading);
    QVERIFY(found);
    found->read(reading);
    QList<int> left;
    for (const std::uint32_t line : reading.notUnderstood())
        left << static_cast<int>(line);
    QTEST(left, "left");
}

QTEST_GUILESS_MAIN(tst_recognised)
#include "tst_recognised.moc"
