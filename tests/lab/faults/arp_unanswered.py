"""master has a route by a gateway that is not there: it asks for its MAC address, and nobody answers."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, _ = cluster.nodes
    master.ip("route add 203.0.113.0/24 via 172.27.0.200 dev eth0")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(*cluster.in_pod("tea", "ping -c 2 -i 0.3 -W 1 10.244.1.3"))
    type_on(master, "ping -c 1 -W 4 203.0.113.9")


FAULT = Fault(
    severity="warning",
    planted="on master `ip route add 203.0.113.0/24 via 172.27.0.200`, an address that no machine on the link has",
    nodes=["master"], address="172.27.0.200",
    lines={"master": ["203.0.113.0/24 via 172.27.0.200 dev eth0"]},
    arrives=[Arrives("icmp", "10.244.0.60", "10.244.1.3", at="pod_web-5dcb957ccc-d4n6l_eth0")],
    facts=[Fact("master asks three times", "master.eth0.pcapng", "arp.opcode == 1 && arp.dst.proto_ipv4 == 172.27.0.200", 3),
           Fact("in vain", "master.eth0.pcapng", "arp.opcode == 2 && arp.src.proto_ipv4 == 172.27.0.200", "none"),
           Fact("the gateway that is there answers", "master.eth0.pcapng", "arp.opcode == 2 && arp.src.proto_ipv4 == 172.27.0.1")],
    english="Calling a name into a room where nobody has it: three times, then the kernel gives up and says host unreachable.",
    chinese="在屋里喊一个不在场的人：喊了三遍没人应，内核就放弃，报告主机不可达。",
)
