"""A firewall between the subnets drops protocol 4, IP in IP, in one direction; TCP, BGP's as well, and ICMP between the nodes pass."""

from blocks import bird
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_ipip as HEALTHY

PODS = ("blog", "wiki")


def plant(cluster):
    [router] = cluster.routers
    router.run("iptables", "-A", "FORWARD", "-p", "4", "-s", "172.27.0.31", "-d", "172.27.16.33", "-j", "DROP")
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)


def traffic(cluster, type_on):
    master, _, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.33")
    type_on(*cluster.in_pod("blog", "ping -c 3 -i 0.3 -W 1 10.244.87.197"))
    type_on(*cluster.in_pod("wiki", "ping -c 3 -i 0.3 -W 1 10.244.151.133"))


FAULT = Fault(
    severity="error",
    planted="on the router `iptables -A FORWARD -p 4 -s 172.27.0.31 -d 172.27.16.33 -j DROP`",
    nodes=["cn-master", "cn-worker2"], interface="tunl0",
    lines={"cn-master": ["10.244.87.192/26 via 172.27.16.33 dev tunl0 proto bird onlink"],
           "cn-worker2": ["10.244.151.128/26 via 172.27.0.31 dev tunl0 proto bird onlink"]},
    lost=[Lost("icmp", "10.244.151.133", "10.244.87.197", after="router.eth0",
               unseen=("router.eth1", "cn-worker2.eth0", "cn-worker2.tunl0", "pod_wiki-59d8fb6c7c-9mxrb_eth0"))],
    arrives=[Arrives("icmp", "10.244.87.197", "10.244.151.133", at="pod_blog-7c96bd5f4d-lz2pk_eth0"),
             Arrives("icmp", "172.27.0.31", "172.27.16.33", at="cn-worker2.eth0")],
    facts=[Fact("the tunnel arrives from the other side", "cn-master.eth0.pcapng", "ip.proto == 4 && ip.src#1 == 172.27.16.33", 3),
           Fact("and carries answers away", "cn-master.eth0.pcapng", "ip.proto == 4 && ip.src#1 == 172.27.0.31 && icmp.type == 0", 3)],
    english="BGP is up and the nodes ping each other, for those are TCP and ICMP; IP in IP is protocol 4, and a firewall that lets it through one way only breaks both.",
    chinese="BGP 正常、节点互 ping 也通，因为那是 TCP 和 ICMP；IPIP 是协议号 4，只放行一个方向，两个方向的通信就都断了。",
)
