#include "core/diagnose/diagnosis.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/golden.h"
#include "tests/support/samplecluster.h"
#include "tests/support/sampletexts.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

// What is wrong in a cluster, by what its hosts printed: the lab's sessions with a fault planted in them, and with what looks like one and is none. Each
// fault is found in its own story and in no other, and without a line that it cites it is not found.

using namespace vethscope;
using namespace vethscope::test;
using diagnose::Finding;
using diagnose::Findings;

class tst_diagnose : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void cited();
    void soundSamples_data();
    void soundSamples();
    void nothing();

private:
    QStringList m_cited; // by all rows of findings()
};

namespace {

// What other commands say once more is left out.
HostTexts toldOnce(const QString &sample)
{
    HostTexts texts = sampleTexts(sample);
    for (QByteArray &text : texts) {
        QList<SessionCommand> commands = sessionCommands(text);
        commands.removeIf([](const SessionCommand &command) { return isToldTwice(command.bare()) || command.bare() == "birdc show protocols"; });
        text = sessionOf(commands);
    }
    return texts;
}

// `HOST: OLD => NEW` in every place where OLD, a regular expression, stands; `HOST+ COMMAND` with what it printed, a line each.
HostTexts changed(HostTexts texts, const QStringList &changes)
{
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        const QString host = text.key().chopped(4);
        for (const QString &change : changes) {
            if (change.startsWith(host + "+ ")) {
                *text += "[root@" + host.toUtf8() + " ~]# " + change.mid(host.size() + 2).toUtf8() + "\n";
            } else if (change.startsWith(host + ": ")) {
                const QString both = change.mid(host.size() + 2), before = QString::fromUtf8(*text);
                QString after = before;
                after.replace(QRegularExpression(both.section(" => ", 0, 0), QRegularExpression::MultilineOption), both.section(" => ", 1));
                if (after == before)
                    qWarning("%s changes nothing", qPrintable(change));
                *text = after.toUtf8();
            }
        }
    }
    return texts;
}

Findings diagnosed(const HostTexts &texts)
{
    const QTemporaryDir folder;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        QFile file(folder.filePath(text.key()));
        if (file.open(QIODevice::WriteOnly))
            file.write(*text);
    }
    const auto snapshot = readSnapshot(folder.path().toStdString());
    if (!snapshot)
        return {};
    const Cluster cluster = vethscope::clusterOf(snapshot->facts);
    const path::Predictor predictor(cluster);
    return findingsOf(diagnose::Case(snapshot->facts, predictor));
}

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list.join(' ');
}

// `error vni-mismatch | NODES | PODS | INTERFACE | ADDRESS`.
QString lineOf(const Finding &finding)
{
    const auto word = [](std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); };
    QString text = word(nameOf(finding.severity)) + ' ' + word(finding.id) + " | " + joined(finding.subject.nodes) + " | " + joined(finding.subject.pods) + " | " + word(finding.subject.interface) + " | " + word(finding.subject.address);
    while (text.endsWith(" | "))
        text.chop(3);
    return text.trimmed();
}

QStringList linesOf(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        if (finding.severity != ProblemSeverity::Note)
            lines << lineOf(finding);
    return lines;
}

// Of each finding what shows it, and what excludes others.
QStringList citedBy(const Findings &findings)
{
    QStringList lines{QString("# %1").arg(QTest::currentDataTag())};
    const auto add = [&](const QString &title, const diagnose::Proof &proof) {
        lines << title;
        for (const Evidence &line : proof.lines)
            lines << "    " + QString::fromStdString(line.source->name()) + ": " + QString::fromUtf8(line.text().data(), qsizetype(line.text().size())).simplified();
    };
    for (const Finding &finding : findings) {
        add(lineOf(finding), finding.proof);
        for (const diagnose::Excluded &excluded : finding.excluded)
            add("  not " + QString::fromUtf8(excluded.lookAlike.data(), qsizetype(excluded.lookAlike.size())), excluded.proof);
    }
    return lines;
}

