"""VM-16-10-centos is a clone of master, machine id and all, so systemd gave its flannel.1 the same MAC."""

from blocks import flannel_vxlan
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")
MAC = "8e:5c:79:80:cd:cc"


def plant(cluster):
    master, centos = cluster.nodes
    master.run("bridge", "fdb", "del", centos.vtep_mac, "dev", "flannel.1", "dst", centos.address.ip, "self")
    flannel_vxlan.make_device_anew(centos, [master], mac=MAC)
    flannel_vxlan.learn_lease(master, centos)


def traffic(cluster, type_on):
    master, _ = cluster.nodes
    type_on(master, "ping -c 2 -i 0.3 172.27.16.10")
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="VM-16-10-centos' flannel.1 has the MAC of master's",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1", address=MAC,
    lines={"master": [f"link/ether {MAC}", f"{MAC} dev flannel.1 dst 172.27.16.10 self permanent"],
           "VM-16-10-centos": [f"link/ether {MAC}", f"{MAC} dev flannel.1 dst 172.27.0.11 self permanent"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.eth0",
               unseen=("VM-16-10-centos.flannel.1", "VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0")),
          Lost("icmp", "10.244.1.3", "10.244.0.60", after="master.eth0", unseen=("master.flannel.1", "master.cni0", "pod_tea-6fb46d899f-4zkt2_eth0"))],
    arrives=[Arrives("icmp", "172.27.0.11", "172.27.16.10", at="VM-16-10-centos.eth0")],
    facts=[Fact("the frame comes from the MAC of the one that it goes to", "VM-16-10-centos.eth0.pcapng",
                f"vxlan && icmp && !(eth.src#2 == {MAC} && eth.dst#2 == {MAC})", "none")],
    english="Two clones with one MAC: a frame from the other looks like my own coming back, and the tunnel device drops its own echo.",
    chinese="克隆出来的两台节点有同一个隧道 MAC：对方的帧看起来像自己发出的回声，VXLAN 设备把它当环路丢掉。",
)
