"""mesh-1 was given the address of its second card for BGP, which leads nowhere: its peers call into the void."""

import ipaddress
import time

from blocks import bird, cable
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_bgp_mesh as HEALTHY

PODS = ("vase", "tulip", "fern")
SECOND = ipaddress.ip_interface("172.28.128.11/24")


def plant(cluster):
    mesh1, _, _ = cluster.nodes
    [router] = cluster.routers
    cable.plug(router, "hostonly", 20, mesh1, "eth1", 3)
    mesh1.ip("link set eth1 address 08:00:27:1d:60:0b up")
    mesh1.ip(f"addr add {SECOND} brd + dev eth1")
    first, mesh1.address = mesh1.address, SECOND  # what Calico's first-found took
    for node in cluster.nodes:
        bird.configure(node, HEALTHY.POOL)
    mesh1.address = first


def traffic(cluster, type_on):
    _, mesh2, mesh3 = cluster.nodes
    bird.start(cluster.nodes)
    bird.wait_until([mesh2, mesh3])
    time.sleep(6)  # for one more try of mesh-1's
    type_on(mesh2, "birdc show protocols")
    type_on(*cluster.in_pod("tulip", "ping -c 2 -i 0.3 -W 1 192.168.139.72"))
    type_on(*cluster.in_pod("tulip", "ping -c 3 -i 0.3 -W 1 192.168.84.131"))


FAULT = Fault(
    severity="error",
    planted="mesh-1's BGP address is 172.28.128.11 of eth1, to which its peers have no way",
    nodes=["mesh-1"], interface="eth1", address="172.28.128.11",
    lines={"mesh-1": ["inet 172.28.128.11/24"], "mesh-2": ["172.28.128.11", "BGP state:          Established"]},
    absent={"mesh-2": ["192.168.84.128/26 via"], "mesh-1": ["BGP state:          Established"]},
    lost=[Lost("icmp", "192.168.247.5", "192.168.84.131", after="router.eth0", unseen=("mesh-1.eth0", "pod_vase-6b8c7f5d9-k4xzt_eth0"))],
    arrives=[Arrives("icmp", "192.168.247.5", "192.168.139.72", at="pod_fern-5c7d8b9f4-qr6sn_eth0")],
    facts=[Fact("the peers call where nobody can carry it", "router.eth0.pcapng", "tcp.dstport == 179 && ip.dst == 172.28.128.11"),
           Fact("and no session opens", "mesh-1.eth0.pcapng", "bgp.type == 1", "none")],
    english="The neighbours were given the address of a holiday home: whatever they send there, nobody can deliver it, and the session never opens.",
    chinese="留给邻居的地址是一间度假屋：寄到那里的信谁也送不到，BGP 会话怎么也建立不起来。",
)
