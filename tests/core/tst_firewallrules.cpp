#include "core/cluster/tables.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/hostfacts.h"
#include "tests/support/programs.h"

#include <QTest>

using namespace vethscope;

// What a rule asks for and does, as iptables-save, iptables -L and nft print it; and the words of it that are not understood.
class tst_firewallrules : public QObject
{
    Q_OBJECT

private slots:
    void rules_data();
    void rules();
    void chains_data();
    void chains();
    void sets();
    void families_data();
    void families();
    void servers();
    void entries();
    void joined();
    void realRules_data();
    void realRules();
};

namespace {

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString text(const PacketValue &value)
{
    if (const auto *addresses = std::get_if<AddressRange>(&value))
        return addresses->first == addresses->last ? text(addresses->first.text()) : text(addresses->first.text() + "-" + addresses->last.text());
    if (const auto *numbers = std::get_if<NumberRange>(&value))
        return numbers->first == numbers->last ? QString::number(numbers->first) : QString("%1-%2").arg(numbers->first).arg(numbers->last);
    return text(std::get<std::string>(value));
}

QString text(const FirewallElement &element)
{
    QStringList key;
    for (const PacketValue &value : element.key)
        key << text(value);
    QString all = key.join('.');
    if (!element.target.empty())
        all += QString(element.isGoto ? " goto " : " > ") + text(element.target);
    return element.translatesTo.empty() ? all : all + " as " + text(element.translatesTo);
}

QString text(const std::vector<PacketKey> &keys)
{
    const QStringList names{"source", "destination", "protocol", "sport", "dport", "port", "in", "out", "mark", "state", "srctype", "dsttype", "icmp", "code", "flags", "family", "chance"};
    QStringList all;
    for (const PacketKey key : keys)
        all << names[static_cast<int>(key)];
    return all.join('.');
}

QString text(const std::vector<FirewallElement> &elements)
{
    QStringList all;
    for (const FirewallElement &element : elements)
        all << text(element);
    return all.join(',');
}

QString text(const FirewallMatch &match)
{
    QString all = text(match.keys);
    if (match.mask != 0xffffffff)
        all += "&0x" + QString::number(match.mask, 16);
    all += match.inverted ? "!=" : "=";
    all += match.set.empty() ? text(match.elements) : "@" + text(match.set);
    return all + (match.onLeavingDevice ? "(out)" : "") + (match.onEnteringDevice ? "(in)" : "");
}

// All that a rule says, but where it stands.
QString text(const FirewallRuleFact &rule)
{
    QStringList words;
    if (rule.source)
        words << QString(rule.notSource ? "not from " : "from ") + text(rule.source->text());
    if (rule.destination)
        words << QString(rule.notDestination ? "not to " : "to ") + text(rule.destination->text());
    if (!rule.inInterface.empty())
        words << "in " + text(rule.inInterface);
    if (!rule.outInterface.empty())
        words << "out " + text(rule.outInterface);
    if (!rule.protocol.empty())
        words << text(rule.protocol);
    if (rule.destinationPort)
        words << QString("port %1").arg(*rule.destinationPort);
    for (const FirewallMatch &match : rule.matches)
        words << text(match);
    if (rule.probability)
        words << QString("chance %1").arg(*rule.probability, 0, 'g', 3);
    if (!rule.comment.empty())
        words << "(" + text(rule.comment) + ")";
    if (rule.setsMark)
        words << QString("mark&%1^%2").arg(rule.setsMark->keeps, 0, 16).arg(rule.setsMark->flips, 0, 16);
    if (rule.lookup)
        words << "lookup " + text(rule.lookup->keys) + (rule.lookup->chances ? QString("/%1").arg(rule.lookup->chances) : QString()) + " " + (rule.lookup->map.empty() ? text(rule.lookup->elements) : "@" + text(rule.lookup->map));
    if (!rule.target.empty())
        words << QString(rule.isGoto ? "goto " : "> ") + text(rule.target);
    if (!rule.translatesTo.empty())
        words << "as " + text(rule.translatesTo);
    if (rule.randomPort)
        words << "random";
    if (!rule.rejectsWith.empty())
        words << "with " + text(rule.rejectsWith);
    for (const std::string &unread : rule.unread)
        words << "? " + text(unread);
    return words.join(' ');
}

HostFacts told(const QString &command, const QString &output)
{
    const Facts facts = readPastedSnapshot("root@fir:~# " + (command + "\n" + output + "\n").toStdString()).facts;
    return facts.hosts.empty() ? HostFacts() : facts.hosts.front();
}

} // namespace

