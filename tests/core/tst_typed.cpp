#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/kubectl.h"

#include <QTest>

using namespace vethscope;

// Which parser reads what was typed, by the words alone.
class TypedTest : public QObject
{
    Q_OBJECT

private slots:
    void typed_data();
    void typed();
    void kubectl();
    void operands();
};

namespace {

std::vector<std::string> wordsOf(const QByteArray &line)
{
    std::vector<std::string> words;
    for (const QByteArray &word : line.split(' '))
        words.push_back(word.toStdString());
    return words;
}

} // namespace

void TypedTest::typed_data()
{
    QTest::addColumn<QString>("command"); // "-": none

    const auto rows = [](const char *command, std::initializer_list<const char *> lines) {
        for (const char *line : lines)
            QTest::newRow(line) << QString(command);
    };
    rows("ip addr", {"ip a", "ip addr", "ip address show", "ip -4 a s", "ip -d addr show dev eth0", "ip -f inet6 a", "ip -family inet a", "ip -l 3 a", "ip -loops 3 a", "ip -rc 9 a", "ip -rcvbuf 9 a",
                     "ip a list", "ip a lst", "ip a dev eth0"});
    rows("ip link", {"ip l", "ip link", "ip -s link show", "ip link ls"});
    rows("ip route", {"ip r", "ip ro", "ip route", "ip route show table all", "ip route get 192.0.2.7", "ip -6 r"});
    rows("ip rule", {"ip ru", "ip rule", "ip rule list"});
    rows("ip neigh", {"ip n", "ip neigh", "ip neighbor show", "ip neighbour"});
    rows("ip netns", {"ip netns", "ip netns list", "ip netns list-id"});
    rows("ip tunnel", {"ip t", "ip tunnel show"});
    rows("-", {"ip", "ip -4", "ip -f", "ip a add 192.0.2.7/24 dev eth0", "ip addr flush dev eth0", "ip link set eth0 up", "ip r add default", "ip r del default", "ip ru add", "ip n del 192.0.2.7", "ip netns add a",
               "ip netns exec", "ip netns identify", "ip netns pids a", "ip t add t7", "ip zebra", "ip mon", "xip a", "ip addrs"});
    rows("bridge link", {"bridge link", "bridge l", "bridge -d link show"});
    rows("bridge fdb", {"bridge fdb", "bridge f", "bridge fdb show dev flannel.1"});
    rows("bridge vlan", {"bridge vlan", "bridge -c v"});
    rows("-", {"bridge", "bridge fdb add 52:54:00:aa:00:09", "bridge mdb", "bridge link set dev eth0"});
    rows("brctl show", {"brctl show", "brctl show br9"});
    rows("brctl showmacs", {"brctl showmacs br9"});
    rows("brctl showstp", {"brctl showstp br9"});
    rows("-", {"brctl", "brctl addbr br9", "show brctl", "showmacs", "xbrctl show", "xbrctl showmacs br9", "xbrctl showstp br9"});
    rows("ifconfig", {"ifconfig", "ifconfig -a", "ifconfig eth0"});
    rows("-", {"ifconfig eth0 up", "ifconfig eth0 down", "xifconfig"});
    rows("arp", {"arp", "arp -n", "arp -a", "cat /proc/net/arp"});
    rows("-", {"arp -s 192.0.2.7 52:54:00:aa:00:09", "arp -d 192.0.2.7", "cat /proc/net/dev", "rm /proc/net/arp"});
    rows("route", {"route", "route -n", "netstat -rn", "netstat -nr", "netstat --route"});
    rows("-", {"route add default gw 192.0.2.1", "route del default", "xroute -n", "xnetstat -rn"});
    rows("ss", {"ss", "ss -uln", "ss -tr", "netstat", "netstat -uln", "netstat --numeric", "netstat --protocol=inet"});
    rows("-", {"xss -l"});
    rows("kubectl get", {"kubectl get pods", "kubectl get pod web -o wide", "kubectl get po -owide", "kubectl get nodes", "kubectl get no", "kubectl get svc", "kubectl get services", "kubectl get ep", "kubectl get endpoints",
                         "kubectl get endpointslices", "kubectl get all", "kubectl get all -A", "kubectl get cm,pods", "kubectl get pod/web", "kubectl get pods -o name", "kubectl get pods -o json", "kubectl get cm -o yaml",
                         "kubectl get pods --output=wide", "kubectl -n shop get pods", "kubectl --namespace shop get pods", "kubectl get -f x.yaml pods", "kubectl get pods -o custom-columns=NAME:.metadata.name",
                         "k get pods", "oc get pods", "kubecolor get pods", "kubectl.exe get pods", "microk8s.kubectl get pods", "k3s kubectl get pods", "k0s kubectl get pods", "rke2 kubectl get pods",
                         "microk8s kubectl get pods", "minikube kubectl get pods", "minikube kubectl -- get pods", "kubectl get PODS", "kubectl get pods.v1"});
    rows("-", {"kubectl", "kubectl get", "kubectl get cm", "kubectl get pods -o jsonpath={.items}", "kubectl delete pods", "kubectl logs web", "k3s get pods", "docker kubectl get pods", "xkubectl get pods",
               "minikube -- get pods", "kubectl get -n pods", "kubectl get deploy/pods", "kubectl get cm -o wide", "minikube kubectl logs -- get pods"});
    rows("kubectl describe pod", {"kubectl describe pod web", "kubectl describe pods", "kubectl describe po web", "kubectl describe pod/web", "kubectl -n shop describe pod web"});
    rows("kubectl describe service", {"kubectl describe svc web", "kubectl describe service", "kubectl describe services"});
    rows("kubectl describe node", {"kubectl describe node elm", "kubectl describe nodes", "kubectl describe no elm"});
    rows("-", {"kubectl describe", "kubectl describe deploy web", "kubectl explain pod", "kubectl explain svc", "kubectl explain node"});
    rows("calicoctl get node", {"calicoctl get node", "calicoctl get nodes -o wide"});
    rows("calicoctl get ippool", {"calicoctl get ippool", "calicoctl get ipPool -o wide", "calicoctl get ippools", "kubectl calico get ippool", "kubectl get ippools.crd.projectcalico.org"});
    rows("calicoctl get bgppeer", {"calicoctl get bgppeer", "calicoctl get bgpPeers"});
    rows("calicoctl get bgpconfig", {"calicoctl get bgpconfig", "calicoctl get bgpconfigs", "calicoctl get bgpConfiguration", "calicoctl get bgpconfigurations", "calicoctl get bgpconfig -o wide"});
    rows("calicoctl node status", {"calicoctl node status", "calicoctl node status --all"});
    rows("-", {"calicoctl", "calicoctl get", "calicoctl node", "calicoctl node run", "calicoctl ipam status", "calicoctl get workloadendpoint", "kubectl get ippools", "xcalicoctl node status", "calicoctl get ipzool",
               "calicoctl node checksystem", "x node status"});
    rows("birdc show protocols", {"birdc show protocols", "birdc show protocols all", "birdc sh pr", "birdc6 show protocols", "birdcl -s /var/run/bird.ctl show protocols", "birdc -v show protocols"});
    rows("birdc show route", {"birdc show route", "birdc show route all", "birdc show routes", "birdc sho ro"});
    rows("-", {"birdc", "birdc show", "birdc show status", "bird show route", "birdc route show", "birdc configure route", "birdc -s show route", "birdc s route", "birdc show r", "birdc showx route", "birdc show routed"});
    rows("crictl pods", {"crictl pods", "crictl pod", "crictl -r unix:///x pods"});
    rows("crictl ps", {"crictl ps", "crictl ps -a"});
    rows("crictl inspectp", {"crictl inspectp 6a7"});
    rows("docker ps", {"docker ps", "docker ps -a", "nerdctl ps", "podman ps", "docker container ls", "docker container ps"});
    rows("-", {"crictl", "crictl images", "xcrictl pods", "xcrictl ps", "xcrictl inspectp 6a7", "pods crictl", "ps aux", "docker", "docker container", "docker container rm", "docker images ls", "docker run ps", "xdocker ps"});
    rows("wg show", {"wg", "wg show", "wg show wg0", "wg --hide-keys"});
    rows("-", {"wg show interfaces", "wg show all dump", "wg set wg0", "wgx", "wg-quick"});
    rows("iptables-save", {"iptables-save", "ip6tables-save", "iptables-nft-save", "iptables-save -t nat", "iptables -S", "iptables -t nat -S", "iptables --list-rules", "ip6tables -S", "iptables-legacy -S"});
    rows("iptables -L", {"iptables -L", "iptables -nL", "iptables -t nat -nvL", "iptables --list", "ip6tables -L", "iptables-legacy -L", "iptables -vL INPUT"});
    rows("-", {"iptables", "iptables -n", "iptables -A INPUT", "iptables --Line", "xiptables -L", "arptables -L", "ebtables-save", "arptables -S", "ipset save", "ipset-save"});
    rows("nft list ruleset", {"nft list ruleset", "nft -a list ruleset", "nft list table ip nat"});
    rows("-", {"nft", "nft list", "nft add rule", "xnft list ruleset"});
    rows("ipvsadm", {"ipvsadm", "ipvsadm -Ln"});
    rows("conntrack -L", {"conntrack -L", "conntrack --dump", "conntrack -p udp -L", "cat /proc/net/nf_conntrack"});
    rows("-", {"conntrack", "conntrack -E", "conntrack -F nat", "cat /proc/net/ip_tables_names", "xconntrack -L", "rm /proc/net/nf_conntrack", "nf_conntrack"});
    rows("ethtool -S", {"ethtool -S eth0", "ethtool --statistics eth0"});
    rows("ethtool -k", {"ethtool -k eth0", "ethtool --show-features eth0", "ethtool --show-offload eth0"});
    rows("ethtool -i", {"ethtool -i eth0", "ethtool --driver eth0"});
    rows("-", {"ethtool", "ethtool eth0", "ethtool -K eth0", "xethtool -S eth0"});
    rows("cat /sys/class/net", {"cat /sys/class/net/eth0/mtu", "grep . /sys/class/net/eth0/mtu", "egrep . /sys/class/net/eth0/mtu", "fgrep . /sys/class/net/eth0/mtu", "head -n 1 /sys/class/net/eth0/mtu",
                                "tail /sys/class/net/eth0/mtu", "less /sys/class/net/eth0/mtu", "more /sys/class/net/eth0/mtu", "grep -n . /sys/class/net/eth0/mtu", "tail -n 1 /sys/class/net/eth0/mtu", "cat -v /sys/class/net/eth0/mtu"});
    rows("-", {"cat", "cat -", "grep /sys/class/net/eth0/mtu", "ls /sys/class/net/", "cat /sys/class/block", "head -n /sys/class/net/eth0/mtu", "grep -n /sys/class/net/eth0/mtu"});
    rows("sysctl", {"sysctl -a", "sysctl net.ipv4.ip_forward", "cat /proc/sys/net/ipv4/ip_forward"});
    rows("-", {"sysctl net.ipv4.ip_forward=1", "sysctl -w net.ipv4.ip_forward", "sysctl -p", "xsysctl -a", "cat /proc/self"});
    rows("cat /etc/resolv.conf", {"cat /etc/resolv.conf", "cat /run/systemd/resolve/resolv.conf"});
    rows("-", {"cat /run/systemd/units", "vi /etc/resolv.conf"});
    rows("cat /etc/hosts", {"cat /etc/hosts"});
    rows("-", {"cat /etc/hosts.allow", "vi /etc/hosts"});
    rows("hostname", {"hostname", "hostname -s", "hostname -f", "cat /etc/hostname"});
    rows("-", {"hostname -i", "hostname elm", "hostname -s -f", "xhostname", "rm /etc/hostname"});
    rows("uname", {"uname -a", "uname -r"});
    rows("date", {"date", "date +%s"});
    rows("-", {"xuname", "xdate"});
}

