"""calico-bgp, node-to-node mesh: three nodes on one L2 segment, no tunnel, every node a BGP peer of every other.

    pod vase ── cali… ── eth0 mesh-1 10.0.20.11 ──┐
    pod tulip ─ cali… ── eth0 mesh-2 10.0.20.12 ──┼── switch ── router 10.0.20.1, knows no pods
    pod fern ── cali… ── eth0 mesh-3 10.0.20.13 ──┘

mesh-1 comes last: until its BIRD runs, its peers' connections are refused, and nobody has a route to its pods.
"""

import time

from blocks import bird, calico
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.node import Node
from blocks.router import Router
from blocks.switch import Switch

POOL, MTU = "192.168.0.0/16", 1500  # Calico's default pool; nothing is added to a packet


def build():
    mesh1 = Node("mesh-1", address="10.0.20.11/24", mac="52:54:00:a4:17:c8", gateway="10.0.20.1", pod_subnet="192.168.84.128/26")
    mesh2 = Node("mesh-2", address="10.0.20.12/24", mac="52:54:00:5b:e2:06", gateway="10.0.20.1", pod_subnet="192.168.247.0/26")
    mesh3 = Node("mesh-3", address="10.0.20.13/24", mac="52:54:00:38:90:fd", gateway="10.0.20.1", pod_subnet="192.168.139.64/26")
    nodes = [mesh1, mesh2, mesh3]
    switch, router = Switch(), Router()
    for node in nodes:
        switch.connect(node)
    router.connect_switch(switch, "10.0.20.1/24", "fe:ee:47:d3:60:01")

    bird.mesh(nodes)
    for node in nodes:
        calico.write_rules(node, POOL)
        bird.configure(node, POOL)
    for pod in (calico.run_pod(mesh1, "vase-6b8c7f5d9-k4xzt", address="192.168.84.131", mac="1e:c5:70:9b:d4:2f", index=6, mtu=MTU),
                calico.run_pod(mesh2, "tulip-74f9d5c6b8-m2vhw", address="192.168.247.5", mac="c2:38:e4:0f:61:9d", index=6, mtu=MTU),
                calico.run_pod(mesh3, "fern-5c7d8b9f4-qr6sn", address="192.168.139.72", mac="66:f1:0b:a7:3e:58", index=6, mtu=MTU)):
        pod.serve_http()
    return Cluster("calico-bgp", POOL, nodes, [router], [])


def traffic(cluster, type_on):
    """Routes come with the sessions, and pods reach each other with the routes."""
    mesh1, mesh2, mesh3 = cluster.nodes
    in_vase, in_tulip = (f"ip netns exec {cluster.pod(name).name}" for name in ("vase", "tulip"))

    def type_all(*lines):
        for node, line in lines:
            type_on(node, line)
            time.sleep(0.2)

    bird.start([mesh2, mesh3])
    bird.wait_until([mesh2, mesh3])
    type_all(
        (mesh2, "ip route"),
        (mesh2, "birdc show protocols"),                      # mesh-1 refuses the connection
        (mesh2, f"{in_tulip} ping -c 2 -i 0.3 192.168.139.72"),
        (mesh2, f"{in_tulip} ping -c 2 -i 0.3 -W 1 192.168.84.131"),  # no route yet, so to the router, which knows no pods
    )
    bird.start([mesh1])
    bird.wait_until(cluster.nodes)
    type_all(
        (mesh2, "ip route"),
        (mesh1, "ip route"),
        (mesh2, f"{in_tulip} ping -c 2 -i 0.3 192.168.84.131"),
        (mesh1, f"{in_vase} ping -c 3 -i 0.3 192.168.139.72"),
        (mesh1, f"{in_vase} curl -si http://192.168.247.5/"),
        (mesh1, f"{in_vase} curl -s -o /dev/null -w '%{{http_code}} %{{size_download}}\\n' http://192.168.139.72/large"),
        (mesh1, "curl -sI http://192.168.139.72/"),           # the host itself: source 10.0.20.11, for there is no tunl0
        (mesh1, f"{in_vase} ping -c 2 -i 0.3 10.0.20.1"),     # out of the pool: as the node
    )