void tst_firewallrules::rules_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("rule");

    const auto save = [](const char *words, const char *rule) { QTest::addRow("save: %s", words) << "iptables-save" << QString("*filter\n-A A %1").arg(words) << rule; };
    save("-p tcp -m multiport --dports 80,90:100 -j ACCEPT", "tcp dport=80,90-100 > ACCEPT");
    save("-p tcp -m multiport ! --sports 80,90:100 -j ACCEPT", "tcp sport!=80,90-100 > ACCEPT");
    save("-p udp -m multiport --ports 80 -j ACCEPT", "udp port=80 > ACCEPT");
    save("-p tcp -m tcp --sport 1:5 ! --dport 22 -j ACCEPT", "tcp sport=1-5 dport!=22 > ACCEPT");
    save("-p tcp -m tcp --dport 22 --dport 23 -j ACCEPT", "tcp port 22 dport=23 > ACCEPT");
    save("-p tcp -m tcp --dport 22:25 -j ACCEPT", "tcp dport=22-25 > ACCEPT");
    save("-p icmp -m icmp --icmp-type 8 -j ACCEPT", "icmp icmp=8 > ACCEPT");
    save("-p icmp -m icmp ! --icmp-type 3 -j ACCEPT", "icmp icmp!=3 > ACCEPT");
    save("-p icmp -m icmp --icmp-type 3/4 -j ACCEPT", "icmp icmp=3 code=4 > ACCEPT");
    save("-p icmp -m icmp ! --icmp-type 3/4 -j ACCEPT", "icmp > ACCEPT ? ! --icmp-type 3/4");
    save("-p icmp -m icmp --icmp-type 3/x -j ACCEPT", "icmp > ACCEPT ? --icmp-type 3/x");
    save("-p icmp -m icmp --icmp-type any -j ACCEPT", "icmp > ACCEPT");
    save("-p icmp -m icmp --icmp-type 255 -j ACCEPT", "icmp > ACCEPT");
    save("-p ipv6-icmp -m icmp6 --icmpv6-type 135 -j ACCEPT", "ipv6-icmp icmp=135 > ACCEPT");
    save("-p icmp -m icmp --icmp-type echo-request -j ACCEPT", "icmp icmp=8 > ACCEPT");
    save("-m mark --mark 0x4000/0x4000 -j ACCEPT", "mark&0x4000=16384 > ACCEPT");
    save("-m mark ! --mark 0x1 -g X", "mark!=1 goto X");
    save("-m mark --mark x -j ACCEPT", "> ACCEPT ? --mark x");
    save("-m connmark --mark 0x5 -j DROP", "> DROP ? --mark 0x5");
    save("-m conntrack --ctstate NEW,DNAT -j ACCEPT", "state=new,dnat > ACCEPT");
    save("-m conntrack ! --ctstate INVALID -j ACCEPT", "state!=invalid > ACCEPT");
    save("-p tcp -m state --state NEW -j REJECT --reject-with tcp-reset", "tcp state=new > REJECT with tcp-reset");
    save("-m addrtype --dst-type LOCAL,BROADCAST -j LOG --log-prefix \"x y\"", "dsttype=local,broadcast > LOG");
    save("-m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL -j MASQUERADE --random-fully", "srctype!=local(out) srctype=local > MASQUERADE random");
    save("-m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT", "dsttype=local(in) > ACCEPT");
    save("-m statistic --mode random --probability 0.33330000006 -j X", "chance 0.333 > X");
    save("-m statistic --mode random ! --probability 0.25 -j X", "> X ? ! --probability 0.25");
    save("-m statistic --mode nth --every 3 --packet 0 -j X", "> X ? --mode nth ? --every 3 ? --packet 0");
    save("-i cali+ ! -o eth+ -j DROP", "in cali+ out !eth+ > DROP");
    save("-p udp -m udp --dport 53 -m limit --limit 3/sec -j DROP", "udp port 53 > DROP ? --limit 3/sec");
    save("-m iprange --src-range 10.0.0.1-10.0.0.9 ! --dst-range 10.1.0.1-10.1.0.9 -j DROP", "source=10.0.0.1-10.0.0.9 destination!=10.1.0.1-10.1.0.9 > DROP");
    save("-p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP", "tcp flags&0x17=2 > DROP");
    save("-p tcp -m tcp ! --tcp-flags ALL NONE -j DROP", "tcp flags&0x3f!=0 > DROP");
    save("-p tcp -m tcp --tcp-flags FIN,ODD SYN -j DROP", "tcp > DROP ? --tcp-flags FIN,ODD SYN");
    save("-p tcp -m tcp ! --syn -j DROP", "tcp flags&0x17!=2 > DROP");
    save("-p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu", "tcp flags&0x6=2 > TCPMSS");
    save("-f -j DROP", "> DROP ? -f");
    save("-m physdev --physdev-in v0 -j DROP", "> DROP ? --physdev-in v0");
    save("-m set --match-set KUBE-CLUSTER-IP dst,dst -j KUBE-MARK-MASQ", "> KUBE-MARK-MASQ ? --match-set KUBE-CLUSTER-IP dst,dst");
    save("-m comment --comment \"a -j DROP \\\" b\" -j X", "(a -j DROP \" b) > X");
    save("-s 10.0.0.0/255.0.255.0 -p vrrp -j DROP", "vrrp > DROP ? -s 10.0.0.0/255.0.255.0");
    save("-d 10.0.0.0/255.0.255.0 -j DROP", "> DROP ? -d 10.0.0.0/255.0.255.0");
    save("! -s 10.244.0.0/16 -d 10.96.0.10/32 -j X", "not from 10.244.0.0/16 to 10.96.0.10/32 > X");
    save("-j MARK --set-xmark 0x4000/0x4000", "mark&ffffbfff^4000 > MARK");
    save("-j MARK --set-xmark 0x4000/0x0", "mark&ffffffff^4000 > MARK");
    save("-j MARK --or-mark 0x4000", "mark&ffffbfff^4000 > MARK");
    save("-j MARK --and-mark 0x4000", "mark&4000^0 > MARK");
    save("-j MARK --xor-mark 0x4000", "mark&ffffffff^4000 > MARK");
    save("-j MARK --set-mark 0x4000/0x6000", "mark&ffff9fff^4000 > MARK");
    save("-j MARK --set-mark 0x8000/0x6000", "mark&ffff1fff^8000 > MARK");
    save("-j MARK --set-xmark x", "> MARK ? --set-xmark x");
    save("-j CONNMARK --restore-mark --nfmask 0xffffffff --ctmask 0xffffffff", "> CONNMARK");
    save("-j CONNMARK --save-mark --nfmask 0xffffffff --ctmask 0xffffffff", "mark&ffffffff^0 > CONNMARK");
    save("-j CONNMARK --set-xmark 0x1/0x1", "mark&ffffffff^0 > CONNMARK");
    save("-j CT --notrack", "> NOTRACK");
    save("-j CT --zone 5", "> CT");
    save("-p tcp -j DNAT --to-destination 10.0.0.1-10.0.0.5:80-90", "tcp > DNAT as 10.0.0.1-10.0.0.5:80-90 ? --to-destination 10.0.0.1-10.0.0.5:80-90");
    save("-p tcp -j DNAT --to-destination :8080 --random --persistent", "tcp > DNAT as :8080 random");
    save("-j DNAT --to-destination 10.0.0.1", "> DNAT as 10.0.0.1");
    save("-j DNAT --to-destination [fd00::1]:80", "> DNAT as [fd00::1]:80");
    save("-j DNAT --to-destination 10.0.0.1:80 --odd", "> DNAT as 10.0.0.1:80 ? --odd");
    save("-p tcp -j REDIRECT --to-ports 8080", "tcp > REDIRECT as :8080");
    save("-p tcp -j MASQUERADE --to-ports 1024-2000", "tcp > MASQUERADE as :1024-2000 ? --to-ports 1024-2000");
    save("-j SNAT --to-source 10.0.0.1", "> SNAT as 10.0.0.1");
    save("-d 10.1.0.0/24 -j NETMAP --to 10.2.0.0/24", "to 10.1.0.0/24 > NETMAP");

    const auto list = [](const char *words, const char *rule) {
        QTest::addRow("list: %s", words) << "iptables -nvL" << QString("Chain A (policy ACCEPT 0 packets, 0 bytes)\n pkts bytes target prot opt in out source destination\n    0     0 %1").arg(words) << rule;
    };
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 multiport dports 80,90:100", "6 dport=80,90-100 > ACCEPT");
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 multiport sports  !80,90:100", "6 sport!=80,90-100 > ACCEPT");
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 multiport ports 80", "6 port=80 > ACCEPT");
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp spts:1:5 dpt:!22", "6 sport=1-5 dport!=22 > ACCEPT");
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp spt:7 dpt:22 dpt:23", "6 port 22 sport=7 dport=23 > ACCEPT");
    list("ACCEPT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp dpts:22:25", "6 dport=22-25 > ACCEPT");
    list("ACCEPT 1 -- * * 0.0.0.0/0 0.0.0.0/0 icmptype 3 code 4", "1 icmp=3 code=4 > ACCEPT");
    list("ACCEPT 1 -- * * 0.0.0.0/0 0.0.0.0/0 icmptype !8", "1 icmp!=8 > ACCEPT");
    list("ACCEPT 0 -- * * 0.0.0.0/0 0.0.0.0/0 mark match 0x4000/0x4000", "mark&0x4000=16384 > ACCEPT");
    list("X 0 -- * * 0.0.0.0/0 0.0.0.0/0 [goto]  mark match ! 0x1", "mark!=1 goto X");
    list("ACCEPT 0 -- * * 0.0.0.0/0 0.0.0.0/0 ctstate NEW,DNAT", "state=new,dnat > ACCEPT");
    list("ACCEPT 0 -- * * 0.0.0.0/0 0.0.0.0/0 ! ctstate INVALID", "state!=invalid > ACCEPT");
    list("REJECT 6 -- * * 0.0.0.0/0 0.0.0.0/0 state NEW reject-with tcp-reset", "6 state=new > REJECT with tcp-reset");
    list("LOG 0 -- * * 0.0.0.0/0 0.0.0.0/0 ADDRTYPE match dst-type LOCAL,BROADCAST LOG flags 0 level 4 prefix \"x y\"", "dsttype=local,broadcast > LOG");
    list("REJECT 0 -- * * 0.0.0.0/0 0.0.0.0/0 ADDRTYPE match src-type !LOCAL limit-out reject-with icmp-port-unreachable", "srctype!=local(out) > REJECT with icmp-port-unreachable");
    list("ACCEPT 0 -- * * 0.0.0.0/0 0.0.0.0/0 ADDRTYPE match dst-type LOCAL limit-in", "dsttype=local(in) > ACCEPT");
    list("X 0 -- * * 0.0.0.0/0 0.0.0.0/0 statistic mode random probability 0.33330000006", "chance 0.333 > X");
    list("X 0 -- * * 0.0.0.0/0 0.0.0.0/0 statistic mode nth every 3", "> X ? statistic ? mode ? nth ? every ? 3");
    list("DROP 0 -- cali+ !eth+ 0.0.0.0/0 0.0.0.0/0", "in cali+ out !eth+ > DROP");
    list("DROP 17 -- * * 0.0.0.0/0 0.0.0.0/0 udp dpt:53 limit: avg 3/sec burst 5", "17 port 53 > DROP ? limit: ? avg ? 3/sec ? burst ? 5");
    list("DROP 0 -f * * 0.0.0.0/0 0.0.0.0/0", "> DROP ? -f");
    list("X 0 -- * * 0.0.0.0/0 0.0.0.0/0 /* a -j DROP \" b */", "(a -j DROP \" b) > X");
    list("DNAT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp dpt:80 to:10.0.0.1-10.0.0.5:80-90", "6 port 80 > DNAT as 10.0.0.1-10.0.0.5:80-90 ? to:10.0.0.1-10.0.0.5:80-90");
    list("DNAT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp dpt:80 to::8080 random persistent", "6 port 80 > DNAT as :8080 random");
    list("REDIRECT 6 -- * * 0.0.0.0/0 0.0.0.0/0 tcp dpt:80 redir ports 8080", "6 port 80 > REDIRECT as :8080");
    list("MASQUERADE 6 -- * * 0.0.0.0/0 0.0.0.0/0 masq ports: 1024", "6 > MASQUERADE as :1024");
    list("MASQUERADE 0 -- * * 10.244.0.0/16 !224.0.0.0/4 random-fully", "from 10.244.0.0/16 not to 224.0.0.0/4 > MASQUERADE random");
    list("MARK all -- * * 0.0.0.0/0 0.0.0.0/0 MARK or 0x4000", "mark&ffffbfff^4000 > MARK");
    list("MARK all -- * * 0.0.0.0/0 0.0.0.0/0 MARK xset 0x4000/0x6000", "mark&ffff9fff^4000 > MARK");
    list("CONNMARK all -- * * 0.0.0.0/0 0.0.0.0/0 CONNMARK restore", "> CONNMARK");
    list("CONNMARK all -- * * 0.0.0.0/0 0.0.0.0/0 CONNMARK save", "mark&ffffffff^0 > CONNMARK");
    QTest::newRow("list: without -v") << "iptables -nL" << "Chain A (policy ACCEPT)\ntarget prot opt source destination\nDROP tcp -- 0.0.0.0/0 0.0.0.0/0 tcp dpt:22" << "tcp port 22 > DROP ? devices";

    const auto nft = [](const char *words, const char *rule, const char *family = "ip") {
        QTest::addRow("nft %s: %s", family, words) << "nft list ruleset" << QString("table %1 t {\n\tchain A {\n\t\t%2\n\t}\n}").arg(family, words) << rule;
    };
    nft("ct state established,related accept", "state=established,related > ACCEPT");
    nft("ct state vmap { invalid : drop, established : accept, new : continue }", "lookup state invalid > DROP,established > ACCEPT,new");
    nft("ct state != { new, untracked } drop", "state!=new,untracked > DROP");
    nft("ct state != established | related accept", "state!=established|related > ACCEPT");
    nft("odd meta mark set 0x1 accept", "> set ? odd meta mark set 0x1");
    nft("ct status dnat accept", "state=dnat > ACCEPT");
    nft("fib daddr type local counter packets 0 bytes 0", "dsttype=local");
    nft("fib saddr type != local drop", "srctype!=local > DROP");
    nft("tcp dport { 80, 90-100 } counter packets 0 bytes 0", "tcp dport=80,90-100");
    nft("tcp dport != { 80, 90-100 } drop", "tcp dport!=80,90-100 > DROP");
    nft("tcp dport != 80 drop", "tcp dport!=80 > DROP");
    nft("tcp dport 80 tcp sport 5-10 drop", "tcp port 80 sport=5-10 > DROP");
    nft("iifname { \"a\", \"b*\" } accept", "in=a,b+ > ACCEPT");
    nft("iifname \"c*\" oifname != \"d\" drop", "in c+ out !d > DROP");
    nft("iif \"lo\" accept", "in lo > ACCEPT");
    nft("iif 7 accept", "in 7 > ACCEPT ? device");
    nft("icmp type echo-request accept", "icmp icmp=8 > ACCEPT");
    nft("icmp type { destination-unreachable, echo-request } accept", "icmp icmp=3,8 > ACCEPT");
    nft("icmp type odd accept", "icmp > ACCEPT ? icmp type odd");
    nft("icmp code 3 accept", "icmp code=3 > ACCEPT");
    nft("icmp code port-unreachable accept", "icmp > ACCEPT ? icmp code port-unreachable");
    nft("icmpv6 type nd-neighbor-solicit accept", "ipv6-icmp icmp=135 > ACCEPT", "ip6");
    nft("meta l4proto { tcp, udp } th dport 80 accept", "port 80 protocol=tcp,udp > ACCEPT");
    nft("meta l4proto tcp th dport 80 accept", "tcp port 80 > ACCEPT");
    nft("meta l4proto != tcp accept", "!tcp > ACCEPT");
    nft("tcp dport 80 udp sport 7 accept", "tcp port 80 protocol=udp sport=7 > ACCEPT");
    nft("ip protocol 112 accept", "112 > ACCEPT");
    nft("limit rate 10/second accept", "> ACCEPT ? limit rate 10/second");
    nft("ip saddr @rng drop", "source=@rng > DROP");
    nft("ip saddr { 1.2.3.4-1.2.3.9, 10.0.0.0/8 } log prefix \"x drop\" level info drop", "source=1.2.3.4-1.2.3.9,10.0.0.0-10.255.255.255 > DROP");
    nft("ip saddr 1.2.3.4-1.2.3.9 drop", "source=1.2.3.4-1.2.3.9 > DROP");
    nft("ip saddr 10.0.0.1 ip saddr 10.0.0.0/8 ip daddr != 10.1.0.0/16 drop", "from 10.0.0.1/32 not to 10.1.0.0/16 source=10.0.0.0-10.255.255.255 > DROP");
    nft("ip saddr . ip daddr { 10.0.0.1 . 10.0.0.2 } meta mark set 0x00004000", "source.destination=10.0.0.1.10.0.0.2 mark&0^4000");
    nft("ip saddr . tcp dport 10.0.0.1 . 80 accept", "tcp source.dport=10.0.0.1.80 > ACCEPT");
    nft("ip saddr . ip daddr != @hairpin accept", "source.destination!=@hairpin > ACCEPT");
    nft("meta mark 0x00000005 accept", "mark=5 > ACCEPT");
    nft("meta mark != 0x00000005 accept", "mark!=5 > ACCEPT");
    nft("meta mark & 0x00000ff0 == 0x00000010 accept", "mark&0xff0=16 > ACCEPT");
    nft("mark and 0xff0 != 0x10 accept", "mark&0xff0!=16 > ACCEPT");
    nft("meta mark { 0x00000001, 0x00000003-0x00000005 } accept", "mark=1,3-5 > ACCEPT");
    nft("meta mark set meta mark | 0x00004000", "mark&ffffbfff^4000");
    nft("meta mark set meta mark ^ 0x00004000", "mark&ffffffff^4000");
    nft("meta mark set mark and 0xff xor 0x3 accept", "mark&ff^3 > ACCEPT");
    nft("meta mark set meta mark & 0x000000ff ^ 0x00000003 | 0x00000005", "mark&fa^7");
    nft("mark set 0x00000003 or 0x00000005", "mark&0^7");
    nft("meta mark set ct mark", "> set ? meta mark set ct mark");
    nft("ip daddr set 10.0.0.1", "> set ? ip daddr set 10.0.0.1");
    nft("meta mark set 0x1 meta mark 0x1 accept", "mark&0^1 > ACCEPT ? meta mark 0x1");
    nft("ct mark set meta mark accept", "> ACCEPT");
    nft("ct mark 0x00000003 accept", "> ACCEPT ? ct mark 0x00000003");
    nft("fib saddr . iif oif missing drop", "> DROP ? fib saddr . iif oif missing");
    nft("numgen random mod 100 < 33 accept", "chance 0.33 > ACCEPT");
    nft("numgen random mod 4 0 accept", "chance 0.25 > ACCEPT");
    nft("numgen random mod 4 7 accept", "chance 0 > ACCEPT");
    nft("numgen inc mod 3 0 accept", "> ACCEPT ? numgen inc mod 3 0");
    nft("numgen random mod 2 vmap { 0 : goto endpoint-1, 1 : jump endpoint-2 }", "lookup chance/2 0 goto endpoint-1,1 > endpoint-2");
    nft("ip daddr . meta l4proto . th dport vmap @service-ips", "lookup destination.protocol.dport @service-ips");
    nft("fib daddr type local meta l4proto . th dport vmap { tcp . 30080 : goto services }", "dsttype=local lookup protocol.dport tcp.30080 goto services");
    nft("ip daddr @nodeport-ips meta l4proto . th dport vmap @service-nodeports", "destination=@nodeport-ips lookup protocol.dport @service-nodeports");
    nft("ip dscp cs1 accept", "> ACCEPT ? ip dscp cs1");
    nft("ip ttl < 3 drop", "> DROP ? ip ttl < 3");
    nft("tcp flags syn / fin,syn,rst,ack drop", "tcp flags&0x17=2 > DROP");
    nft("tcp flags syn drop", "tcp > DROP ? tcp flags syn");
    nft("udp sport . udp dport { 1 . 2, 3 . 4-5 } accept", "udp sport.dport=1.2,3.4-5 > ACCEPT");
    nft("reject", "> REJECT with icmp-port-unreachable");
    nft("reject with tcp reset", "> REJECT with tcp-reset");
    nft("reject with icmp admin-prohibited", "> REJECT with icmp-admin-prohibited");
    nft("reject with icmp type host-unreachable comment \"no\"", "(no) > REJECT with icmp-host-unreachable");
    nft("counter packets 0 bytes 0 continue", "");
    nft("counter name \"web\" accept", "> ACCEPT");
    nft("notrack", "> NOTRACK");
    nft("update @affinity { ip saddr }", "");
    nft("update @affinity { ip saddr timeout 3h } accept", "> ACCEPT");
    nft("tcp dport vmap { 22 : accept, 23 : drop, 24-30 : jump other }", "tcp lookup dport 22 > ACCEPT,23 > DROP,24-30 > other");
    nft("tcp dport 80 redirect to :90", "tcp port 80 > REDIRECT as :90");
    nft("dnat to numgen random mod 3 map { 0 : 10.0.0.1, 1 : 10.0.0.2, 2 : 10.0.0.3 }", "lookup chance/3 0 as 10.0.0.1,1 as 10.0.0.2,2 as 10.0.0.3 > DNAT");
    nft("meta l4proto tcp dnat ip to numgen random mod 2 map { 0 : 10.0.0.1 . 80, 1 : 10.0.0.2 . 90 }", "tcp lookup chance/2 0 as 10.0.0.1:80,1 as 10.0.0.2:90 > DNAT");
    nft("dnat ip addr . port to tcp dport map { 80 : 10.0.0.1 . 8080 }", "lookup dport 80 as 10.0.0.1:8080 > DNAT");
    nft("tcp dport 81 dnat to 10.0.0.1-10.0.0.9:90-100 random,persistent", "tcp port 81 > DNAT as 10.0.0.1-10.0.0.9:90-100 random ? to 10.0.0.1-10.0.0.9:90-100");
    nft("snat to 10.0.0.9", "> SNAT as 10.0.0.9");
    nft("masquerade fully-random", "> MASQUERADE random");
    nft("masquerade to :50 persistent", "> MASQUERADE as :50");
    nft("dnat ip6 to [fd00::1]:80", "> DNAT as [fd00::1]:80", "ip6");
    nft("ip6 saddr fd00::/8 accept", "from fd00::/8 family=ipv6 > ACCEPT", "inet");
    nft("ip saddr 10.0.0.1 accept", "from 10.0.0.1/32 family=ipv4 > ACCEPT", "inet");
    nft("meta nfproto ipv6 drop", "family=ipv6 > DROP", "inet");
    nft("accept # handle 4", "> ACCEPT");
}

