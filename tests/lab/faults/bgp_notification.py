"""mesh-1's BIRD hangs for longer than the hold time: its peers end the sessions with a NOTIFICATION, and open them again when it is back."""

import time

from blocks import bird
from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import calico_bgp_mesh as HEALTHY

PODS = ("vase", "tulip")
HOLD_TIME = 9  # Calico's 240 would make a long capture


def plant(cluster):
    for node in cluster.nodes:
        bird.configure(node, HEALTHY.POOL, hold_time=HOLD_TIME)


def traffic(cluster, type_on):
    mesh1, mesh2, mesh3 = cluster.nodes
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)
    type_on(mesh1, "# from here on, BIRD hangs on mesh-1")
    bird.freeze(mesh1)
    bird.wait_until([mesh1, mesh2], established=False, seen_by=[mesh2])
    bird.wait_until([mesh1, mesh3], established=False, seen_by=[mesh3])
    type_on(mesh2, "birdc show protocols")
    bird.thaw(mesh1)
    type_on(mesh1, "# and runs again")
    bird.wait_until(cluster.nodes)
    type_on(mesh2, "birdc show protocols")
    type_on(*cluster.in_pod("tulip", "ping -c 2 -i 0.3 -W 1 192.168.84.131"))
    time.sleep(HOLD_TIME / 3)  # one more KEEPALIVE of each side


FAULT = Fault(
    severity="warning",
    planted="mesh-1's BIRD got no processor for longer than the hold time of 9 seconds",
    nodes=["mesh-1"], address="10.0.20.11",
    lines={"mesh-2": ["BGP state:          Established", "192.168.84.128/26 via 10.0.20.11 dev eth0 proto bird"]},
    arrives=[Arrives("icmp", "192.168.247.5", "192.168.84.131", at="pod_vase-6b8c7f5d9-k4xzt_eth0")],
    facts=[Fact("both peers find the hold time expired", "mesh-1.eth0.pcapng", "bgp.type == 3 && bgp.notify.major_error == 4 && ip.dst == 10.0.20.11", 2),
           Fact("and all is opened again", "mesh-2.eth0.pcapng", "bgp.type == 1 && ip.src == 10.0.20.11", 2)],
    english="No word for as long as was agreed: the neighbour says goodbye with “hold timer expired” and starts anew. It works again, and it is worth asking why.",
    chinese="约定时间内一句话也没听到，邻居以 Hold Timer Expired 告别，然后重新建立会话：虽然恢复了，仍值得查清为什么会沉默。",
)
