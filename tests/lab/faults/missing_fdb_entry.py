"""On master there is no forwarding entry for VM-16-10-centos' flannel.1: the device knows the frame's MAC, and not which node has it."""

from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, centos = cluster.nodes
    master.run("bridge", "fdb", "del", centos.vtep_mac, "dev", "flannel.1", "dst", centos.address.ip, "self")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on master `bridge fdb del` of VM-16-10-centos' flannel.1",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1", address="10.244.1.0",
    lines={"master": ["10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:b6 PERMANENT", "10.244.1.0/24 via 10.244.1.0 dev flannel.1 onlink"],
           "VM-16-10-centos": ["link/ether 2a:3c:a0:e1:a9:b6"]},
    absent={"master": ["2a:3c:a0:e1:a9:b6 dev flannel.1"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="master.flannel.1",
               unseen=("master.eth0", "router.eth0", "VM-16-10-centos.eth0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0")],
    english="Routing and ARP are done, the frame is ready, but nobody told the tunnel which node that MAC is on: flannel does not learn, so it is dropped.",
    chinese="路由和 ARP 都查到了，帧也封好了，可转发表（FDB）里没有这个 MAC 在哪台节点：flannel 不做学习，只能丢弃。",
)