void tst_firewallrules::rules()
{
    QFETCH(QString, command);
    QFETCH(QString, output);
    const HostFacts host = told(command, output);
    QVERIFY(!host.firewall.empty());
    QTEST(text(host.firewall.back()), "rule");
    QCOMPARE(host.firewall.back().chain, "A");
    QVERIFY(!host.firewall.back().evidence.text().empty());
}

void tst_firewallrules::chains_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("chains");

    QTest::newRow("iptables-save") << "iptables-save" << "*nat\n:PREROUTING ACCEPT [0:0]\n:KUBE-NODEPORTS - [0:0]\n-A PREROUTING -j KUBE-NODEPORTS\nCOMMIT" << "ip nat KUBE-NODEPORTS; policy ip nat PREROUTING ACCEPT";
    QTest::newRow("iptables -S") << "iptables -t nat -S" << "-P OUTPUT ACCEPT\n-N X\n-A OUTPUT -s 192.0.2.2/32 -j X" << "ip nat X; policy ip nat OUTPUT ACCEPT";
    QTest::newRow("iptables -L") << "iptables -nvL" << "Chain OUTPUT (policy DROP 0 packets, 0 bytes)\n pkts bytes target prot opt in out source destination\n\nChain X (0 references)\n pkts bytes target prot opt in out source destination"
                                 << "ip filter X; policy ip filter OUTPUT DROP";
    QTest::newRow("ip6tables -L") << "ip6tables -nvL" << "Chain OUTPUT (policy DROP 0 packets, 0 bytes)\n pkts bytes target prot opt in out source destination\n\nChain X (0 references)" << "ip6 filter X; policy ip6 filter OUTPUT DROP";
    const auto nft = [](const char *hook, const char *policy, const char *family = "ip") {
        QTest::addRow("nft %s: %s", family, hook) << "nft list ruleset" << QString("table %1 t {\n\tcomment \"x\"\n\tflags dormant\n\tchain a { # handle 2\n\t\t%2\n\t}\n}").arg(family, hook) << QString("%1 t a; policy %1 t a %2").arg(family, policy);
    };
    nft("type filter hook prerouting priority dstnat - 10; policy accept;", "ACCEPT filter prerouting -110");
    nft("type filter hook input priority -110; policy drop;", "DROP filter input -110");
    nft("type nat hook postrouting priority srcnat; policy accept;", "ACCEPT nat postrouting 100");
    nft("type route hook output priority mangle + 3; policy accept;", "ACCEPT route output -147");
    nft("type filter hook forward priority filter; policy accept;", "ACCEPT filter forward 0");
    nft("type filter hook forward priority raw; policy accept;", "ACCEPT filter forward -300");
    nft("type filter hook forward priority security; policy accept;", "ACCEPT filter forward 50");
    nft("type filter hook output priority 0;", "ACCEPT filter output 0");
    nft("type filter hook forward priority filter; policy accept;", "ACCEPT filter forward -200", "bridge");
}

