"""flannel-udp across a router: flanneld itself, in user space, carries the packets of flannel0 in UDP datagrams.

    pod menu ── vethd15a60c3 ── cni0 ── flannel0 (TUN) ── flanneld ── eth0 udp-master 172.27.0.21
                                                                       │
                                                     router 172.27.0.1 / 172.27.16.1, knows no pods
                                                                       │
    pod cook ── veth29be7f04 ── cni0 ── flannel0 (TUN) ── flanneld ── eth0 udp-worker1 172.27.16.21
"""

import time

from blocks import bridge_cni, dns_server, flannel, flannel_udp, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import UPSTREAM_DNS, Node
from blocks.pod import CLUSTER_DNS, Pod
from blocks.router import Router

POD_NETWORK, MTU = "10.244.0.0/16", 1500 - flannel_udp.OVERHEAD

SERVICES = [
    ServicePort("kube-system/kube-dns", "dns", CLUSTER_DNS, "udp", 53, ["10.244.0.3:53"]),
    ServicePort("kube-system/kube-dns", "dns-tcp", CLUSTER_DNS, "tcp", 53, ["10.244.0.3:53"]),
    ServicePort("default/menu", "", "10.98.141.7", "tcp", 80, ["10.244.0.6:80"]),
]
NAMES = {"kube-dns.kube-system.svc.cluster.local": CLUSTER_DNS, "menu.default.svc.cluster.local": "10.98.141.7"}


def build():
    master = Node("udp-master", address="172.27.0.21/20", mac="52:54:00:3c:e5:91", gateway="172.27.0.1",
                  pod_subnet="10.244.0.0/24", docker0_mac="02:42:f2:06:9a:d8")
    worker = Node("udp-worker1", address="172.27.16.21/20", mac="52:54:00:d1:0a:7f", gateway="172.27.16.1",
                  pod_subnet="10.244.1.0/24", docker0_mac="02:42:4c:b3:28:e5")
    router = Router()
    router.connect(master, "172.27.0.1/20", "fe:ee:81:4d:06:01")
    router.connect(worker, "172.27.16.1/20", "fe:ee:81:4d:06:02")

    flannel_udp.run_daemon(master, POD_NETWORK, [worker], index=4)
    flannel_udp.run_daemon(worker, POD_NETWORK, [master], index=4)
    for node, mac in ((master, "6a:97:d0:1c:e3:45"), (worker, "de:50:8f:b2:79:16")):
        bridge_cni.make_bridge(node, mac=mac, mtu=MTU, index=5)
        kube_proxy.write_rules(node, POD_NETWORK, SERVICES)
        flannel.write_rules(node, POD_NETWORK)
        flannel.write_subnet_file(node, POD_NETWORK, MTU)

    coredns = Pod(master, "coredns-6955765f44-kw7tp", namespace="kube-system", address="10.244.0.3",
                  mac="b6:2f:e8:75:9c:40", veth="veth8e64a1f2", veth_index=6, veth_mac="4e:d3:07:aa:61:8c")
    menu = Pod(master, "menu-7b5d4c8f96-qj8ns", address="10.244.0.6",
               mac="22:85:fa:3b:d7:0e", veth="vethd15a60c3", veth_index=8, veth_mac="96:1e:4b:c8:f5:73")
    cook = Pod(worker, "cook-59c6df8b74-2mlxd", address="10.244.1.4",
               mac="ae:70:19:e6:82:5d", veth="veth29be7f04", veth_index=6, veth_mac="0a:f8:b4:93:2d:c7")
    for pod in (coredns, menu, cook):
        bridge_cni.attach(pod, mtu=MTU, pod_network=POD_NETWORK)
    menu.serve_http()
    cook.serve_http()
    dns_server.serve_cluster(coredns, NAMES, upstream=UPSTREAM_DNS)
    return Cluster("flannel-udp", POD_NETWORK, [master, worker], [router], SERVICES)


