#include "core/cluster/machinenames.h"
#include "tests/support/clusterlines.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// Which names are one machine's, and which outputs of pods are their node's.

namespace {

const auto source = std::make_shared<const SourceText>("text", "1\n2\n3\n");

struct Builder {
    Facts facts;

    Builder &host(const std::string &name, const char *address = nullptr, bool placed = false)
    {
        HostFacts &host = facts.host(name);
        host.placed = placed;
        host.seen.push_back({source, 1});
        if (address)
            host.addresses.push_back({.interface = "eth0", .address = *IpPrefix::parse(address), .scope = {}, .evidence = {source, 2}});
        return *this;
    }
    Builder &card(const std::string &name, const char *interface, const char *address)
    {
        facts.host(name).addresses.push_back({.interface = interface, .address = *IpPrefix::parse(address), .scope = {}, .evidence = {source, 2}});
        return *this;
    }
    // What Calico and flannel say of a node.
    Builder &overlay(const std::string &name, const char *calico, const char *flannel, const char *tunnel)
    {
        KubernetesNodeFact fact{.name = name};
        if (calico)
            fact.calicoAddress = IpPrefix::parse(calico);
        if (flannel)
            fact.flannelPublicIp = IpAddress::parse(flannel);
        if (tunnel)
            fact.calicoTunnel = IpAddress::parse(tunnel);
        fact.evidence = {source, 3};
        facts.nodes.push_back(fact);
        return *this;
    }
    Builder &mac(const std::string &name, const char *mac)
    {
        facts.host(name).links.push_back({.name = "flannel.1", .mac = MacAddress::parse(mac)});
        return *this;
    }
    Builder &calls(const std::string &name, const std::string &itself)
    {
        facts.host(name).settings.push_back({"hostname", itself, {source, 2}});
        return *this;
    }
    Builder &node(const std::string &name, const char *address = nullptr, const std::string &hostName = {}, const char *vtep = nullptr)
    {
        KubernetesNodeFact fact{.name = name};
        if (address)
            fact.internalAddresses.push_back(*IpAddress::parse(address));
        if (vtep)
            fact.vtepMac = MacAddress::parse(vtep);
        fact.hostName = hostName;
        fact.evidence = {source, 3};
        facts.nodes.push_back(fact);
        return *this;
    }
    Builder &pod(const std::string &node, const std::string &name = "web", const char *address = "10.20.1.4")
    {
        PodFact fact{.podNamespace = "shop", .name = name, .node = node, .addresses = {*IpAddress::parse(address)}};
        fact.evidence = {source, 3};
        facts.pods.push_back(fact);
        return *this;
    }
    Builder &inside(const std::string &pod, const char *interface = nullptr, const char *address = nullptr, const std::string &podNamespace = {})
    {
        HostFacts &host = facts.host("jump", pod, podNamespace);
        if (address)
            host.addresses.push_back({.interface = interface, .address = *IpPrefix::parse(address), .scope = {}, .evidence = {source, 2}});
        return *this;
    }
};

} // namespace

class MachineNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void oneMachine_data()
    {
        QTest::addColumn<Builder>("builder");
        QTest::addColumn<std::string>("one");
        QTest::addColumn<std::string>("other");
        QTest::addColumn<std::string>("name"); // of both; empty: they are two

        QTest::newRow("letter case") << Builder().host("Elm").pod("elm") << std::string("elm") << std::string("Elm") << std::string("Elm");
        QTest::newRow("a domain") << Builder().host("elm").pod("elm.lab.example") << std::string("elm") << std::string("elm.lab.example") << std::string("elm");
        QTest::newRow("a domain in the prompt") << Builder().host("elm.lab.example").node("elm") << std::string("elm") << std::string("elm.lab.example") << std::string("elm.lab.example");
        QTest::newRow("two domains") << Builder().node("elm.a.example").node("elm.b.example") << std::string("elm.a.example") << std::string("elm.b.example") << std::string();
        QTest::newRow("a bare name beside two domains") << Builder().host("elm").pod("elm.a.example").pod("elm.b.example") << std::string("elm") << std::string("elm.a.example") << std::string();
        QTest::newRow("a bare name whose address is that of one of two domains")
            << Builder().host("elm", "192.0.2.7/24").node("elm.a.example", "192.0.2.7").node("elm.b.example", "192.0.2.8") << std::string("elm") << std::string("elm.a.example") << std::string("elm");
        QTest::newRow("others") << Builder().host("elm").pod("oak") << std::string("elm") << std::string("oak") << std::string();
        QTest::newRow("an address that the host has") << Builder().host("elm", "192.0.2.7/24").pod("192.0.2.7") << std::string("192.0.2.7") << std::string("elm") << std::string("elm");
        QTest::newRow("an address that nobody has") << Builder().host("elm", "192.0.2.7/24").pod("192.0.2.8") << std::string("192.0.2.8") << std::string("elm") << std::string();
        QTest::newRow("two addresses are not one label") << Builder().pod("192.0.2.8").pod("192.0.2.9") << std::string("192.0.2.8") << std::string("192.0.2.9") << std::string();
        QTest::newRow("an address that two hosts have")
            << Builder().host("elm", "192.0.2.7/24").host("oak", "192.0.2.7/24").pod("192.0.2.7") << std::string("192.0.2.7") << std::string("elm") << std::string();
        QTest::newRow("a node's InternalIP") << Builder().host("ip-7", "192.0.2.7/24").node("elm", "192.0.2.7") << std::string("elm") << std::string("ip-7") << std::string("ip-7");
        QTest::newRow("a host reached by a node's address") << Builder().host("192.0.2.7").node("elm", "192.0.2.7") << std::string("elm") << std::string("192.0.2.7") << std::string("elm");
        QTest::newRow("an InternalIP of two hosts that prompts name")
            << Builder().host("a", "192.0.2.7/24").host("b", "192.0.2.7/24").node("elm", "192.0.2.7") << std::string("elm") << std::string("a") << std::string();
        QTest::newRow("loopback tells nothing") << Builder().host("a", "127.0.0.1/8").node("elm", "127.0.0.1") << std::string("elm") << std::string("a") << std::string();
        QTest::newRow("a link-local address tells nothing") << Builder().host("a", "169.254.1.1/32").pod("169.254.1.1") << std::string("169.254.1.1") << std::string("a") << std::string();
        QTest::newRow("a group's address tells nothing") << Builder().host("a", "224.0.0.5/32").pod("224.0.0.5") << std::string("224.0.0.5") << std::string("a") << std::string();
        for (const char *device : {"docker0", "virbr0", "nodelocaldns", "kube-ipvs0"})
            QTest::addRow("%s tells nothing", device) << Builder().host("a").card("a", device, "192.0.2.7/24").pod("192.0.2.7") << std::string("192.0.2.7") << std::string("a") << std::string();
        QTest::newRow("a card beside docker0 tells it") << Builder().host("a").card("a", "docker0", "198.51.100.1/24").card("a", "eth1", "192.0.2.7/24").pod("192.0.2.7") << std::string("192.0.2.7") << std::string("a") << std::string("a");
        QTest::newRow("Calico's address of the node") << Builder().host("a", "192.0.2.7/24").overlay("elm", "192.0.2.7/24", nullptr, nullptr) << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("flannel's address of the node") << Builder().host("a", "192.0.2.7/24").overlay("elm", nullptr, "192.0.2.7", nullptr) << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("the address of Calico's tunnel") << Builder().host("a").card("a", "tunl0", "10.20.1.1/32").overlay("elm", nullptr, nullptr, "10.20.1.1") << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("an InternalIP of two nodes") << Builder().node("elm", "192.0.2.7").node("oak", "192.0.2.7") << std::string("elm") << std::string("192.0.2.7") << std::string("elm");
        QTest::newRow("the first and the last letter") << Builder().host("AZ").pod("az") << std::string("az") << std::string("AZ") << std::string("AZ");
        QTest::newRow("another node's host") << Builder().host("oak", "192.0.2.7/24").node("elm", "192.0.2.7").node("oak") << std::string("elm") << std::string("oak") << std::string();
        QTest::newRow("the MAC address of flannel's device")
            << Builder().host("a").mac("a", "02:00:00:00:00:07").node("elm", nullptr, {}, "02:00:00:00:00:07") << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("the kubelet's host name") << Builder().host("a").node("elm", nullptr, "A.lab") << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("what `hostname` said") << Builder().host("a").calls("a", "b7").node("elm", nullptr, "B7") << std::string("elm") << std::string("a") << std::string("a");
        QTest::newRow("a file's name gives way to Kubernetes'")
            << Builder().host("notes", "192.0.2.7/24", true).node("elm", "192.0.2.7") << std::string("elm") << std::string("notes") << std::string("elm");
        QTest::newRow("so does a machine's without a name")
            << Builder().host("machine 1", "192.0.2.7/24").node("elm", "192.0.2.7") << std::string("elm") << std::string("machine 1") << std::string("elm");
        QTest::newRow("a file's name that a prompt has too")
            << Builder().host("ELM", nullptr, true).host("elm") << std::string("ELM") << std::string("elm") << std::string("elm");
        QTest::newRow("a file's output with the address of a host that Kubernetes knows")
            << Builder().host("elm", "192.0.2.7/24").host("notes", "192.0.2.7/24", true).node("elm", "192.0.2.7") << std::string("elm") << std::string("notes") << std::string("elm");
        QTest::newRow("files' outputs with one node's address")
            << Builder().host("x", "192.0.2.7/24", true).host("y", "192.0.2.7/24", true).node("elm", "192.0.2.7") << std::string("x") << std::string("y") << std::string("elm");
    }

    void oneMachine()
    {
        QFETCH(Builder, builder);
        QFETCH(std::string, one);
        QFETCH(std::string, other);
        QFETCH(std::string, name);
        const MachineNames names(builder.facts);
        if (name.empty()) {
            QVERIFY(names.keyOf(one) != names.keyOf(other));
            return;
        }
        QCOMPARE(names.keyOf(one), names.keyOf(other));
        QCOMPARE(names.nameOf(names.keyOf(one)), name);
        QVERIFY(names.problems().empty());
    }

    // Whose name nobody tells is a machine all the same; a pod with a network of its own is none.
    void unnamed()
    {
        Builder builder;
        builder.host("", "192.0.2.7/24").inside("web");
        const MachineNames names(builder.facts);
        QCOMPARE(names.keyOf(builder.facts.hosts[0]), std::string("?"));
        QCOMPARE(names.keyOf(std::string()), std::string("?"));
        QCOMPARE(names.nameOf("?"), std::string());
        QCOMPARE(names.keyOf(builder.facts.hosts[1]), std::string());
        QCOMPARE(names.keyOf(std::string("192.0.2.7")), std::string("?"));
    }

    void ambiguous()
    {
        const MachineNames names(Builder().host("Elm").pod("elm.a.example").pod("elm.b.example").facts);
        QCOMPARE(names.problems().size(), 1u);
        QCOMPARE(names.problems()[0].message.english(), std::string("Which of elm.a.example, elm.b.example the machine elm is, nothing tells; they are kept apart"));
        QCOMPARE(names.problems()[0].evidence.size(), 2u);
        QCOMPARE(names.problems()[0].severity, ProblemSeverity::Warning);
        QVERIFY(MachineNames(Builder().host("oak").pod("elm.a.example").pod("elm.b.example").facts).problems().empty());
    }

    void hostNetworks_data()
    {
        QTest::addColumn<Builder>("builder");
        QTest::addColumn<std::string>("node"); // empty: the pod has a network of its own

        QTest::newRow("the node's InternalIP") << Builder().node("elm", "192.0.2.7").pod("elm", "web", "192.0.2.7").inside("web") << std::string("elm");
        QTest::newRow("the address of the host's card") << Builder().host("elm", "192.0.2.7/24").pod("elm", "web", "192.0.2.7").inside("web") << std::string("elm");
        QTest::newRow("the pod's namespace is the same") << Builder().node("elm", "192.0.2.7").pod("elm", "web", "192.0.2.7").inside("web", nullptr, nullptr, "shop") << std::string("elm");
        QTest::newRow("the pod's namespace is another") << Builder().node("elm", "192.0.2.7").pod("elm", "web", "192.0.2.7").inside("web", nullptr, nullptr, "bank") << std::string();
        QTest::newRow("another pod") << Builder().node("elm", "192.0.2.7").pod("elm", "web", "192.0.2.7").inside("api") << std::string();
        QTest::newRow("an address of its own") << Builder().node("elm", "192.0.2.7").pod("elm").inside("web") << std::string();
        QTest::newRow("printed inside") << Builder().node("elm", "192.0.2.7").inside("web", "ens3", "192.0.2.7/24") << std::string("elm");
        QTest::newRow("printed inside, on the card that the host has it on") << Builder().host("elm", "192.0.2.7/24").inside("web", "eth0", "192.0.2.7/24") << std::string("elm");
        QTest::newRow("printed inside, on another card") << Builder().host("elm", "192.0.2.7/24").inside("web", "eth1", "192.0.2.7/24") << std::string();
        QTest::newRow("loopback inside tells nothing") << Builder().node("elm", "127.0.0.1").inside("web", "lo", "127.0.0.1/8") << std::string();
        QTest::newRow("two namesakes on two nodes")
            << Builder().node("elm", "192.0.2.7").node("oak", "192.0.2.8").pod("elm", "web", "192.0.2.7").pod("oak", "web", "192.0.2.8").inside("web") << std::string();
    }

    void hostNetworks()
    {
        QFETCH(Builder, builder);
        QFETCH(std::string, node);
        const MachineNames names(builder.facts);
        const auto inside = std::ranges::find_if(builder.facts.hosts, [](const HostFacts &host) { return !host.pod.empty(); });
        QVERIFY(inside != builder.facts.hosts.end());
        QCOMPARE(names.keyOf(*inside), node);
    }

    void saidByTheApi()
    {
        Builder builder;
        builder.pod("elm").inside("web");
        builder.facts.pods.back().hostNetwork = true;
        QCOMPARE(MachineNames(builder.facts).keyOf(builder.facts.hosts.back()), std::string("elm"));
        builder.facts.pods.back().hostNetwork = false;
        QCOMPARE(MachineNames(builder.facts).keyOf(builder.facts.hosts.back()), std::string());
        builder.facts.pods.back().hostAddress = IpAddress::parse("10.20.1.4");
        QCOMPARE(MachineNames(builder.facts).keyOf(builder.facts.hosts.back()), std::string("elm"));
        builder.facts.pods.back().node.clear();
        builder.node("oak", "10.20.1.4");
        QCOMPARE(MachineNames(builder.facts).keyOf(builder.facts.hosts.back()), std::string("oak"));
    }

    // What came of it: one node, with the pods on it.
    void joined()
    {
        const QByteArray list = "[root@elm ~]# kubectl get pods -n shop -o wide\n"
                                "NAME   READY   STATUS    RESTARTS   AGE   IP           NODE         NOMINATED NODE   READINESS GATES\n"
                                "web    1/1     Running   0          3d    10.20.1.4    192.0.2.7    <none>           <none>\n"
                                "spy    1/1     Running   0          3d    192.0.2.7    ELM.lab      <none>           <none>\n";
        const QByteArray address = "[root@elm ~]# ip addr show ens3\n"
                                   "2: ens3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                                   "    link/ether 52:54:00:00:00:07 brd ff:ff:ff:ff:ff:ff\n"
                                   "    inet 192.0.2.7/24 brd 192.0.2.255 scope global ens3\n";
        const Cluster cluster = clusterOfText(address + QByteArray(list).replace("ELM.lab", "elm    "));
        QCOMPARE(cluster.nodes.size(), 1u);
        QVERIFY(!cluster.nodes[0].ghost);
        QCOMPARE(cluster.pods.size(), 2u);
        QCOMPARE(cluster.pods[0].node, std::string("elm"));
        QVERIFY(!cluster.pods[0].hostNetwork && cluster.pods[1].hostNetwork);
    }

    // Kubernetes calls a node by its address, and another node has a session with it: one ghost.
    void calledByAddress()
    {
        const Cluster cluster = clusterOfText("[root@elm ~]# kubectl get pods -o wide\n"
                                              "NAME   READY   STATUS    RESTARTS   AGE   IP           NODE         NOMINATED NODE   READINESS GATES\n"
                                              "web    1/1     Running   0          3d    10.20.1.4    192.0.2.8    <none>           <none>\n"
                                              "[root@elm ~]# birdc show protocols\n"
                                              "Name       Proto      Table      State  Since         Info\n"
                                              "Mesh_192_0_2_8 BGP    ---        up     08:15:01.204  Established   \n");
        QCOMPARE(cluster.nodes.size(), 2u);
        QCOMPARE(cluster.nodes[1].name, std::string("192.0.2.8"));
        QVERIFY(cluster.nodes[1].ghost);
        QCOMPARE(cluster.nodes[1].addresses.size(), 1u);
        QCOMPARE(cluster.nodes[1].addresses.front().text(), std::string("192.0.2.8"));
        QCOMPARE(cluster.nodes[0].bgp.at(0).peerNode, std::string("192.0.2.8"));
    }

    // A prompt with an address, whose card has it: once.
    void promptIsAnAddress()
    {
        const Cluster cluster = clusterOfText("[root@192.0.2.7 ~]# ip addr\n"
                                              "2: ens3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                                              "    link/ether 52:54:00:00:00:07 brd ff:ff:ff:ff:ff:ff\n"
                                              "    inet 192.0.2.7/24 brd 192.0.2.255 scope global ens3\n");
        QCOMPARE(cluster.nodes.size(), 1u);
        QCOMPARE(cluster.nodes[0].addresses.size(), 1u);
    }

    void processes()
    {
        const QByteArray inside = "3: eth0@if9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UP group default\n"
                                  "    link/ether 02:00:00:00:01:04 brd ff:ff:ff:ff:ff:ff link-netnsid 0\n"
                                  "    inet 10.20.1.4/24 brd 10.20.1.255 scope global eth0\n";
        const QByteArray list = "[root@elm ~]# kubectl get pods -n shop -o wide\n"
                                "NAME   READY   STATUS    RESTARTS   AGE   IP           NODE         NOMINATED NODE   READINESS GATES\n"
                                "web    1/1     Running   0          3d    10.20.1.4    elm          <none>           <none>\n";
        const Cluster listed = clusterOfText(list + "[root@elm ~]# nsenter -t 817 -n ip a\n" + inside);
        QCOMPARE(listed.pods.size(), 1u);
        QCOMPARE(listed.pods[0].fullName(), std::string("shop/web"));
        QCOMPARE(listed.pods[0].ifindex, std::optional<std::uint32_t>(3));
        QCOMPARE(listed.pods[0].mac, MacAddress::parse("02:00:00:00:01:04"));
        const Cluster alone = clusterOfText("[root@elm ~]# nsenter -t 817 -n ip a\n" + inside);
        QCOMPARE(alone.pods.size(), 1u);
        QCOMPARE(alone.pods[0].fullName(), std::string("10.20.1.4"));
        // A namespace that its node lists is no pod's name either.
        const Cluster named = clusterOfText(list + "[root@elm ~]# ip netns\nblue (id: 3)\n[root@elm ~]# ip netns exec blue ip a\n" + inside);
        QCOMPARE(named.pods.size(), 1u);
        QCOMPARE(named.pods[0].fullName(), std::string("shop/web"));
    }

    void insideHostNetwork()
    {
        const Cluster cluster = clusterOfText("[root@jump ~]# kubectl get nodes -o wide\n"
                                              "NAME   STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE   KERNEL-VERSION   CONTAINER-RUNTIME\n"
                                              "elm    Ready    <none>   9d    v1.29.4   192.0.2.7     <none>        Debian     6.1.0            containerd://1.7\n"
                                              "[root@jump ~]# kubectl get pods -n net -o wide\n"
                                              "NAME   READY   STATUS    RESTARTS   AGE   IP          NODE   NOMINATED NODE   READINESS GATES\n"
                                              "spy    1/1     Running   0          9d    192.0.2.7   elm    <none>           <none>\n"
                                              "[root@jump ~]# kubectl exec -n net spy -- ip r\n"
                                              "default via 192.0.2.1 dev ens3\n");
        const ClusterNode *elm = cluster.node("elm");
        QVERIFY(elm && !elm->ghost);
        QCOMPARE(routeLines(cluster).size(), 1);
        QCOMPARE(elm->net.routes.size(), 1u);
        const ClusterPod *pod = cluster.pod("net/spy");
        QVERIFY(pod && pod->hostNetwork && pod->net.routes.empty());
        QCOMPARE(pod->node, std::string("elm"));
        QCOMPARE(cluster.pods.size(), 1u);
    }

    // Nobody listed the pod; what was printed in it has the node's address.
    void insideHostNetworkUnlisted()
    {
        const QByteArray card = "2: ens3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                                "    link/ether 52:54:00:00:00:07 brd ff:ff:ff:ff:ff:ff\n"
                                "    inet 192.0.2.7/24 brd 192.0.2.255 scope global ens3\n";
        const Cluster cluster = clusterOfText("[root@elm ~]# ip a\n" + card + "[root@jump ~]# kubectl exec -n net spy -- ip a\n" + card);
        const ClusterPod *pod = cluster.pod("net/spy");
        QVERIFY(pod && pod->hostNetwork && pod->net.interfaces.empty());
        QCOMPARE(pod->node, std::string("elm"));
        QCOMPARE(cluster.node("elm")->net.interfaces.size(), 1u);
    }
};

QTEST_APPLESS_MAIN(MachineNamesTest)
#include "tst_machinenames.moc"