void tst_firewallrules::chains()
{
    QFETCH(QString, command);
    QFETCH(QString, output);
    const HostFacts host = told(command, output);
    QStringList all;
    for (const FirewallChainFact &chain : host.firewallChains) {
        all << text(chain.family + " " + chain.table + " " + chain.name);
        QVERIFY(chain.evidence.text().contains(chain.name));
    }
    for (const FirewallRuleFact &rule : host.firewall) {
        if (!rule.target.starts_with("policy "))
            continue;
        QString policy = text("policy " + rule.family + " " + rule.table + " " + rule.chain + " " + rule.target.substr(7));
        if (rule.hook)
            policy += QString(" %1 %2 %3").arg(text(rule.hook->type), text(rule.hook->hook)).arg(rule.hook->priority);
        all << policy;
    }
    QTEST(all.join("; "), "chains");
}

void tst_firewallrules::sets()
{
    const HostFacts host = told("nft list ruleset", "table ip kube-proxy {\n\tset cluster-ips {\n\t\ttype ipv4_addr\n\t\tcomment \"Active ClusterIPs\"\n\t\telements = { 172.30.0.41, 172.30.0.42 }\n\t}\n\n"
                                                    "\tset none {\n\t\ttype ipv4_addr\n\t\tsize 65535\n\t\tflags dynamic,timeout\n\t\ttimeout 3h\n\t}\n"
                                                    "\tset odd {\n\t\ttype ipv4_addr\n\t\telements = { 10.0.0.1 what }\n\t}\n"
                                                    "\tset seen {\n\t\ttype ipv4_addr\n\t\telements = { 10.0.0.1 timeout 3h expires 2h, 10.0.0.2 counter packets 1 bytes 2,\n\t\t\t 10.0.0.3 counter }\n\t}\n"
                                                    "\tmap services {\n\t\ttype ipv4_addr . inet_proto . inet_service : verdict\n\t\telements = { 192.0.2.22 . tcp . 80 comment \"ns2/svc2:p80\" : drop,\n"
                                                    "\t\t\t     172.30.0.46 . tcp . 80-90 : goto reject-chain }\n\t}\n\tchain A {\n\t\taccept\n\t}\n}");
    QStringList all;
    for (const FirewallSetFact &set : host.firewallSets) {
        all << text(set.family + " " + set.table + " " + set.name) + ": " + text(set.elements);
        for (const std::string &unread : set.unread)
            all.last() += " ? " + text(unread);
    }
    QCOMPARE(all.join("; "), "ip kube-proxy cluster-ips: 172.30.0.41,172.30.0.42; ip kube-proxy none: ; ip kube-proxy odd:  ? 10.0.0.1 what }; "
                             "ip kube-proxy seen: 10.0.0.1,10.0.0.2,10.0.0.3; ip kube-proxy services: 192.0.2.22.tcp.80 > DROP,172.30.0.46.tcp.80-90 goto reject-chain");
    QCOMPARE(host.firewallSets.back().elements.back().evidence.text().substr(0, 12), std::string_view("\t\t\t     172."));
    QCOMPARE(host.firewall.size(), std::size_t(1));
    QCOMPARE(text(host.firewall.front()), "> ACCEPT");
}

