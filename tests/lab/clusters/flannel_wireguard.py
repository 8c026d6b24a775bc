"""flannel-wireguard over an L3 border: on the wire only node addresses and a counter are readable.

    pod seal ── vethd4a91c07 ── cni0 ── flannel-wg ── eth0 wg-master 172.27.0.51
                                                        │
                                       router 172.27.0.1 / 172.27.16.1, knows no pods
                                                        │
    pod crab ── veth2f86be50 ── cni0 ── flannel-wg ── eth0 wg-worker 172.27.16.52
"""

import time

from blocks import bridge_cni, flannel, flannel_wireguard, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import Node
from blocks.pod import Pod
from blocks.router import Router

POD_NETWORK, MTU = "10.244.0.0/16", 1500 - flannel_wireguard.OVERHEAD

SERVICES = [ServicePort("default/crab", "", "10.105.31.77", "tcp", 80, ["10.244.1.4:80"], node_port=30510)]


def build():
    master = Node("wg-master", address="172.27.0.51/20", mac="52:54:00:27:c8:51", gateway="172.27.0.1", pod_subnet="10.244.0.0/24")
    worker = Node("wg-worker", address="172.27.16.52/20", mac="52:54:00:e5:1a:52", gateway="172.27.16.1", pod_subnet="10.244.1.0/24")
    router = Router()
    router.connect(master, "172.27.0.1/20", "fe:ee:51:84:2d:01")
    router.connect(worker, "172.27.16.1/20", "fe:ee:51:84:2d:02")

    for node in (master, worker):
        flannel_wireguard.make_device(node, POD_NETWORK)
    flannel_wireguard.learn_lease(master, worker)
    flannel_wireguard.learn_lease(worker, master)
    bridge_cni.make_bridge(master, mac="d6:51:f8:03:9b:7c", mtu=MTU, index=15)
    bridge_cni.make_bridge(worker, mac="4e:52:a0:c6:71:e8", mtu=MTU, index=15)
    for node in (master, worker):
        kube_proxy.write_rules(node, POD_NETWORK, SERVICES)
        flannel.write_rules(node, POD_NETWORK)
        flannel.write_subnet_file(node, POD_NETWORK, MTU)

    for pod in (
        Pod(master, "seal-69f8c7d5b4-n6kjt", address="10.244.0.3", mac="ea:03:5d:b2:84:f6",
            veth="vethd4a91c07", veth_index=17, veth_mac="66:03:c9:1e:af:30"),
        Pod(worker, "crab-5c9d7b8f66-x7pwm", address="10.244.1.4", mac="16:04:e3:7f:c0:a9",
            veth="veth2f86be50", veth_index=17, veth_mac="b2:04:48:d6:95:1b"),
    ):
        bridge_cni.attach(pod, mtu=MTU, pod_network=POD_NETWORK)
        pod.serve_http()
    return Cluster("flannel-wireguard", POD_NETWORK, [master, worker], [router], SERVICES, captures_any=False)


def traffic(cluster, type_on):
    master, worker = cluster.nodes
    in_seal = f"ip netns exec {cluster.pod('seal').name}"
    in_crab = f"ip netns exec {cluster.pod('crab').name}"
    for node, line in [
        (master, f"{in_seal} ping -c 3 -i 0.3 10.244.1.4"),   # the first packet waits for the handshake
        (master, f"{in_seal} curl -si http://10.244.1.4/"),
        (worker, f"{in_crab} curl -si http://10.244.0.3/"),   # the other way, with the same session
        (master, "curl -sI http://10.244.1.4/"),              # the host itself, source 10.244.0.0
        (master, f"{in_seal} curl -sI http://10.105.31.77/"),  # a service: DNAT, then the tunnel
        (worker, "curl -sI http://172.27.0.51:30510/"),       # a NodePort: to wg-master and, masqueraded, back through the tunnel
        (master, f"{in_seal} ping -c 2 -i 0.3 -W 1 10.244.7.9"),  # in the pod network, but in no peer's allowed IPs
        (master, "ping -c 2 -i 0.3 172.27.16.52"),            # node to node: nothing is encrypted
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["cat /run/flannel/subnet.env", "wg show", "ip -d link show flannel-wg"]

WG = "udp.port == 51820"
FACTS = [
    Fact("a handshake begins it", "wg-master.eth0.pcapng", "wg.type == 1", 1),
    Fact("and is answered", "wg-master.eth0.pcapng", "wg.type == 2", 1),
    Fact("what carries pods' packets is WireGuard", "router.eth0.pcapng", "wg.type == 4"),
    Fact("from port to port", "wg-master.eth0.pcapng", "wg && !(udp.srcport == 51820 && udp.dstport == 51820)", "none"),
    Fact("the wire shows no pod", "router.eth0.pcapng", "ip.addr == 10.244.0.0/16", "none"),
    Fact("the destination MAC is the gateway's", "wg-master.eth0.pcapng",
         "wg && ip.src == 172.27.0.51 && !(eth.dst == fe:ee:51:84:2d:01)", "none"),
    Fact("flannel-wg has no Ethernet", "wg-master.flannel-wg.pcapng", "eth", "none"),
    Fact("three pings pass it", "wg-master.flannel-wg.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.4 && ip.ttl == 63", 3),
    Fact("and come out whole", "wg-worker.flannel-wg.pcapng", "icmp.type == 8 && ip.dst == 10.244.1.4 && ip.ttl == 63", 3),
    Fact("each node takes one from the TTL, the tunnel none", "pod_crab-5c9d7b8f66-x7pwm_eth0.pcapng",
         "icmp.type == 8 && ip.src == 10.244.0.3 && ip.ttl == 62", 3),
    Fact("the answers come back", "pod_seal-69f8c7d5b4-n6kjt_eth0.pcapng", "icmp.type == 0 && ip.src == 10.244.1.4", 3),
    Fact("the host's own request leaves flannel-wg as 10.244.0.0", "wg-master.flannel-wg.pcapng",
         'ip.src == 10.244.0.0 && http.request.method == "HEAD"'),
    Fact("node to node stays readable", "router.eth0.pcapng", "icmp.type == 8 && ip.dst == 172.27.16.52", 2),
]
