#include "core/path/prediction.h"
#include "core/path/tunnellines.h"
#include "core/snapshot/snapshot.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope;
using path::Path;
using path::Prediction;

// What becomes of a packet when one fact of a sound cluster is another: the lab's sessions, a line changed, and the end with its reason and line.
class tst_path : public QObject
{
    Q_OBJECT

private slots:
    void ends_data();
    void ends();
    void answers_data();
    void answers();
    void answersInTunnels_data();
    void answersInTunnels();
    void answersThatFit_data();
    void answersThatFit();
    void unprintedTunnels_data();
    void unprintedTunnels();
    void cited_data();
    void cited();
    void timeToLive_data();
    void timeToLive();
    void printedTimeToLive_data();
    void printedTimeToLive();
    void timeToLiveOfIpInIp_data();
    void timeToLiveOfIpInIp();
    void linesOfTunnels();
    void orphans_data();
    void orphans();
    void usualRules_data();
    void usualRules();
    void ways_data();
    void ways();
    void steps();
    void values();
    void reversePathIsCited_data();
    void reversePathIsCited();
    void names_data();
    void names();
};

namespace {

// `master: OLD => NEW` for each change of a session; every place where it stands. NEW may be empty. Regular expressions.
Cluster clusterWith(const QString &sample, const QStringList &changes)
{
    const QDir hosts(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/") + sample + "/hosts");
    QTemporaryDir folder;
    for (const QString &name : hosts.entryList({"*.txt"}, QDir::Files)) {
        QFile file(hosts.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString text = QString::fromUtf8(file.readAll());
        for (const QString &change : changes) {
            if (!name.startsWith(change.section(": ", 0, 0)))
                continue;
            const QString both = change.section(": ", 1);
            const QString before = text;
            text.replace(QRegularExpression(both.section(" => ", 0, 0), QRegularExpression::MultilineOption), both.section(" => ", 1));
            if (text == before)
                qWarning("%s changes nothing", qPrintable(change));
        }
        QFile copy(folder.filePath(name));
        if (!copy.open(QIODevice::WriteOnly))
            return {};
        copy.write(text.toUtf8());
    }
    const auto snapshot = readSnapshot(folder.path().toStdString());
    return snapshot ? clusterOf(snapshot->facts) : Cluster{};
}

// `POD > POD tcp 80 size 1500 df`.
path::Question questionOf(const path::Predictor &predictor, const QString &words)
{
    const QStringList parts = words.split(' ');
    const auto from = path::whoIs(predictor.places(), parts[0].toStdString());
    const auto to = path::whoIs(predictor.places(), parts[2].toStdString());
    if (!from || !to)
        return {};
    path::Question question{*from, *to, 6, {}, {}, false, 0};
    for (qsizetype i = 3; i < parts.size(); ++i) {
        if (parts[i] == "udp" || parts[i] == "icmp")
            question.protocol = parts[i] == "udp" ? 17 : 1;
        else if (parts[i] == "size")
            question.size = parts[++i].toUInt();
        else if (parts[i] == "df")
            question.dontFragment = true;
    }
    return question;
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString placeOf(const path::Hop &hop)
{
    if (hop.node.empty() && hop.pod.empty())
        return "router";
    const QString owner = hop.pod.empty() ? QString::fromStdString(hop.node) : QString::fromStdString(hop.pod).section('/', -1);
    return hop.interface.empty() ? owner : owner + "." + QString::fromStdString(hop.interface);
}

// `dropped no-route, IP_INNOROUTES at master.cni0: LINE`, or `unknown facts-missing at …, ask master ip route`.
QString endOf(const Path &path)
{
    const path::Ending &ending = path.ending;
    QString text = textOf(nameOf(path.verdict())) + " " + textOf(nameOf(ending.disposition));
    if (!ending.kernelReason.empty())
        text += ", " + textOf(ending.kernelReason);
    text += " at " + placeOf(path.hops.back());
    if (!ending.evidence.empty())
        text += ": " + textOf(ending.evidence.front().text()).simplified().left(60);
    if (!ending.ask.empty())
        text += QString(", ask %1 %2").arg(QString::fromStdString(ending.askOn), QString::fromStdString(ending.ask));
    return text;
}

QString wayOf(const Path &path)
{
    QStringList hops;
    for (const path::Hop &hop : path.hops)
        hops << placeOf(hop);
    return hops.join(' ');
}

const QString across = "tea-6fb46d899f-4zkt2 > web-5dcb957ccc-d4n6l";

} // namespace

void tst_path::ends_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("end");

    const auto row = [](const char *name, const QStringList &changes, const QString &end, const QString &question = across) {
        QTest::newRow(name) << "flannel-vxlan" << changes << question << end;
    };
    row("sound", {}, "delivered delivered at web-5dcb957ccc-d4n6l.eth0");
    row("no forwarding entry", {"master: ^2a:3c:a0:e1:a9:b6 .*dst.*\n => "}, "dropped no-fdb-entry, VXLAN_NO_REMOTE at master.flannel.1: 10.244.1.0 ether 2a:3c:a0:e1:a9:b6 CM flannel.1");
    row("nobody printed forwarding entries", {"master: (bridge fdb.*|brctl showmacs.*)\n([^\\[].*\n)* => true\n"}, "unknown facts-missing at master.flannel.1, ask master bridge fdb");
    row("no neighbour", {"master: ^10.244.1.0 .*(lladdr|ether).*\n => "}, "dropped neighbour-failed, NEIGH_FAILED at master.cni0: 10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink");
    row("another MAC than the tunnel's", {"master: 2a:3c:a0:e1:a9:b6 => 2a:3c:a0:e1:a9:b7"}, "dropped wrong-tunnel-mac, OTHERHOST at VM-16-10-centos.flannel.1: 10.244.1.0 ether 2a:3c:a0:e1:a9:b7 CM flannel.1");
    row("the same MAC at both ends", {"VM: 2a:3c:a0:e1:a9:b6 => 8e:5c:79:80:cd:cc", "master: 2a:3c:a0:e1:a9:b6 => 8e:5c:79:80:cd:cc"}, "dropped wrong-tunnel-mac, LOCAL_MAC at VM-16-10-centos.eth0: link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff promiscui");
    row("another VNI", {"VM: vxlan id 1 => vxlan id 2"}, "dropped vni-unknown, VXLAN_VNI_NOT_FOUND at VM-16-10-centos.eth0: vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 84");
    row("another port", {"VM: dstport 8472 => dstport 4789"}, "dropped port-mismatch, NO_SOCKET at VM-16-10-centos.eth0: vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 84");
    row("no tunnel device at the other end", {"VM: ^[0-9]+: flannel.1: .*\n(    .*\n)* => ", "VM: ^flannel.1: .*\n(        .*\n)* => ", "VM: ^.*(dev flannel.1|on flannel.1|flannel.1$).*\n => "}, "dropped tunnel-device-missing, NO_SOCKET at VM-16-10-centos.eth0: [root@VM-16-10-centos ~]# ip addr");
    row("the tunnel device is down there", {"VM: (flannel.1: <.*),UP,LOWER_UP(>.*)state UNKNOWN => \\1\\2state DOWN", "VM: flannel.1: flags=4163<UP,BROADCAST,RUNNING,MULTICAST> => flannel.1: flags=4098<BROADCAST,MULTICAST>"}, "dropped device-down, DEV_READY at VM-16-10-centos.eth0: 4: flannel.1: <BROADCAST,MULTICAST> mtu 1450 qdisc noqueue s");
    row("no route: the default one", {"master: ^10.244.1.0/?(24)? +(via)? ?10.244.1.0 .*\n => "}, "dropped leaves-cluster at master.eth0: default via 172.27.0.1 dev eth0");
    row("no route at all", {"master: ^10.244.1.0/?(24)? +(via)? ?10.244.1.0 .*\n => ", "master: ^(default|0.0.0.0) .*\n => "}, "dropped no-route, IP_INNOROUTES at master.cni0: [root@master ~]# ip route");
    row("blackhole", {"master: ^10.244.1.0/24 via.* => blackhole 10.244.1.0/24 ", "master: ^10.244.1.0 +10.244.1.0.*\n => "}, "dropped blackhole at master.cni0: blackhole 10.244.1.0/24");
    row("unreachable", {"master: ^10.244.1.0/24 via.* => unreachable 10.244.1.0/24 ", "master: ^10.244.1.0 +10.244.1.0.*\n => "}, "dropped unreachable at master.cni0: unreachable 10.244.1.0/24");
    row("prohibited", {"master: ^10.244.1.0/24 via.* => prohibit 10.244.1.0/24 ", "master: ^10.244.1.0 +10.244.1.0.*\n => "}, "dropped prohibited at master.cni0: prohibit 10.244.1.0/24");
    row("a device that is not there", {"master: ^10.244.1.0/24 via.* => 10.244.1.0/24 via 10.244.1.0 dev flannel.2 onlink ", "master: ^10.244.1.0 +10.244.1.0.*\n => "}, "dropped tunnel-device-missing at master.cni0: 10.244.1.0/24 via 10.244.1.0 dev flannel.2 onlink");
    row("forwarding is off", {"master: (ip_forward|all.forwarding) = 1 => \\1 = 0"}, "dropped forwarding-off, IP_INADDRERRORS at master.cni0: net.ipv4.ip_forward = 0");
    row("forwarding is off at the other end", {"VM: (ip_forward|all.forwarding) = 1 => \\1 = 0"}, "dropped forwarding-off, IP_INADDRERRORS at VM-16-10-centos.flannel.1: net.ipv4.ip_forward = 0");
    row("the way back is another", {"VM: ^10.244.0.0/?(24)? +(via)? ?10.244.0.0 .*\n => ", "VM: all.rp_filter = 0 => all.rp_filter = 1\nnet.ipv4.conf.flannel/1.rp_filter = 1"}, "dropped rp-filter, IP_RPFILTER at VM-16-10-centos.flannel.1: net.ipv4.conf.all.rp_filter = 1");
    row("the tunnel's port is filtered", {"VM: ^-A FORWARD -m comment --comment .kubernetes.*\n => -A INPUT -p udp -m udp --dport 8472 -j DROP\n"}, "dropped filtered, NETFILTER_DROP at VM-16-10-centos.eth0: -A INPUT -p udp -m udp --dport 8472 -j DROP");
    row("another port is filtered", {"VM: ^-A FORWARD -m comment --comment .kubernetes.*\n => -A INPUT -p udp -m udp --dport 4789 -j DROP\n"}, "delivered delivered at web-5dcb957ccc-d4n6l.eth0");
    // What is bridged FORWARD sees only with bridge-nf-call-iptables (net/bridge/br_netfilter_hooks.c).
    const QString drops = "master: ^-A FORWARD -m comment --comment .kubernetes.*\n => -A FORWARD -d 10.244.0.9/32 -j DROP\n", beside = "tea-6fb46d899f-4zkt2 > web-5dcb957ccc-flhdd";
    row("a rule for what is bridged", {drops}, "dropped filtered, NETFILTER_DROP at master.cni0: -A FORWARD -d 10.244.0.9/32 -j DROP", beside);
    row("a rule that what is bridged does not come by", {drops, "master: bridge-nf-call-iptables = 1 => bridge-nf-call-iptables = 0"}, "delivered delivered at web-5dcb957ccc-flhdd.eth0", beside);
    row("too big for the pod's device", {}, "dropped too-big, PKT_TOO_BIG at tea-6fb46d899f-4zkt2: 3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdi", across + " size 1500");
    const QString octets = "master: (eth0@if\\d+: .*) mtu 1450 => \\1 mtu %1"; // of the pods' devices; a SYN has 60
    row("a SYN that just fits", {octets.arg(60)}, "delivered delivered at web-5dcb957ccc-d4n6l.eth0");
    row("a SYN that does not", {octets.arg(59)}, "dropped too-big, PKT_TOO_BIG at tea-6fb46d899f-4zkt2: 3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 59 qdisc");
    row("a datagram may be cut", {octets.arg(59)}, "delivered delivered at web-5dcb957ccc-d4n6l.eth0", across + " udp");
    row("one that may not", {octets.arg(59)}, "dropped too-big, PKT_TOO_BIG at tea-6fb46d899f-4zkt2: 3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 59 qdisc", across + " udp df");
    row("small enough to be cut", {}, "delivered delivered at web-5dcb957ccc-d4n6l.eth0", across + " icmp size 1500");
    row("too big for the tunnel", {"master: mtu 1450 => mtu 1500", "master: (flannel.1: .*) mtu 1500 => \\1 mtu 1450"}, "dropped too-big, PKT_TOO_BIG at master.cni0: 4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdi", across + " size 1480");
    row("round in circles", {"VM: ^10.244.1.0/24 dev cni0.* => 10.244.1.0/24 via 10.244.0.0 dev flannel.1 onlink ", "VM: ^10.244.1.0 +0.0.0.0.*\n => ", "VM: 10.244.1.1/24 => 10.244.1.1/32",
                              "VM: inet 10.244.1.1  netmask 255.255.255.0 => inet 10.244.1.1  netmask 255.255.255.255"}, "dropped loop at VM-16-10-centos.eth0: default via 172.27.0.1 dev eth0");
    row("a pod that nobody has", {}, "dropped neighbour-failed, NEIGH_FAILED at tea-6fb46d899f-4zkt2: 10.244.0.0/24 dev eth0 proto kernel scope link src 10.244.0.", "tea-6fb46d899f-4zkt2 > 10.244.0.99");
    const QString silent = "master: ^.root@master ~\\]# ip netns exec web-5dcb957ccc-flhdd ip addr\n([^\\[].*\n)* => [root@master ~]# %1\n";
    const QString told = "kubectl get pods -o wide\nNAME   READY   STATUS    RESTARTS   AGE   IP         NODE     NOMINATED NODE   READINESS GATES\nweb-5dcb957ccc-flhdd   1/1     Running   0          1d    %1   master   <none>           <none>";
    row("a pod that nobody has, behind one that printed nothing but is told of", {silent.arg(told.arg("10.244.0.9"))}, "dropped neighbour-failed, NEIGH_FAILED at tea-6fb46d899f-4zkt2: 10.244.0.0/24 dev eth0 proto kernel scope link src 10.244.0.", "tea-6fb46d899f-4zkt2 > 10.244.0.99");
    row("or of whose IPv6 address is told alone", {silent.arg(told.arg("fd00::9"))}, "unknown facts-missing at master.vetha1f852ea, ask master bridge fdb", "tea-6fb46d899f-4zkt2 > 10.244.0.99");
    row("or of whom nothing is told", {silent.arg("true")}, "unknown facts-missing at master.vetha1f852ea, ask master bridge fdb", "tea-6fb46d899f-4zkt2 > 10.244.0.99");
    row("a subnet that nobody has", {}, "dropped leaves-cluster at master.eth0: default via 172.27.0.1 dev eth0", "tea-6fb46d899f-4zkt2 > 10.244.7.9");
    row("out of the cluster", {}, "delivered exits-cluster at router", "tea-6fb46d899f-4zkt2 > 110.242.68.4");
    row("a node to itself", {}, "delivered delivered at master.lo", "master > 10.244.0.1");
    row("nobody printed the other node's routes", {"VM: \\]# (ip route|route -n)\n([^\\[].*\n)* => ]# true\n"}, "unknown facts-missing at VM-16-10-centos.flannel.1, ask VM-16-10-centos ip route");
    row("nobody printed anything of the other node", {"VM: [\\s\\S]+ => "}, "unknown facts-missing at master.eth0, ask 172.27.16.10 ip addr", "tea-6fb46d899f-4zkt2 > 10.244.1.3");
    const auto wg = [](const char *name, const QStringList &changes, const QString &end) {
        QTest::addRow("wireguard: %s", name) << "flannel-wireguard" << changes << "seal-69f8c7d5b4-n6kjt > crab-5c9d7b8f66-x7pwm" << end;
    };
    wg("sound", {}, "delivered delivered at crab-5c9d7b8f66-x7pwm.eth0");
    wg("in nobody's allowed IPs", {"wg-master: allowed ips: 10.244.1.0/24 => allowed ips: 10.244.9.0/24"}, "dropped no-route at wg-master.flannel-wg: 10.244.0.0/16 dev flannel-wg scope link");
    wg("a peer without an endpoint", {"wg-master: .*endpoint: 172.27.16.52:51820\n => "}, "dropped no-route at wg-master.flannel-wg: allowed ips: 10.244.1.0/24");
    wg("nobody printed peers", {"wg-master: \\]# wg show\n([^\\[].*\n)* => ]# true\n"}, "unknown facts-missing at wg-master.flannel-wg, ask wg-master wg show");
    wg("the other end listens on another port", {"wg-worker: listening port: 51820 => listening port: 51999"}, "dropped port-mismatch, NO_SOCKET at wg-worker.eth0: endpoint: 172.27.16.52:51820");
    wg("the other end knows another key", {"wg-worker: 7b7fTcoM => 8b7fTcoM"}, "dropped filtered at wg-worker.eth0: public key: 1BGb+T3nkkP/BuzDsy6p6TNpcJjhm1gQb2jwEXffCnk=");
    wg("the other end allows another network", {"wg-worker: allowed ips: 10.244.0.0/24 => allowed ips: 10.244.5.0/24"}, "dropped filtered at wg-worker.eth0: public key: 1BGb+T3nkkP/BuzDsy6p6TNpcJjhm1gQb2jwEXffCnk=");
    wg("nobody printed the other end's peers", {"wg-worker: \\]# wg show\n([^\\[].*\n)* => ]# true\n"}, "delivered delivered at crab-5c9d7b8f66-x7pwm.eth0");
    const auto six = [](const char *name, const QStringList &changes, const QString &end, const QString &to = "fd00:10:244:1::6") {
        QTest::addRow("IPv6: %s", name) << "flannel-vxlan-dual" << changes << "leaf-5b7f6c9d44-w8rtk > " + to << end;
    };
    six("sound", {}, "delivered delivered at root-6c5f8d7b99-h4vxp.eth0");
    six("no neighbour", {"dual-1: ^fd00:10:244:1:: .*lladdr.*\n => "}, "dropped neighbour-failed, NEIGH_FAILED at dual-1.cni0: fd00:10:244:1::/64 via fd00:10:244:1:: dev flannel-v6.1 metr");
    six("no forwarding entry", {"dual-1: ^5a:42:84:e7:b9:36 .*dst.*\n => "}, "dropped no-fdb-entry, VXLAN_NO_REMOTE at dual-1.flannel-v6.1: fd00:10:244:1:: dev flannel-v6.1 lladdr 5a:42:84:e7:b9:36 PE");
    six("forwarding is off", {"dual-1: (net.ipv6.conf.all.forwarding) = 1 => \\1 = 0"}, "dropped forwarding-off, IP_INADDRERRORS at dual-1.cni0: net.ipv6.conf.all.forwarding = 0");
    six("too big", {}, "dropped too-big, PKT_TOO_BIG at leaf-5b7f6c9d44-w8rtk: 3: eth0@if8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1430 qdis", "fd00:10:244:1::6 size 1431");
    six("just fits", {}, "delivered delivered at root-6c5f8d7b99-h4vxp.eth0", "fd00:10:244:1::6 size 1430");
    six("a device that listens on IPv4", {"dual-2: local 2001:db8:1610::42 dev => dev"}, "dropped tunnel-device-missing, NO_SOCKET at dual-2.eth0: [root@dual-2 ~]# ip addr");
    six("nobody printed the tunnels' own addresses", {"dual-2: ^    vxlan id 1 local .*\n => "}, "delivered delivered at root-6c5f8d7b99-h4vxp.eth0");
    six("a subnet that nobody has", {}, "dropped leaves-cluster at dual-1.eth0: default via 2001:db8:27::1 dev eth0 metric 1024 pref medium", "fd00:10:244:7::9");
    six("out of the cluster", {}, "delivered exits-cluster at router", "2001:db8:53::53");
    const QString own1 = "dual-1: ^    vxlan id 1 local 172.27.0.41 dev eth0 srcport 0 0 dstport 8472 nolearning ", own2 = "dual-2: ^    vxlan id 1 local 172.27.16.42 dev eth0 srcport 0 0 dstport 8472 nolearning ";
    const QString geneve2 = own2 + "=>     geneve id 1 remote 172.27.0.41 dstport 6081 ";
    six("Geneve by its remote", {own1 + "=>     geneve id 1 remote 172.27.16.42 dstport 6081 ", geneve2}, "delivered delivered at root-6c5f8d7b99-h4vxp.eth0", "10.244.1.6");
    six("Geneve of another number", {own1 + "=>     geneve id 2 remote 172.27.16.42 dstport 6081 ", geneve2}, "dropped vni-unknown at dual-2.eth0: geneve id 2 remote 172.27.16.42 dstport 6081 ttl auto ageing", "10.244.1.6");
    six("Geneve to another port", {own1 + "=>     geneve id 1 remote 172.27.16.42 dstport 6082 ", geneve2}, "dropped port-mismatch, NO_SOCKET at dual-2.eth0: geneve id 1 remote 172.27.16.42 dstport 6082 ttl auto ageing", "10.244.1.6");
    six("Geneve that is told of each packet", {own1 + "=>     geneve external id 0 dstport 6081 ", geneve2}, "unknown facts-missing at dual-1.flannel.1, ask dual-1 ip -d route", "10.244.1.6");
    six("Geneve that takes every number", {own1 + "=>     geneve id 7 remote 172.27.16.42 dstport 6081 ", own2 + "=>     geneve external id 0 dstport 6081 "}, "delivered delivered at root-6c5f8d7b99-h4vxp.eth0", "10.244.1.6");
    QTest::newRow("calico: its own block, IPv6") << "calico-vxlan" << QStringList{} << "moss-7b9d5c8f64-kd2vw > fd00:10:244:151::1b0" << "dropped blackhole at cv-master.calic49de902313: blackhole fd00:10:244:151::180/122 dev lo proto 80 metric 10";
    QTest::newRow("flannel-udp: a subnet that nobody has") << "flannel-udp" << QStringList{} << "menu-7b5d4c8f96-qj8ns > 10.244.9.9" << "dropped no-route at udp-master.flannel0: 10.244.0.0/16 dev flannel0 proto kernel scope link src 10.24";
    QTest::newRow("host-gw: beyond the link") << "flannel-host-gw" << QStringList{} << "cake-5f7c9d84bb-r6x2m > till-84d6f5c79-wv9hz" << "dropped leaves-cluster at k8s-master.eth0: default via 172.27.0.1 dev eth0";
    // net/ipv4/ip_tunnel.c ip_tunnel_xmit: around a SYN of 60 octets there are 20 more, and they may not be cut either.
    const QString narrow = "cn-master: mtu 1500 => mtu %1", wiki = "blog-7c96bd5f4d-lz2pk > wiki-59d8fb6c7c-9mxrb";
    QTest::newRow("IPIP just fits") << "calico-ipip" << QStringList{narrow.arg(80)} << wiki << "delivered delivered at wiki-59d8fb6c7c-9mxrb.eth0";
    QTest::newRow("IPIP does not fit") << "calico-ipip" << QStringList{narrow.arg(79)} << wiki << "dropped too-big, PKT_TOO_BIG at cn-master.tunl0: eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST> mtu 79";
    QTest::newRow("IPIP that may be cut") << "calico-ipip" << QStringList{narrow.arg(79)} << wiki + " icmp size 60" << "delivered delivered at wiki-59d8fb6c7c-9mxrb.eth0";
    QTest::newRow("calico: its own block") << "calico-ipip" << QStringList{} << "blog-7c96bd5f4d-lz2pk > 10.244.151.180" << "dropped blackhole at cn-master.calieae1c027f47: blackhole 10.244.151.128/26 proto bird";
}

void tst_path::ends()
{
    QFETCH(QString, sample);
    QFETCH(QStringList, changes);
    QFETCH(QString, question);
    const Cluster cluster = clusterWith(sample, changes);
    const path::Predictor predictor(cluster);
    QTEST(endOf(predictor.predict(questionOf(predictor, question)).likeliest()), "end");
}

// What rules make of the answer, by what conntrack knows of its connection.
void tst_path::answers_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("end");
    const QString dropped = "dropped filtered, NETFILTER_DROP at master.%1: -A ANSWERS -m conntrack --ctstate %2 -j DROP";
    QTest::newRow("of a service") << "DNAT" << "tea-6fb46d899f-4zkt2 > svc/cart" << dropped.arg("flannel.1", "DNAT");
    QTest::newRow("of a service, not masqueraded") << "SNAT" << "tea-6fb46d899f-4zkt2 > svc/cart" << "delivered delivered at tea-6fb46d899f-4zkt2.eth0";
    QTest::newRow("of the outside, masqueraded") << "SNAT" << "tea-6fb46d899f-4zkt2 > 110.242.68.4" << dropped.arg("eth0", "SNAT");
    QTest::newRow("of the outside, no service") << "DNAT" << "tea-6fb46d899f-4zkt2 > 110.242.68.4" << "delivered delivered at tea-6fb46d899f-4zkt2.eth0";
    QTest::newRow("of a pod") << "DNAT" << across << "delivered delivered at tea-6fb46d899f-4zkt2.eth0";
}

void tst_path::answers()
{
    QFETCH(QString, asked);
    QFETCH(QString, question);
    const Cluster cluster = clusterWith("flannel-vxlan", {"master: ^:FLANNEL-FWD .*\n => :FLANNEL-FWD - [0:0]\n:ANSWERS - [0:0]\n",
        "master: ^-A FORWARD -m comment --comment .kubernetes.*\n => -A FORWARD -m conntrack --ctstate ESTABLISHED -j ANSWERS\n-A ANSWERS -m conntrack --ctstate " + asked + " -j DROP\n"});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, question));
    QVERIFY(prediction.back);
    QTEST(endOf(prediction.back->likeliest()), "end");
}

