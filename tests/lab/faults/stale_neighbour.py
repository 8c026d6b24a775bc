"""VM-16-10-centos came back with another flannel.1; master has its old MAC still, with the right node behind it."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")
OLD_MAC = "2a:3c:a0:00:00:01"


def plant(cluster):
    master, centos = cluster.nodes
    master.run("bridge", "fdb", "del", centos.vtep_mac, "dev", "flannel.1", "dst", centos.address.ip, "self")
    master.ip(f"neigh replace 10.244.1.0 lladdr {OLD_MAC} dev flannel.1 nud permanent")
    master.run("bridge", "fdb", "replace", OLD_MAC, "dev", "flannel.1", "dst", centos.address.ip, "self", "permanent")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on master the neighbour and the forwarding entry of VM-16-10-centos' flannel.1 have the MAC that it had before",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1", address="10.244.1.0",
    lines={"master": [f"10.244.1.0 dev flannel.1 lladdr {OLD_MAC} PERMANENT", f"{OLD_MAC} dev flannel.1 dst 172.27.16.10 self permanent"],
           "VM-16-10-centos": ["link/ether 2a:3c:a0:e1:a9:b6"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.flannel.1", unseen=("VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0")],
    facts=[Fact("the inner destination is a MAC that nobody has", "VM-16-10-centos.flannel.1.pcapng",
                f"icmp && ip.src == 10.244.0.60 && !(eth.dst == {OLD_MAC})", "none")],
    english="The tunnel delivers the frame, and the device looks at its name plate: a frame for another MAC is not mine, so it is dropped in silence.",
    chinese="隧道把帧送到了，但网卡先看收件人：内层目的 MAC 不是自己的，这个帧就被悄悄丢掉——邻居表项过期了。",
)
