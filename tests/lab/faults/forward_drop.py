"""On VM-16-10-centos Docker set the policy of FORWARD to DROP, and flannel's accepting rules are not there."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    _, centos = cluster.nodes
    centos.run("iptables", "-D", "FORWARD", "-m", "comment", "--comment", "flanneld forward", "-j", "FLANNEL-FWD")
    centos.run("iptables", "-P", "FORWARD", "DROP")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 -W 1 10.244.1.1")  # the node itself answers: its INPUT accepts
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos `iptables -P FORWARD DROP`, and the jump to FLANNEL-FWD is gone",
    nodes=["VM-16-10-centos"], interface="flannel.1",
    lines={"VM-16-10-centos": [":FORWARD DROP"], "master": [":FORWARD ACCEPT", '-A FORWARD -m comment --comment "flanneld forward" -j FLANNEL-FWD']},
    absent={"VM-16-10-centos": ['-A FORWARD -m comment --comment "flanneld forward"']},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.flannel.1", unseen=("VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.0.0", "10.244.1.1", at="VM-16-10-centos.flannel.1")],
    facts=[Fact("the node answers for itself", "master.flannel.1.pcapng", "icmp.type == 0 && ip.src == 10.244.1.1", 2),
           Fact("nobody says that anything is wrong", "VM-16-10-centos.flannel.1.pcapng", "icmp.type == 3", "none")],
    english="The packet is out of the tunnel and must only be passed on to the pod, but this node's firewall forwards nothing that no rule lets through.",
    chinese="数据包已经出了隧道，只差转给 Pod，可节点防火墙 FORWARD 链默认 DROP，没有规则放行就到此为止。",
)