// VXLAN takes its source port of what it carries, and its destination's is one of its own (drivers/net/vxlan/vxlan_core.c vxlan_xmit_one): to
// conntrack the frame that carries the answer belongs to no connection that it knows.
void tst_path::answersInTunnels_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("end");
    QTest::newRow("of a new connection") << "NEW" << "dropped filtered, NETFILTER_DROP at master.eth0: -A INPUT -p udp -m udp --dport 8472 -m conntrack --ctstate";
    QTest::newRow("of none that is known") << "ESTABLISHED" << "delivered delivered at tea-6fb46d899f-4zkt2.eth0";
}

void tst_path::answersInTunnels()
{
    QFETCH(QString, state);
    QFETCH(QString, end);
    const Cluster cluster = clusterWith("flannel-vxlan", {"master: ^-A FORWARD -m comment --comment .kubernetes.*\n => -A INPUT -p udp -m udp --dport 8472 -m conntrack --ctstate " + state + " -j DROP\n"});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, across));
    QVERIFY(prediction.back);
    const QString found = endOf(prediction.back->likeliest());
    QVERIFY2(found.startsWith(end), qPrintable(found));
}

// An answer is as long as a SYN, and of TCP it is not cut.
void tst_path::answersThatFit_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("end");
    const QString change = "VM: (eth0@if\\d+: .*) mtu 1450 => \\1 mtu %1", back = "delivered delivered at tea-6fb46d899f-4zkt2.eth0";
    QTest::newRow("just fits") << "flannel-vxlan" << change.arg(60) << across << back;
    QTest::newRow("does not") << "flannel-vxlan" << change.arg(59) << across << "dropped too-big, PKT_TOO_BIG at web-5dcb957ccc-d4n6l: 3: eth0@if8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 59 qdisc ";
    QTest::newRow("is cut") << "flannel-vxlan" << change.arg(59) << across + " icmp" << back;
}

