"""VM-16-10-centos once had the address 172.27.16.99; master still sends there what is for its flannel.1."""

import time

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, centos = cluster.nodes
    master.run("bridge", "fdb", "replace", centos.vtep_mac, "dev", "flannel.1", "dst", "172.27.16.99", "self", "permanent")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))
    time.sleep(3)  # the router asks three times before it gives up


FAULT = Fault(
    severity="error",
    planted="on master the forwarding entry of VM-16-10-centos' flannel.1 has the node's old address, 172.27.16.99",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1", address="172.27.16.99",
    lines={"master": ["2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.99 self permanent"], "VM-16-10-centos": ["inet 172.27.16.10/20"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="router.eth0",
               unseen=("router.eth1", "VM-16-10-centos.eth0", "VM-16-10-centos.flannel.1", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0"),
             Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("the outer destination is the old address", "master.eth0.pcapng", "vxlan && ip.src == 172.27.0.11 && !(ip.dst == 172.27.16.99)", "none"),
           Fact("the router asks for it in vain", "router.eth1.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 172.27.16.99")],
    english="The forwarding table says in which house a tunnel's MAC lives; here it still has the old house, so the outer packet goes to an empty one.",
    chinese="转发表（FDB）记着隧道 MAC 住在哪台节点；这里还是旧地址，外层数据包被送到了一座空房子。",
)
