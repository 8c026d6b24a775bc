"""calico-ipip, CrossSubnet: routed between the nodes of one subnet, IP in IP to the node behind the router.

    pod blog ── cali… ── eth0 cn-master  172.27.0.31 ──┐
                                                    switch ── router 172.27.0.1 / 172.27.16.1, knows no pods
    pod post ── cali… ── eth0 cn-worker1 172.27.0.32 ──┘         │
    pod wiki ── cali… ── tunl0 ── eth0 cn-worker2 172.27.16.33 ──┘
"""

import time

from blocks import bird, calico, dns_server, ipip_tunnel, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import UPSTREAM_DNS, Node
from blocks.pod import CLUSTER_DNS
from blocks.router import Router
from blocks.switch import Switch

POOL, MTU = "10.244.0.0/16", 1500 - ipip_tunnel.OVERHEAD

SERVICES = [
    ServicePort("kube-system/kube-dns", "dns", CLUSTER_DNS, "udp", 53, ["10.244.151.130:53"]),
    ServicePort("kube-system/kube-dns", "dns-tcp", CLUSTER_DNS, "tcp", 53, ["10.244.151.130:53"]),
    ServicePort("default/wiki", "", "10.107.52.164", "tcp", 80, ["10.244.87.197:80"]),
]
NAMES = {"kube-dns.kube-system.svc.cluster.local": CLUSTER_DNS, "wiki.default.svc.cluster.local": "10.107.52.164"}


def build():
    master = Node("cn-master", address="172.27.0.31/20", mac="52:54:00:91:5e:2a", gateway="172.27.0.1",
                  pod_subnet="10.244.151.128/26")
    worker1 = Node("cn-worker1", address="172.27.0.32/20", mac="52:54:00:06:d4:b3", gateway="172.27.0.1",
                   pod_subnet="10.244.60.64/26")
    worker2 = Node("cn-worker2", address="172.27.16.33/20", mac="52:54:00:ef:28:70", gateway="172.27.16.1",
                   pod_subnet="10.244.87.192/26")
    nodes = [master, worker1, worker2]
    switch, router = Switch(), Router()
    switch.connect(master)
    switch.connect(worker1)
    router.connect_switch(switch, "172.27.0.1/20", "fe:ee:09:b2:7c:01")
    router.connect(worker2, "172.27.16.1/20", "fe:ee:09:b2:7c:02")

    bird.mesh(nodes)
    for node in nodes:
        kube_proxy.write_rules(node, POOL, SERVICES)
        calico.write_rules(node, POOL, tunnel="tunl0")
        ipip_tunnel.make_device(node, node.pod_subnet[0], index=3)
        bird.configure(node, POOL, tunnel_beyond=node.address.network)

    coredns = calico.run_pod(master, "coredns-5d78c9869d-hn4vj", namespace="kube-system", address="10.244.151.130",
                             mac="ba:57:e1:04:9f:63", index=6, mtu=MTU)
    blog = calico.run_pod(master, "blog-7c96bd5f4d-lz2pk", address="10.244.151.133", mac="42:0c:d8:b1:6e:95", index=8, mtu=MTU)
    post = calico.run_pod(worker1, "post-68f5c7b9d4-t8wqs", address="10.244.60.70", mac="f6:a9:23:5d:80:1b", index=7, mtu=MTU)
    wiki = calico.run_pod(worker2, "wiki-59d8fb6c7c-9mxrb", address="10.244.87.197", mac="9a:34:7b:e0:c2:48", index=6, mtu=MTU)
    for pod in (blog, post, wiki):
        pod.serve_http()
    dns_server.serve_cluster(coredns, NAMES, upstream=UPSTREAM_DNS)
    return Cluster("calico-ipip", POOL, nodes, [router], SERVICES)