void tst_path::answersThatFit()
{
    QFETCH(QString, sample);
    QFETCH(QString, change);
    QFETCH(QString, question);
    QFETCH(QString, end);
    const Cluster cluster = clusterWith(sample, {change});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, question));
    QVERIFY(prediction.back);
    const QString found = endOf(prediction.back->likeliest());
    QVERIFY2(found.startsWith(end.trimmed()), qPrintable(found));
}

// A device whose number and port nobody printed is taken to be as usual, and that is said; IPIP and WireGuard have none.
void tst_path::unprintedTunnels_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("question");
    QTest::addColumn<bool>("isAssumed");
    const auto row = [](const char *name, const char *sample, const char *change, const QString &question, bool isAssumed) { QTest::newRow(name) << QString(sample) << QString(change) << question << isAssumed; };
    row("all printed", "flannel-vxlan", "", across, false);
    row("VXLAN's", "flannel-vxlan", "master: ^    vxlan id 1 .*\n => ", across, true);
    row("IPIP has neither", "calico-ipip", "", "blog-7c96bd5f4d-lz2pk > wiki-59d8fb6c7c-9mxrb", false);
}

void tst_path::unprintedTunnels()
{
    QFETCH(QString, sample);
    QFETCH(QString, change);
    QFETCH(QString, question);
    const Cluster cluster = clusterWith(sample, change.isEmpty() ? QStringList() : QStringList{change});
    const path::Predictor predictor(cluster);
    const Path way = predictor.predict(questionOf(predictor, question)).likeliest();
    QCOMPARE(textOf(nameOf(way.ending.disposition)), QString("delivered"));
    QTEST(std::ranges::any_of(way.assumed, [](const path::AssumedFact &fact) { return fact.table == HostTable::Interfaces && fact.ask == "ip -d link"; }), "isAssumed");
}

