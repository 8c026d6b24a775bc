"""flannel-vxlan over an L3 border: the cluster of the study notes (shared/seed/k8s-capture-notes.txt), address for address.

    pod tea ── vetha1f852ea ── cni0 ── flannel.1 ── eth0 master 172.27.0.11
                                                     │
                                       router 172.27.0.1 / 172.27.16.1, knows no pods
                                                     │
    pod web ── veth… ── cni0 ── flannel.1 ── eth0 VM-16-10-centos 172.27.16.10
"""

import time

from blocks import bridge_cni, dns_server, flannel, flannel_vxlan, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import UPSTREAM_DNS, Node
from blocks.pod import CLUSTER_DNS, Pod
from blocks.router import Router

POD_NETWORK, MTU = "10.244.0.0/16", 1500 - flannel_vxlan.OVERHEAD
BAIDU = "110.242.68.4"

SERVICES = [
    ServicePort("kube-system/kube-dns", "dns", CLUSTER_DNS, "udp", 53, ["10.244.0.58:53"]),
    ServicePort("kube-system/kube-dns", "dns-tcp", CLUSTER_DNS, "tcp", 53, ["10.244.0.58:53"]),
    ServicePort("default/kubernetes", "https", "10.96.0.1", "tcp", 443, ["172.27.0.11:6443"]),
    ServicePort("default/web", "", "10.103.27.55", "tcp", 80, ["10.244.0.9:80", "10.244.1.3:80"]),
    ServicePort("default/cart", "", "10.109.140.18", "tcp", 80, ["10.244.1.7:80"]),
]
NAMES = {f"{port.service.split('/')[1]}.{port.service.split('/')[0]}.svc.cluster.local": port.cluster_ip for port in SERVICES}


def build():
    master = Node("master", address="172.27.0.11/20", mac="52:54:00:c2:ee:db", gateway="172.27.0.1",
                  pod_subnet="10.244.0.0/24", docker0_mac="02:42:18:84:7f:20")
    centos = Node("VM-16-10-centos", address="172.27.16.10/20", mac="52:54:00:4e:05:02", gateway="172.27.16.1",
                  pod_subnet="10.244.1.0/24", docker0_mac="02:42:5d:0e:91:c4")
    router = Router()
    router.connect(master, "172.27.0.1/20", "fe:ee:32:07:ea:07")
    router.connect(centos, "172.27.16.1/20", "fe:ee:32:07:ea:08")
    for address in (UPSTREAM_DNS, BAIDU):
        router.stand_in_for(address)

    flannel_vxlan.make_device(master, mac="8e:5c:79:80:cd:cc", index=4)
    flannel_vxlan.make_device(centos, mac="2a:3c:a0:e1:a9:b6", index=4)
    flannel_vxlan.learn_lease(master, centos)
    flannel_vxlan.learn_lease(centos, master)
    bridge_cni.make_bridge(master, mac="82:2a:05:51:fe:51", mtu=MTU, index=5)
    bridge_cni.make_bridge(centos, mac="16:9d:4b:7c:21:e8", mtu=MTU, index=5)
    for node in (master, centos):
        kube_proxy.write_rules(node, POD_NETWORK, SERVICES)
        flannel.write_rules(node, POD_NETWORK)
        flannel.write_subnet_file(node, POD_NETWORK, MTU)

    coredns = Pod(master, "coredns-7ff77c879f-6psjb", namespace="kube-system", address="10.244.0.58",
                  mac="0e:37:9a:c4:61:1d", veth="veth120e0e5a", veth_index=14, veth_mac="5a:8f:11:d3:0c:92")
    web = Pod(master, "web-5dcb957ccc-flhdd", address="10.244.0.9",
              mac="4a:e1:56:20:b8:73", veth="veth7bd66290", veth_index=15, veth_mac="be:24:70:95:ea:3b")
    tea = Pod(master, "tea-6fb46d899f-4zkt2", address="10.244.0.60",
              mac="b2:ad:3a:6e:3a:4f", veth="vetha1f852ea", veth_index=17, veth_mac="e6:0b:c8:4d:17:a5")
    remote_web = Pod(centos, "web-5dcb957ccc-d4n6l", address="10.244.1.3",
                     mac="9e:72:0d:5f:83:16", veth="veth48059492", veth_index=8, veth_mac="36:c9:e4:1a:7d:50")
    cart = Pod(centos, "cart-7c8b9d6f5-g9gwv", address="10.244.1.7",
               mac="d6:18:b3:64:2e:f9", veth="veth6a56ab55", veth_index=12, veth_mac="7e:a3:5c:02:96:4b")
    for pod in (coredns, web, tea, remote_web, cart):
        bridge_cni.attach(pod, mtu=MTU, pod_network=POD_NETWORK)

    for machine in (web, tea, remote_web, cart, router):
        machine.serve_http()
    coredns.dns = dns_server.serve_cluster(coredns, NAMES, upstream=UPSTREAM_DNS)
    dns_server.serve_world(router, UPSTREAM_DNS, {"www.a.shifen.com": BAIDU}, {"www.baidu.com": "www.a.shifen.com"})
    return Cluster("flannel-vxlan", POD_NETWORK, [master, centos], [router], SERVICES)


