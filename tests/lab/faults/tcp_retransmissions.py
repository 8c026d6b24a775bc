"""The network between the nodes loses some packets at random: TCP mends it, and each time it waits."""

import sys

from blocks import processes
from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")
PORT, LINES = 7000, 20


def plant(cluster):
    [router] = cluster.routers
    router.run("iptables", "-A", "FORWARD", "-i", "eth0", "-p", "udp", "--dport", 8472, "-m", "length", "--length", "130:200",
               "-m", "statistic", "--mode", "nth", "--every", 4, "--packet", 2, "-j", "DROP")
    cluster.pod("web-5dcb957ccc-d4n6l").start(sys.executable, processes.LAB / "blocks" / "line_service.py", "serve", PORT, ready="serving")


def traffic(cluster, type_on):
    tea = cluster.pod("tea")
    type_on(*cluster.in_pod("tea", f"ping -c 2 -i 0.3 -W 1 10.244.1.3 -s 8"))
    tea.run(sys.executable, processes.LAB / "blocks" / "line_service.py", "ask", "10.244.1.3", PORT, LINES)


FAULT = Fault(
    severity="note",
    planted="the router loses every fourth of master's tunnelled packets of 130 to 200 bytes",
    nodes=["master", "VM-16-10-centos"], address="10.244.1.3",
    lines={"master": ["10.244.1.0/24 via 10.244.1.0 dev flannel.1"]},
    arrives=[Arrives("tcp", "10.244.0.60", "10.244.1.3", port=PORT, at="pod_web-5dcb957ccc-d4n6l_eth0")],
    facts=[Fact("segments are sent again", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "tcp.analysis.retransmission && ip.src == 10.244.0.60 && tcp.len > 0")],
    english="Nothing fails, all is slow: each lost segment is sent again after a fifth of a second, and a talk of twenty lines takes two seconds.",
    chinese="什么都没坏，就是慢：每丢一个报文段，都要等上两百毫秒再重发，二十句话就聊了好几秒。",
)