// A step by the lines that made it, there and back.
void tst_path::cited_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("step"); // what it says begins so; or what is said of the end
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QStringList &changes, const QString &question, const char *step, const char *line) { QTest::newRow(name) << "flannel-vxlan" << changes << question << QString(step) << QString(line); };
    row("redirected behind the bridge", {}, "tea-6fb46d899f-4zkt2 > svc/kube-dns", "10.244.0.58 is at 0e:37:9a:c4:61:1d, behind", "10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1");
    row("redirected to whom nobody had as neighbour", {"master: ^10.244.0.58 .*\n => "}, "tea-6fb46d899f-4zkt2 > svc/kube-dns", "The kernel asks the link who has 10.244.0.58", "10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1");
    row("a gateway by its name", {"master: ^default via 172.27.0.1 => default via gateway", "master: ^(0.0.0.0 +)?172.27.0.1 .*\n => "}, across, "gateway is at fe:ee:32:07:ea:07", "gateway ether fe:ee:32:07:ea:07 C eth0");
    row("an answer of a service whose rules nobody printed", {"master: \\]# (iptables|conntrack).*\n([^\\[].*\n)* => ]# true\n"}, "tea-6fb46d899f-4zkt2 > svc/cart", "POSTROUTING makes", "10.244.1.7");
    row("an answer, as its request was translated", {}, "tea-6fb46d899f-4zkt2 > svc/cart", "POSTROUTING makes", "--to-destination 10.244.1.7");
    for (const char *line : {"172.27.0.12 ether 52:54:00:99:99:99", "ether 52:54:00:b8:46:12"})
        QTest::addRow("a neighbour's MAC address that is another one's: %s", line) << "flannel-host-gw" << QStringList{"k8s-master: (172.27.0.12 .*)52:54:00:b8:46:12 => \\152:54:00:99:99:99"} << "cake-5f7c9d84bb-r6x2m > shop-6d8f7b9c5d-x2k4q" << "172.27.0.12 is at 52:54:00:b8:46:12, but" << QString(line);
}

void tst_path::cited()
{
    QFETCH(QString, sample);
    QFETCH(QStringList, changes);
    QFETCH(QString, question);
    QFETCH(QString, step);
    QFETCH(QString, line);
    const Cluster cluster = clusterWith(sample, changes);
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, question));
    QStringList lines;
    const path::Ending &ending = prediction.likeliest().ending;
    if (textOf(ending.reason.english()).startsWith(step))
        for (const Evidence &evidence : ending.evidence)
            lines << textOf(evidence.text()).simplified();
    for (const Path &way : {prediction.likeliest(), prediction.back ? prediction.back->likeliest() : Path{}})
        for (const path::Hop &hop : way.hops)
            for (const path::Step &one : hop.steps)
                if (textOf(one.text.english()).startsWith(step))
                    for (const Evidence &evidence : one.evidence)
                        lines << textOf(evidence.text()).simplified();
    QVERIFY2(std::ranges::any_of(lines, [&](const QString &cited) { return cited.contains(line); }), qPrintable(lines.join("; ")));
}