def traffic(cluster, type_on):
    """About ten seconds, from the simplest to the longest way. `type_on(node, line)` runs the line and notes its output."""
    master, centos = cluster.nodes
    in_tea = f"ip netns exec {cluster.pod('tea').name}"
    in_cart = f"ip netns exec {cluster.pod('cart').name}"
    for node, line in [
        (master, f"{in_tea} ping -c 2 -i 0.3 10.244.0.9"),    # same node: through cni0 only
        (master, f"{in_tea} ping -c 3 -i 0.3 10.244.1.3"),    # other node: through the tunnel
        (master, f"{in_tea} curl -si http://10.244.0.9/"),
        (master, f"{in_tea} curl -si http://10.244.1.3/"),
        (master, "curl -sI http://10.244.1.3/"),              # the notes' case: the host itself, source 10.244.0.0
        (master, f"{in_tea} curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' http://10.244.1.3/large"),
        (centos, f"{in_cart} curl -si http://10.244.0.60/"),  # and the other way
        (master, f"{in_tea} getent ahosts web"),              # answered by the first name of the search list
        (centos, f"{in_cart} getent ahosts web"),             # the same question, across the tunnel
        (master, f"{in_tea} curl -si http://cart/"),          # a service: DNAT, then the tunnel
        (master, f"{in_tea} curl -sI http://www.baidu.com/"),  # eight questions, then out, masqueraded as the node
        (centos, f"{in_cart} getent ahosts www.baidu.com"),
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["cat /run/flannel/subnet.env", "ip -d link show flannel.1", "bridge fdb show dev flannel.1", "ethtool -k flannel.1 | grep checksum"]

NO_BAD_CHECKSUM = "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0"
OUTBOUND = "ip.src == 172.27.0.11 && vxlan"
FACTS = [
    *(Fact("the wire carries whole checksums", f"{point}.pcapng", NO_BAD_CHECKSUM, "none")
      for point in ("master.eth0", "router.eth0", "router.eth1", "VM-16-10-centos.eth0", "master.cni0", "master.vetha1f852ea",
                    "pod_tea-6fb46d899f-4zkt2_eth0", "VM-16-10-centos.flannel.1")),
    Fact("the underlay's destination MAC is the gateway's", "master.eth0.pcapng",
         f"{OUTBOUND} && !(eth.dst#1 == fe:ee:32:07:ea:07)", "none"),
    Fact("the overlay's destination MAC is the remote flannel.1's", "master.eth0.pcapng",
         f"{OUTBOUND} && !(eth.dst#2 == 2a:3c:a0:e1:a9:b6)", "none"),
    Fact("the overlay's source MAC is the own flannel.1's", "master.eth0.pcapng",
         f"{OUTBOUND} && !(eth.src#2 == 8e:5c:79:80:cd:cc)", "none"),
    Fact("the tunnel sends VNI 1 and no UDP checksum", "master.eth0.pcapng",
         f"{OUTBOUND} && !(vxlan.vni == 1 && udp.checksum#1 == 0)", "none"),
    Fact("the router changes the underlay's MACs", "router.eth1.pcapng",
         f"{OUTBOUND} && eth.src#1 == fe:ee:32:07:ea:08 && eth.dst#1 == 52:54:00:4e:05:02"),
    Fact("the router never forwards a pod's own address", "router.eth0.pcapng", "ip.addr#1 == 10.244.0.0/16", "none"),
    Fact("three pings cross the tunnel", "master.eth0.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.3", 3),
    Fact("three answers come back to the pod", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "icmp.type == 0 && ip.src == 10.244.1.3", 3),
    Fact("two pings pass the bridge", "master.cni0.pcapng", "icmp.type == 8 && ip.dst == 10.244.0.9", 2),
    Fact("and stay on the node", "master.eth0.pcapng", "ip.dst == 10.244.0.9", "none"),
    Fact("the host's own request leaves flannel.1 as 10.244.0.0", "master.flannel.1.pcapng",
         'ip.src == 10.244.0.0 && http.request.method == "HEAD"', 1),
    Fact("the other pod answers 200", "pod_web-5dcb957ccc-d4n6l_eth0.pcapng", "http.response.code == 200", 3),
    Fact("the search list ends in NXDOMAIN three times for each of A and AAAA", "master.vetha1f852ea.pcapng",
         'dns.flags.rcode == 3 && dns.qry.name contains "www.baidu.com."', 6),
    Fact("replies come from the address that was asked", "master.vetha1f852ea.pcapng", "dns && ip.src == 10.244.0.58", "none"),
    Fact("cart's questions cross the tunnel after DNAT", "router.eth1.pcapng", "dns.flags.response == 0 && ip.dst == 10.244.0.58"),
    Fact("what leaves the cluster leaves as the node", "router.eth0.pcapng",
         f"tcp.flags.syn == 1 && ip.src == 172.27.0.11 && ip.dst == {BAIDU}", 1),
    *(Fact("every ping is seen on every interface of its way", capture, "icmp.type == 8", 3 * 4 + 2 * 3)
      for capture in ("master.any.pcap", "sll/master.any.pcap")),
    Fact("no segment is sent twice", "master.eth0.pcapng", "tcp.analysis.retransmission", "none"),
    Fact("the gateway is asked for by ARP", "master.eth0.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 172.27.0.1"),
    Fact("nobody asks by ARP on flannel.1", "master.flannel.1.pcapng", "arp", "none"),
]