void tst_firewallrules::families_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("families");

    QTest::newRow("iptables-save") << "iptables-save" << "*nat\n-A A -j X" << "ip";
    QTest::newRow("ip6tables-save") << "ip6tables-save" << "*nat\n-A A -j X" << "ip6";
    QTest::newRow("by its remark") << "cat rules" << "# Generated by ip6tables-save v1.8.9 on Mon Nov 23 13:40:29 2026\n*nat\n-A A -j X" << "ip6";
    QTest::newRow("both in one") << "cat rules" << "# Generated by ip6tables-save v1.8.9 on x\n*nat\n-A A -j X\nCOMMIT\n# Generated by iptables-save v1.8.9 on x\n*nat\n-A A -j X" << "ip6 ip";
    QTest::newRow("by an address") << "cat rules" << "*nat\n:PREROUTING ACCEPT [0:0]\n-A A -j X\n-A A -s fd00::/8 -j X\n-A A -d fd00::/8 -j X" << "ip6 ip6 ip6 ip6";
    QTest::newRow("IPVS") << "ipvsadm -Ln" << "TCP  10.96.0.1:443 rr\n  -> 172.27.0.11:6443 Masq 1 0 0\nTCP  [fd00::1]:443 rr\n  -> [fd00::2]:6443 Masq 1 0 0" << "ip ip6";
    QTest::newRow("nft") << "nft list ruleset" << "table inet t {\n\tchain a {\n\t\taccept\n\t}\n}" << "inet";
}

