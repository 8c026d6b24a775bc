"""VM-16-10-centos' eth0 was set to MTU 1400 after flanneld had reckoned with 1500: what its pods may send does not fit with a tunnel header."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    _, centos = cluster.nodes
    centos.ip("link set eth0 mtu 1400")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 2 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("tea", "curl -s -o /dev/null -m 4 -w '%{http_code} %{size_download}\\n' http://10.244.1.3/large"))


FAULT = Fault(
    severity="warning",
    planted="on VM-16-10-centos `ip link set eth0 mtu 1400`; flannel.1, cni0 and the pods keep 1450",
    nodes=["VM-16-10-centos"], interface="flannel.1",
    lines={"VM-16-10-centos": ["eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400", "flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450"],
           "master": ["eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500", "flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450"]},
    arrives=[Arrives("icmp", "10.244.0.60", "10.244.1.3", at="pod_web-5dcb957ccc-d4n6l_eth0"),
             Arrives("tcp", "10.244.1.3", "10.244.0.60", port=80, at="pod_tea-6fb46d899f-4zkt2_eth0")],
    facts=[Fact("the page comes all the same", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "http.response.code == 200")],
    english="The parcel plus its wrapping must fit through the door: pod MTU + 50 bytes of VXLAN may not be more than the NIC's MTU.",
    chinese="包裹加上外包装也要能过门：Pod 的 MTU 加 50 字节 VXLAN 封装，不能超过物理网卡的 MTU。",
)
