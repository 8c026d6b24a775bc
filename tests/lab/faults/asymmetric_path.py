"""cn-master still tunnels within its subnet, the others do not: requests go one way, answers come another, and rp_filter lets them pass."""

from blocks import bird
from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import calico_ipip as HEALTHY

PODS = ("blog", "post")


def plant(cluster):
    master, _, _ = cluster.nodes
    bird.configure(master, HEALTHY.POOL, tunnel_beyond=f"{master.address.ip}/32")  # ipipMode Always: every other node is beyond
    for node in cluster.nodes:
        node.sysctl("net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.eth0.rp_filter=0", "net.ipv4.conf.tunl0.rp_filter=0")
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("blog", "ping -c 3 -i 0.3 -W 1 10.244.60.70"))


FAULT = Fault(
    severity="warning",
    planted="cn-master's BIRD sets tunl0 for every node (ipipMode Always), the others' only across subnets; rp_filter is 0",
    nodes=["cn-master", "cn-worker1"],
    lines={"cn-master": ["10.244.60.64/26 via 172.27.0.32 dev tunl0 proto bird onlink", "net.ipv4.conf.all.rp_filter = 0"],
           "cn-worker1": ["10.244.151.128/26 via 172.27.0.31 dev eth0 proto bird"]},
    arrives=[Arrives("icmp", "10.244.151.133", "10.244.60.70", at="pod_post-68f5c7b9d4-t8wqs_eth0"),
             Arrives("icmp", "10.244.60.70", "10.244.151.133", at="pod_blog-7c96bd5f4d-lz2pk_eth0")],
    facts=[Fact("requests come through the tunnel", "cn-worker1.tunl0.pcapng", "icmp.type == 8 && ip.dst == 10.244.60.70", 3),
           Fact("answers go without", "cn-worker1.tunl0.pcapng", "icmp.type == 0", "none")],
    english="Out by the tunnel, home by the road: it works until a firewall or rp_filter on the way sees only half of the talk.",
    chinese="去时走隧道，回来走大路：平时没事，一旦途中的防火墙或 rp_filter 只看到一半对话，就会出问题。",
)