void tst_firewallrules::families()
{
    QFETCH(QString, command);
    QFETCH(QString, output);
    QStringList families;
    for (const FirewallRuleFact &rule : told(command, output).firewall)
        families << text(rule.family);
    QTEST(families.join(' '), "families");
}

void tst_firewallrules::servers()
{
    QStringList servers;
    for (const FirewallRuleFact &rule : told("ipvsadm -Ln", "TCP  10.96.0.1:443 wrr persistent 10800\n  -> 172.27.0.11:6443 Masq 3 0 0\n  -> 172.27.0.12:6443 Route 0 0 0\nUDP  10.96.0.10:53 rr\n  -> 10.244.0.58:53 Tunnel x 0 0").firewall)
        servers << QString("%1 %2 %3").arg(text(rule.scheduler), text(rule.forwarding), rule.weight ? QString::number(*rule.weight) : "?");
    QCOMPARE(servers.join(", "), "wrr masq 3, wrr route 0, rr tunnel ?");
}

void tst_firewallrules::entries()
{
    QStringList entries;
    for (const ConntrackFact &entry : told("conntrack -L", "udp 17 27 src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=2 dport=1 mark=0 zone=0 use=1\n"
                                                           "udp 17 27 src=10.0.0.1 dst=10.0.0.2 sport=3 dport=2 src=10.0.0.2 dst=10.0.0.1 sport=2 dport=3 [ASSURED] mark=0 zone=7 use=1").connections)
        entries << QString("%1%2%3").arg(entry.sourcePort).arg(entry.unreplied ? " unreplied" : "", text(entry.zone.empty() ? "" : " in " + entry.zone));
    QCOMPARE(entries.join(", "), "1 unreplied, 3 in 7");
}

