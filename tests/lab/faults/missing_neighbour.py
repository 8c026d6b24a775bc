"""On master there is no neighbour entry for VM-16-10-centos' flannel.1: the kernel asks by ARP, on a device where nobody can hear it."""

import time

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, _ = cluster.nodes
    master.ip("neigh del 10.244.1.0 dev flannel.1")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 4 10.244.1.3"))
    time.sleep(1)
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on master `ip neigh del 10.244.1.0 dev flannel.1`",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1", address="10.244.1.0",
    lines={"master": ["10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink", "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent"]},
    absent={"master": ["10.244.1.0 dev flannel.1 lladdr"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="master.cni0",
               unseen=("master.flannel.1", "master.eth0", "VM-16-10-centos.eth0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0")],
    facts=[Fact("master asks on flannel.1", "master.flannel.1.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 10.244.1.0"),
           Fact("and nobody hears it", "master.eth0.pcapng", "arp.dst.proto_ipv4 == 10.244.1.0", "none"),
           Fact("the pod is told", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "icmp.type == 3 && icmp.code == 1 && ip.src == 10.244.0.1")],
    english="The route names a next hop, but who is that? Without a neighbour entry the node calls out on the tunnel, where nobody listens to calls.",
    chinese="路由给出了下一跳，却没有邻居表项（ARP）告诉它是谁：节点在隧道里广播询问，而隧道里没有人听得到。",
)
