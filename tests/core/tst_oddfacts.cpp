#include "core/path/matrix.h"
#include "core/path/undecided.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/sampletexts.h"

#include <QTest>

#include <ctime>

// Host output as people have it: of two moments, of half a cluster, against itself, with rules that nobody reads, or routes that lead nowhere. It
// ends in a clear answer, or in `unknown` with the reason; never in a guess.

using namespace vethscope;
using namespace vethscope::test;

namespace {

QString text(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString endOf(const Cluster &cluster, const QString &question)
{
    const path::Predictor predictor(cluster);
    const QStringList names = question.split(" > ");
    const auto from = path::whoIs(predictor.places(), names[0].toStdString());
    const auto to = path::whoIs(predictor.places(), names[1].toStdString());
    if (!from || !to)
        return text((from ? to : from).error().message.english());
    path::Question asked;
    asked.from = *from;
    asked.to = *to;
    const auto ways = predictor.request(asked);
    const path::Ending &end = ways.front().ending;
    QString said = text(nameOf(path::verdictOf(end.disposition))) + " " + text(nameOf(end.disposition)) + ": " + text(end.reason.english());
    if (!end.evidence.empty())
        said += " | " + text(end.evidence.front().text()).simplified().left(70);
    if (!end.ask.empty())
        said += " | ask " + text(end.ask) + (end.askOn.empty() ? QString() : " on " + text(end.askOn));
    QStringList assumed;
    for (const path::AssumedFact &fact : ways.front().assumed)
        if (fact.table != HostTable::Connections && fact.table != HostTable::Firewall)
            assumed << text(fact.ask) + " on " + text(fact.pod.empty() ? fact.node : fact.pod);
    if (!assumed.isEmpty())
        said += " | likely, without " + assumed.join(", ");
    if (ways.size() > 1)
        said += QString(" | %1 ways, %2").arg(ways.size()).arg(ways.front().probability ? QString::number(*ways.front().probability) : QString("nobody knows how likely"));
    return said;
}

const QString tea = "tea-6fb46d899f-4zkt2", web = "web-5dcb957ccc-d4n6l";

HostTexts vxlan(const QString &file = {}, const QByteArray &more = {})
{
    HostTexts texts = sampleTexts("flannel-vxlan");
    if (!file.isEmpty())
        texts[file] += more;
    return texts;
}

HostTexts replaced(HostTexts texts, const QString &file, const QByteArray &before, const QByteArray &after)
{
    if (!texts[file].contains(before))
        qWarning("%s is not in %s", before.constData(), qPrintable(file));
    texts[file].replace(before, after);
    return texts;
}

// A machine with one card on 10.0.0.0/24, and its routes.
QByteArray machine(int number, const QByteArray &routes, const QByteArray &more = {})
{
    const QByteArray n = QByteArray::number(number), prompt = "[root@n" + n + " ~]# ";
    return prompt + "ip -d addr\n1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
        "    inet 127.0.0.1/8 scope host lo\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group default qlen 1000\n"
        "    link/ether 52:54:00:00:00:0" + n + " brd ff:ff:ff:ff:ff:ff\n    inet 10.0.0." + n + "/24 brd 10.0.0.255 scope global eth0\n"
        + prompt + "ip route\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0." + n + "\n" + routes
        + prompt + "sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding\nnet.ipv4.ip_forward = 1\nnet.ipv4.conf.all.forwarding = 1\n" + more;
}

// The sample, and on its first node so many more services: three rules each, and a chain or two.
QByteArray vxlanWithServices(int count)
{
    QByteArray rules, chains, all;
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i), address = "10.100." + QByteArray::number(i >> 8) + "." + QByteArray::number(i & 0xff);
        chains += ":KUBE-SVC-X" + n + " - [0:0]\n";
        rules += "-A KUBE-SERVICES -d " + address + "/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-X" + n + "\n-A KUBE-SVC-X" + n + " ! -s 10.244.0.0/16 -d " + address
            + "/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ\n-A KUBE-SVC-X" + n + " -p tcp -m tcp -j DNAT --to-destination 10.244.1.7:80\n";
    }
    HostTexts texts = vxlan();
    texts["master.txt"].replace(":KUBE-SERVICES - [0:0]\n", ":KUBE-SERVICES - [0:0]\n" + chains);
    texts["master.txt"].insert(texts["master.txt"].indexOf("-A KUBE-SERVICES "), rules);
    for (const QByteArray &text : texts)
        all += text;
    return all;
}

