"""flannel-vxlan, dual stack: two tunnels side by side, flannel.1 for IPv4 and flannel-v6.1 for IPv6, each in its own family.

    pod leaf ── veth5e20b7c4 ── cni0 ─┬─ flannel.1 ────┬─ eth0 dual-1 172.27.0.41  2001:db8:27::41
                                      └─ flannel-v6.1 ─┘   │
                                             router 172.27.0.1 / 172.27.16.1, 2001:db8:27::1 / 2001:db8:1610::1, knows no pods
                                      ┌─ flannel.1 ────┐   │
    pod root ── veth93ad0f16 ── cni0 ─┴─ flannel-v6.1 ─┴─ eth0 dual-2 172.27.16.42 2001:db8:1610::42
"""

import time

from blocks import bridge_cni, flannel, flannel_vxlan, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import Node
from blocks.pod import Pod
from blocks.router import Router

POD_NETWORK, POD_NETWORK6 = "10.244.0.0/16", "fd00:10:244::/48"
MTU = 1500 - flannel_vxlan.V6_OVERHEAD
WORLD = "2001:db8:53::53"

SERVICES = [
    ServicePort("default/root", "", "10.98.17.240", "tcp", 80, ["10.244.1.6:80"], node_port=30880),
    ServicePort("default/root", "", "fd00:10:96::a2f", "tcp", 80, ["[fd00:10:244:1::6]:80"], node_port=30880),
]


def build():
    dual1 = Node("dual-1", address="172.27.0.41/20", mac="52:54:00:6b:d0:41", gateway="172.27.0.1", pod_subnet="10.244.0.0/24",
                 address6="2001:db8:27::41/64", gateway6="2001:db8:27::1", pod_subnet6="fd00:10:244::/64")
    dual2 = Node("dual-2", address="172.27.16.42/20", mac="52:54:00:f4:39:42", gateway="172.27.16.1", pod_subnet="10.244.1.0/24",
                 address6="2001:db8:1610::42/64", gateway6="2001:db8:1610::1", pod_subnet6="fd00:10:244:1::/64")
    router = Router()
    router.connect(dual1, "172.27.0.1/20", "fe:ee:6a:31:c5:01", "2001:db8:27::1/64")
    router.connect(dual2, "172.27.16.1/20", "fe:ee:6a:31:c5:02", "2001:db8:1610::1/64")
    router.stand_in_for(WORLD)

    flannel_vxlan.make_device(dual1, mac="be:41:07:9c:e2:5d", index=4)
    flannel_vxlan.make_device(dual2, mac="f2:42:6e:b0:13:8a", index=4)
    flannel_vxlan.make_device6(dual1, mac="96:41:d1:58:2f:c0", index=5)
    flannel_vxlan.make_device6(dual2, mac="5a:42:84:e7:b9:36", index=5)
    for node, other in ((dual1, dual2), (dual2, dual1)):
        flannel_vxlan.learn_lease(node, other)
        flannel_vxlan.learn_lease6(node, other)
    bridge_cni.make_bridge(dual1, mac="7a:41:2c:d5:60:e9", mtu=MTU, index=6)
    bridge_cni.make_bridge(dual2, mac="02:42:9f:1b:a8:74", mtu=MTU, index=6)
    for node in (dual1, dual2):
        for pod_network in (POD_NETWORK, POD_NETWORK6):
            kube_proxy.write_rules(node, pod_network, SERVICES)
            flannel.write_rules(node, pod_network)
        flannel.write_subnet_file(node, POD_NETWORK, MTU, POD_NETWORK6)

    for pod in (
        Pod(dual1, "leaf-5b7f6c9d44-w8rtk", address="10.244.0.5", address6="fd00:10:244::5",
            mac="3e:05:a1:7c:d9:48", veth="veth5e20b7c4", veth_index=8, veth_mac="ce:05:61:f3:0a:92"),
        Pod(dual1, "twig-7d94b8c6f5-zq2mn", address="10.244.0.7", address6="fd00:10:244::7",
            mac="a6:07:3b:e4:52:1f", veth="veth18c7d3fa", veth_index=9, veth_mac="d2:07:8e:49:b6:05"),
        Pod(dual2, "root-6c5f8d7b99-h4vxp", address="10.244.1.6", address6="fd00:10:244:1::6",
            mac="72:06:c4:98:0d:eb", veth="veth93ad0f16", veth_index=8, veth_mac="fa:06:27:5d:f1:c3"),
    ):
        bridge_cni.attach(pod, mtu=MTU, pod_network=POD_NETWORK, pod_network6=POD_NETWORK6)
        pod.serve_http()
    return Cluster("flannel-vxlan", POD_NETWORK, [dual1, dual2], [router], SERVICES, captures_any=False)