def traffic(cluster, type_on):
    master, worker = cluster.nodes
    in_menu = f"ip netns exec {cluster.pod('menu').name}"
    in_cook = f"ip netns exec {cluster.pod('cook').name}"
    for node, line in [
        (master, f"{in_menu} ping -c 3 -i 0.3 10.244.1.4"),
        (master, f"{in_menu} curl -si http://10.244.1.4/"),
        (worker, f"{in_cook} curl -si http://10.244.0.6/"),
        (master, f"{in_menu} curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' http://10.244.1.4/large"),
        (master, "curl -sI http://10.244.1.4/"),              # the host itself: source 10.244.0.0
        (worker, f"{in_cook} getent ahosts menu"),            # the question crosses the tunnel
        (worker, f"{in_cook} curl -si http://menu/"),         # a service: DNAT, then the tunnel
        (worker, f"{in_cook} ping -c 1 -t 4 -W 1 10.244.0.6"),  # the other cni0 would have to forward with TTL 0, so it says no
        (worker, f"{in_cook} ping -c 1 -t 3 -W 1 10.244.0.6"),  # the other flanneld brings it to 0, and discards in silence
        (master, f"{in_menu} curl -sS -m 2 http://10.244.9.9/"),  # a subnet that no node has: flanneld answers itself
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["cat /run/flannel/subnet.env", "ip -d link show flannel0", "ip route get 10.244.1.4"]

TUNNEL = "udp.dstport == 8285"
FACTS = [
    *(Fact("all checksums are whole", capture,
           "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0", "none")
      for capture in ("udp-master.eth0.pcapng", "udp-worker1.eth0.pcapng", "udp-master.flannel0.pcapng", "pod_menu-7b5d4c8f96-qj8ns_eth0.pcapng")),
    Fact("the tunnel uses 8285 at both ends", "udp-master.eth0.pcapng",
         "udp.port == 8285 && !(udp.srcport == 8285 && udp.dstport == 8285)", "none"),
    Fact("an IP packet follows the UDP header at once", "udp-master.eth0.pcapng",
         f"{TUNNEL} && !(udp.payload[0:1] == 45)", "none"),
    Fact("the underlay's destination MAC is the gateway's", "udp-master.eth0.pcapng",
         f"{TUNNEL} && ip.src#1 == 172.27.0.21 && !(eth.dst == fe:ee:81:4d:06:01)", "none"),
    Fact("flannel0 has no Ethernet", "udp-master.flannel0.pcapng", "eth", "none"),
    Fact("three pings pass flannel0", "udp-master.flannel0.pcapng",
         "raw && icmp.type == 8 && ip.dst == 10.244.1.4 && ip.ttl == 63", 3),
    Fact("flanneld takes one from the TTL before it sends", "router.eth0.pcapng",
         "icmp.type == 8 && ip.dst#2 == 10.244.1.4 && ip.ttl#2 == 62", 3),
    Fact("and one after it receives", "udp-worker1.flannel0.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.4 && ip.ttl == 61", 3),
    Fact("so the pod sees 60", "pod_cook-59c6df8b74-2mlxd_eth0.pcapng",
         "icmp.type == 8 && ip.src == 10.244.0.6 && ip.ttl == 60", 3),
    Fact("the answers come back", "pod_menu-7b5d4c8f96-qj8ns_eth0.pcapng",
         "icmp.type == 0 && ip.src == 10.244.1.4 && ip.ttl == 60", 3),
    Fact("the largest inner packet makes a full frame", "udp-worker1.eth0.pcapng", "ip.len#1 == 1500 && ip.len#2 == 1472"),
    Fact("the router never forwards a pod's own address", "router.eth0.pcapng", "ip.addr#1 == 10.244.0.0/16", "none"),
    Fact("the host's own request leaves flannel0 as 10.244.0.0", "udp-master.flannel0.pcapng",
         'ip.src == 10.244.0.0 && http.request.method == "HEAD"', 1),
    Fact("DNS crosses the tunnel after DNAT", "router.eth1.pcapng", "dns.flags.response == 0 && ip.dst#2 == 10.244.0.3"),
    Fact("TTL 4 dies at the other node, which says so", "pod_cook-59c6df8b74-2mlxd_eth0.pcapng",
         "icmp.type == 11 && ip.src == 10.244.0.0", 1),
    Fact("TTL 3 dies in the other flanneld", "router.eth0.pcapng",
         "icmp.type == 8 && ip.dst#2 == 10.244.0.6 && ip.ttl#2 == 1", 1),
    Fact("flanneld answers for a subnet without a lease", "udp-master.flannel0.pcapng",
         "icmp.type == 3 && icmp.code == 0 && ip.src#1 == 10.244.0.0 && ip.ttl#1 == 8"),
    Fact("and its answer is whole", "udp-master.flannel0.pcapng", "icmp.checksum.status == 0", "none"),
    Fact("nothing of that is sent", "udp-master.eth0.pcapng", "ip.dst#2 == 10.244.9.9", "none"),
]