ALSO_TYPED = ["birdc show protocols", "birdc show protocols all", "birdc show route", "birdc show route all",
              "cat /run/bird/bird.conf", "cat /run/bird/bird.log"]

FROM_MESH2 = "bgp.type == 2 && ip.src == 10.0.20.12"
FACTS = [
    *(Fact("all checksums are whole", capture, "ip.checksum.status == 0 || tcp.checksum.status == 0", "none")
      for capture in ("mesh-1.eth0.pcapng", "mesh-2.eth0.pcapng", "pod_vase-6b8c7f5d9-k4xzt_eth0.pcapng")),
    Fact("mesh-1 refuses while its BIRD does not run", "mesh-1.eth0.pcapng", "tcp.flags.reset == 1 && tcp.srcport == 179"),
    Fact("the node with the higher address calls", "mesh-1.eth0.pcapng",
         "tcp.flags.syn == 1 && tcp.flags.ack == 0 && tcp.dstport == 179 && !(ip.dst == 10.0.20.11)", "none"),
    Fact("mesh-1 opens two sessions", "mesh-1.eth0.pcapng",
         "bgp.type == 1 && bgp.open.myas == 64512 && bgp.open.holdtime == 240", 4),
    Fact("every OPEN is confirmed by a KEEPALIVE", "mesh-1.eth0.pcapng", "bgp.type == 4"),
    Fact("mesh-2 announces its block to mesh-1", "mesh-1.eth0.pcapng",
         f"{FROM_MESH2} && bgp.nlri_prefix == 192.168.247.0 && bgp.update.path_attribute.next_hop == 10.0.20.12"),
    Fact("and does not pass on what it has from mesh-3", "mesh-1.eth0.pcapng",
         f"{FROM_MESH2} && bgp.nlri_prefix == 192.168.139.64", "none"),
    Fact("nobody reflects", "mesh-1.eth0.pcapng", "bgp.update.path_attribute.originator_id", "none"),
    Fact("no session ends", "mesh-1.eth0.pcapng", "bgp.type == 3", "none"),
    Fact("mesh-2 has all its sessions' beginnings too", "mesh-2.eth0.pcapng", "bgp.type == 1", 4),
    Fact("before the route, pings go to the router", "router.eth0.pcapng", "icmp.type == 8 && ip.dst == 192.168.84.131", 2),
    Fact("with it, to the node", "mesh-1.eth0.pcapng",
         "icmp.type == 8 && ip.dst == 192.168.84.131 && eth.src == 52:54:00:5b:e2:06 && eth.dst == 52:54:00:a4:17:c8", 2),
    Fact("there is no tunnel", "mesh-1.eth0.pcapng", "ip.proto == 4 || udp.port == 4789", "none"),
    Fact("each node takes one from the TTL", "pod_fern-5c7d8b9f4-qr6sn_eth0.pcapng",
         "icmp.type == 8 && ip.src == 192.168.84.131 && ip.ttl == 62", 3),
    Fact("full-size packets pass, the MTU being 1500 everywhere", "mesh-1.eth0.pcapng", "ip.len == 1500"),
    Fact("the host's own request has the node's address", "pod_fern-5c7d8b9f4-qr6sn_eth0.pcapng",
         'ip.src == 10.0.20.11 && http.request.method == "HEAD"', 1),
    Fact("what leaves the pool leaves as the node", "router.eth0.pcapng",
         "icmp.type == 8 && ip.src == 10.0.20.11 && ip.dst == 10.0.20.1", 2),
    Fact("the veth answers as ee:ee:ee:ee:ee:ee", "pod_vase-6b8c7f5d9-k4xzt_eth0.pcapng",
         "arp.opcode == 2 && arp.src.proto_ipv4 == 169.254.1.1 && arp.src.hw_mac == ee:ee:ee:ee:ee:ee"),
]
