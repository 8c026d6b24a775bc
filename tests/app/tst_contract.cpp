#include "tests/support/commandline.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// What `vethscope-cli topology` and its kin say to the outside, word for word as the contract has it.

using namespace vethscope::test;

namespace {

const QByteArray n1 = "[root@n1 ~]# ip -d link\n"
                      "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n"
                      "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00 promiscuity 0\n"
                      "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000\n"
                      "    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 numtxqueues 1\n"
                      "4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default\n"
                      "    link/ether 2a:3c:a0:e1:a9:b6 brd ff:ff:ff:ff:ff:ff promiscuity 0\n"
                      "    vxlan id 1 local 10.0.0.1 dev eth0 srcport 0 0 dstport 8472 nolearning ttl auto ageing 300\n"
                      "[root@n1 ~]# ip route\n"
                      "default via 10.0.0.254 dev eth0\n"
                      "10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 metric 100\n"
                      "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink\n"
                      "10.244.2.7 dev cali0123456789a scope link mtu 1400\n"
                      "10.9.0.0/16 proto static\n"
                      "\tnexthop via 10.0.0.2 dev eth0 weight 1\n"
                      "\tnexthop via 10.0.0.3 dev eth0 weight 2\n"
                      "blackhole 10.244.0.0/26 proto bird\n";

QJsonObject without(QJsonObject object, const QStringList &keys)
{
    for (const QString &key : keys)
        object.remove(key);
    return object;
}

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestContract : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }

    QJsonObject topologyOf(const QByteArray &text, const QStringList &more = {})
    {
        const CommandResult result = runCommandLine(QStringList{"topology", "--format", "json", write("n1.txt", text)} + more);
        return QJsonDocument::fromJson(result.output).object();
    }

    static CommandResult piped(const QStringList &arguments, const QByteArray &input)
    {
        QProcess process;
        process.start(QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private slots:
    void interfaces()
    {
        const QJsonArray list = topologyOf(n1)["nodes"][0]["interfaces"].toArray();
        QCOMPARE(list[1].toObject(), parsed(R"({"name": "eth0", "ifindex": 2, "kind": "physical", "mac": "52:54:00:00:00:01", "addresses": [], "mtu": 1500, "state": "up",
            "master": null, "peer": null, "tunnel": null, "ask": {"addresses": "ip addr"}})"));
        QCOMPARE(list[2]["tunnel"].toObject(), parsed(R"({"vni": 1, "port": 8472, "local": "10.0.0.1", "remote": null, "device": "eth0"})"));
        // Of a device that a route merely names, nothing is known but what its name tells.
        const QJsonObject named = list[3].toObject();
        QCOMPARE(named["name"].toString(), QString("cali0123456789a"));
        QCOMPARE(named["ask"].toObject(), parsed(R"({"ifindex": "ip link", "mac": "ip link", "addresses": "ip addr", "mtu": "ip link", "state": "ip link",
            "master": "ip link", "peer": "ip -d link"})"));
    }

    // A tunnel device whose details nobody printed: what its name says, and how to learn the rest.
    void tunnelWithoutDetails()
    {
        const QJsonObject flannel = topologyOf("[root@n1 ~]# ip link show flannel.1\n4: flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN\n"
                                               "    link/ether 2a:3c:a0:e1:a9:b6 brd ff:ff:ff:ff:ff:ff\n")["nodes"][0]["interfaces"][0].toObject();
        QCOMPARE(flannel["tunnel"].toObject(), parsed(R"({"vni": 1, "port": null, "local": null, "remote": null, "device": null,
            "ask": {"port": "ip -d link", "local": "ip -d link", "remote": "ip -d link", "device": "ip -d link"}})"));
        const QJsonObject unknown = topologyOf("[root@n1 ~]# ip link show foo7\n4: foo7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP\n")["nodes"][0]["interfaces"][0].toObject();
        QCOMPARE(unknown["kind"].toString(), QString("unknown"));
        QCOMPARE(unknown["ask"].toObject(), parsed(R"({"kind": "ip -d link", "mac": "ip link", "addresses": "ip addr", "peer": "ip -d link", "tunnel": "ip -d link"})"));
    }

    void routes()
    {
        const QJsonArray list = topologyOf(n1)["nodes"][0]["routes"].toArray();
        QCOMPARE(list[0].toObject(), parsed(R"({"type": "unicast", "to": "0.0.0.0/0", "via": "10.0.0.254", "dev": "eth0", "onlink": false, "proto": "boot", "table": "main",
            "metric": null, "src": null, "scope": null, "mtu": null})"));
        QCOMPARE(list[1].toObject(), parsed(R"({"type": "unicast", "to": "10.0.0.0/24", "via": null, "dev": "eth0", "onlink": false, "proto": "kernel", "table": "main",
            "metric": 100, "src": "10.0.0.1", "scope": "link", "mtu": null})"));
        QCOMPARE(list[2]["onlink"].toBool(), true);
        QCOMPARE(without(list[3].toObject(), {"type", "proto", "table", "metric", "src", "onlink"}), parsed(R"({"to": "10.244.2.7", "via": null, "dev": "cali0123456789a", "scope": "link", "mtu": 1400})"));
        QCOMPARE(without(list[4].toObject(), {"type", "table", "metric", "src", "onlink", "scope", "mtu"}), parsed(R"({"to": "10.9.0.0/16", "via": "10.0.0.2", "dev": "eth0", "proto": "static", "weight": 1})"));
        QCOMPARE(list[5]["weight"].toInt(), 2);
        QCOMPARE(without(list[6].toObject(), {"table", "metric", "src", "onlink", "scope", "mtu"}), parsed(R"({"type": "blackhole", "to": "10.244.0.0/26", "via": null, "dev": null, "proto": "bird"})"));
        for (const QJsonValue &route : list)
            QVERIFY(!route.toObject().contains("ask"));
    }

    // net-tools do not say protocol, source, scope and MTU; a gateway's name stands where its address is not known.
    void routesOfNetTools()
    {
        const QJsonObject route = topologyOf("[root@n1 ~]# route\nKernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"
                                             "default         router9         0.0.0.0         UG    0      0        0 eth0\n")["nodes"][0]["routes"][0].toObject();
        QCOMPARE(route["via"].toString(), QString("router9"));
        QCOMPARE(route["ask"].toObject(), parsed(R"({"proto": "ip route", "src": "ip route", "scope": "ip route", "mtu": "ip route"})"));
    }

    void otherTables()
    {
        const QJsonArray list = topologyOf("[root@n1 ~]# ip route show table all\nlocal 10.0.0.1 dev eth0 table local proto kernel scope host src 10.0.0.1\n"
                                           "default dev eth0 table 100\n")["nodes"][0]["routes"].toArray();
        QCOMPARE(list[0]["table"].toString(), QString("local"));
        QCOMPARE(list[1]["table"].toString(), QString("100"));
        const QJsonArray six = topologyOf("[root@n1 ~]# ip -6 route\ndefault via fe80::1 dev eth0 metric 1024 pref medium\nfd00::7 dev eth0 metric 256 pref medium\n")["nodes"][0]["routes"].toArray();
        QCOMPARE(six[0]["to"].toString(), QString("::/0"));
        QCOMPARE(six[1]["to"].toString(), QString("fd00::7"));
    }

    void neighboursAndForwarding()
    {
        const QJsonObject node = topologyOf("[root@n1 ~]# ip neigh\n10.0.0.2 dev eth0 lladdr 52:54:00:00:00:02 STALE\n10.0.0.3 dev eth0 FAILED\n"
                                            "[root@n1 ~]# arp -n\nAddress                  HWtype  HWaddress           Flags Mask            Iface\n"
                                            "10.0.0.9                 ether   52:54:00:00:00:09   C                     eth0\n"
                                            "[root@n1 ~]# bridge fdb\n2a:3c:a0:e1:a9:b6 dev flannel.1 dst 10.0.0.2 self permanent\n33:33:00:00:00:01 dev eth0 self permanent\n")["nodes"][0].toObject();
        QCOMPARE(node["neighbours"][0].toObject(), parsed(R"({"ip": "10.0.0.2", "mac": "52:54:00:00:00:02", "dev": "eth0", "state": "stale"})"));
        QCOMPARE(node["neighbours"][1].toObject(), parsed(R"({"ip": "10.0.0.3", "mac": null, "dev": "eth0", "state": "failed"})"));
        QVERIFY(!node["neighbours"][2].toObject().contains("name"));
        QCOMPARE(node["fdb"][0].toObject(), parsed(R"({"mac": "2a:3c:a0:e1:a9:b6", "dev": "flannel.1", "dst": "10.0.0.2"})"));
        QCOMPARE(node["fdb"][1].toObject(), parsed(R"({"mac": "33:33:00:00:00:01", "dev": "eth0", "dst": null})"));
    }

    void nodes()
    {
        const QJsonObject topology = topologyOf(n1 + "[root@n1 ~]# kubectl get nodes -o wide\n"
            "NAME   STATUS   ROLES                  AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
            "n1     Ready    control-plane,master   9d    v1.28.0   10.0.0.1      <none>        Debian     6.1.0            containerd://1.6.9\n"
            "n2     Ready    <none>                 9d    v1.28.0   10.0.0.2      <none>        Debian     6.1.0            containerd://1.6.9\n");
        const QJsonObject first = topology["nodes"][0].toObject(), second = topology["nodes"][1].toObject();
        QCOMPARE(first["roles"].toArray(), (QJsonArray{"control-plane", "master"}));
        QCOMPARE(first["printed"].toObject(), parsed(R"({"interfaces": "whole", "routes": "whole", "rules": "no", "neighbours": "no", "fdb": "no", "bgp": "no",
            "firewall": "no", "conntrack": "no", "sysctl": "no", "listeners": "no"})"));
        QCOMPARE(first["ask"].toObject(), parsed(R"({"rules": "ip rule", "neighbours": "ip neigh", "fdb": "bridge fdb", "bgp": "calicoctl node status", "firewall": "iptables-save",
            "conntrack": "conntrack -L", "sysctl": "sysctl -a", "listeners": "ss -lntu"})"));
        QCOMPARE(second["roles"].toArray(), QJsonArray());
        QVERIFY(!second["ask"].toObject().contains("roles"));
        QCOMPARE(second["ask"]["network"].toString(), QString("ip -d link"));
        QCOMPARE(second["ask"]["interfaces"].toString(), QString("ip -d link"));
        QCOMPARE(second["ghost"].toBool(), false);
        const QJsonObject alone = topologyOf("[root@n1 ~]# ip route\ndefault via 10.0.0.254 dev eth0\n")["nodes"][0].toObject();
        QCOMPARE(alone["roles"].toArray(), QJsonArray());
        QCOMPARE(alone["ask"]["roles"].toString(), QString("kubectl get nodes"));
        QCOMPARE(alone["ask"]["addresses"].toString(), QString("ip addr"));
    }

    void ghostsAreNotAsked()
    {
        const QJsonArray nodes = topologyOf("[root@n1 ~]# bridge fdb show dev flannel.1\n2a:3c:a0:e1:a9:b6 dst 10.0.0.2 self permanent\n")["nodes"].toArray();
        QCOMPARE(nodes[1]["ghost"].toBool(), true);
        QVERIFY(!nodes[1].toObject().contains("ask"));
        QCOMPARE(nodes[1]["printed"]["routes"].toString(), QString("no"));
    }

    void pods()
    {
        const QJsonObject topology = topologyOf("[root@n1 ~]# kubectl exec -n shop tea -- ip route\ndefault via 10.244.0.1 dev eth0\n"
            "[root@n1 ~]# kubectl get pods -n kube-system -o wide\nNAME    READY   STATUS    RESTARTS   AGE   IP         NODE   NOMINATED NODE   READINESS GATES\n"
            "proxy   1/1     Running   0          9d    10.0.0.1   n1     <none>           <none>\n"
            "[root@n1 ~]# ip addr show eth0\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
            "    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n");
        QJsonObject tea, proxy;
        for (const QJsonValue &pod : topology["pods"].toArray())
            (pod["name"] == "tea" ? tea : proxy) = pod.toObject();
        QCOMPARE(tea["printed"]["routes"].toString(), QString("whole"));
        QCOMPARE(tea["ask"]["mac"].toString(), QString("kubectl exec -n shop tea -- ip link"));
        QCOMPARE(tea["ask"]["neighbours"].toString(), QString("kubectl exec -n shop tea -- ip neigh"));
        QCOMPARE(tea["ask"]["addresses"].toString(), QString("kubectl get pods -A -o wide"));
        QVERIFY(!tea["ask"].toObject().contains("routes"));
        // In its node's network it has no interface of its own, and the node's tables are its own.
        QCOMPARE(proxy["host_network"].toBool(), true);
        for (const char *none : {"mac", "interface", "ifindex", "host_interface", "bridge"}) {
            QVERIFY(proxy[none].isNull());
            QVERIFY(!proxy["ask"].toObject().contains(none));
        }
        QCOMPARE(proxy["printed"].toObject(), topology["nodes"][0]["printed"].toObject());
        QCOMPARE(proxy["ask"]["routes"].toString(), QString("ip route"));
    }

    void services()
    {
        const QJsonObject dns = topologyOf("[root@n1 ~]# kubectl get svc -n kube-system\nNAME       TYPE       CLUSTER-IP   EXTERNAL-IP   PORT(S)                        AGE\n"
                                           "kube-dns   NodePort   10.96.0.10   <none>        53:30053/UDP,9153/TCP          9d\n")["services"][0].toObject();
        QCOMPARE(dns, parsed(R"({"namespace": "kube-system", "name": "kube-dns", "addresses": ["10.96.0.10"], "ports": [
            {"name": null, "protocol": "UDP", "port": 53, "node_port": 30053, "ask": {"name": "kubectl get services -A -o yaml"}},
            {"name": null, "protocol": "TCP", "port": 9153, "node_port": null, "ask": {"name": "kubectl get services -A -o yaml"}}],
            "endpoints": [], "ask": {"endpoints": "kubectl get endpoints -A"}})"));
        const QJsonObject named = topologyOf("[root@n1 ~]# kubectl get svc -o json\n{\"kind\": \"Service\", \"metadata\": {\"name\": \"tea\", \"namespace\": \"default\", \"uid\": \"1\", \"resourceVersion\": \"2\"},"
                                             " \"spec\": {\"clusterIP\": \"10.96.7.7\", \"ports\": [{\"name\": \"http\", \"port\": 80, \"protocol\": \"TCP\"}, {\"port\": 81, \"protocol\": \"TCP\"}]}}\n")["services"][0].toObject();
        QCOMPARE(named["ports"][0].toObject(), parsed(R"({"name": "http", "protocol": "TCP", "port": 80, "node_port": null})"));
        QVERIFY(!named["ports"][1].toObject().contains("ask")); // it has no name
    }

    // Each line of evidence says which snapshot it is from, and of a long line where the value begins.
    void evidenceOfSeveralSnapshots()
    {
        const QString first = write("a.txt", "[root@n1 ~]# ip addr show eth0\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP\n");
        const QString second = write("b.txt", "[root@n1 ~]# ip addr show eth0\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc fq_codel state UP\nhm\n");
        const CommandResult result = runCommandLine({"topology", "--format", "json", first, second});
        const QJsonObject topology = QJsonDocument::fromJson(result.output).object();
        const QJsonArray evidence = topology["problems"][0]["evidence"].toArray();
        QCOMPARE(evidence.size(), 2);
        QCOMPARE(evidence[0].toObject(), (QJsonObject{{"source", "a.txt"}, {"line", 2}, {"text", "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP"}, {"snapshot", first}}));
        QCOMPARE(evidence[1]["snapshot"].toString(), second);
        const QJsonArray commands = topology["import"]["commands"].toArray();
        QCOMPARE(commands[0]["snapshot"].toString(), first);
        QCOMPARE(commands[1]["snapshot"].toString(), second);
        const QJsonObject alone = QJsonDocument::fromJson(runCommandLine({"topology", "--format", "json", second}).output).object();
        QVERIFY(!alone["import"]["commands"][0].toObject().contains("snapshot"));
    }

    void imports()
    {
        const CommandResult result = runCommandLine({"topology", "--format", "json", write("paste.txt",
            "this is what I typed on the node\n\n[root@n1 ~]# ip -4 r\ndefault via 10.0.0.1 dev eth0\n<<< hm >>>\n[root@n1 ~]# wg-quick up x\nsome: thing\nother: thing\n")});
        const QJsonObject import = QJsonDocument::fromJson(result.output)["import"].toObject();
        QCOMPARE(import["commands"][0].toObject(), parsed(R"({"source": "paste.txt", "line": 3, "node": "n1", "pod": null, "command": "ip -4 r", "parser": "ip route", "facts": 1,
            "not_understood": [5], "failed": null})"));
        QCOMPARE(import["commands"][1].toObject(), parsed(R"({"source": "paste.txt", "line": 6, "node": "n1", "pod": null, "command": "wg-quick up x", "parser": null, "facts": 0,
            "not_understood": [7, 8], "failed": null})"));
        QCOMPARE(import["prose"][0].toObject(), parsed(R"({"source": "paste.txt", "first": 1, "last": 1})"));
        for (const char *list : {"skipped", "lost", "problems"})
            QVERIFY(import[list].isArray());
        const QList<QByteArray> said = result.error.split('\n');
        QCOMPARE(said.value(0), QByteArray("paste.txt: not understood in the output of `ip -4 r`: line 5"));
        QCOMPARE(said.value(1), QByteArray("paste.txt: no parser for `wg-quick up x`: lines 7-8"));
        QVERIFY2(said.value(2).startsWith("vethscope-cli: Of 7 lines of input 1 became facts: 1 command was read; 1 line was not understood; 1 command has no parser (2 lines); 1 line is prose"), said.value(2));
        QCOMPARE(said.size(), 4);
        QCOMPARE(result.code, 1);
    }

    // A command that failed is no loss; a command that nobody knows neither.
    void exitCodes()
    {
        const auto codeOf = [&](const QByteArray &text) { return runCommandLine({"topology", write("n1.txt", text)}).code; };
        QCOMPARE(codeOf(n1), 0);
        QCOMPARE(codeOf(n1 + "[root@n1 ~]# kubectl get pods\nThe connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n"), 0);
        QCOMPARE(codeOf(n1 + "[root@n1 ~]# frobnicate\nx: y\n"), 0);
        QCOMPARE(codeOf("nothing but words\n"), 0);
        QCOMPARE(codeOf("[root@n1 ~]# ip route\n<<< hm >>>\ndefault via 10.0.0.1 dev eth0\n"), 1);
        QCOMPARE(runCommandLine({"topology", m_folder.filePath("nowhere.txt")}).code, 3);
        QCOMPARE(runCommandLine({"topology", write("n1.txt", n1), m_folder.filePath("nowhere.txt")}).code, 1);
    }

    void failedCommands()
    {
        const CommandResult result = runCommandLine({"topology", "--format", "json", write("n1.txt",
            "[root@n1 ~]# kubectl get pods\nThe connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?\n")});
        QVERIFY2(result.error.startsWith("n1.txt: failed: `kubectl get pods`, line 2: The connection to the server 10.0.0.1:6443 was refused"), result.error);
        const QJsonObject topology = QJsonDocument::fromJson(result.output).object();
        QVERIFY(topology["import"]["commands"][0]["failed"].toString().startsWith("The connection to the server"));
        QCOMPARE(topology["nodes"].toArray(), QJsonArray());
    }

    void standardInput()
    {
        const CommandResult result = piped({"topology", "-", "--format", "json"}, n1);
        QCOMPARE(result.code, 0);
        const QJsonObject topology = QJsonDocument::fromJson(result.output).object();
        QCOMPARE(topology["nodes"][0]["name"].toString(), QString("n1"));
        QCOMPARE(topology["import"]["commands"][0]["source"].toString(), QString("-"));
        QCOMPARE(piped({"topology", "-"}, "").code, 0);
        QCOMPARE(piped({"topology", "-"}, QByteArray("\x7f" "ELF\x02\x01\x01\x00\x00\x00\x00", 11)).code, 3);
    }

    void report()
    {
        const QString path = write("n1.txt", "[root@n1 ~]# ip r\ndefault via 10.0.0.1 dev eth0\n[root@n1 ~]# frobnicate\nx: y\n");
        const CommandResult result = runCommandLine({"topology", "--report", path});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.output, QByteArray("n1.txt\n    line 1: `ip r` on n1: 1 line became facts (ip route)\n"
                                           "    line 3: `frobnicate` on n1: no parser for its output: line 4\n        4: x: y\n"
                                           "Of 4 lines of input 1 became facts: 1 command was read; 1 command has no parser (1 line).\n"));
    }

    // The last line for reading says how much there was to read.
    void lastLineOfText()
    {
        const CommandResult result = runCommandLine({"topology", write("n1.txt", "[root@n1 ~]# ip r\ndefault via 10.0.0.1 dev eth0\n")});
        QVERIFY2(result.output.endsWith("\nOf 2 lines of input 1 became facts: 1 command was read.\n"), result.output);
        QCOMPARE(result.error, QByteArray());
    }

    void fullDisk()
    {
        const QString text = write("n1.txt", n1);
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli"), {"topology", text});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 4);
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