// The lines of the device that a line belongs to, in all commands of that namespace; of a prompt the command with its output; else the line alone.
void take(HostTexts &texts, const Evidence &line)
{
    static const QRegularExpression heading("^\\d+: ([^:@ ]+)[:@ ]");
    QByteArray &text = texts[QString::fromStdString(line.source->name())];
    QList<SessionCommand> commands = sessionCommands(text);
    qsizetype number = 0;
    QByteArray pod, device;
    for (qsizetype c = 0; c < commands.size(); ++c) {
        if (++number == line.line) {
            commands.removeAt(c);
            text = sessionOf(commands);
            return;
        }
        QByteArray block;
        for (qsizetype i = 0; i < commands[c].output.size(); ++i) {
            if (const auto match = heading.match(QString::fromUtf8(commands[c].output[i])); match.hasMatch())
                block = match.captured(1).toUtf8();
            if (++number != line.line)
                continue;
            const bool isOfDevices = commands[c].bare().startsWith("ip addr") || commands[c].bare().startsWith("ip -d link");
            if (!isOfDevices) {
                commands[c].output.removeAt(i);
                text = sessionOf(commands);
                return;
            }
            pod = commands[c].pod();
            device = block;
        }
    }
    for (SessionCommand &command : commands) {
        if (command.pod() != pod || !(command.bare().startsWith("ip addr") || command.bare().startsWith("ip -d link")))
            continue;
        bool isInside = false;
        command.output.removeIf([&](const QByteArray &one) {
            if (const auto match = heading.match(QString::fromUtf8(one)); match.hasMatch())
                isInside = match.captured(1).toUtf8() == device;
            return isInside;
        });
    }
    text = sessionOf(commands);
}

} // namespace