def traffic(cluster, type_on):
    """BGP first, for without it no pod reaches another node; then the same things within the subnet and across."""
    master, worker1, worker2 = cluster.nodes
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)
    in_blog = f"ip netns exec {cluster.pod('blog').name}"
    in_wiki = f"ip netns exec {cluster.pod('wiki').name}"
    for node, line in [
        (master, "ip route show proto bird"),
        (master, f"{in_blog} ping -c 1 10.244.151.130"),         # same node: from veth to veth, routed
        (master, f"{in_blog} ping -c 3 -i 0.3 10.244.60.70"),    # same subnet: routed
        (master, f"{in_blog} ping -c 3 -i 0.3 10.244.87.197"),   # across: through tunl0
        (master, f"{in_blog} curl -si http://10.244.60.70/"),
        (master, f"{in_blog} curl -si http://10.244.87.197/"),
        (master, f"{in_blog} curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' http://10.244.87.197/large"),
        (worker2, f"{in_wiki} curl -si http://10.244.151.133/"),
        (master, "curl -sI http://10.244.60.70/"),               # the host itself: source 172.27.0.31
        (master, "curl -sI http://10.244.87.197/"),              # the host itself into the tunnel: source is tunl0's
        (worker2, f"{in_wiki} getent ahosts wiki"),              # DNS across the tunnel
        (master, f"{in_blog} curl -si http://wiki/"),            # a service: DNAT, then the tunnel
        (master, f"{in_blog} ping -c 2 -i 0.3 -W 1 10.244.151.180"),  # a free address of the own block: the blackhole route
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["ip -d link show tunl0", "birdc show protocols", "birdc show protocols all", "birdc show route", "birdc show route all",
              "cat /run/bird/bird.conf", "cat /run/bird/bird.log"]

ACROSS = "ip.proto == 4 && ip.src#1 == 172.27.0.31"
FACTS = [
    *(Fact("all checksums are whole", capture,
           "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0", "none")
      for capture in ("cn-master.eth0.pcapng", "router.eth1.pcapng", "cn-worker2.tunl0.pcapng", "cn-master.tunl0.pcapng",
                      "pod_blog-7c96bd5f4d-lz2pk_eth0.pcapng")),
    Fact("three pings cross as IP in IP", "cn-master.eth0.pcapng", f"{ACROSS} && icmp.type == 8 && ip.dst#2 == 10.244.87.197", 3),
    Fact("the outer header goes from node to node", "cn-master.eth0.pcapng", f"{ACROSS} && !(ip.dst#1 == 172.27.16.33)", "none"),
    Fact("its TTL is the inner one's, as is DF", "cn-master.eth0.pcapng",
         f"{ACROSS} && icmp.type == 8 && ip.ttl#1 == 63 && ip.ttl#2 == 63 && ip.flags.df#1 == 1 && ip.flags.df#2 == 1", 3),
    Fact("its identification is its own", "cn-master.eth0.pcapng", f"{ACROSS} && ip.id#1 == 0", "none"),
    Fact("the destination MAC is the gateway's", "cn-master.eth0.pcapng", f"{ACROSS} && !(eth.dst == fe:ee:09:b2:7c:01)", "none"),
    Fact("within the subnet pings go bare, to the other node's MAC", "cn-master.eth0.pcapng",
         "icmp.type == 8 && ip.dst#1 == 10.244.60.70 && eth.dst == 52:54:00:06:d4:b3 && !(ip.proto == 4)", 3),
    Fact("nothing within the subnet is encapsulated", "cn-worker1.eth0.pcapng", "ip.proto == 4", "none"),
    Fact("tunl0 has no Ethernet", "cn-master.tunl0.pcapng", "eth", "none"),
    Fact("three pings pass tunl0", "cn-worker2.tunl0.pcapng", "icmp.type == 8 && ip.dst == 10.244.87.197 && ip.ttl == 63", 3),
    Fact("each node takes one from the TTL, the tunnel none", "pod_wiki-59d8fb6c7c-9mxrb_eth0.pcapng",
         "icmp.type == 8 && ip.src == 10.244.151.133 && ip.ttl == 62", 3),
    Fact("the answers come back", "pod_blog-7c96bd5f4d-lz2pk_eth0.pcapng", "icmp.type == 0 && ip.src == 10.244.87.197", 3),
    Fact("the largest inner packet makes a full frame", "router.eth0.pcapng", "ip.len#1 == 1500 && ip.len#2 == 1480"),
    Fact("the router never forwards a pod's own address", "router.eth0.pcapng", "ip.addr#1 == 10.244.0.0/16", "none"),
    Fact("the pod asks for its gateway", "pod_blog-7c96bd5f4d-lz2pk_eth0.pcapng",
         "arp.opcode == 1 && arp.dst.proto_ipv4 == 169.254.1.1"),
    Fact("the veth answers as ee:ee:ee:ee:ee:ee", "pod_blog-7c96bd5f4d-lz2pk_eth0.pcapng",
         "arp.opcode == 2 && arp.src.proto_ipv4 == 169.254.1.1 && arp.src.hw_mac == ee:ee:ee:ee:ee:ee"),
    Fact("the host's own request leaves tunl0 with tunl0's address", "cn-master.tunl0.pcapng",
         'ip.src == 10.244.151.128 && http.request.method == "HEAD"', 1),
    Fact("and with the node's within the subnet", "cn-worker1.eth0.pcapng",
         'ip.src == 172.27.0.31 && http.request.method == "HEAD"', 1),
    Fact("DNS crosses the tunnel after DNAT", "router.eth1.pcapng", "dns.flags.response == 0 && ip.dst#2 == 10.244.151.130"),
    Fact("what is for nobody in the block stays on the node", "cn-master.eth0.pcapng", "ip.addr == 10.244.151.180", "none"),
    Fact("two BGP sessions begin", "cn-master.eth0.pcapng", "bgp.type == 1", 4),
    Fact("the one across goes through the router, not through the tunnel", "router.eth1.pcapng",
         "bgp.type == 2 && ip.addr == 172.27.16.33"),
    Fact("the block beyond is announced", "cn-master.eth0.pcapng",
         "bgp.type == 2 && ip.src == 172.27.16.33 && bgp.nlri_prefix == 10.244.87.192"),
    Fact("no connection of BGP collides", "cn-master.eth0.pcapng", "bgp.type == 3", "none"),
]
