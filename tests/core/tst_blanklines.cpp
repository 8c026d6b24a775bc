#include <QRegularExpression>
#include <QTest>

#include "tests/support/clusterfacts.h"
#include "tests/support/hostfacts.h"

using namespace vethscope::test;

// Blank lines within an output, as a paste or a wide terminal leaves them: the same facts are read, whichever command printed them.

namespace {

// Every fact of a command's output, without its line's number.
QStringList factsWithin(const QByteArray &command, const QByteArray &output)
{
    QStringList facts = factsOf(command, output);
    for (const QString &fact : clusterFactsOf(command, output))
        if (!fact.startsWith('!') && !fact.contains(" setting ")) // which a host's facts have as well
            facts << fact;
    static const QRegularExpression number("line \\d+");
    return facts.replaceInStrings(number, "line");
}

} // namespace

class BlankLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void facts_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("count");
        const auto row = [](const char *command, const QByteArray &output, int count) { QTest::newRow(command) << QByteArray(command) << output << count; };
        row("ip addr", "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    link/ether 52:54:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n    inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n"
                       "3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n    inet 10.0.1.1/24 brd 10.0.1.255 scope global eth1\n", 5); // the MAC address is one
        row("ip route", "default via 10.0.0.254 dev eth0\n10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1\n10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink\n", 3);
        row("ip rule", "0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n", 3);
        row("ip neigh", "10.0.0.7 dev v0 lladdr 02:00:00:00:00:01 STALE\n10.0.0.8 dev v0 lladdr 02:00:00:00:00:02 DELAY\n10.0.0.9 dev v0 FAILED\n", 3);
        row("arp -n", "Address                  HWtype  HWaddress           Flags Mask            Iface\n10.0.0.7                 ether   02:00:00:00:00:01   C                     eth0\n10.0.0.8                 ether   02:00:00:00:00:02   C                     eth0\n", 2);
        row("route -n", "Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n0.0.0.0         10.0.0.254      0.0.0.0         UG    0      0        0 eth0\n"
                        "10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 eth0\n", 2);
        row("bridge fdb", "02:00:00:00:00:a2 dev flannel.1 dst 10.0.0.2 self permanent\n02:00:00:00:00:d1 dev vetha master cni0\n", 2);
        row("brctl show", "bridge name\tbridge id\t\tSTP enabled\tinterfaces\ncni0\t\t8000.822a0551fe51\tno\t\tveth1111\n\t\t\t\t\t\t\tveth2222\n", 3);
        row("iptables -S", "-P FORWARD DROP\n-A FORWARD -s 10.244.0.0/16 -j ACCEPT\n-A FORWARD -d 10.244.0.0/16 -j ACCEPT\n", 3);
        row("iptables -L", "Chain FORWARD (policy DROP)\ntarget     prot opt source               destination\nACCEPT     all  --  10.244.0.0/16        anywhere\nDROP       all  --  anywhere             anywhere\n", 3);
        row("nft list ruleset", "table ip nat {\n\tchain POST {\n\t\ttype nat hook postrouting priority srcnat; policy accept;\n\t\tip saddr 10.244.0.0/16 masquerade\n\t\tip daddr 10.0.0.9 accept\n\t}\n}\n", 3);
        row("ss -uln", "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\nUNCONN 0      0            0.0.0.0:8472      0.0.0.0:*\nUNCONN 0      0            0.0.0.0:53      0.0.0.0:*\n", 2);
        row("ipvsadm -Ln", "IP Virtual Server version 1.2.1 (size=4096)\nProt LocalAddress:Port Scheduler Flags\n  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn\nTCP  10.96.0.1:443 rr\n  -> 172.27.0.11:6443             Masq    1      0          0\n"
                           "UDP  10.96.0.10:53 rr\n  -> 10.244.0.58:53               Masq    1      0          2\n", 2);
        row("conntrack -L", "udp      17 27 src=10.244.0.60 dst=10.96.0.10 sport=54477 dport=53 src=10.244.0.58 dst=10.244.0.60 sport=53 dport=54477 [ASSURED] mark=0 use=1\n"
                            "udp      17 27 src=10.244.0.61 dst=10.96.0.10 sport=54478 dport=53 src=10.244.0.58 dst=10.244.0.61 sport=53 dport=54478 [ASSURED] mark=0 use=1\n", 2);
        row("ethtool -k eth0", "Features for eth0:\nrx-checksumming: off [fixed]\ntx-checksum-ip-generic: off\nscatter-gather: on\n", 3);
        row("ethtool -S vetha", "NIC statistics:\n     rx_queue_0_xdp_packets: 0\n     peer_ifindex: 3\n", 1);
        row("ethtool -i ens3", "driver: virtio_net\nversion: 1.0.0\nbus-info: 0000:00:03.0\n", 2);
        row("cat /sys/class/net/eth0/ifindex /sys/class/net/eth0/iflink", "2\n3\n", 2);
        row("grep . /sys/class/net/*/iflink", "/sys/class/net/eth0/iflink:2\n/sys/class/net/eth1/iflink:3\n", 2);
        row("head /sys/class/net/eth0/iflink /sys/class/net/eth1/iflink", "==> /sys/class/net/eth0/iflink <==\n2\n==> /sys/class/net/eth1/iflink <==\n3\n", 2);
        row("sysctl -a", "net.ipv4.ip_forward = 1\nnet.bridge.bridge-nf-call-iptables = 1\n", 2);
        row("kubectl get pods -A -o wide", "NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   IP           NODE   NOMINATED NODE   READINESS GATES\nshop        tea    1/1     Running   0          3d    10.244.1.5   n1     <none>           <none>\n"
                                           "shop        cart   1/1     Running   0          3d    10.244.2.5   n2     <none>           <none>\n", 2);
        row("bridge vlan", "port              vlan-id\neth7              1 PVID Egress Untagged\n                  7\nvetha             8\n", 3);
        row("cat /etc/resolv.conf", "nameserver 10.96.0.10\nsearch default.svc.cluster.local\noptions ndots:5\n", 1);
        row("brctl showstp cni0", "cni0\n bridge id\t\t8000.822a0551fe51\nveth1111 (1)\n port id\t\t8001\t\t\tstate\t\t     forwarding\nveth2222 (2)\n port id\t\t8002\t\t\tstate\t\t     forwarding\n", 3);
    }

    void facts()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        const QStringList whole = factsWithin(command, output);
        QTEST(int(whole.size()), "count");
        // Between any two lines.
        for (qsizetype at = output.indexOf('\n') + 1; at > 0 && at < output.size(); at = output.indexOf('\n', at) + 1) {
            const QStringList blank = factsWithin(command, output.left(at) + '\n' + output.mid(at));
            QVERIFY2(blank == whole, qPrintable(QString("in front of %1\n%2\ninstead of\n%3").arg(QString::fromUtf8(output.mid(at).left(40)), blank.join('\n'), whole.join('\n'))));
        }
    }
};

QTEST_GUILESS_MAIN(BlankLinesTest)
#include "tst_blanklines.moc"