def traffic(cluster, type_on):
    """The same ways in both families, IPv6 first."""
    dual1, dual2 = cluster.nodes
    in_leaf = f"ip netns exec {cluster.pod('leaf').name}"
    in_root = f"ip netns exec {cluster.pod('root').name}"
    for node, line in [
        (dual1, f"{in_leaf} ping -c 2 -i 0.3 fd00:10:244::7"),        # same node: through cni0 only
        (dual1, f"{in_leaf} ping -c 3 -i 0.3 fd00:10:244:1::6"),      # other node: through flannel-v6.1
        (dual1, f"{in_leaf} ping -c 2 -i 0.3 10.244.1.6"),            # and through flannel.1
        (dual1, f"{in_leaf} curl -gsI http://[fd00:10:244:1::6]/"),
        (dual1, f"{in_leaf} curl -sI http://10.244.1.6/"),
        (dual2, f"{in_root} curl -gsI http://[fd00:10:244::5]/"),     # and the other way
        (dual1, "curl -gsI http://[fd00:10:244:1::6]/"),              # the host itself, source fd00:10:244::
        (dual1, f"{in_leaf} curl -gsI http://[fd00:10:96::a2f]/"),    # the service: DNAT, then the tunnel
        (dual1, f"{in_leaf} curl -sI http://10.98.17.240/"),
        (dual2, "curl -gsI http://[2001:db8:27::41]:30880/"),         # a NodePort: to dual-1 and, masqueraded, back to dual-2's pod
        (dual2, "curl -sI http://172.27.0.41:30880/"),
        (dual1, "ping -c 2 -i 0.3 2001:db8:1610::42"),                # node to node
        (dual1, f"{in_leaf} ping -c 2 -i 0.3 2001:db8:27::41"),       # a pod to its node
        (dual1, f"{in_leaf} ping -c 2 -i 0.3 {WORLD}"),               # out, masqueraded as the node
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["cat /run/flannel/subnet.env", "ip -d link show flannel-v6.1", "bridge fdb show dev flannel-v6.1"]

OUTBOUND6 = "ipv6.src#1 == 2001:db8:27::41 && vxlan"
FACTS = [
    Fact("three pings cross flannel-v6.1", "dual-1.eth0.pcapng", "icmpv6.type == 128 && ipv6.dst == fd00:10:244:1::6", 3),
    Fact("the IPv6 tunnel runs over IPv6", "dual-1.eth0.pcapng", f"{OUTBOUND6} && !(ipv6.dst#1 == 2001:db8:1610::42)", "none"),
    Fact("and the IPv4 one over IPv4", "dual-1.eth0.pcapng", "vxlan && ip.src#1 == 172.27.0.41 && ipv6", "none"),
    Fact("over IPv6 the datagram has a checksum", "dual-1.eth0.pcapng", f"{OUTBOUND6} && udp.checksum#1 == 0", "none"),
    Fact("the underlay's destination MAC is the gateway's", "dual-1.eth0.pcapng", f"{OUTBOUND6} && !(eth.dst#1 == fe:ee:6a:31:c5:01)", "none"),
    Fact("the overlay's is the remote flannel-v6.1's", "dual-1.eth0.pcapng", f"{OUTBOUND6} && !(eth.dst#2 == 5a:42:84:e7:b9:36)", "none"),
    Fact("the gateway is asked for by NDP, at its solicited-node group", "dual-1.eth0.pcapng",
         "icmpv6.type == 135 && icmpv6.nd.ns.target_address == 2001:db8:27::1 && eth.dst == 33:33:ff:00:00:01"),
    Fact("nobody asks for a pod's network on flannel-v6.1", "dual-1.flannel-v6.1.pcapng", "icmpv6.type == 135 && icmpv6.nd.ns.target_address == fd00:10:244:1::", "none"),
    Fact("the host's own request leaves flannel-v6.1 as fd00:10:244::", "dual-1.flannel-v6.1.pcapng",
         'ipv6.src == fd00:10:244:: && http.request.method == "HEAD"', 2),
    Fact("what leaves the cluster leaves as the node", "router.eth0.pcapng", f"icmpv6.type == 128 && ipv6.src == 2001:db8:27::41 && ipv6.dst == {WORLD}", 2),
    Fact("the router never forwards a pod's own address", "router.eth1.pcapng", "ipv6.addr#1 == fd00:10:244::/48 || ip.addr#1 == 10.244.0.0/16", "none"),
    Fact("each node takes one from the hop limit, the tunnel none", "pod_root-6c5f8d7b99-h4vxp_eth0.pcapng", "icmpv6.type == 128 && ipv6.hlim == 62", 3),
    Fact("seven requests are answered here, and one that went the other way", "pod_root-6c5f8d7b99-h4vxp_eth0.pcapng", "http.response.code == 200", 8),
]
