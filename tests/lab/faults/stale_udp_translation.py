"""CoreDNS came back with another address. A client that asks from one port all the time is kept to the old one by conntrack."""

import sys
import time

from blocks import api_server, processes
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("coredns", "cart")
OLD, NEW, PORT = "10.244.0.57:53", "10.244.0.58:53", 40053
[DNS] = [port for port in HEALTHY.SERVICES if port.name == "kube-system/kube-dns:dns"]


def plant(cluster):
    master, centos = cluster.nodes
    api_server.answer_kubectl(master, cluster)
    translate_to(centos, OLD)


def translate_to(node, endpoint):
    node.run("iptables", "-t", "nat", "-R", DNS.chain("SEP", NEW), 2, "-p", "udp", "-m", "comment", "--comment", DNS.name,
             "-m", "udp", "-j", "DNAT", "--to-destination", endpoint)


def traffic(cluster, type_on):
    _, centos = cluster.nodes
    client = cluster.pod("cart").start(sys.executable, processes.LAB / "blocks" / "steady_resolver.py", DNS.cluster_ip, PORT,
                                       "web.default.svc.cluster.local", ready="asking")
    time.sleep(1)
    translate_to(centos, NEW)  # kube-proxy hears of the new address; what is translated already stays so
    time.sleep(1)
    type_on(centos, "conntrack -L -p udp --dport 53")
    type_on(*cluster.in_pod("cart", "getent ahosts web"))  # another port each time: answered
    time.sleep(3)
    processes.stop(client)


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos kube-dns was 10.244.0.57 when cart began to ask from port 40053, and is 10.244.0.58 since",
    nodes=["VM-16-10-centos"], pods=("default/cart-7c8b9d6f5-g9gwv",), address="10.244.0.57",
    lines={"VM-16-10-centos": ["[UNREPLIED] src=10.244.0.57 dst=10.244.1.7 sport=53 dport=40053", "-j DNAT --to-destination 10.244.0.58:53"],
           "master": ["10.244.0.58:53"]},
    absent={"VM-16-10-centos": ["-j DNAT --to-destination 10.244.0.57:53"], "master": ["inet 10.244.0.57"]},
    lost=[Lost("udp", "10.244.1.7", DNS.cluster_ip, port=53, source_port=PORT, translated="10.244.0.57", after="master.flannel.1",
               unseen=("master.cni0", "pod_coredns-7ff77c879f-6psjb_eth0"))],
    arrives=[Arrives("udp", "10.244.1.7", "10.244.0.58", port=53, at="pod_coredns-7ff77c879f-6psjb_eth0")],
    facts=[Fact("master asks for the old address in vain", "master.cni0.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 10.244.0.57"),
           Fact("a question from another port is answered", "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng", "dns.flags.response == 1 && udp.dstport != 40053")],
    english="UDP has no goodbye: as long as the same port keeps asking, the kernel keeps the translation it made first, even to a pod that is gone.",
    chinese="UDP 没有“再见”：只要同一个端口不停地问，内核就一直沿用最初的地址转换，哪怕那个 Pod 早已不在。",
)
