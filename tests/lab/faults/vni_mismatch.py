"""VM-16-10-centos was set up with VNI 2: what comes with VNI 1 is for no device of it, and it says nothing."""

from blocks import flannel_vxlan
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, centos = cluster.nodes
    flannel_vxlan.make_device_anew(centos, [master], vni=2)


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos flannel.1 was made anew with VNI 2; master has 1",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["vxlan id 1 local 172.27.0.11 dev eth0"], "VM-16-10-centos": ["vxlan id 2 local 172.27.16.10 dev eth0"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.eth0",
               unseen=("VM-16-10-centos.flannel.1", "VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0")),
          Lost("icmp", "10.244.1.3", "10.244.0.60", after="master.eth0", unseen=("master.flannel.1", "master.cni0", "pod_tea-6fb46d899f-4zkt2_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("the ports agree", "VM-16-10-centos.eth0.pcapng", "vxlan && !(udp.dstport == 8472)", "none"),
           Fact("nobody says that anything is wrong", "VM-16-10-centos.eth0.pcapng", "icmp.type == 3", "none")],
    english="The VNI is the number of the overlay: a packet with another number is dropped without a word, even at the right address and port.",
    chinese="VNI 是覆盖网络的编号：地址和端口都对，编号不同的数据包仍会被悄悄丢弃，没有任何 ICMP 报错。",
)
