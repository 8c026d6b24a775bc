"""calico-bgp with a route reflector: the mesh is off, each node peers with the reflector alone. Sessions end and come back.

    pod jam ─── cali… ── eth0 cr-reflector 192.168.20.11 ──┐
    pod toast ─ cali… ── eth0 cr-worker1   192.168.20.12 ──┼── switch ── router 192.168.20.1, knows no pods
    pod honey ─ cali… ── eth0 cr-worker2   192.168.20.13 ──┘

worker2's session ends and comes back three times: shut down by hand; BIRD frozen until the reflector's hold timer expires;
all frames lost until the hold timers of both expire.
"""

import time

from blocks import bird, calico
from blocks.cluster import Cluster
from blocks.facts import Fact
from blocks.node import Node
from blocks.router import Router
from blocks.switch import Switch

POOL, MTU = "10.244.0.0/16", 1500
CLUSTER_ID = "244.0.0.1"  # the routeReflectorClusterID of Calico's own examples
HOLD_TIME = 9             # seconds instead of 240, so that a recording can wait for its end
SHUTDOWN = "new kernel for cr-worker2, back at once"


def build():
    reflector = Node("cr-reflector", address="192.168.20.11/24", mac="52:54:00:e9:6c:31", gateway="192.168.20.1",
                     pod_subnet="10.244.120.64/26")
    worker1 = Node("cr-worker1", address="192.168.20.12/24", mac="52:54:00:17:f3:8d", gateway="192.168.20.1",
                   pod_subnet="10.244.33.0/26")
    worker2 = Node("cr-worker2", address="192.168.20.13/24", mac="52:54:00:c0:4b:a2", gateway="192.168.20.1",
                   pod_subnet="10.244.201.192/26")
    nodes = [reflector, worker1, worker2]
    switch, router = Switch(), Router()
    for node in nodes:
        switch.connect(node)
    router.connect_switch(switch, "192.168.20.1/24", "fe:ee:d8:15:9a:01")

    bird.reflect(reflector, [worker1, worker2], CLUSTER_ID)
    for node in nodes:
        calico.write_rules(node, POOL)
        bird.configure(node, POOL, hold_time=HOLD_TIME)
    for pod in (calico.run_pod(reflector, "jam-7d9f6c8b5-h3ktz", address="10.244.120.70", mac="8a:06:cf:31:e7:b4", index=6, mtu=MTU),
                calico.run_pod(worker1, "toast-66c5d7f9b4-x8pvl", address="10.244.33.9", mac="3e:d2:54:90:1b:af", index=6, mtu=MTU),
                calico.run_pod(worker2, "honey-58b7f4d6c9-2wqmj", address="10.244.201.197", mac="ca:7f:68:25:f0:1c", index=6, mtu=MTU)):
        pod.serve_http()
    return Cluster("calico-bgp", POOL, nodes, [router], [], [switch])


def traffic(cluster, type_on):
    """A minute or so; the waiting is BGP's own."""
    reflector, worker1, worker2 = cluster.nodes
    [switch] = cluster.switches
    in_toast = f"ip netns exec {cluster.pod('toast').name}"
    to_worker2 = f"Node_{worker2.address.ip}".replace(".", "_")
    ping_honey = f"{in_toast} ping -c 2 -i 0.3 -W 1 10.244.201.197"

    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)
    for node, line in [
        (worker1, "ip route"),
        (worker1, f"{in_toast} ping -c 3 -i 0.3 10.244.201.197"),  # straight to worker2: only the route came by way of the reflector
        (worker1, f"{in_toast} curl -si http://10.244.201.197/"),
        (worker1, f"{in_toast} curl -si http://10.244.120.70/"),
        (worker1, "birdc show route all 10.244.201.192/26"),
        (reflector, f"""birdc disable {to_worker2} '"{SHUTDOWN}"'"""),
    ]:
        type_on(node, line)
    bird.wait_until([reflector, worker2], established=False)
    for node, line in [
        (worker2, "birdc show protocols"),
        (worker1, "ip route"),                                # the block is withdrawn,
        (worker1, ping_honey),                                # so this goes to the router
        (reflector, f"birdc enable {to_worker2}"),
    ]:
        type_on(node, line)
    bird.wait_until([reflector, worker2])
    type_on(worker1, ping_honey)

    type_on(worker2, "# from here on, BIRD hangs on cr-worker2")
    bird.freeze(worker2)
    bird.wait_until([reflector, worker2], established=False, seen_by=[reflector])
    type_on(reflector, "birdc show protocols")
    type_on(worker1, "ip route")
    bird.thaw(worker2)
    type_on(worker2, "# and runs again")
    bird.wait_until([reflector, worker2])
    type_on(worker2, "birdc show protocols")
    type_on(worker1, ping_honey)

    type_on(worker2, "# from here on, the segment loses all frames from and to cr-worker2")
    switch.lose_frames_of(worker2)
    bird.wait_until([reflector, worker2], established=False)
    for line in ("birdc show protocols", "ip route"):
        for node in cluster.nodes:
            type_on(node, line)
    switch.carry_frames_of(worker2)
    type_on(worker2, "# and carries them again")
    bird.wait_until([reflector, worker2])
    type_on(worker1, "ip route")
    type_on(worker1, ping_honey)
    time.sleep(HOLD_TIME / 3)  # one more KEEPALIVE of each side


