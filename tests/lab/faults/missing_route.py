"""On master the route to VM-16-10-centos' pods is gone: the default route takes them, bare, to a router that knows no pods."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, _ = cluster.nodes
    master.ip("route del 10.244.1.0/24 dev flannel.1")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on master `ip route del 10.244.1.0/24`",
    nodes=["master"], address="10.244.1.0/24",
    lines={"master": ["default via 172.27.0.1 dev eth0"], "VM-16-10-centos": ["inet 10.244.1.1/24"]},
    absent={"master": ["10.244.1.0/24 via"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="router.eth0", unseen=("router.eth1", "VM-16-10-centos.eth0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0"),
             Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("the pod's own address is on the wire", "master.eth0.pcapng", "icmp.type == 8 && ip.src == 10.244.0.60 && !vxlan", 3),
           Fact("the tunnel has nothing of it", "master.flannel.1.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.3", "none")],
    english="No signpost for this pod network: the default route takes the packet to the gateway without a tunnel, and the gateway knows no pods.",
    chinese="没有指向对方 Pod 网段的路由：数据包走了默认路由，未封装就到了网关，而网关不认识任何 Pod。",
)