void tst_diagnose::findings_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("lines");

    const auto row = [](const char *name, const QString &sample, const QStringList &changes, const QStringList &lines) { QTest::newRow(name) << sample << changes << lines; };
    const auto down = [](const QString &host, const QString &peer) {
        return host + ": (Mesh_10_0_20_" + peer + " BGP +--- +)up( +\\S+ +)Established([\\s\\S]*?BGP state: +)Established => \\1start\\2Active\\3Active";
    };
    const QString vm = "VM-16-10-centos", both = "VM-16-10-centos master";

    row("VXLAN: another port", "flannel-vxlan", {vm + ": dstport 8472 => dstport 4789"}, {"error vxlan-port-mismatch | " + both + " |  | flannel.1"});
    row("VXLAN: another port at one of three", "calico-vxlan", {"cv-worker1: (vxlan id 4096 local 172.*) dstport 4789 => \\1 dstport 8472"}, {"error vxlan-port-mismatch | cv-worker1 |  | vxlan.calico"});
    row("VXLAN: another port at both is none", "flannel-vxlan", {vm + ": dstport 8472 => dstport 4789", "master: dstport 8472 => dstport 4789"}, {});
    row("VXLAN: another VNI", "flannel-vxlan", {vm + ": vxlan id 1 => vxlan id 2"}, {"error vni-mismatch | " + both + " |  | flannel.1"});
    row("VXLAN: another VNI at one of three", "calico-vxlan", {"cv-worker2: vxlan id 4096 local 172 => vxlan id 4097 local 172"}, {"error vni-mismatch | cv-worker2 |  | vxlan.calico"});

    row("MTU of the tunnel", "flannel-vxlan", {"master: (flannel.1: .*) mtu 1450 => \\1 mtu 1500"}, {"warning tunnel-mtu-too-large | master |  | flannel.1"});
    row("MTU of the other node's card", "flannel-vxlan", {vm + ": (eth0: .*) mtu 1500 => \\1 mtu 1400"}, {"warning tunnel-mtu-too-large | " + vm + " |  | flannel.1"});
    row("MTU that just fits", "flannel-vxlan", {"master: (eth0: .*) mtu 1500 => \\1 mtu 9000"}, {});
    row("MTU of IPIP", "calico-ipip", {"cn-worker2: (tunl0: .*) mtu [0-9]+ => \\1 mtu 1481"}, {"warning tunnel-mtu-too-large | cn-worker2 |  | tunl0"});

    row("stale neighbour", "flannel-vxlan", {"master: ^(10.244.1.0 dev flannel.1 lladdr) .* PERMANENT => \\1 2a:3c:a0:e1:a9:b7 PERMANENT"}, {"error stale-neighbour | " + both + " |  | flannel.1 | 10.244.1.0"});
    row("a failed neighbour entry is not stale", "flannel-vxlan", {"master: ^(10.244.1.0 dev flannel.1) .* PERMANENT => \\1 FAILED"}, {"error missing-neighbour | " + both + " |  | flannel.1 | 10.244.1.0"});
    row("stale forwarding entry", "flannel-vxlan", {"master: ^(2a:3c:a0:e1:a9:b6 dev flannel.1 dst) 172.27.16.10 => \\1 172.27.16.11"}, {"error stale-fdb | " + both + " |  | flannel.1 | 172.27.16.11"});
    row("stale forwarding entry beside another one", "calico-vxlan", {"cv-worker2: ^(66:d7:46:75:0c:17 dev vxlan.calico dst) 172.27.0.61 => \\1 172.27.0.65"}, {"error stale-fdb | cv-master cv-worker2 |  | vxlan.calico | 172.27.0.65"});
    row("no forwarding entry", "flannel-vxlan", {"master: ^2a:3c:a0:e1:a9:b6 dev flannel.1 dst .*\n => "}, {"error missing-fdb-entry | " + both + " |  | flannel.1 | 10.244.1.0"});
    row("no forwarding entry, but one for all", "flannel-vxlan", {"master: ^2a:3c:a0:e1:a9:b6 dev flannel.1 dst => 00:00:00:00:00:00 dev flannel.1 dst"}, {});
    row("no neighbour entry", "flannel-vxlan", {"master: ^10.244.1.0 dev flannel.1 lladdr .*\n => "}, {"error missing-neighbour | " + both + " |  | flannel.1 | 10.244.1.0"});
    row("nobody looked at neighbours", "flannel-vxlan", {"master: \\]# ip neigh\n([^\\[].*\n)* => ]# true\n"}, {});
    row("no route", "flannel-vxlan", {"master: ^10.244.1.0/24 via .*\n => "}, {"error missing-route | master |  |  | 10.244.1.0/24"});
    row("no route to a node of the same link", "flannel-host-gw", {"k8s-master: ^10.244.1.0/24 via .*\n => "}, {"error missing-route | k8s-master |  |  | 10.244.1.0/24"});
    row("nobody printed routes", "flannel-vxlan", {"master: \\]# (ip route|ip route get.*)\n([^\\[].*\n)* => ]# true\n"}, {});
    row("a route that BGP did not bring", "calico-bgp-mesh", {"mesh-1: ^192.168.247.0/26 via .*\n => "}, {"error bgp-route-absent | mesh-1 |  |  | 192.168.247.0/26"});
    row("a session that is down", "calico-bgp-mesh", {down("mesh-1", "12")}, {"error bgp-session-down | mesh-1 mesh-2 |  |  | 10.0.20.12"});
    row("a session that is down at the other end alone", "calico-bgp-mesh", {down("mesh-2", "11")}, {"error bgp-session-down | mesh-1 mesh-2 |  |  | 10.0.20.12"});
    row("a session that is down, of which one end alone told", "calico-bgp-mesh", {down("mesh-2", "11"), "mesh-1: \\]# (birdc|calicoctl)[^\n]*\n([^\\[].*\n)* => ]# true\n"}, {"error bgp-session-down | mesh-1 mesh-2 |  |  | 10.0.20.11"});
    row("all sessions of a node are down", "calico-bgp-mesh", {down("mesh-1", "12"), down("mesh-1", "13"), down("mesh-2", "11"), down("mesh-3", "11")}, {"error bgp-session-down | mesh-1 |  |  | 10.0.20.11"});
    row("a session that is down, and its route gone", "calico-bgp-mesh", {down("mesh-1", "12"), "mesh-1: ^192.168.247.0/26 via .*\n => "}, {"error bgp-session-down | mesh-1 mesh-2 |  |  | 10.0.20.12"});
    row("wrong underlay", "flannel-vxlan", {"master: (vxlan id 1 local) 172.27.0.11 => \\1 10.0.2.15", vm + ": (vxlan id 1 local) 172.27.16.10 => \\1 10.0.2.15"}, {"error wrong-underlay-interface | " + both + " |  | eth0 | 10.0.2.15"});
    row("next hop behind a router", "flannel-host-gw", {"k8s-master: ^(10.244.1.0/24 via 172.27.0.12 dev eth0) => \\1 \n10.244.2.0/24 via 172.27.16.10 dev eth0 onlink"}, {"error next-hop-not-on-link | k8s-edge k8s-master |  | eth0 | 172.27.16.10"});
    row("two tunnels with one address", "calico-ipip", {"cn-worker2: inet 10.244.87.192/32 => inet 10.244.60.64/32"}, {"error duplicate-tunnel-ip | cn-worker1 cn-worker2 |  | tunl0 | 10.244.60.64"});
    row("forwarding is off", "flannel-vxlan", {"master: (ip_forward|all.forwarding) = 1 => \\1 = 0"}, {"error forwarding-off | master"});
    row("FORWARD drops", "flannel-vxlan", {vm + ": :FORWARD ACCEPT => :FORWARD DROP", vm + ": ^-A FLANNEL-FWD .*ACCEPT\n => "}, {"error forward-drop | " + vm});
    row("FORWARD drops, but flannel's rules accept", "flannel-vxlan", {vm + ": :FORWARD ACCEPT => :FORWARD DROP"}, {});
    row("rp_filter", "flannel-vxlan", {vm + ": ^10.244.0.0/24 via .*\n => 10.244.0.0/24 via 172.27.16.1 dev eth0 \n", vm + ": all.rp_filter = 0 => all.rp_filter = 1\nnet.ipv4.conf.flannel/1.rp_filter = 1"}, {"error rp-filter-drop | " + vm + " |  | flannel.1"});
    row("hairpin off", "flannel-vxlan", {"master: hairpin on => hairpin off"}, {"error hairpin-off | master | default/web-5dcb957ccc-flhdd | veth7bd66290 | 10.103.27.55", "error hairpin-off | master | kube-system/coredns-7ff77c879f-6psjb | veth120e0e5a | 10.96.0.10"});
    row("a loose rp_filter on the same way", "flannel-vxlan", {vm + ": ^10.244.0.0/24 via .*\n => 10.244.0.0/24 via 172.27.16.1 dev eth0 \n", vm + ": all.rp_filter = 0 => all.rp_filter = 2\nnet.ipv4.conf.flannel/1.rp_filter = 2"}, {});
    row("br_netfilter off", "flannel-vxlan", {"master: bridge-nf-call-iptables = 1 => bridge-nf-call-iptables = 0"}, {"error bridge-netfilter-off | master |  | cni0"});
    row("one block at two nodes", "calico-ipip", {"cn-worker2: 10.244.87.192 => 10.244.60.64", "cn-worker2: 10.244.87.197 => 10.244.60.77"}, {"error overlapping-pod-cidr | cn-worker1 cn-worker2 |  |  | 10.244.60.64/26"});
    row("one MAC address twice", "flannel-vxlan", {vm + ": (link/ether) 52:54:00:4e:05:02 => \\1 52:54:00:c2:ee:db"}, {"error duplicate-mac | " + both + " |  | eth0 | 52:54:00:c2:ee:db"});
    row("another bridge network", "flannel-vxlan", {vm + ": FLANNEL_SUBNET=10.244.1.1/24 => FLANNEL_SUBNET=10.244.5.1/24"}, {"error bridge-subnet-mismatch | " + vm + " |  | cni0 | 10.244.1.0/24"});
    row("conntrack is full", "flannel-vxlan", {"master+ sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max\nnet.netfilter.nf_conntrack_count = 65530\nnet.netfilter.nf_conntrack_max = 65536"}, {"error conntrack-full | master"});
    row("conntrack has room", "flannel-vxlan", {"master+ sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max\nnet.netfilter.nf_conntrack_count = 40000\nnet.netfilter.nf_conntrack_max = 65536"}, {});
    row("neighbour table is full", "flannel-vxlan", {"master+ sysctl net.ipv4.neigh.default.gc_thresh3\nnet.ipv4.neigh.default.gc_thresh3 = 9"}, {"error neighbour-table-full | master"});
    row("neighbour table has room", "flannel-vxlan", {"master+ sysctl net.ipv4.neigh.default.gc_thresh3\nnet.ipv4.neigh.default.gc_thresh3 = 1024"}, {});
    row("stale blackhole", "flannel-vxlan", {"master: ^10.244.1.0/24 via.* => blackhole 10.244.1.0/25 \n10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink "}, {"error stale-blackhole | master |  |  | 10.244.1.0/25"});
    row("a blackhole of the own block", "calico-bgp-rr", {}, {});
    row("stale UDP translation", "flannel-vxlan", {"master+ conntrack -L\nudp      17 25 src=10.244.0.60 dst=10.96.0.10 sport=40112 dport=53 [UNREPLIED] src=10.244.0.99 dst=10.244.0.60 sport=53 dport=40112 mark=0 use=1"}, {"error stale-udp-translation | master | default/tea-6fb46d899f-4zkt2 |  | 10.244.0.99"});
    row("UDP that waits for a live endpoint", "flannel-vxlan", {"master+ conntrack -L\nudp      17 25 src=10.244.0.60 dst=10.96.0.10 sport=40112 dport=53 [UNREPLIED] src=10.244.0.58 dst=10.244.0.60 sport=53 dport=40112 mark=0 use=1"}, {});
    row("a veth is down", "flannel-vxlan", {"master: (vetha1f852ea@if3: <.*),UP,LOWER_UP(>.*)state UP => \\1\\2state DOWN"}, {"error veth-broken | master | default/tea-6fb46d899f-4zkt2 | vetha1f852ea"});
    row("a veth out of the bridge", "flannel-vxlan", {"master: (vetha1f852ea@.*) master cni0 => \\1", "master: .* dev vetha1f852ea master cni0.*\n => ", "master: \\]# bridge -d link\n([^\\[].*\n)* => ]# true\n"}, {"error veth-broken | master | default/tea-6fb46d899f-4zkt2 | vetha1f852ea"});
    row("no tunnel device", "flannel-vxlan", {vm + ": ^4: flannel.1: .*\n(?:[ ]+.*\n)+ => ", vm + ": ^.*dev flannel.1 .*\n => "}, {"error tunnel-device-missing | " + vm + " |  | flannel.1"});
    row("no tunnel device, but nobody listed devices", "flannel-vxlan", {vm + ": \\]# ip -d link\n([^\\[].*\n)* => ]# true\n", vm + ": \\]# ip addr\n([^\\[].*\n)* => ]# true\n", vm + ": ^.*dev flannel.1 .*\n => "}, {});
    const QString tunnelled = "cn-master: ^(10.244.60.64/26 via 172.27.0.32 dev) eth0 proto bird => \\1 tunl0 proto bird onlink";
    row("requests by the tunnel, answers without", "calico-ipip", {tunnelled}, {"warning asymmetric-path | cn-master cn-worker1"});
    row("the same, with a strict rp_filter", "calico-ipip", {tunnelled, "cn-master: all.rp_filter = 0 => all.rp_filter = 1\nnet.ipv4.conf.eth0.rp_filter = 1"}, {"error rp-filter-drop | cn-master |  | eth0"});
    const QStringList called = {down("mesh-1", "12"), down("mesh-1", "13"), down("mesh-2", "11"), down("mesh-3", "11"), "mesh-2: Neighbor address: 10.0.20.11 => Neighbor address: 172.28.128.11",
                                "mesh-3: Neighbor address: 10.0.20.11 => Neighbor address: 172.28.128.11"};
    row("BGP by the address of another card", "calico-bgp-mesh", called + QStringList{"mesh-1+ ip addr show eth1\n7: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n    link/ether 08:00:27:1d:60:0b brd ff:ff:ff:ff:ff:ff\n    inet 172.28.128.11/24 brd 172.28.128.255 scope global eth1"},
        {"error bgp-wrong-source | mesh-1 |  | eth1 | 172.28.128.11"});
    row("BGP by an address that somebody gave to a dummy", "calico-bgp-mesh", called + QStringList{"mesh-1+ ip -d link show dummy0\n7: dummy0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/ether 0a:00:27:1d:60:0b brd ff:ff:ff:ff:ff:ff promiscuity 0\n    dummy",
            "mesh-1+ ip addr show dummy0\n7: dummy0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/ether 0a:00:27:1d:60:0b brd ff:ff:ff:ff:ff:ff\n    inet 172.28.128.11/32 scope global dummy0"},
        {"error bgp-session-down | mesh-1 |  |  | 10.0.20.11"});
    const QString dummy = "+ ip addr show dummy0\n7: dummy0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/ether 0a:00:27:1d:60:0b brd ff:ff:ff:ff:ff:ff\n    inet 172.28.128.11/32 scope global dummy0";
    row("BGP by an address that two machines have: it is nobody's for sure", "calico-bgp-mesh", {down("mesh-2", "11"), "mesh-2: Neighbor address: 10.0.20.11 => Neighbor address: 172.28.128.11", "mesh-1" + dummy, "mesh-3" + dummy},
        {"error bgp-session-down | mesh-2 172.28.128.11 |  |  | 172.28.128.11"});
    row("masquerade between pods", "flannel-vxlan", {"master: ^-A FLANNEL-POSTRTG -s 10.244.0.0/24 -d 10.244.0.0/16 .*RETURN\n => "}, {"warning masqueraded-pod-traffic | master"});
}

