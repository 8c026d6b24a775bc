"""cart asks for its own service; the bridge may not send a frame back through the port by which it came."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "cart")


def plant(cluster):
    cart = cluster.pod("cart")
    cart.node.run("bridge", "link", "set", "dev", cart.veth, "hairpin", "off")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "curl -sI -m 2 http://10.109.140.18/"))  # for others the service works
    type_on(*cluster.in_pod("cart", "curl -sI -m 2 http://10.109.140.18/"))


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos `bridge link set dev veth6a56ab55 hairpin off`",
    nodes=["VM-16-10-centos"], pods=("default/cart-7c8b9d6f5-g9gwv",), interface="veth6a56ab55", address="10.109.140.18",
    lines={"VM-16-10-centos": ["hairpin off", "-j DNAT --to-destination 10.244.1.7:80"]},
    lost=[Lost("tcp", "10.244.1.7", "10.109.140.18", port=80, after="VM-16-10-centos.veth6a56ab55")],
    arrives=[Arrives("tcp", "10.244.0.60", "10.244.1.7", port=80, at="pod_cart-7c8b9d6f5-g9gwv_eth0")],
    facts=[Fact("it asks again and again", "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng", "tcp.flags.syn == 1 && tcp.flags.ack == 0 && ip.dst == 10.109.140.18"),
           Fact("and its question never comes back to it", "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng",
                "tcp.flags.syn == 1 && tcp.flags.ack == 0 && ip.dst == 10.244.1.7 && !(ip.src == 10.244.0.60)", "none"),
           Fact("others are served", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "http.response.code == 200", 1)],
    english="A pod that calls its own service must get its packet back through the door by which it went out; a bridge does that only with hairpin on.",
    chinese="Pod 访问自己所在的 Service 时，数据包要从出去的那扇门再回来；网桥端口没开 hairpin，就不会原路送回。",
)