// Of several prints of one table the last holds; what iptables-nft keeps nft prints as well, and says less.
void tst_firewallrules::joined()
{
    const Facts facts = readPastedSnapshot("root@fir:~# iptables-save\n*filter\n:A - [0:0]\n-A A -j DROP\nCOMMIT\nroot@fir:~# ip6tables-save\n*filter\n-A A -j RETURN\nCOMMIT\nroot@fir:~# iptables-save\n*filter\n-A A -j ACCEPT\nCOMMIT\n"
                                           "root@fir:~# nft list ruleset\ntable ip filter {\n\tset s {\n\t}\n\tchain A {\n\t\txt match comment drop\n\t}\n}\ntable ip own {\n\tchain A {\n\t\tdrop\n\t}\n}\n").facts;
    const HostList hosts{&facts.hosts.front()};
    NetworkNamespace space;
    joinToldTables(space, hosts);
    QStringList rules;
    for (const FirewallRuleFact &rule : space.firewall)
        rules << text(rule.family + " " + rule.table) + " " + text(rule);
    QCOMPARE(rules.join(", "), "ip6 filter > RETURN, ip filter > ACCEPT, ip own > DROP");
    QCOMPARE(space.firewallChains.size(), std::size_t(3));
    QCOMPARE(space.firewallSets.size(), std::size_t(1));
}

