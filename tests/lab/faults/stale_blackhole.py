"""cv-master once had the block 10.244.60.64/26 and kept its blackhole when the block went to cv-worker1."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_vxlan as HEALTHY

PODS = ("moss", "fern")


def plant(cluster):
    master, _, _ = cluster.nodes
    master.ip("route del 10.244.60.64/26 via 172.27.0.62 dev eth0 proto 80 onlink")
    master.ip("route add blackhole 10.244.60.64/26 proto 80")


def traffic(cluster, type_on):
    master, _, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.0.62")
    type_on(*cluster.in_pod("moss", "ping -c 3 -i 0.3 -W 1 10.244.60.69"))
    type_on(*cluster.in_pod("fern", "ping -c 3 -i 0.3 -W 1 10.244.151.131"))


FAULT = Fault(
    severity="error",
    planted="on cv-master `blackhole 10.244.60.64/26` in place of the route to cv-worker1",
    nodes=["cv-master"], address="10.244.60.64/26",
    lines={"cv-master": ["blackhole 10.244.60.64/26 proto 80"], "cv-worker1": ["10.244.60.69 dev cali4f7f56533d6 scope link"]},
    lost=[Lost("icmp", "10.244.151.131", "10.244.60.69", after="cv-master.calic49de902313",
               unseen=("cv-master.eth0", "cv-worker1.eth0", "pod_fern-58d7f6c9b4-j9tml_eth0"))],
    arrives=[Arrives("icmp", "10.244.60.69", "10.244.151.131", at="pod_moss-7b9d5c8f64-kd2vw_eth0"),
             Arrives("icmp", "172.27.0.61", "172.27.0.62", at="cv-worker1.eth0")],
    facts=[Fact("the pod is told nothing", "pod_moss-7b9d5c8f64-kd2vw_eth0.pcapng", "icmp.type == 3", "none")],
    english="A blackhole route is a signpost to nowhere: right for a block of one's own, wrong once the block's pods live on another node.",
    chinese="blackhole 路由是一块“此路不通”的路牌：对自己的地址块是对的；地址块搬到别的节点后没清掉，活着的 Pod 就被它吞了。",
)
