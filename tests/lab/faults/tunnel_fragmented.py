"""A link between the nodes carries only 1400 bytes, and the tunnel's packets may be cut: the router sends them on in fragments."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "cart")


def plant(cluster):
    [router] = cluster.routers
    router.ip("link set eth1 mtu 1400")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("cart", "curl -s -o /dev/null -m 4 -w '%{http_code} %{size_download}\\n' http://10.244.0.60/large"))


FAULT = Fault(
    severity="warning",
    planted="on the router `ip link set eth1 mtu 1400`; both nodes and their pods reckon with 1500",
    nodes=["master", "VM-16-10-centos"], interface="flannel.1",
    lines={"master": ["eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500", "flannel.1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450"]},
    arrives=[Arrives("tcp", "10.244.0.60", "10.244.1.7", port=80, at="pod_cart-7c8b9d6f5-g9gwv_eth0")],
    facts=[Fact("large packets come in fragments", "VM-16-10-centos.eth0.pcapng", "ip.src == 172.27.0.11 && ip.flags.mf == 1"),
           Fact("and left whole", "master.eth0.pcapng", "ip.flags.mf == 1 || ip.frag_offset > 0", "none"),
           Fact("the page comes all the same", "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng", "http.response.code == 200")],
    english="The parcel is sawn in two on the way and glued together at the other end: it works, at twice the price, and half a loss is a whole one.",
    chinese="包裹半路被锯成两截，到了再粘起来：能用，但开销翻倍，丢掉任何一截就等于全丢。",
)
