"""calico-vxlan, CrossSubnet, dual stack: routed between the nodes of one subnet, VXLAN to the node behind the router; no BGP.

    pod moss ── cali… ── eth0 cv-master  172.27.0.61  2001:db8:27::61 ──┐
                                                                     switch ── router 172.27.0.1 / 172.27.16.1, knows no pods
    pod fern ── cali… ── eth0 cv-worker1 172.27.0.62  2001:db8:27::62 ──┘         │
    pod reed ── cali… ── vxlan.calico, vxlan-v6.calico ── eth0 cv-worker2 172.27.16.63  2001:db8:1610::63
"""

import time

from blocks import calico, calico_vxlan, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import Node
from blocks.router import Router
from blocks.switch import Switch

POOL, POOL6 = "10.244.0.0/16", "fd00:10:244::/48"
MTU = 1500 - calico_vxlan.V6.overhead
WORLD = "2001:db8:53::53"

SERVICES = [
    ServicePort("default/reed", "", "10.111.9.36", "tcp", 80, ["10.244.87.195:80"], node_port=31680),
    ServicePort("default/reed", "", "fd00:10:96::b36", "tcp", 80, ["[fd00:10:244:87::1c3]:80"], node_port=31680),
]


def build():
    master = Node("cv-master", address="172.27.0.61/20", mac="52:54:00:0c:f7:61", gateway="172.27.0.1", pod_subnet="10.244.151.128/26",
                  address6="2001:db8:27::61/64", gateway6="2001:db8:27::1", pod_subnet6="fd00:10:244:151::180/122")
    worker1 = Node("cv-worker1", address="172.27.0.62/20", mac="52:54:00:d3:58:62", gateway="172.27.0.1", pod_subnet="10.244.60.64/26",
                   address6="2001:db8:27::62/64", gateway6="2001:db8:27::1", pod_subnet6="fd00:10:244:60::40/122")
    worker2 = Node("cv-worker2", address="172.27.16.63/20", mac="52:54:00:9a:e1:63", gateway="172.27.16.1", pod_subnet="10.244.87.192/26",
                   address6="2001:db8:1610::63/64", gateway6="2001:db8:1610::1", pod_subnet6="fd00:10:244:87::1c0/122")
    nodes = [master, worker1, worker2]
    switch, router = Switch(), Router()
    switch.connect(master)
    switch.connect(worker1)
    router.connect_switch(switch, "172.27.0.1/20", "fe:ee:d8:0f:93:01", "2001:db8:27::1/64")
    router.connect(worker2, "172.27.16.1/20", "fe:ee:d8:0f:93:02", "2001:db8:1610::1/64")
    router.stand_in_for(WORLD)

    for node in nodes:
        calico_vxlan.make_device(node, calico_vxlan.V4, index=4, mtu=1500 - calico_vxlan.V4.overhead)
        calico_vxlan.make_device(node, calico_vxlan.V6, index=5, mtu=1500 - calico_vxlan.V6.overhead)
        for pool, family in ((POOL, calico_vxlan.V4), (POOL6, calico_vxlan.V6)):
            kube_proxy.write_rules(node, pool, SERVICES)
            calico.write_rules(node, pool, tunnel=family.device)
            for other in nodes:
                if other is not node:
                    calico_vxlan.learn_node(node, other, family)

    for pod in (
        calico.run_pod(master, "moss-7b9d5c8f64-kd2vw", address="10.244.151.131", address6="fd00:10:244:151::183",
                       mac="5e:83:07:b4:2d:c1", index=7, mtu=MTU),
        calico.run_pod(master, "lily-6f8c9d7b55-p3xqz", address="10.244.151.134", address6="fd00:10:244:151::186",
                       mac="8a:86:f1:49:de:50", index=8, mtu=MTU),
        calico.run_pod(worker1, "fern-58d7f6c9b4-j9tml", address="10.244.60.69", address6="fd00:10:244:60::45",
                       mac="c6:45:92:e8:0b:7f", index=7, mtu=MTU),
        calico.run_pod(worker2, "reed-64c8b7d9f5-r5hnc", address="10.244.87.195", address6="fd00:10:244:87::1c3",
                       mac="32:c3:6c:15:fa:8e", index=7, mtu=MTU),
    ):
        pod.serve_http()
    return Cluster("calico-vxlan", POOL, nodes, [router], SERVICES, captures_any=False)


