"""A firewall between the nodes lets everything pass but UDP 8472: both tunnels are sound, and nothing comes through."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    [router] = cluster.routers
    router.run("iptables", "-A", "FORWARD", "-p", "udp", "--dport", "8472", "-j", "DROP")


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on the router `iptables -A FORWARD -p udp --dport 8472 -j DROP`",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472", "2a:3c:a0:e1:a9:b6 dev flannel.1 dst 172.27.16.10 self permanent"],
           "VM-16-10-centos": ["vxlan id 1 local 172.27.16.10 dev eth0 srcport 0 0 dstport 8472", "8e:5c:79:80:cd:cc dev flannel.1 dst 172.27.0.11 self permanent"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="router.eth0",
               unseen=("router.eth1", "VM-16-10-centos.eth0", "VM-16-10-centos.flannel.1", "pod_web-5dcb957ccc-d4n6l_eth0")),
          Lost("icmp", "10.244.1.3", "10.244.0.60", after="router.eth1", unseen=("router.eth0", "master.eth0", "master.flannel.1", "pod_tea-6fb46d899f-4zkt2_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0"), Arrives("icmp", "172.27.16.10", "172.27.0.11", at="master.eth0")],
    facts=[Fact("nobody says that anything is wrong", "master.eth0.pcapng", "icmp.type == 3", "none")],
    english="Both tunnel ends are set up well and the nodes can ping each other: what is missing on the way is UDP 8472, so ask whoever runs the firewall.",
    chinese="隧道两端配置都对，节点之间也能 ping 通，唯独 UDP 8472 过不去：该去查中间的防火墙或安全组。",
)
