"""On VM-16-10-centos flannel.1 got another MAC after flanneld had announced its own: the annotation, and with it master, has the old one.

systemd-udevd does that to a device that it sees late (MACAddressPolicy=persistent)."""

from blocks import api_server, flannel_vxlan
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")
ANNOUNCED, CHANGED = "2a:3c:a0:e1:a9:b6", "7e:51:0f:93:c8:24"


def plant(cluster):
    master, centos = cluster.nodes
    api_server.answer_kubectl(master, cluster)
    centos.ip(f"link set flannel.1 address {CHANGED}")
    flannel_vxlan.learn_lease(centos, master)  # which the change made the kernel forget; leases come after it


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 3 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("web-5dcb957ccc-d4n6l", "ping -c 3 -i 0.3 -W 1 10.244.0.60"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos `ip link set flannel.1 address` after flanneld had written the MAC into the node's annotation",
    nodes=["VM-16-10-centos"], interface="flannel.1",
    lines={"master": [f'{{"VNI":1,"VtepMAC":"{ANNOUNCED}"}}', f"10.244.1.0 dev flannel.1 lladdr {ANNOUNCED} PERMANENT"],
           "VM-16-10-centos": [f"link/ether {CHANGED}"]},
    lost=[Lost("icmp", "10.244.0.60", "10.244.1.3", after="VM-16-10-centos.flannel.1", unseen=("VM-16-10-centos.cni0", "pod_web-5dcb957ccc-d4n6l_eth0"))],
    arrives=[Arrives("icmp", "10.244.1.3", "10.244.0.60", at="pod_tea-6fb46d899f-4zkt2_eth0")],
    facts=[Fact("the inner destination is the MAC that was announced", "VM-16-10-centos.flannel.1.pcapng",
                f"icmp && ip.src == 10.244.0.60 && !(eth.dst == {ANNOUNCED})", "none"),
           Fact("the device sends with the one that it has", "VM-16-10-centos.flannel.1.pcapng",
                f"icmp && ip.src == 10.244.1.3 && !(eth.src == {CHANGED})", "none")],
    english="The node told everybody its tunnel's MAC and then got another one: the others write to a name that is no longer on the door.",
    chinese="节点先把隧道 MAC 公告给大家，之后网卡又换了 MAC：别人仍按旧名字寄信，门牌却已经改了。",
)
