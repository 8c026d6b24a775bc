"""flannel-host-gw: two nodes on one L2 segment, each the gateway of its own pods; and a third node where that cannot work.

    pod cake ── vethb39f04d1 ── cni0 ── eth0 k8s-master 172.27.0.11 ──┐
                                                                   switch ── router 172.27.0.1 / 172.27.16.1, knows no pods
    pod shop ── veth7c2e58aa ── cni0 ── eth0 k8s-node1  172.27.0.12 ──┘         │
    pod till ── veth40d7be93 ── cni0 ── eth0 k8s-edge   172.27.16.10 ───────────┘
"""

import time

from blocks import bridge_cni, dns_server, flannel, flannel_host_gw, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import UPSTREAM_DNS, Node
from blocks.pod import CLUSTER_DNS, Pod
from blocks.router import Router
from blocks.switch import Switch

POD_NETWORK, MTU = "10.244.0.0/16", 1500  # nothing is added to a packet, so nothing is taken from the MTU

SERVICES = [
    ServicePort("kube-system/kube-dns", "dns", CLUSTER_DNS, "udp", 53, ["10.244.0.4:53"]),
    ServicePort("kube-system/kube-dns", "dns-tcp", CLUSTER_DNS, "tcp", 53, ["10.244.0.4:53"]),
    ServicePort("default/shop", "", "10.101.66.203", "tcp", 80, ["10.244.1.5:80"]),
]
NAMES = {"kube-dns.kube-system.svc.cluster.local": CLUSTER_DNS, "shop.default.svc.cluster.local": "10.101.66.203"}


def build():
    master = Node("k8s-master", address="172.27.0.11/20", mac="52:54:00:7a:31:0b", gateway="172.27.0.1",
                  pod_subnet="10.244.0.0/24", docker0_mac="02:42:6e:c1:05:3f")
    node1 = Node("k8s-node1", address="172.27.0.12/20", mac="52:54:00:b8:46:12", gateway="172.27.0.1",
                 pod_subnet="10.244.1.0/24", docker0_mac="02:42:a7:39:d4:60")
    edge = Node("k8s-edge", address="172.27.16.10/20", mac="52:54:00:0d:9f:e4", gateway="172.27.16.1",
                pod_subnet="10.244.2.0/24", docker0_mac="02:42:33:8b:72:1c")
    switch, router = Switch(), Router()
    switch.connect(master)
    switch.connect(node1)
    router.connect_switch(switch, "172.27.0.1/20", "fe:ee:5c:20:11:01")
    router.connect(edge, "172.27.16.1/20", "fe:ee:5c:20:11:02")

    flannel_host_gw.learn_lease(master, node1)
    flannel_host_gw.learn_lease(node1, master)
    for node, mac in ((master, "ca:5d:18:e0:77:2b"), (node1, "fa:03:b6:49:c5:de"), (edge, "12:e8:9b:5a:60:f7")):
        bridge_cni.make_bridge(node, mac=mac, mtu=MTU, index=5)
        kube_proxy.write_rules(node, POD_NETWORK, SERVICES)
        flannel.write_rules(node, POD_NETWORK)
        flannel.write_subnet_file(node, POD_NETWORK, MTU)

    coredns = Pod(master, "coredns-66bff467f8-8zqvn", namespace="kube-system", address="10.244.0.4",
                  mac="7e:41:cc:09:d8:36", veth="veth05c91e7d", veth_index=6, veth_mac="a2:76:3d:f1:58:04")
    cake = Pod(master, "cake-5f7c9d84bb-r6x2m", address="10.244.0.7",
               mac="56:b9:02:7f:ea:c1", veth="vethb39f04d1", veth_index=9, veth_mac="c6:10:85:2e:9d:4b")
    shop = Pod(node1, "shop-6d8f7b9c5d-x2k4q", address="10.244.1.5",
               mac="1a:f4:63:d5:0c:8e", veth="veth7c2e58aa", veth_index=7, veth_mac="8a:39:f0:64:b7:d2")
    till = Pod(edge, "till-84d6f5c79-wv9hz", address="10.244.2.3",
               mac="ee:2d:97:40:5b:a8", veth="veth40d7be93", veth_index=6, veth_mac="32:cb:5e:81:06:fd")
    for pod in (coredns, cake, shop, till):
        bridge_cni.attach(pod, mtu=MTU, pod_network=POD_NETWORK)
    for pod in (cake, shop, till):
        pod.serve_http()
    dns_server.serve_cluster(coredns, NAMES, upstream=UPSTREAM_DNS)
    return Cluster("flannel-host-gw", POD_NETWORK, [master, node1, edge], [router], SERVICES)


