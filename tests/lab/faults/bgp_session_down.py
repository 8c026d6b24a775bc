"""mesh-1 was given another AS number: its OPENs are answered by "bad peer AS", no session is established, and nobody has routes to its pods."""

import time

from blocks import bird
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_bgp_mesh as HEALTHY

PODS = ("vase", "tulip", "fern")


def plant(cluster):
    mesh1, _, _ = cluster.nodes
    bird.configure(mesh1, HEALTHY.POOL, as_number=64513)


def traffic(cluster, type_on):
    _, mesh2, mesh3 = cluster.nodes
    bird.start(cluster.nodes)
    bird.wait_until([mesh2, mesh3])
    time.sleep(5)  # for one more try of mesh-1's
    type_on(mesh2, "birdc show protocols")
    type_on(*cluster.in_pod("tulip", "ping -c 2 -i 0.3 -W 1 192.168.139.72"))
    type_on(*cluster.in_pod("tulip", "ping -c 3 -i 0.3 -W 1 192.168.84.131"))


FAULT = Fault(
    severity="error",
    planted="mesh-1's BIRD has `local as 64513`; its peers expect 64512",
    nodes=["mesh-1"], address="10.0.20.11",
    lines={"mesh-2": ["BGP state:          Established", "Neighbor AS:      64512"], "mesh-1": ["Local AS:         64513"]},
    absent={"mesh-2": ["192.168.84.128/26 via"], "mesh-1": ["BGP state:          Established"]},
    lost=[Lost("icmp", "192.168.247.5", "192.168.84.131", after="router.eth0", unseen=("mesh-1.eth0", "pod_vase-6b8c7f5d9-k4xzt_eth0"))],
    arrives=[Arrives("icmp", "192.168.247.5", "192.168.139.72", at="pod_fern-5c7d8b9f4-qr6sn_eth0")],
    facts=[Fact("mesh-1 opens with an AS that nobody expects", "mesh-1.eth0.pcapng", "bgp.type == 1 && ip.src == 10.0.20.11 && bgp.open.myas == 64513"),
           Fact("and is told so", "mesh-1.eth0.pcapng", "bgp.type == 3 && bgp.notify.major_error == 2 && bgp.notify.minor_error_open == 2"),
           Fact("it announces nothing", "mesh-1.eth0.pcapng", "bgp.type == 2", "none")],
    english="BGP is how nodes tell each other where pods live. The neighbour says “I do not know this AS”, hangs up, and the routes never come.",
    chinese="BGP 是节点互相通告 Pod 住在哪里的方式；邻居一句“这个 AS 号我不认识”（NOTIFICATION 2/2）就挂断，路由自然不会来。",
)