// The outer header begins with the node's own time to live, by the line that says it; else with Linux's.
void tst_path::timeToLive_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("value");
    const QString setting = "net.ipv4.ip_default_ttl = 99";
    QTest::newRow("nobody printed it") << QStringList{} << "64";
    QTest::newRow("printed") << QStringList{"master: ^net.ipv4.ip_forward = 1\n => net.ipv4.ip_forward = 1\n" + setting + "\n"} << "99 " + setting;
    QTest::newRow("of IPv6 alone") << QStringList{"master: ^net.ipv4.ip_forward = 1\n => net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.hop_limit = 99\n"} << "64";
    // The kernel's own words (`ip link add type vxlan … ttl 9`, `ttl inherit`); the pod's packet has 63 there.
    const QString device = "vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472 nolearning ttl %1 ageing 300 noudpcsum noudp6zerocsumtx noudp6zerocsumrx";
    QTest::newRow("the device's own") << QStringList{"master: ttl auto => ttl 9"} << "9 " + device.arg("9");
    QTest::newRow("the device's own goes before the kernel's")
        << QStringList{"master: ttl auto => ttl 255", "master: ^net.ipv4.ip_forward = 1\n => net.ipv4.ip_forward = 1\n" + setting + "\n"} << "255 " + device.arg("255");
    QTest::newRow("the inner packet's") << QStringList{"master: ttl auto => ttl inherit"} << "63 " + device.arg("inherit");
    QTest::newRow("more than there is") << QStringList{"master: ttl auto => ttl 256"} << "64";
    QTest::newRow("of the other node") << QStringList{"VM: ^net.ipv4.ip_forward = 1\n => net.ipv4.ip_forward = 1\n" + setting + "\n"} << "64";
}

void tst_path::timeToLive()
{
    QFETCH(QStringList, changes);
    const Cluster cluster = clusterWith("flannel-vxlan", changes);
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, across));
    QString value;
    for (const path::Field &field : prediction.likeliest().hops.at(4).fields())
        if (field.scope == "underlay" && field.name == "ip.ttl") {
            value = QString::fromStdString(field.value.value_or("?"));
            for (const Evidence &evidence : field.evidence)
                value += " " + textOf(evidence.text()).simplified().section(" addrgenmode", 0, 0);
        }
    QTEST(value, "value");
}

// What `ip -d link` and `ip tunnel` say of it, as text and as JSON.
void tst_path::printedTimeToLive_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("told");
    const auto json = [](const char *more) {
        return QString(R"([{"ifindex":2,"ifname":"vx0","flags":["BROADCAST"],"mtu":1500,"operstate":"DOWN","link_type":"ether","address":"ce:6b:99:e2:b5:7e","linkinfo":{"info_kind":"vxlan","info_data":{"id":5,"local":"10.0.0.1","port":4789,"learning":true%1}}}])").arg(more);
    };
    QTest::newRow("JSON, a number") << "# ip -j -d link\n" + json(",\"ttl\":9") << "9";
    QTest::newRow("JSON, a word") << "# ip -j -d link\n" + json(",\"ttl\":\"auto\"") << "auto";
    QTest::newRow("JSON, nothing") << "# ip -j -d link\n" + json("") << "";
    QTest::newRow("JSON, none") << "# ip -j -d link\n" + json(",\"ttl\":0") << "";
    QTest::newRow("ip tunnel") << "# ip tunnel\nvx0: ip/ip  remote 192.0.2.9  local 192.0.2.7  dev ens4  ttl 64\n" << "64";
}

void tst_path::printedTimeToLive()
{
    QFETCH(QString, output);
    const Cluster cluster = clusterOf(readPastedSnapshot(QString("[root@n1 ~]" + output).toStdString()).facts);
    const auto node = std::ranges::find(cluster.nodes, "n1", &ClusterNode::name); // its remote may stand there as another
    QVERIFY(node != cluster.nodes.end());
    const NetworkInterface *device = node->net.interface("vx0");
    QVERIFY(device && device->tunnel);
    const Known<std::string> &told = device->tunnel->timeToLive;
    QTEST(told ? QString::fromStdString(*told) : QString(), "told");
}

// IP in IP takes the inner packet's where it was given none.
void tst_path::timeToLiveOfIpInIp_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("value");
    QTest::newRow("nothing printed") << "" << "63 copied";
    QTest::newRow("inherited") << "    ipip any remote any local any ttl inherit nopmtudisc addrgenmode eui64 numtxqueues 1\n" << "63 copied";
    QTest::newRow("its own") << "    ipip any remote any local any ttl 7 nopmtudisc addrgenmode eui64 numtxqueues 1\n" << "7 device";
}

void tst_path::timeToLiveOfIpInIp()
{
    QFETCH(QString, output);
    const QString heading = "3: tunl0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/ipip 0.0.0.0 brd 0.0.0.0 promiscuity 0\n";
    const Cluster cluster = clusterWith("calico-ipip", output.isEmpty() ? QStringList{} : QStringList{"cn-master: \\z => \n[root@cn-master ~]# ip -d link\n" + heading + output});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, "blog-7c96bd5f4d-lz2pk > wiki-59d8fb6c7c-9mxrb"));
    QString value;
    for (const path::Hop &hop : prediction.likeliest().hops)
        if (hop.interface == "eth0" && hop.node == "cn-master")
            for (const path::Field &field : hop.fields())
                if (field.scope == "underlay" && field.name == "ip.ttl")
                    value = QString::fromStdString(field.value.value_or("?")) + " " + textOf(nameOf(field.origin.kind));
    QTEST(value, "value");
}

// As JSON prints them, each value on a line of its own; a line that says several is cited once.
void tst_path::linesOfTunnels()
{
    const Cluster cluster = clusterWith("flannel-vxlan", {});
    EvidenceList lines;
    for (const FirewallRuleFact &rule : cluster.nodes.front().net.firewall)
        lines.push_back(rule.evidence);
    QVERIFY(lines.size() >= 6);
    lines.resize(6);
    NetworkInterface device;
    device.evidence = {lines[5]};
    QVERIFY(path::tunnelLines(device) == EvidenceList{lines[5]});
    device.tunnel = Tunnel{{1, lines[0]}, {8472, lines[1]}, {*IpAddress::parse("10.0.0.1"), lines[2]}, {*IpAddress::parse("10.0.0.2"), lines[3]}, {"eth0", lines[4]}, {}};
    QVERIFY(path::tunnelLines(device) == EvidenceList(lines.begin(), lines.begin() + 5));
    device.tunnel->device = {"eth0", lines[0]};
    QVERIFY(path::tunnelLines(device) == EvidenceList(lines.begin(), lines.begin() + 4));
}

// Where nobody printed rules they are kube-proxy's and flannel's: the addresses with which a packet leaves the node.
// A client that asks from the port of a connection whose endpoint is gone (net/netfilter/nf_nat_core.c nf_nat_packet): what conntrack remembers goes before rules.
void tst_path::orphans_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QStringList>("ends"); // the likeliest first
    const QString entry = "udp 17 25 src=10.244.0.60 dst=10.96.0.10 sport=40112 dport=53 [UNREPLIED] src=10.244.0.99 dst=10.244.0.60 sport=53 dport=40112 mark=0 use=1";
    const QString ask = "tea-6fb46d899f-4zkt2 > svc/kube-dns udp";
    const auto row = [](const char *name, const QString &line, const QString &question, const QStringList &ends) { QTest::newRow(name) << line << question << ends; };
    const QString delivered = "delivered delivered at coredns-7ff77c879f-6psjb.eth0";
    row("nothing remembered", "", ask, {delivered});
    row("remembered", entry, ask, {delivered, "dropped stale-translation, NEIGH_FAILED at master.vetha1f852ea: " + entry.left(60)});
    row("to a network that nobody has", QString(entry).replace("10.244.0.99", "10.244.7.99"), ask, {delivered, "dropped stale-translation at master.eth0: " + entry.left(60)});
    row("answered", QString(entry).remove("[UNREPLIED] "), ask, {delivered});
    row("to a pod that is there", QString(entry).replace("10.244.0.99", "10.244.0.58"), ask, {delivered});
    row("not translated", QString(entry).replace("src=10.244.0.99", "src=10.96.0.10"), ask, {delivered});
    row("of another pod", QString(entry).replace("10.244.0.60", "10.244.0.61"), ask, {delivered});
    row("of another service", QString(entry).replace("10.96.0.10", "10.96.0.77"), ask, {delivered});
    row("of another protocol", QString(entry).replace("udp 17 25", "tcp 6 25 SYN_SENT"), ask, {delivered});
    row("to another port", QString(entry).replace("dport=53", "dport=9153"), ask, {delivered});
}