void tst_diagnose::findings()
{
    QFETCH(QString, sample);
    QFETCH(QStringList, changes);
    QFETCH(QStringList, lines);
    const HostTexts texts = changed(toldOnce(sample), changes);
    const Findings found = diagnosed(texts);
    m_cited << citedBy(found);
    QCOMPARE(linesOf(found).join("\n"), lines.join("\n"));
    QStringList idle;
    for (const Finding &finding : found) {
        QVERIFY(!finding.title.empty() && !finding.why.empty() && !finding.fix.empty());
        QCOMPARE(finding.confidence, diagnose::Confidence::Consistent); // nothing was captured
        for (const Evidence &line : finding.proof.lines) {
            HostTexts without = texts;
            take(without, line);
            const Findings left = diagnosed(without);
            const auto still = std::ranges::find_if(left, [&](const Finding &one) { return lineOf(one) == lineOf(finding); });
            const bool isToldByEither = finding.id == "bgp-session-down" || finding.id == "bgp-wrong-source"; // end of the session, or peer
            if (!isToldByEither && still != left.end() && still->proof.lines.size() < finding.proof.lines.size()) // no other line says the same
                idle << lineOf(finding) + ": " + QString::fromUtf8(line.text().data(), qsizetype(line.text().size()));
        }
    }
    QCOMPARE(idle.join("\n"), QString());
}

// No line that shows it is left out: removing what is cited is not all.
void tst_diagnose::cited()
{
    QCOMPARE(m_cited.filter(QRegularExpression("^# ")).size(), 57); // all rows have run
    const QString difference = differenceFromGolden(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/diagnosed.cited.txt"), m_cited);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void tst_diagnose::soundSamples_data()
{
    QTest::addColumn<QString>("sample");
    for (const std::string &name : sampleNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void tst_diagnose::soundSamples()
{
    QFETCH(QString, sample);
    QCOMPARE(linesOf(diagnosed(sampleTexts(sample))), QStringList());
}

void tst_diagnose::nothing()
{
    QCOMPARE(linesOf(diagnosed({})), QStringList());
    QCOMPARE(linesOf(diagnosed({{"n1.txt", "[root@n1 ~]# hostname\nn1\n"}})), QStringList());
}

QTEST_APPLESS_MAIN(tst_diagnose)

#include "tst_diagnose.moc"