def traffic(cluster, type_on):
    """About ten seconds: what works on one segment, and what does not work across the router."""
    master, node1, edge = cluster.nodes
    in_cake = f"ip netns exec {cluster.pod('cake').name}"
    in_shop = f"ip netns exec {cluster.pod('shop').name}"
    for node, line in [
        (master, f"{in_cake} ping -c 3 -i 0.3 10.244.1.5"),
        (master, f"{in_cake} curl -si http://10.244.1.5/"),
        (node1, f"{in_shop} curl -si http://10.244.0.7/"),
        (master, f"{in_cake} curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' http://10.244.1.5/large"),
        (master, "curl -sI http://10.244.1.5/"),              # the host itself: source 172.27.0.11, for there is no tunnel device
        (node1, f"{in_shop} getent ahosts shop"),             # DNS from the other node
        (master, f"{in_cake} curl -si http://shop/"),         # a service
        (master, "ip route add 10.244.2.0/24 via 172.27.16.10 dev eth0"),  # what flanneld tries for the third node
        (master, f"{in_cake} ping -c 2 -i 0.3 -W 1 10.244.2.3"),  # so the router gets it, and does not know even how to say no
        (master, "ping -c 2 -i 0.3 -W 1 10.244.2.3"),         # the host's own address it does know
        (edge, "ping -c 1 -W 1 172.27.0.12"),                 # the nodes do reach each other
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["cat /run/flannel/subnet.env"]

OUTBOUND = "ip.src == 10.244.0.7 && ip.dst == 10.244.1.5"
FACTS = [
    *(Fact("all checksums are whole", capture,
           "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0", "none")
      for capture in ("k8s-master.eth0.pcapng", "k8s-node1.eth0.pcapng", "k8s-master.cni0.pcapng", "pod_cake-5f7c9d84bb-r6x2m_eth0.pcapng")),
    Fact("there is no tunnel", "k8s-master.eth0.pcapng", "vxlan || udp.port == 8285 || ip.proto == 4", "none"),
    Fact("pods' own addresses are on the wire", "k8s-master.eth0.pcapng", OUTBOUND),
    Fact("the MACs are the two nodes'", "k8s-master.eth0.pcapng",
         f"{OUTBOUND} && !(eth.src == 52:54:00:7a:31:0b && eth.dst == 52:54:00:b8:46:12)", "none"),
    Fact("three pings reach the other node", "k8s-node1.eth0.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.5", 3),
    Fact("each node takes one from the TTL", "pod_shop-6d8f7b9c5d-x2k4q_eth0.pcapng",
         "icmp.type == 8 && ip.src == 10.244.0.7 && ip.ttl == 62", 3),
    Fact("three answers come back to the pod", "pod_cake-5f7c9d84bb-r6x2m_eth0.pcapng",
         "icmp.type == 0 && ip.src == 10.244.1.5", 3),
    Fact("the router sees nothing of it", "router.eth0.pcapng", "ip.addr == 10.244.1.0/24", "none"),
    Fact("the next hop is asked for by ARP", "k8s-master.eth0.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 172.27.0.12"),
    Fact("full-size packets pass, the MTU being 1500 everywhere", "k8s-node1.eth0.pcapng", "ip.len == 1500"),
    Fact("the host's own request has the node's address", "pod_shop-6d8f7b9c5d-x2k4q_eth0.pcapng",
         'ip.src == 172.27.0.11 && http.request.method == "HEAD"', 1),
    Fact("the service is DNATed before it leaves", "k8s-master.eth0.pcapng", "ip.addr == 10.101.66.203", "none"),
    Fact("the pod asks for the service", "k8s-master.vethb39f04d1.pcapng", "ip.dst == 10.101.66.203 && tcp.flags.syn == 1", 1),
    Fact("DNS crosses the segment", "k8s-node1.eth0.pcapng", "dns.flags.response == 0 && ip.dst == 10.244.0.4"),
    Fact("a pod's pings to the third node end at the router", "router.eth0.pcapng",
         "icmp.type#1 == 8 && ip.dst#1 == 10.244.2.3", 4),
    Fact("which has no way on", "router.eth1.pcapng", "ip.dst == 10.244.2.3", "none"),
    Fact("and says so to the node alone", "k8s-master.eth0.pcapng",
         "icmp.type == 3 && icmp.code == 0 && ip.src == 172.27.0.1 && ip.dst#1 == 172.27.0.11", 2),
    Fact("the pod hears nothing", "pod_cake-5f7c9d84bb-r6x2m_eth0.pcapng",
         "icmp.type == 3 || (icmp && ip.src == 10.244.2.3)", "none"),
    Fact("the nodes reach each other through the router", "k8s-edge.eth0.pcapng", "icmp.type == 0 && ip.src == 172.27.0.12", 1),
    Fact("no segment is sent twice", "k8s-master.eth0.pcapng", "tcp.analysis.retransmission", "none"),
    *(Fact("the `any` captures see each ping on veth, cni0 and eth0", capture, "icmp.type == 8 && ip.dst == 10.244.1.5", 3 * 3)
      for capture in ("k8s-master.any.pcap", "sll/k8s-master.any.pcap")),
]