void tst_path::orphans()
{
    QFETCH(QString, entry);
    QFETCH(QString, question);
    QFETCH(QStringList, ends);
    const Cluster cluster = clusterWith("flannel-vxlan", {"master: \\z => \n[root@master ~]# conntrack -L\n" + entry + '\n'});
    const path::Predictor predictor(cluster);
    const std::vector<Path> ways = predictor.predict(questionOf(predictor, question)).branches;
    QStringList found;
    for (const Path &way : ways)
        found << endOf(way);
    QCOMPARE(found, ends);
    QCOMPARE(ways.front().probability, std::optional(1.0));
    if (ways.size() < 2)
        return;
    QCOMPARE(textOf(ways.back().because.english()), QString("a packet from port 40112, whose connection master remembers"));
    QVERIFY(!ways.back().probability);
    QCOMPARE(ways.back().packet.inner().ip.destination.value.text().starts_with("10.244."), true);
    QVERIFY(textOf(ways.back().ending.reason.english()).startsWith("The connection that master remembers sends it to 10.244."));
    QCOMPARE(ways.back().ending.evidence.size(), std::size_t(2));
}

void tst_path::usualRules_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("addresses");
    QTest::newRow("a pod to the outside") << "tea-6fb46d899f-4zkt2 > 110.242.68.4" << "172.27.0.11 110.242.68.4";
    QTest::newRow("a node to the outside") << "master > 110.242.68.4" << "172.27.0.11 110.242.68.4";
    QTest::newRow("a pod to a pod") << across << "10.244.0.60 10.244.1.3";
    QTest::newRow("a pod to a service") << "tea-6fb46d899f-4zkt2 > svc/cart" << "10.244.0.60 10.244.1.7";
    QTest::newRow("a node to a service") << "master > svc/cart" << "10.244.0.0 10.244.1.7"; // of the device by which the route to 10.244.1.0/24 leads
}

void tst_path::usualRules()
{
    QFETCH(QString, question);
    const Cluster cluster = clusterWith("flannel-vxlan", {"master: \\]# (iptables|conntrack).*\n([^\\[].*\n)* => ]# true\n"});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, question));
    QString addresses;
    for (const path::Hop &hop : prediction.likeliest().hops)
        if (hop.node == "master" && hop.interface == "eth0" && hop.packet)
            addresses = QString::fromStdString(hop.packet->inner().ip.source.value.text() + " " + hop.packet->inner().ip.destination.value.text());
    QTEST(addresses, "addresses");
}

void tst_path::ways_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("back");

    const auto row = [](const char *sample, const char *question, const char *way, const char *back) { QTest::addRow("%s: %s", sample, question) << sample << question << way << back; };
    row("flannel-vxlan", "tea-6fb46d899f-4zkt2 > web-5dcb957ccc-d4n6l", "tea-6fb46d899f-4zkt2.eth0 master.vetha1f852ea master.cni0 master.flannel.1 master.eth0 router VM-16-10-centos.eth0 VM-16-10-centos.flannel.1 VM-16-10-centos.cni0 VM-16-10-centos.veth48059492 web-5dcb957ccc-d4n6l.eth0",
        "web-5dcb957ccc-d4n6l.eth0 VM-16-10-centos.veth48059492 VM-16-10-centos.cni0 VM-16-10-centos.flannel.1 VM-16-10-centos.eth0 router master.eth0 master.flannel.1 master.cni0 master.vetha1f852ea tea-6fb46d899f-4zkt2.eth0");
    row("flannel-vxlan", "tea-6fb46d899f-4zkt2 > web-5dcb957ccc-flhdd", "tea-6fb46d899f-4zkt2.eth0 master.vetha1f852ea master.cni0 master.veth7bd66290 web-5dcb957ccc-flhdd.eth0",
        "web-5dcb957ccc-flhdd.eth0 master.veth7bd66290 master.cni0 master.vetha1f852ea tea-6fb46d899f-4zkt2.eth0");
    row("flannel-vxlan", "master > VM-16-10-centos", "master.eth0 router VM-16-10-centos.eth0",
        "VM-16-10-centos.eth0 router master.eth0");
    row("flannel-vxlan", "master > tea-6fb46d899f-4zkt2", "master.cni0 master.vetha1f852ea tea-6fb46d899f-4zkt2.eth0",
        "tea-6fb46d899f-4zkt2.eth0 master.vetha1f852ea master.cni0");
    row("flannel-vxlan", "tea-6fb46d899f-4zkt2 > master", "tea-6fb46d899f-4zkt2.eth0 master.vetha1f852ea master.cni0",
        "master.cni0 master.vetha1f852ea tea-6fb46d899f-4zkt2.eth0");
    row("flannel-vxlan", "master > master", "master.lo",
        "master.lo");
    row("flannel-vxlan", "tea-6fb46d899f-4zkt2 > tea-6fb46d899f-4zkt2", "tea-6fb46d899f-4zkt2.lo",
        "tea-6fb46d899f-4zkt2.lo");
    row("flannel-vxlan", "8.8.8.8 > tea-6fb46d899f-4zkt2", "router master.eth0 master.cni0 master.vetha1f852ea tea-6fb46d899f-4zkt2.eth0",
        "tea-6fb46d899f-4zkt2.eth0 master.vetha1f852ea master.cni0 master.eth0 router");
    row("flannel-vxlan", "8.8.8.8 > master", "router master.eth0",
        "master.eth0 router");
    row("flannel-vxlan", "master > 8.8.8.8", "master.eth0 router",
        "router master.eth0");
    row("flannel-udp", "menu-7b5d4c8f96-qj8ns > cook-59c6df8b74-2mlxd", "menu-7b5d4c8f96-qj8ns.eth0 udp-master.vethd15a60c3 udp-master.cni0 udp-master.flannel0 udp-master.eth0 router udp-worker1.eth0 udp-worker1.flannel0 udp-worker1.cni0 udp-worker1.veth29be7f04 cook-59c6df8b74-2mlxd.eth0",
        "cook-59c6df8b74-2mlxd.eth0 udp-worker1.veth29be7f04 udp-worker1.cni0 udp-worker1.flannel0 udp-worker1.eth0 router udp-master.eth0 udp-master.flannel0 udp-master.cni0 udp-master.vethd15a60c3 menu-7b5d4c8f96-qj8ns.eth0");
    row("flannel-host-gw", "cake-5f7c9d84bb-r6x2m > shop-6d8f7b9c5d-x2k4q", "cake-5f7c9d84bb-r6x2m.eth0 k8s-master.vethb39f04d1 k8s-master.cni0 k8s-master.eth0 k8s-node1.eth0 k8s-node1.cni0 k8s-node1.veth7c2e58aa shop-6d8f7b9c5d-x2k4q.eth0",
        "shop-6d8f7b9c5d-x2k4q.eth0 k8s-node1.veth7c2e58aa k8s-node1.cni0 k8s-node1.eth0 k8s-master.eth0 k8s-master.cni0 k8s-master.vethb39f04d1 cake-5f7c9d84bb-r6x2m.eth0");
    row("calico-ipip", "blog-7c96bd5f4d-lz2pk > wiki-59d8fb6c7c-9mxrb", "blog-7c96bd5f4d-lz2pk.eth0 cn-master.calieae1c027f47 cn-master.tunl0 cn-master.eth0 router cn-worker2.eth0 cn-worker2.tunl0 cn-worker2.calib18c5c82083 wiki-59d8fb6c7c-9mxrb.eth0",
        "wiki-59d8fb6c7c-9mxrb.eth0 cn-worker2.calib18c5c82083 cn-worker2.tunl0 cn-worker2.eth0 router cn-master.eth0 cn-master.tunl0 cn-master.calieae1c027f47 blog-7c96bd5f4d-lz2pk.eth0");
    row("calico-ipip", "blog-7c96bd5f4d-lz2pk > post-68f5c7b9d4-t8wqs", "blog-7c96bd5f4d-lz2pk.eth0 cn-master.calieae1c027f47 cn-master.eth0 cn-worker1.eth0 cn-worker1.cali39ac04d0472 post-68f5c7b9d4-t8wqs.eth0",
        "post-68f5c7b9d4-t8wqs.eth0 cn-worker1.cali39ac04d0472 cn-worker1.eth0 cn-master.eth0 cn-master.calieae1c027f47 blog-7c96bd5f4d-lz2pk.eth0");
    row("calico-ipip", "blog-7c96bd5f4d-lz2pk > coredns-5d78c9869d-hn4vj", "blog-7c96bd5f4d-lz2pk.eth0 cn-master.calieae1c027f47 cn-master.calia92275ea629 coredns-5d78c9869d-hn4vj.eth0",
        "coredns-5d78c9869d-hn4vj.eth0 cn-master.calia92275ea629 cn-master.calieae1c027f47 blog-7c96bd5f4d-lz2pk.eth0");
    row("calico-vxlan", "moss-7b9d5c8f64-kd2vw > reed-64c8b7d9f5-r5hnc", "moss-7b9d5c8f64-kd2vw.eth0 cv-master.calic49de902313 cv-master.vxlan.calico cv-master.eth0 router cv-worker2.eth0 cv-worker2.vxlan.calico cv-worker2.calic07348cf4b5 reed-64c8b7d9f5-r5hnc.eth0",
        "reed-64c8b7d9f5-r5hnc.eth0 cv-worker2.calic07348cf4b5 cv-worker2.vxlan.calico cv-worker2.eth0 router cv-master.eth0 cv-master.vxlan.calico cv-master.calic49de902313 moss-7b9d5c8f64-kd2vw.eth0");
    row("calico-vxlan", "moss-7b9d5c8f64-kd2vw > fd00:10:244:87::1c3", "moss-7b9d5c8f64-kd2vw.eth0 cv-master.calic49de902313 cv-master.vxlan-v6.calico cv-master.eth0 router cv-worker2.eth0 cv-worker2.vxlan-v6.calico cv-worker2.calic07348cf4b5 reed-64c8b7d9f5-r5hnc.eth0",
        "reed-64c8b7d9f5-r5hnc.eth0 cv-worker2.calic07348cf4b5 cv-worker2.vxlan-v6.calico cv-worker2.eth0 router cv-master.eth0 cv-master.vxlan-v6.calico cv-master.calic49de902313 moss-7b9d5c8f64-kd2vw.eth0");
    row("calico-vxlan", "moss-7b9d5c8f64-kd2vw > fd00:10:244:60::45", "moss-7b9d5c8f64-kd2vw.eth0 cv-master.calic49de902313 cv-master.eth0 cv-worker1.eth0 cv-worker1.cali4f7f56533d6 fern-58d7f6c9b4-j9tml.eth0",
        "fern-58d7f6c9b4-j9tml.eth0 cv-worker1.cali4f7f56533d6 cv-worker1.eth0 cv-master.eth0 cv-master.calic49de902313 moss-7b9d5c8f64-kd2vw.eth0");
}

