"""On VM-16-10-centos net.ipv4.ip_forward is 0: it is a host again and no router for its pods."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    _, centos = cluster.nodes
    centos.sysctl("net.ipv4.ip_forward=0")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 -W 1 10.244.1.1")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos `sysctl -w net.ipv4.ip_forward=0`",
    nodes=["VM-16-10-centos"],
    lines={"VM-16-10-centos": ["net.ipv4.ip_forward = 0"], "master": ["net.ipv4.ip_forward = 1"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.flannel.1", unseen=("VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.0.0", "10.244.1.1", at="VM-16-10-centos.flannel.1")],
    facts=[Fact("the node answers for itself", "master.flannel.1.pcapng", "icmp.type == 0 && ip.src == 10.244.1.1", 2),
           Fact("nobody says that anything is wrong", "VM-16-10-centos.flannel.1.pcapng", "icmp.type == 3", "none")],
    english="For its pods a node is a router. With ip_forward 0 it is one no more: what is not for itself goes into the bin.",
    chinese="对 Pod 来说，节点就是路由器；ip_forward=0 之后它不再转发，凡不是发给自己的数据包一律丢弃。",
)
