"""The router sends all pod addresses to k8s-master; what no node has goes back to the router by the default route, and round again."""

from blocks.facts import Fact
from blocks.fault import Fault, Flow
from clusters import flannel_host_gw as HEALTHY

PODS = ("cake",)


def plant(cluster):
    [router] = cluster.routers
    router.ip("route add 10.244.0.0/16 via 172.27.0.11")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("cake", "ping -c 2 -i 0.3 -W 1 -t 12 10.244.9.9"))  # of a node that is gone; 12 hops are enough to see it


OF_PING = "icmp.type == 8 && ip.dst == 10.244.9.9 && !(icmp.type == 5) && !(icmp.type == 11)"
FAULT = Fault(
    severity="error",
    planted="on the router `ip route add 10.244.0.0/16 via 172.27.0.11`; 10.244.9.0/24 is no node's any more",
    nodes=["k8s-master"], interface="eth0", address="10.244.9.9",
    lines={"k8s-master": ["default via 172.27.0.1 dev eth0"]},
    absent={"k8s-master": ["10.244.9.0/24", "blackhole 10.", "unreachable 10."]},
    loops=[Flow("icmp", "10.244.0.7", "10.244.9.9")],
    facts=[Fact("each ping passes eth0 as long as its TTL lasts", "k8s-master.eth0.pcapng", OF_PING, 2 * 11),
           Fact("it comes back with less", "k8s-master.eth0.pcapng", f"{OF_PING} && ip.src == 10.244.0.7 && ip.ttl == 2"),
           Fact("at last the pod is told", "pod_cake-5f7c9d84bb-r6x2m_eth0.pcapng", "icmp.type == 11")],
    english="Two routers, each sure that the other knows the way: the packet goes round until its TTL is used up. A blackhole for unused blocks would end it.",
    chinese="两台路由器都以为对方认识路，数据包来回打转直到 TTL 耗尽；给未使用的地址块加一条 blackhole 路由就能止住。",
)