void tst_path::ways()
{
    QFETCH(QString, sample);
    QFETCH(QString, question);
    const Cluster cluster = clusterWith(sample, {});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, question));
    QTEST(wayOf(prediction.likeliest()), "way");
    QTEST(prediction.back ? wayOf(prediction.back->likeliest()) : QString("none"), "back");
}

// Every step of one way: its kind and key, the lines that made it, those that lost, what it changed.
void tst_path::steps()
{
    const Cluster cluster = clusterWith("flannel-vxlan", {});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, across));
    QStringList lines;
    for (const path::Hop &hop : prediction.likeliest().hops) {
        for (const path::Step &step : hop.steps) {
            QString line = textOf(nameOf(step.kind)) + " " + QString::fromStdString(step.key);
            for (const Evidence &evidence : step.evidence)
                line += " [" + textOf(evidence.text()).simplified().left(50) + "]";
            for (const kernel::Rejected &rejected : step.rejected)
                line += " < " + textOf(rejected.evidence.text()).simplified().left(40) + " " + textOf(rejected.because);
            for (const path::Change &change : step.changes)
                line += QString(" %1 %2>%3").arg(textOf(change.field), QString::fromStdString(change.from.value_or("")), QString::fromStdString(change.to.value_or("")));
            lines << line;
        }
        lines << "= " + placeOf(hop);
    }
    QCOMPARE(lines, (QStringList{
        "route 10.244.1.3 [10.244.0.0/16 via 10.244.0.1 dev eth0] < default via 10.244.0.1 dev eth0 shorter prefix",
        "neighbour 10.244.0.1 dev eth0 [10.244.0.1 dev eth0 lladdr 82:2a:05:51:fe:51 REACH]",
        "= tea-6fb46d899f-4zkt2.eth0",
        "veth eth0 [link/ether e6:0b:c8:4d:17:a5 brd ff:ff:ff:ff:ff:ff] [tea-6fb46d899f-4zkt2 (id: 2)] [peer_ifindex: 17] [peer_ifindex: 3] [10.244.0.60 ether b2:ad:3a:6e:3a:4f C cni0] [b2:ad:3a:6e:3a:4f dev vetha1f852ea master cni0]",
        "= master.vetha1f852ea",
        "port 82:2a:05:51:fe:51 dev cni0 [ether 82:2a:05:51:fe:51 txqueuelen 1000 (Ethernet)]",
        "= master.cni0",
        "route 10.244.1.3 from 10.244.0.60 [10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink] < default via 172.27.0.1 dev eth0 shorter prefix ip.ttl 64>63",
        "filter 10.244.1.3 [-A FORWARD -m comment --comment \"flanneld forward\"] [-A FLANNEL-FWD -s 10.244.0.0/16 -m comment --comme] < -A FORWARD -m comment --comment \"kuberne nothing in it holds",
        "translate 10.244.1.3 [-A POSTROUTING -m comment --comment \"kubernetes po] [-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000] [-A POSTROUTING -m comment --comment \"flanneld masq] [-A FLANNEL-POSTRTG -s 10.244.0.0/24 -d 10.244.0.0/] < -A FLANNEL-POSTRTG -m mark --mark 0x4000 other mark",
        "neighbour 10.244.1.0 dev flannel.1 [10.244.1.0 ether 2a:3c:a0:e1:a9:b6 CM flannel.1]",
        "= master.flannel.1",
        "fdb 2a:3c:a0:e1:a9:b6 dev flannel.1 [2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 s]",
        "encapsulate vxlan [vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 ]",
        "route 172.27.16.10 from 172.27.0.11 [default via 172.27.0.1 dev eth0]",
        "translate 172.27.16.10 [-A POSTROUTING -m comment --comment \"kubernetes po] [-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000] < -A POSTROUTING -m comment --comment \"fla nothing in it holds",
        "neighbour 172.27.0.1 dev eth0 [gateway ether fe:ee:32:07:ea:07 C eth0]",
        "= master.eth0",
        "wire 172.27.0.1 [gateway ether fe:ee:32:07:ea:07 C eth0]",
        "= router",
        "wire 172.27.16.10 [inet 172.27.16.10/20 brd 172.27.31.255 scope globa]",
        "= VM-16-10-centos.eth0",
        "route 172.27.16.10 from 172.27.0.11 [inet 172.27.16.10/20 brd 172.27.31.255 scope globa]",
        "filter 172.27.16.10 [:INPUT ACCEPT [45:6171]]",
        "decapsulate vxlan [vxlan id 1 local 172.27.16.10 dev eth0 srcport 0 0]",
        "= VM-16-10-centos.flannel.1",
        "route 10.244.1.3 from 10.244.0.60 [10.244.1.0/24 dev cni0 proto kernel scope link src] < default via 172.27.16.1 dev eth0 shorter prefix ip.ttl 63>62",
        "filter 10.244.1.3 [-A FORWARD -m comment --comment \"flanneld forward\"] [-A FLANNEL-FWD -s 10.244.0.0/16 -m comment --comme] < -A FORWARD -m comment --comment \"kuberne nothing in it holds",
        "translate 10.244.1.3 [-A POSTROUTING -m comment --comment \"kubernetes po] [-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000] [-A POSTROUTING -m comment --comment \"flanneld masq] [-A FLANNEL-POSTRTG -s 10.244.0.0/16 -d 10.244.1.0/] < -A FLANNEL-POSTRTG -s 10.244.1.0/24 -d 1 other source < -A FLANNEL-POSTRTG -m mark --mark 0x4000 other mark",
        "neighbour 10.244.1.3 dev cni0 [10.244.1.3 ether 9e:72:0d:5f:83:16 C cni0]",
        "= VM-16-10-centos.cni0",
        "port 9e:72:0d:5f:83:16 dev cni0 [9e:72:0d:5f:83:16 dev veth48059492 master cni0]",
        "= VM-16-10-centos.veth48059492",
        "veth veth48059492 [link/ether 36:c9:e4:1a:7d:50 brd ff:ff:ff:ff:ff:ff] [web-5dcb957ccc-d4n6l (id: 0)] [peer_ifindex: 8] [peer_ifindex: 3] [10.244.1.3 ether 9e:72:0d:5f:83:16 C cni0] [9e:72:0d:5f:83:16 dev veth48059492 master cni0]",
        "route 10.244.1.3 from 10.244.0.60 [inet 10.244.1.3/24 brd 10.244.1.255 scope global e]",
        "deliver 10.244.1.3 [inet 10.244.1.3/24 brd 10.244.1.255 scope global e]",
        "= web-5dcb957ccc-d4n6l.eth0",
    }));
}