void tst_firewallrules::realRules_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("first");
    QTest::newRow("a map") << "add table ip t; add map ip t m { type ipv4_addr . inet_proto . inet_service : verdict; }; add chain ip t a; add element ip t m { 10.96.0.1 . tcp . 80 : goto a }; add rule ip t a ip daddr . meta l4proto . th dport vmap @m"
                           << "lookup destination.protocol.dport @m";
    QTest::newRow("a mark") << "add table ip t; add chain ip t a; add rule ip t a meta mark set mark or 0x4000" << "mark&ffffbfff^4000";
    QTest::newRow("a masked mark") << "add table ip t; add chain ip t a; add rule ip t a mark and 0x4000 != 0 counter return" << "mark&0x4000!=0 > RETURN";
    QTest::newRow("chance") << "add table ip t; add chain ip t a; add chain ip t b; add rule ip t a numgen random mod 2 vmap { 0 : goto b, 1 : jump b }" << "lookup chance/2 0 goto b,1 > b";
    QTest::newRow("addresses to choose from") << "add table ip t; add chain ip t a; add rule ip t a dnat to numgen random mod 2 map { 0 : 10.0.0.1, 1 : 10.0.0.2 }" << "lookup chance/2 0 as 10.0.0.1,1 as 10.0.0.2 > DNAT";
    QTest::newRow("flags") << "add table ip t; add chain ip t a; add rule ip t a tcp flags syn / fin,syn,rst,ack drop" << "tcp flags&0x17=2 > DROP";
    QTest::newRow("devices") << "add table ip t; add chain ip t a; add rule ip t a iifname { \"a\", \"b*\" } oifname \"c*\" iif lo drop" << "in lo out c+ in=a,b+ > DROP";
}

void tst_firewallrules::realRules()
{
    NEEDS_PROGRAMS("nft", "unshare");
    QFETCH(QString, rules);
    const QByteArray output = test::printedInNamespace("nft '" + rules.toUtf8() + "'", "nft list ruleset");
    if (output.isEmpty())
        QSKIP("no network namespace with nftables can be made here");
    const HostFacts host = told("nft list ruleset", QString::fromUtf8(output));
    QVERIFY2(!host.firewall.empty(), output.constData());
    QTEST(text(host.firewall.front()), "first");
}

QTEST_GUILESS_MAIN(tst_firewallrules)
#include "tst_firewallrules.moc"