std::vector<path::Path> waysOf(const Cluster &cluster, const QString &question)
{
    const path::Predictor predictor(cluster);
    path::Question asked;
    asked.from = path::whoIs(predictor.places(), question.section(" > ", 0, 0).toStdString()).value();
    asked.to = path::whoIs(predictor.places(), question.section(" > ", 1).toStdString()).value();
    return predictor.request(asked);
}

QString sourceMacOn(const std::string &device, const Cluster &cluster, const QString &question)
{
    const std::vector<path::Path> ways = waysOf(cluster, question);
    for (const path::Hop &hop : ways.front().hops)
        for (const path::Field &field : hop.fields())
            if (hop.interface == device && field.name == "eth.src" && field.value)
                return text(*field.value);
    return {};
}

// Whether the step that says so cites a line that says this.
QString cites(const QString &step, const Cluster &cluster, const QString &question, std::string_view line)
{
    const std::vector<path::Path> ways = waysOf(cluster, question);
    for (const path::Hop &hop : ways.front().hops)
        for (const path::Step &one : hop.steps)
            if (text(one.text.english()).contains(step))
                return std::ranges::any_of(one.evidence, [&](const Evidence &evidence) { return evidence.text().contains(line); }) ? "cited" : "not cited";
    return {};
}

} // namespace

class TestOddFacts : public QObject
{
    Q_OBJECT

private slots:
    void ends_data()
    {
        QTest::addColumn<HostTexts>("texts");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, const HostTexts &texts, const QString &question, const QString &end) { QTest::newRow(name) << texts << question << end; };
        const QByteArray prompt = "[root@master ~]# ";
        const QByteArray later = prompt + "date\nMon Nov 23 14:40:00 UTC 2026\n";

