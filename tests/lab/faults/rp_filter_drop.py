"""cn-master still tunnels within its subnet, as before CrossSubnet, and filters strictly by the way back: what worker1 sends bare is dropped."""

from blocks import bird
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_ipip as HEALTHY

PODS = ("blog", "post")


def plant(cluster):
    master, _, _ = cluster.nodes
    bird.configure(master, HEALTHY.POOL, tunnel_beyond=f"{master.address.ip}/32")  # ipipMode Always: every other node is beyond
    master.sysctl("net.ipv4.conf.all.rp_filter=1", "net.ipv4.conf.eth0.rp_filter=1")
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)


def traffic(cluster, type_on):
    master, _, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.0.32")
    type_on(*cluster.in_pod("post", "ping -c 3 -i 0.3 -W 1 10.244.151.133"))
    type_on(*cluster.in_pod("blog", "ping -c 3 -i 0.3 -W 1 10.244.60.70"))


FAULT = Fault(
    severity="error",
    planted="cn-master's BIRD sets tunl0 for every node (ipipMode Always), the others' only across subnets; rp_filter is 1 on cn-master",
    nodes=["cn-master"], interface="eth0",
    lines={"cn-master": ["10.244.60.64/26 via 172.27.0.32 dev tunl0 proto bird onlink", "net.ipv4.conf.all.rp_filter = 1"],
           "cn-worker1": ["10.244.151.128/26 via 172.27.0.31 dev eth0 proto bird"]},
    lost=[Lost("icmp", "10.244.60.70", "10.244.151.133", after="cn-master.eth0",
               unseen=("cn-master.tunl0", "cn-master.calieae1c027f47", "pod_blog-7c96bd5f4d-lz2pk_eth0"))],
    arrives=[Arrives("icmp", "10.244.151.133", "10.244.60.70", at="pod_post-68f5c7b9d4-t8wqs_eth0"),
             Arrives("icmp", "172.27.0.31", "172.27.0.32", at="cn-worker1.eth0")],
    english="The kernel asks: would I answer this sender through the door by which it came? With rp_filter 1 a no is the end of the packet, without a word.",
    chinese="内核会反问：回这个源地址时，我会走它进来的这块网卡吗？rp_filter=1 时答案若是“否”，数据包就被悄悄丢弃。",
)
