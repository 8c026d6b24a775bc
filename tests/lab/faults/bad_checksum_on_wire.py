"""master's card is asked to compute the outer UDP checksum, and computes it wrong: the other node drops what arrives, and nobody is told."""

from blocks import cable, flannel_vxlan
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, centos = cluster.nodes
    flannel_vxlan.make_device_anew(master, [centos], checksum="udpcsum")
    cable.break_card(master.cable)


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))


WRONG = "vxlan && ip.src#1 == 172.27.0.11 && udp.checksum.status#1 == 0"
FAULT = Fault(
    severity="error",
    planted="master's flannel.1 asks for outer checksums (udpcsum), and its card writes wrong ones",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["tx-checksum-ip-generic: on"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.eth0", unseen=("VM-16-10-centos.flannel.1", "VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("where they arrive, the outer checksums are wrong", "VM-16-10-centos.eth0.pcapng", WRONG, 3),
           Fact("and whole where they were sent: that capture is before the card", "master.eth0.pcapng", WRONG, "none")],
    english="The seal was broken by the sender's own card: the parcel arrives, fails the check at the door and is thrown away, while a capture at the sender looks perfect.",
    chinese="封条是发送端网卡自己弄坏的：包裹送到了，却在门口验封不过被丢弃；而在发送端抓包，一切都完好。",
)