void TypedTest::typed()
{
    QFETCH(QString, command);
    const HostCommand *found = commandTyped(wordsOf(QTest::currentDataTag()));
    QCOMPARE(found ? QString::fromStdString(std::string(found->name)) : QString("-"), command);
    QVERIFY(!commandTyped({}));
}

void TypedTest::kubectl()
{
    const KubectlCall call = kubectlCall(wordsOf("kubectl --context lab -n shop get Pods,svc/till web pod/api -owide -l a=b --user=me -A"));
    QCOMPARE(call.verb, std::string("get"));
    QCOMPARE(call.resources, (std::vector<std::string>{"pods", "svc"}));
    QCOMPARE(call.names, (std::vector<std::string>{"till", "web", "api"}));
    QCOMPARE(call.kubeNamespace, std::string("shop"));
    QCOMPARE(call.output, std::string("wide"));
    QVERIFY(call.allNamespaces);
    for (const char *line : {"kubectl get pods -nshop", "kubectl get pods --namespace=shop", "kubectl get pods -n=shop", "kubectl get pods --namespace shop"}) {
        const KubectlCall other = kubectlCall(wordsOf(line));
        QCOMPARE(other.kubeNamespace, std::string("shop"));
        QVERIFY(other.output.empty() && !other.allNamespaces && other.names.empty());
        QCOMPARE(other.resources, std::vector<std::string>{"pods"});
    }
    QVERIFY(kubectlCall(wordsOf("kubectl get pods -n")).kubeNamespace.empty());
    QVERIFY(kubectlCall(wordsOf("kubectl get pods --now")).output.empty());
    QVERIFY(kubectlCall(wordsOf("kubectl get pods --all-namespaces")).allNamespaces);
}

// Words of iproute2 may be cut short, and the first that begins so is meant.
void TypedTest::operands()
{
    const IpCall call = ipCall(wordsOf("ip -6 route show table 7 d eth0 proto bird sc link"));
    QVERIFY(call.v6);
    QCOMPARE(std::string(call.operand("table")), std::string("7"));
    QCOMPARE(std::string(call.operand("dev")), std::string("eth0"));
    QCOMPARE(std::string(call.operand("proto")), std::string("bird"));
    QCOMPARE(std::string(call.operand("scope")), std::string("link"));
    QVERIFY(call.operand("via").empty());
    QCOMPARE(std::string(ipCall(wordsOf("ip r list protocol bird")).operand("proto")), std::string("bird"));
    QVERIFY(ipCall(wordsOf("ip r s dev")).operand("dev").empty());
    QVERIFY(ipCall(wordsOf("ip -f inet6 r")).v6);
    QVERIFY(!ipCall(wordsOf("ip -f inet r")).v6);
    QVERIFY(!ipCall(wordsOf("ip r")).v6);
    QVERIFY(ipCall(wordsOf("ip -6 -f inet r")).v6);
}

QTEST_APPLESS_MAIN(TypedTest)
#include "tst_typed.moc"