def traffic(cluster, type_on):
    """Same node, same subnet, across: each in both families."""
    master, worker1, worker2 = cluster.nodes
    in_moss = f"ip netns exec {cluster.pod('moss').name}"
    in_reed = f"ip netns exec {cluster.pod('reed').name}"
    for node, line in [
        (master, f"{in_moss} ping -c 1 10.244.151.134"),             # same node: from veth to veth, routed
        (master, f"{in_moss} ping -c 1 fd00:10:244:151::186"),
        (master, f"{in_moss} ping -c 2 -i 0.3 10.244.60.69"),        # same subnet: routed
        (master, f"{in_moss} ping -c 2 -i 0.3 fd00:10:244:60::45"),
        (master, f"{in_moss} ping -c 3 -i 0.3 10.244.87.195"),       # across: through vxlan.calico
        (master, f"{in_moss} ping -c 3 -i 0.3 fd00:10:244:87::1c3"),  # across: through vxlan-v6.calico
        (master, f"{in_moss} curl -sI http://10.244.87.195/"),
        (master, f"{in_moss} curl -gsI http://[fd00:10:244:87::1c3]/"),
        (worker2, f"{in_reed} curl -gsI http://[fd00:10:244:151::183]/"),
        (master, "curl -sI http://10.244.87.195/"),                  # the host itself into the tunnel: source is vxlan.calico's
        (master, "curl -gsI http://[fd00:10:244:87::1c3]/"),
        (master, "curl -gsI http://[fd00:10:244:60::45]/"),          # and with the node's within the subnet
        (master, f"{in_moss} curl -sI http://10.111.9.36/"),         # the service: DNAT, then the tunnel
        (master, f"{in_moss} curl -gsI http://[fd00:10:96::b36]/"),
        (worker1, "curl -sI http://172.27.0.61:31680/"),             # a NodePort of cv-master
        (worker1, "curl -gsI http://[2001:db8:27::61]:31680/"),
        (master, f"{in_moss} ping -c 2 -i 0.3 {WORLD}"),             # out, masqueraded as the node
        (master, f"{in_moss} ping -c 2 -i 0.3 -W 1 fd00:10:244:151::1b0"),  # a free address of the own block: the blackhole route
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["ip -d link show vxlan.calico", "ip -d link show vxlan-v6.calico"]

ACROSS = "vxlan && ip.src#1 == 172.27.0.61"
ACROSS6 = "vxlan && ipv6.src#1 == 2001:db8:27::61"
FACTS = [
    Fact("three pings cross in VXLAN", "cv-master.eth0.pcapng", f"{ACROSS} && icmp.type == 8", 3),
    Fact("and three of IPv6", "cv-master.eth0.pcapng", f"{ACROSS6} && icmpv6.type == 128", 3),
    Fact("the VNI is Calico's", "cv-master.eth0.pcapng", "vxlan && !(vxlan.vni == 4096 && udp.dstport == 4789)", "none"),
    Fact("the tunnel ends at the node behind the router", "cv-master.eth0.pcapng",
         f"({ACROSS} && !(ip.dst#1 == 172.27.16.63)) || ({ACROSS6} && !(ipv6.dst#1 == 2001:db8:1610::63))", "none"),
    Fact("the destination MAC is the gateway's", "cv-master.eth0.pcapng", f"({ACROSS} || {ACROSS6}) && !(eth.dst#1 == fe:ee:d8:0f:93:01)", "none"),
    Fact("within the subnet pings go bare, to the other node's MAC", "cv-master.eth0.pcapng",
         "icmp.type == 8 && ip.dst == 10.244.60.69 && eth.dst == 52:54:00:d3:58:62 && !vxlan", 2),
    Fact("so do IPv6's", "cv-master.eth0.pcapng",
         "icmpv6.type == 128 && ipv6.dst == fd00:10:244:60::45 && eth.dst == 52:54:00:d3:58:62 && !vxlan", 2),
    Fact("the pod asks for its gateway by NDP", "pod_moss-7b9d5c8f64-kd2vw_eth0.pcapng",
         "icmpv6.type == 135 && icmpv6.nd.ns.target_address == fe80::ecee:eeff:feee:eeee"),
    Fact("the veth answers as ee:ee:ee:ee:ee:ee", "pod_moss-7b9d5c8f64-kd2vw_eth0.pcapng",
         "icmpv6.type == 136 && icmpv6.nd.na.target_address == fe80::ecee:eeff:feee:eeee && eth.src == ee:ee:ee:ee:ee:ee"),
    Fact("the host's own request leaves as the tunnel's address", "cv-master.vxlan-v6.calico.pcapng",
         'ipv6.src == fd00:10:244:151::180 && http.request.method == "HEAD"'),
    Fact("and as the node's within the subnet", "cv-worker1.eth0.pcapng",
         'ipv6.src == 2001:db8:27::61 && ipv6.dst == fd00:10:244:60::45 && http.request.method == "HEAD"', 1),
    Fact("what is for nobody in the block stays on the node", "cv-master.eth0.pcapng", "ipv6.dst == fd00:10:244:151::1b0", "none"),
    Fact("the router never forwards a pod's own address", "router.eth1.pcapng", "ip.addr#1 == 10.244.0.0/16 || ipv6.addr#1 == fd00:10:244::/48", "none"),
    Fact("nobody speaks BGP", "cv-master.eth0.pcapng", "bgp", "none"),
]
