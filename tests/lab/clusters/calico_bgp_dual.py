"""calico-bgp, dual stack: two nodes on one L2 segment, no tunnel; one BIRD for each family, as Calico runs bird and bird6.

    pod oak ── cali… ── eth0 bgp6-1 10.0.20.71  2001:db8:20::71 ──┐
                                                              switch ── router 10.0.20.1, 2001:db8:20::1, knows no pods
    pod elm ── cali… ── eth0 bgp6-2 10.0.20.72  2001:db8:20::72 ──┘
"""

import time

from blocks import bird, calico, kube_proxy
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.kube_proxy import ServicePort
from blocks.node import Node
from blocks.router import Router
from blocks.switch import Switch

POOL, POOL6, MTU = "192.168.0.0/16", "fd00:192:168::/48", 1500
WORLD = "2001:db8:53::53"

SERVICES = [ServicePort("default/elm", "", "fd00:10:96::e1f", "tcp", 80, ["[fd00:192:168:247::5]:80"])]


def build():
    one = Node("bgp6-1", address="10.0.20.71/24", mac="52:54:00:43:b6:71", gateway="10.0.20.1", pod_subnet="192.168.84.128/26",
               address6="2001:db8:20::71/64", gateway6="2001:db8:20::1", pod_subnet6="fd00:192:168:84::80/122")
    two = Node("bgp6-2", address="10.0.20.72/24", mac="52:54:00:fc:09:72", gateway="10.0.20.1", pod_subnet="192.168.247.0/26",
               address6="2001:db8:20::72/64", gateway6="2001:db8:20::1", pod_subnet6="fd00:192:168:247::/122")
    nodes = [one, two]
    switch, router = Switch(), Router()
    for node in nodes:
        switch.connect(node)
    router.connect_switch(switch, "10.0.20.1/24", "fe:ee:b4:67:18:01", "2001:db8:20::1/64")
    router.stand_in_for(WORLD)

    bird.mesh(nodes)
    for node in nodes:
        for pool in (POOL, POOL6):
            calico.write_rules(node, pool)
            bird.configure(node, pool)
            kube_proxy.write_rules(node, pool, SERVICES)
    for pod in (calico.run_pod(one, "oak-6d9f8b7c54-s2kwj", address="192.168.84.131", address6="fd00:192:168:84::83",
                               mac="1a:83:d7:60:5f:b2", index=6, mtu=MTU),
                calico.run_pod(two, "elm-59c7d8f6b4-v8zrh", address="192.168.247.5", address6="fd00:192:168:247::5",
                               mac="de:05:3e:91:c8:4a", index=6, mtu=MTU)):
        pod.serve_http()
    return Cluster("calico-bgp", POOL, nodes, [router], SERVICES, captures_any=False)


def traffic(cluster, type_on):
    one, two = cluster.nodes
    in_oak, in_elm = (f"ip netns exec {cluster.pod(name).name}" for name in ("oak", "elm"))
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)
    for node, line in [
        (one, "ip -6 route show proto bird"),
        (one, f"{in_oak} ping -c 3 -i 0.3 fd00:192:168:247::5"),
        (one, f"{in_oak} ping -c 1 192.168.247.5"),
        (two, f"{in_elm} curl -gsI http://[fd00:192:168:84::83]/"),
        (one, "curl -gsI http://[fd00:192:168:247::5]/"),           # the host itself: source 2001:db8:20::71
        (one, f"{in_oak} curl -gsI http://[fd00:10:96::e1f]/"),      # the service
        (one, f"{in_oak} ping -c 2 -i 0.3 {WORLD}"),                 # out of the pool: as the node
        (one, f"{in_oak} ping -c 2 -i 0.3 2001:db8:20::72"),         # another node: out of the pool, too
    ]:
        type_on(node, line)
        time.sleep(0.2)


ALSO_TYPED = ["birdc show protocols", "birdc show protocols all", f"birdc -s {bird.CONTROL6} show protocols", f"birdc -s {bird.CONTROL6} show protocols all",
              f"birdc -s {bird.CONTROL6} show route"]

FACTS = [
    Fact("a session for each family begins", "bgp6-1.eth0.pcapng", "bgp.type == 1", 4),
    Fact("IPv6's runs over IPv6", "bgp6-1.eth0.pcapng", "bgp.type == 1 && ipv6", 2),
    Fact("bgp6-2 announces its IPv6 block, next hop itself", "bgp6-1.eth0.pcapng",
         "bgp.type == 2 && ipv6.src == 2001:db8:20::72 && bgp.update.path_attribute.mp_reach_nlri"),
    Fact("pings go to the other node's MAC", "bgp6-1.eth0.pcapng",
         "icmpv6.type == 128 && ipv6.dst == fd00:192:168:247::5 && eth.dst == 52:54:00:fc:09:72", 3),
    Fact("there is no tunnel", "bgp6-1.eth0.pcapng", "ip.proto == 4 || ipv6.nxt == 41 || udp.port == 4789", "none"),
    Fact("each node takes one from the hop limit", "pod_elm-59c7d8f6b4-v8zrh_eth0.pcapng",
         "icmpv6.type == 128 && ipv6.src == fd00:192:168:84::83 && ipv6.hlim == 62", 3),
    Fact("the host's own request has the node's address", "pod_elm-59c7d8f6b4-v8zrh_eth0.pcapng",
         'ipv6.src == 2001:db8:20::71 && http.request.method == "HEAD"', 1),
    Fact("what leaves the pool leaves as the node", "router.eth0.pcapng",
         f"icmpv6.type == 128 && ipv6.src == 2001:db8:20::71 && ipv6.dst == {WORLD}", 2),
    Fact("the veth answers for its link-local address", "pod_oak-6d9f8b7c54-s2kwj_eth0.pcapng",
         "icmpv6.type == 136 && icmpv6.nd.na.target_address == fe80::ecee:eeff:feee:eeee && eth.src == ee:ee:ee:ee:ee:ee"),
    Fact("no session ends", "bgp6-1.eth0.pcapng", "bgp.type == 3", "none"),
]