        row("two moments: the route went", vxlan("master.txt", later + prompt + "ip route\ndefault via 172.27.0.1 dev eth0\n10.244.0.0/24 dev cni0 proto kernel scope link src 10.244.0.1\n"
            "172.27.0.0/20 dev eth0 proto kernel scope link src 172.27.0.11\n"), tea + " > " + web, "delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered | likely, without ip route on master");
        row("two moments: another neighbour", vxlan("master.txt", later + prompt + "ip neigh\n172.27.0.1 dev eth0 lladdr fe:ee:32:07:ea:07 REACHABLE\n10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:00 PERMANENT\n"), tea + " > " + web, "dropped no-fdb-entry: flannel.1 has no forwarding entry for 2a:3c:a0:e1:a9:00, and no default | 10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:00 PERMANENT | likely, without ip neigh on master"); // arp said another one
        row("contradictory routes", replaced(vxlan(), "master.txt", "\n10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink", "\n10.244.1.0/24 via 172.27.0.12 dev eth0 "), tea + " > " + web, "unknown facts-missing: By which device 172.27.0.12 has 172.27.0.12 was not printed | ask ip addr on master");
        row("contradictory neighbours", replaced(vxlan(), "master.txt", "10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:b6", "10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:00"), tea + " > " + web, "delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered | likely, without ip neigh on master");
        row("contradictory forwarding", replaced(vxlan(), "master.txt", "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent\n", "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent\n2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.99 self permanent\n"), tea + " > " + web, "delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered | 2 ways, nobody knows how likely");
        HostTexts one = vxlan(), other = vxlan();
        one.remove("VM-16-10-centos.txt");
        other.remove("master.txt");
        row("the sender's node alone", one, tea + " > 10.244.1.3", "unknown facts-missing: By which device 172.27.16.10 has 172.27.16.10 was not printed | ask ip addr on 172.27.16.10");
        row("the receiver's node alone", other, "10.244.0.60 > " + web, "unknown facts-missing: Who has 10.244.0.60, an address of the cluster, was not printed | ask kubectl get pods -A -o wide");
        row("the receiver's node alone, by name", other, tea + " > " + web, "no pod, node or service is called tea-6fb46d899f-4zkt2; the nearest: default/web-5dcb957ccc-d4n6l, VM-16-10-centos, default/cart-7c8b9d6f5-g9gwv");
        HostTexts ipip = sampleTexts("calico-ipip");
        ipip.remove("cn-worker2.txt");
        row("two nodes of three", ipip, "blog-7c96bd5f4d-lz2pk > 10.244.87.197", "unknown facts-missing: By which device 172.27.16.33 has 172.27.16.33 was not printed | ask ip addr on 172.27.16.33");
        row("a rule that nobody reads drops", replaced(vxlan(), "master.txt", "-A FORWARD -m comment --comment \"kubernetes forwarding rules\" -j KUBE-FORWARD", "-A FORWARD -m bpf --bytecode \"4,48 0 0 9\" -j DROP"), tea + " > " + web, "unknown facts-missing: Whether a rule of master holds cannot be told | -A FORWARD -m bpf --bytecode \"4,48 0 0 9\" -j DROP | ask nft monitor trace on master | 3 ways, nobody knows how likely");
        HostTexts flooding = vxlan();
        for (const QByteArray device : {" dev flannel.1", ""}) // as it was printed twice
            flooding["master.txt"].replace("2a:3c:a0:e1:a9:b6" + device + " dst 172.27.16.10 self permanent", "00:00:00:00:00:00" + device + " dst 172.27.16.99 self permanent\n00:00:00:00:00:00" + device + " dst 172.27.16.10 self permanent");
        row("copies to two nodes, one of which has the pod", flooding, tea + " > " + web, "delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered | 2 ways, nobody knows how likely");
        row("a rule that nobody reads accepts", replaced(vxlan(), "master.txt", "-A FORWARD -m comment --comment \"kubernetes forwarding rules\" -j KUBE-FORWARD", "-A FORWARD -m bpf --bytecode \"4,48 0 0 9\" -j ACCEPT"), tea + " > " + web, "delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered");
        row("a policy rule that nobody reads", replaced(vxlan(), "master.txt", "32766:\tfrom all lookup main", "100:\tfrom all dport 80 lookup 77\n32766:\tfrom all lookup main"), tea + " > " + web, "unknown facts-missing: Whether master has a route to 10.244.1.3 is not known | ask ip route show table 77 on master");
        row("a route to a card that is not there", {{"n1.txt", machine(1, "10.9.0.0/16 via 10.0.0.9 dev eth7\n")}}, "n1 > 10.9.1.1", "dropped device-down: n1 has no device eth7, which its route leads by | 10.9.0.0/16 via 10.0.0.9 dev eth7");
        row("a loop between two nodes", {{"n1.txt", machine(1, "10.9.0.0/16 via 10.0.0.2 dev eth0\n")}, {"n2.txt", machine(2, "10.9.0.0/16 via 10.0.0.1 dev eth0\n")}, {"n3.txt", machine(3, "10.9.0.0/16 via 10.0.0.1 dev eth0\n")}}, "n3 > 10.9.1.1", "dropped loop: n1 gets the packet by eth0 for the second time: it goes round until its TTL ends | 10.9.0.0/16 via 10.0.0.1 dev eth0 | likely, without ip neigh on n3, ip neigh on n1, ip neigh on n2");
        row("a loop that comes back to its sender", {{"n1.txt", machine(1, "10.9.0.0/16 via 10.0.0.2 dev eth0\n")}, {"n2.txt", machine(2, "10.9.0.0/16 via 10.0.0.1 dev eth0\n")}}, "n1 > 10.9.1.1", "dropped martian: 10.0.0.1 is no source that n1 accepts by eth0 | inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0 | likely, without ip neigh on n1, ip neigh on n2");
        row("one address on two machines", {{"n1.txt", machine(1, "")}, {"n2.txt", machine(2, "")}, {"n3.txt", machine(3, "").replace("10.0.0.3/", "10.0.0.2/")}}, "n1 > n2", "unknown facts-missing: Several have 10.0.0.2, and which of them answered n1 is not known | ask ip neigh on n1 | likely, without ip neigh on n1 | 3 ways, nobody knows how likely");
        row("one MAC on two machines", {{"n1.txt", machine(1, "")}, {"n2.txt", machine(2, "")}, {"n3.txt", machine(3, "").replace("52:54:00:00:00:03", "52:54:00:00:00:02")}}, "n1 > n2", "delivered delivered: n2 has 10.0.0.2: it is delivered | likely, without ip neigh on n1 | 2 ways, nobody knows how likely");
        row("no route table at all", {{"n1.txt", machine(1, "").replace("ip route\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n", "true\n")}, {"n2.txt", machine(2, "")}}, "n1 > 10.9.1.1", "unknown facts-missing: Whether n1 has a route to 10.9.1.1 is not known | ask ip route on n1");
        const QByteArray pods = "[root@n1 ~]# kubectl get pods -A -o wide\nNAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   IP   NODE   NOMINATED NODE   READINESS GATES\n"
            "one   web-0   1/1   Running   0   3d   10.9.1.1   n1   <none>   <none>\ntwo   web-0   1/1   Running   0   3d   10.9.1.2   n1   <none>   <none>\n";
        row("a name that is two pods", {{"n1.txt", machine(1, "", pods)}}, "web-0 > n1", "web-0 is the name of several: one/web-0, two/web-0");
        row("one of them", {{"n1.txt", machine(1, "", pods)}}, "two/web-0 > 10.9.1.1", "unknown facts-missing: What the other end of eth0 is was not printed | ask ip link on two/web-0 | likely, without ip route on two/web-0, ip neigh on two/web-0");
        const QByteArray waiting = QByteArray(pods).replace("10.9.1.2   n1", "<none>     n1");
        row("from a pod that has no address yet", {{"n1.txt", machine(1, "", waiting)}}, "two/web-0 > n1", "unknown facts-missing: Which address two/web-0 has is not known | ask kubectl get pods -A -o wide");
        row("to a pod that has no address yet", {{"n1.txt", machine(1, "", waiting)}}, "n1 > two/web-0", "unknown facts-missing: Which address two/web-0 has is not known | ask kubectl get pods -A -o wide");
        row("a name that nobody has", {{"n1.txt", machine(1, "", pods)}}, "n1 > web-1", "no pod, node or service is called web-1; the nearest: one/web-0, two/web-0, n1");
        const QByteArray till = "[root@n1 ~]# kubectl get svc\nNAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)          AGE\ntill   ClusterIP   10.96.0.7    <none>        80/TCP,443/TCP   1d\n"
            "[root@n1 ~]# kubectl get endpoints\nNAME   ENDPOINTS                     AGE\ntill   10.0.0.3:443,10.0.0.2:80      1d\n";
        row("a service of two ports, whose rules nobody printed", {{"n1.txt", machine(1, "default via 10.0.0.254 dev eth0\n", till)}, {"n2.txt", machine(2, "")}, {"n3.txt", machine(3, "")}}, "n1 > svc/till", "delivered delivered: n2 has 10.0.0.2: it is delivered | likely, without ip neigh on n1");
        row("a service of two families, whose rules nobody printed", {{"n1.txt", machine(1, "default via 10.0.0.254 dev eth0\n", QByteArray(till).replace("10.0.0.3:443", "[fd00::3]:80"))}, {"n2.txt", machine(2, "")}, {"n3.txt", machine(3, "")}}, "n1 > svc/till", "delivered delivered: n2 has 10.0.0.2: it is delivered | likely, without ip neigh on n1");
        row("another family", {{"n1.txt", machine(1, "")}}, "n1 > 2001:db8::1", "unknown facts-missing: n1 and 2001:db8::1 have no addresses of one family | ask kubectl get nodes -o wide");
        row("nothing at all", {{"n1.txt", "[root@n1 ~]# true\n"}}, "10.0.0.1 > 10.0.0.2", "unknown facts-missing: Neither 10.0.0.1 nor 10.0.0.2 is of the cluster | ask kubectl get pods -A -o wide");
    }

    void ends()
    {
        QFETCH(HostTexts, texts);
        QFETCH(QString, question);
        QTEST(endOf(test::clusterOf(texts), question), "end");
    }

    // Ten times as many rules take about ten times as long, not a hundred times.
    void manyRules()
    {
        const auto timeOf = [](int services) {
            const std::string text = vxlanWithServices(services).toStdString();
            const std::clock_t start = std::clock();
            const Cluster cluster = vethscope::clusterOf(readPastedSnapshot(text).facts);
            const QString end = endOf(cluster, tea + " > " + web);
            return std::pair(std::clock() - start, end);
        };
        const auto few = std::min(timeOf(3'000), timeOf(3'000)), many = timeOf(30'000);
        QCOMPARE(few.second, QString("delivered delivered: default/web-5dcb957ccc-d4n6l has 10.244.1.3: it is delivered"));
        QCOMPARE(many.second, few.second);
        QVERIFY2(many.first < 30 * few.first, qPrintable(QString("%1 against %2").arg(many.first).arg(few.first)));
        qInfo("%.2f s for 100 000 lines of rules", double(many.first) / CLOCKS_PER_SEC);
    }

    // The answer takes a way on which nobody saw the question: a SYN with an ACK, or anything of TCP with one, belongs to no connection there
    // (net/netfilter/nf_conntrack_proto_tcp.c tcp_new); of UDP any packet begins one.
    void answersOfNobody_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QString>("end");
        QTest::newRow("TCP") << 6 << "filtered: -A FORWARD -m conntrack --ctstate INVALID -j DROP";
        QTest::newRow("UDP") << 17 << "delivered";
    }

    void answersOfNobody()
    {
        QFETCH(int, protocol);
        const QByteArray rules = "[root@n3 ~]# iptables-save\n*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n-A FORWARD -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n";
        const Cluster cluster = test::clusterOf({{"n1.txt", machine(1, "")}, {"n2.txt", machine(2, "10.0.0.1 via 10.0.0.3 dev eth0\n")}, {"n3.txt", machine(3, "", rules)}});
        const path::Predictor predictor(cluster);
        path::Question question;
        question.from = path::whoIs(predictor.places(), "n1").value();
        question.to = path::whoIs(predictor.places(), "n2").value();
        question.protocol = std::uint8_t(protocol);
        const path::Prediction prediction = predictor.predict(question);
        QVERIFY(prediction.back);
        const path::Ending &ending = prediction.back->likeliest().ending;
        QTEST(text(nameOf(ending.disposition)) + (ending.evidence.empty() ? QString() : ": " + text(ending.evidence.front().text())), "end");
    }

    // Of ways that nobody can choose between, what they have in common is told: not the drop of the one, nor what the other came by.
    void undecided()
    {
        const Cluster cluster = test::clusterOf(replaced(vxlan(), "master.txt", "-A FORWARD -m comment --comment \"kubernetes forwarding rules\" -j KUBE-FORWARD", "-A FORWARD -m bpf --bytecode \"4,48 0 0 9\" -j DROP"));
        const path::Predictor predictor(cluster);
        const auto from = path::whoIs(predictor.places(), tea.toStdString()), to = path::whoIs(predictor.places(), web.toStdString());
        QVERIFY(from && to);
        const path::Prediction prediction = predictor.predict({.from = *from, .to = *to});
        QCOMPARE(prediction.branches.size(), std::size_t(3));
        QVERIFY(!prediction.back);
        QVERIFY(path::isUndecided(prediction.branches));
        QCOMPARE(prediction.likeliest().because.english(), std::string("as far as all ways agree"));
        const std::vector<path::Hop> &common = prediction.likeliest().hops;
        QVERIFY(!common.empty());
        QCOMPARE(common.back().interface, std::string("cni0"));
        for (std::size_t way = 1; way < 3; ++way) {
            const std::vector<path::Hop> &hops = prediction.branches[way].hops;
            QVERIFY(hops.size() >= common.size());
            QStringList steps, shared;
            for (std::size_t hop = 0; hop < hops.size(); ++hop)
                for (const path::Step &step : hops[hop].steps)
                    steps << text(step.text.english());
            for (std::size_t hop = 0; hop < common.size(); ++hop) {
                QCOMPARE(hops[hop].interface, common[hop].interface);
                for (const path::Step &step : common[hop].steps)
                    shared << text(step.text.english());
            }
            QVERIFY(shared.size() < steps.size());
            QCOMPARE(steps.first(shared.size()), shared);
        }
        QCOMPARE(prediction.branches[1].hops.back().steps.size(), common.back().steps.size() + 2); // the rules stop it, and that it is dropped
        QVERIFY(prediction.branches[2].hops.size() > common.size());
        QVERIFY(!path::isUndecided(waysOf(test::clusterOf(vxlan()), tea + " > svc/kube-dns")));
    }

    // A hop is common to two ways where it is the same device of the same machine, seen at the same place.
    void commonHops_data()
    {
        QTest::addColumn<QStringList>("hop"); // node, pod, device, where
        QTest::addColumn<int>("count");
        QTest::newRow("the same") << QStringList{"n1", "a/p1", "eth0", "device"} << 2;
        QTest::newRow("of another node") << QStringList{"n2", "a/p1", "eth0", "device"} << 1;
        QTest::newRow("of another pod") << QStringList{"n1", "a/p2", "eth0", "device"} << 1;
        QTest::newRow("another device") << QStringList{"n1", "a/p1", "eth1", "device"} << 1;
        QTest::newRow("seen elsewhere") << QStringList{"n1", "a/p1", "eth0", "elsewhere"} << 1;
    }

    void commonHops()
    {
        QFETCH(QStringList, hop);
        const auto wayBy = [](const QStringList &words, path::Disposition end) {
            path::Path way;
            way.hops.resize(2);
            way.hops[0].node = "n1";
            way.hops[1].node = words[0].toStdString();
            way.hops[1].pod = words[1].toStdString();
            way.hops[1].interface = words[2].toStdString();
            way.hops[1].where = words[3] == "device" ? path::SeenOn::Device : path::SeenOn::Router;
            way.ending.disposition = end;
            way.probability = std::nullopt;
            return way;
        };
        std::vector<path::Path> ways{wayBy({"n1", "a/p1", "eth0", "device"}, path::Disposition::Delivered), wayBy(hop, path::Disposition::Filtered)};
        QVERIFY(!path::undecided(ways)); // nobody says where they parted
        const auto doubt = std::make_shared<path::Ending>();
        for (path::Path &way : ways)
            way.doubts.push_back(doubt);
        const auto common = path::undecided(ways);
        QVERIFY(common);
        QTEST(int(common->hops.size()), "count");
    }

    // What is known to be told otherwise than it should be. A row that begins to pass is taken out of here.
    void knownGaps_data()
    {
        QTest::addColumn<QString>("is");
        QTest::addColumn<QString>("shouldBe");
        const auto row = [](const char *name, const QString &is, const QString &shouldBe) { QTest::newRow(name) << is << shouldBe; };

        // br_nf_pre_routing_finish_bridge: what waits for its neighbour leaves by the bridge's own device, with its MAC.
        HostTexts stale = vxlan();
        for (const QByteArray state : {" REACHABLE", " DELAY"})
            stale["master.txt"].replace("10.244.0.58 dev cni0 lladdr 0e:37:9a:c4:61:1d" + state, "10.244.0.58 dev cni0 lladdr 0e:37:9a:c4:61:1d STALE");
        row("redirected to a neighbour that is stale", sourceMacOn("cni0", test::clusterOf(stale), tea + " > svc/kube-dns"), "82:2a:05:51:fe:51");
        // Which of a node's addresses is the one by which others reach it, its default route tells.
        row("why this address of the node", cites("flanneld reads", test::clusterOf(sampleTexts("flannel-udp")), "menu-7b5d4c8f96-qj8ns > cook-59c6df8b74-2mlxd", "default via"), "cited");
        // Of a rule that takes a mark away nothing depends on it.
        row("a mark that nothing asks for", cites("POSTROUTING makes", test::clusterOf(vxlan()), "master > svc/cart", "--set-xmark 0x4000/0x0"), "not cited");
        // A pod whose `ip route` says its address, where nobody else does.
        HostTexts silent = vxlan();
        QList<SessionCommand> commands = sessionCommands(silent["master.txt"]);
        commands.removeIf([](const SessionCommand &command) { return command.pod() == "web-5dcb957ccc-flhdd" && command.bare() == "ip addr"; });
        silent["master.txt"] = sessionOf(commands);
        row("a pod's address by its routes", endOf(test::clusterOf(silent), "master > 10.244.0.9").section(':', 0, 0), "delivered delivered");
    }

    void knownGaps()
    {
        QFETCH(QString, is);
        QEXPECT_FAIL("", "known", Continue);
        QTEST(is, "shouldBe");
        QVERIFY(!is.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOddFacts)
#include "tst_oddfacts.moc"