// Every value of the frame on the first node's NIC, with its origin and its line.
void tst_path::values()
{
    const Cluster cluster = clusterWith("flannel-vxlan", {});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, across));
    const path::Hop &nic = prediction.likeliest().hops.at(4);
    QStringList lines;
    for (const path::Field &field : nic.fields()) {
        const path::Origin &origin = field.origin;
        QString line = QString("%1 %2 %3 %4").arg(textOf(field.scope), textOf(field.name), QString::fromStdString(field.value.value_or("?")), textOf(nameOf(origin.kind)));
        for (const std::string &word : {origin.node, origin.interface, origin.pod, origin.ip ? origin.ip->text() : std::string()})
            line += " " + (word.empty() ? QString("-") : QString::fromStdString(word));
        for (const Evidence &evidence : field.evidence)
            line += " [" + textOf(evidence.text()).simplified().left(50) + "]";
        lines << line;
    }
    QCOMPARE(lines, (QStringList{
        "underlay eth.src 52:54:00:c2:ee:db interface-mac master eth0 - - [ether 52:54:00:c2:ee:db txqueuelen 1000 (Ethernet)]",
        "underlay eth.dst fe:ee:32:07:ea:07 gateway-neighbour master eth0 - 172.27.0.1 [gateway ether fe:ee:32:07:ea:07 C eth0]",
        "underlay eth.type 0x0800 constant - - - -",
        "underlay ip.src 172.27.0.11 interface-ip master eth0 - 172.27.0.11 [vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 ] [inet 172.27.0.11/20 brd 172.27.15.255 scope global]",
        "underlay ip.dst 172.27.16.10 fdb master flannel.1 - 172.27.16.10 [2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 s]",
        "underlay ip.ttl 64 constant - - - -",
        "underlay ip.proto 17 constant - - - -",
        "underlay udp.dstport 8472 device master flannel.1 - - [vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 ]",
        "underlay vxlan.vni 1 device master flannel.1 - - [vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 ]",
        "overlay eth.src 8e:5c:79:80:cd:cc interface-mac master flannel.1 - - [link/ether 8e:5c:79:80:cd:cc brd ff:ff:ff:ff:ff:ff]",
        "overlay eth.dst 2a:3c:a0:e1:a9:b6 gateway-neighbour master flannel.1 - 10.244.1.0 [10.244.1.0 ether 2a:3c:a0:e1:a9:b6 CM flannel.1]",
        "overlay eth.type 0x0800 constant - - - -",
        "overlay ip.src 10.244.0.60 pod-ip master eth0 default/tea-6fb46d899f-4zkt2 10.244.0.60 [inet 10.244.0.60/24 brd 10.244.0.255 scope global ]",
        "overlay ip.dst 10.244.1.3 pod-ip VM-16-10-centos eth0 default/web-5dcb957ccc-d4n6l 10.244.1.3 [inet 10.244.1.3/24 brd 10.244.1.255 scope global e]",
        "overlay ip.ttl 63 constant - - - -",
        "overlay ip.proto 6 constant - - - -",
        "overlay tcp.dstport 80 application - - - -",
    }));
}

// What passes rp_filter cites the setting and the way back; where the filter is off, nobody asks.
void tst_path::reversePathIsCited_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("lines");
    const QString way = "10.244.0.0/24 via 10.244.0.0 dev flannel.1 onlink";
    QTest::newRow("strict") << "1" << QStringList{"10.244.0.60: net.ipv4.conf.all.rp_filter = 1 + 32766: from all lookup main + " + way};
    QTest::newRow("loose") << "2" << QStringList{"10.244.0.60: net.ipv4.conf.all.rp_filter = 2 + 32766: from all lookup main + " + way};
    QTest::newRow("off") << "0" << QStringList{};
}

void tst_path::reversePathIsCited()
{
    QFETCH(QString, setting);
    const Cluster cluster = clusterWith("flannel-vxlan", {"VM: all.rp_filter = 0 => all.rp_filter = " + setting + "\nnet.ipv4.conf.flannel/1.rp_filter = 0"});
    const path::Predictor predictor(cluster);
    const Prediction prediction = predictor.predict(questionOf(predictor, across));
    QStringList lines;
    for (const path::Hop &hop : prediction.likeliest().hops) {
        for (const path::Step &step : hop.steps) {
            if (!textOf(step.text.english()).startsWith("rp_filter lets ") || hop.interface != "cni0")
                continue;
            QCOMPARE(hop.node, std::string("VM-16-10-centos"));
            QStringList cited;
            for (const Evidence &evidence : step.evidence)
                cited << textOf(evidence.text()).simplified();
            lines << QString::fromStdString(step.key) + ": " + cited.join(" + ");
        }
    }
    QTEST(lines, "lines");
}

void tst_path::names_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("who");

    QTest::newRow("a pod") << "tea-6fb46d899f-4zkt2" <<"pod default/tea-6fb46d899f-4zkt2 10.244.0.60";
    QTest::newRow("with its namespace") << "kube-system/coredns-7ff77c879f-6psjb" <<"pod kube-system/coredns-7ff77c879f-6psjb 10.244.0.58";
    QTest::newRow("in another namespace") << "kube-system/tea-6fb46d899f-4zkt2" <<"no pod, node or service is called kube-system/tea-6fb46d899f-4zkt2; the nearest: default/tea-6fb46d899f-4zkt2, kube-system/coredns-7ff77c879f-6psjb, kube-system/kube-dns";
    QTest::newRow("by its kind") << "pod/tea-6fb46d899f-4zkt2" <<"pod default/tea-6fb46d899f-4zkt2 10.244.0.60";
    QTest::newRow("of another kind") << "node/tea-6fb46d899f-4zkt2" <<"no pod, node or service is called tea-6fb46d899f-4zkt2; the nearest: default/tea-6fb46d899f-4zkt2, default/web-5dcb957ccc-d4n6l, kube-system/coredns-7ff77c879f-6psjb";
    QTest::newRow("a node") << "master" <<"node master 172.27.0.11 172.17.0.1 10.244.0.0 10.244.0.1";
    QTest::newRow("a node by its kind") << "node/master" <<"node master 172.27.0.11 172.17.0.1 10.244.0.0 10.244.0.1";
    QTest::newRow("a pod's address") << "10.244.0.60" <<"pod default/tea-6fb46d899f-4zkt2 10.244.0.60";
    QTest::newRow("a node's address") << "10.244.0.1" <<"node master 10.244.0.1";
    QTest::newRow("nobody's address") << "10.244.7.7" <<"outside 10.244.7.7 10.244.7.7";
    QTest::newRow("the beginning of a name") << "tea" <<"no pod, node or service is called tea; the nearest: default/tea-6fb46d899f-4zkt2, default/web, master";
    QTest::newRow("misspelt") << "mastre" <<"no pod, node or service is called mastre; the nearest: master, default/cart, default/web";
}

void tst_path::names()
{
    QFETCH(QString, word);
    const Cluster cluster = clusterWith("flannel-vxlan", {});
    const path::Places places(cluster);
    const auto who = path::whoIs(places, word.toStdString());
    QString said;
    if (!who) {
        said = QString::fromStdString(who.error().message.english());
    } else {
        constexpr std::array kinds{"pod", "node", "service", "outside"};
        said = QString("%1 %2").arg(kinds[std::size_t(who->kind)], QString::fromStdString(who->name));
        for (const IpAddress &address : who->addresses)
            said += " " + QString::fromStdString(address.text());
    }
    QTEST(said, "who");
}

QTEST_GUILESS_MAIN(tst_path)
#include "tst_path.moc"
