"""flannel.1 is gone on VM-16-10-centos: what master sends through the tunnel arrives at a machine where no device takes it."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    _, centos = cluster.nodes
    centos.ip("link del flannel.1")
    centos.hops.remove("flannel.1")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos `ip link del flannel.1`; its routes and entries went with it",
    nodes=["VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["10.244.1.0/24 via 10.244.1.0 dev flannel.1", "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10"]},
    absent={"VM-16-10-centos": ["flannel.1: <", "dev flannel.1"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.eth0", unseen=("VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("the kernel there says that nobody listens", "master.eth0.pcapng", "icmp.type == 3 && icmp.code == 3 && ip.src#1 == 172.27.16.10")],
    english="A letter for a door that was taken out: it reaches the house, and the kernel there answers that nobody lives at port 8472.",
    chinese="信送到了楼下，门却被拆了：数据包到达节点，可 flannel.1 不在，内核只能回一句“8472 端口没有人”。",
)
