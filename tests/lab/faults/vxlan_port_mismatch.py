"""VM-16-10-centos was set up with IANA's port for VXLAN, master with flannel's: each sends to a port at which the other does not listen."""

from blocks import flannel_vxlan
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, centos = cluster.nodes
    flannel_vxlan.make_device_anew(centos, [master], port=4789)


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")  # the nodes themselves reach each other
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos flannel.1 was made anew with dstport 4789; master has 8472",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["vxlan id 1 local 172.27.0.11 dev eth0 srcport 0 0 dstport 8472"],
           "VM-16-10-centos": ["vxlan id 1 local 172.27.16.10 dev eth0 srcport 0 0 dstport 4789"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.eth0",
               unseen=("VM-16-10-centos.flannel.1", "VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0")),
          Lost("icmp", "10.244.1.3", "10.244.0.60", after="master.eth0", unseen=("master.flannel.1", "master.cni0", "pod_tea-6fb46d899f-4zkt2_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("each ping knocks at a closed port, and the node says so", "VM-16-10-centos.eth0.pcapng",
                "icmp.type == 3 && icmp.code == 3 && ip.src == 172.27.16.10 && udp.dstport == 8472", 3),
           Fact("as does master", "master.eth0.pcapng", "icmp.type == 3 && icmp.code == 3 && ip.src == 172.27.0.11 && udp.dstport == 4789", 3)],
    english="The letter arrives at the right house, but at a door where nobody lives: both ends of a VXLAN tunnel must agree on the UDP port.",
    chinese="信送对了楼，却敲错了门：VXLAN 隧道两端的 UDP 端口必须一致，否则外层数据包到了节点也没有人接收。",
)