ALSO_TYPED = ["birdc show protocols", "birdc show protocols all", "birdc show route", "birdc show route all",
              "cat /run/bird/bird.conf", "cat /run/bird/bird.log"]

REFLECTED = "bgp.type == 2 && ip.src == 192.168.20.11 && bgp.nlri_prefix == 10.244.201.192"
FACTS = [
    *(Fact("all checksums are whole", capture, "ip.checksum.status == 0 || tcp.checksum.status == 0", "none")
      for capture in ("cr-reflector.eth0.pcapng", "cr-worker1.eth0.pcapng", "pod_toast-66c5d7f9b4-x8pvl_eth0.pcapng")),
    Fact("worker1 has one peer", "cr-worker1.eth0.pcapng", "bgp && !(ip.addr == 192.168.20.11)", "none"),
    Fact("the reflector says whose route it is", "cr-worker1.eth0.pcapng",
         f"{REFLECTED} && bgp.update.path_attribute.originator_id == 192.168.20.13"),
    Fact("and that it passed through its cluster", "cr-worker1.eth0.pcapng",
         f"{REFLECTED} && bgp.update.path_attribute.type_code == 10"),
    Fact("the next hop stays worker2", "cr-worker1.eth0.pcapng",
         f"{REFLECTED} && !(bgp.update.path_attribute.next_hop == 192.168.20.13)", "none"),
    Fact("its own block it announces without", "cr-worker1.eth0.pcapng",
         "bgp.type == 2 && ip.src == 192.168.20.11 && bgp.nlri_prefix == 10.244.120.64"),
    Fact("the hold time is 9 seconds", "cr-reflector.eth0.pcapng", "bgp.type == 1 && !(bgp.open.holdtime == 9)", "none"),
    Fact("packets go straight to worker2", "cr-worker2.eth0.pcapng", "icmp.type == 8 && eth.src == 52:54:00:17:f3:8d"),
    Fact("not through the reflector", "cr-reflector.eth0.pcapng", "icmp && ip.dst == 10.244.201.197", "none"),
    Fact("the shutdown is a Cease", "cr-worker2.eth0.pcapng",
         "bgp.notify.major_error == 6 && bgp.notify.minor_error_cease == 2", 1),
    Fact("with its reason", "cr-worker2.eth0.pcapng", f'bgp.notify.communication == "{SHUTDOWN}"', 1),
    Fact("worker2's block is withdrawn from worker1 each time", "cr-worker1.eth0.pcapng",
         "bgp.type == 2 && bgp.withdrawn_prefix == 10.244.201.192", 3),
    Fact("and announced again", "cr-worker1.eth0.pcapng", REFLECTED, 4),
    Fact("without the route, pings go to the router", "router.eth0.pcapng", "icmp.type == 8 && ip.dst == 10.244.201.197", 2),
    Fact("when BIRD hangs, the reflector's hold timer expires", "cr-worker2.eth0.pcapng",
         "bgp.notify.major_error == 4 && ip.src == 192.168.20.11", 1),
    Fact("when frames are lost, TCP keeps the NOTIFICATION back", "cr-reflector.eth0.pcapng", "bgp.notify.major_error == 4", 1),
    Fact("and sends the unanswered KEEPALIVE again", "cr-reflector.eth0.pcapng",
         "tcp.analysis.retransmission && ip.dst == 192.168.20.13"),
    Fact("KEEPALIVEs come every three seconds", "cr-worker1.eth0.pcapng", "bgp.type == 4 && frame.time_relative > 12"),
    Fact("each time the session begins with OPEN", "cr-worker2.eth0.pcapng", "bgp.type == 1 && ip.src == 192.168.20.13"),
    Fact("pods reach each other in the end, as before and between", "pod_honey-58b7f4d6c9-2wqmj_eth0.pcapng",
         "icmp.type == 8", 3 + 2 + 2 + 2),
]
