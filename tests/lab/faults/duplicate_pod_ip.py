"""On VM-16-10-centos the plugin lost its list of given addresses and gave web's to another pod."""

import time

from blocks import bridge_cni
from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from blocks.pod import Pod
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l", "shop")


def plant(cluster):
    _, centos = cluster.nodes
    shop = Pod(centos, "shop-7d4b9c6f58-t5xwq", address="10.244.1.3", mac="46:0b:e7:92:5d:a8", veth="veth91d5a3c7", veth_index=13, veth_mac="ba:71:0e:3d:c4:56")
    bridge_cni.attach(shop, mtu=HEALTHY.MTU, pod_network=HEALTHY.POD_NETWORK)
    shop.serve_http()


def traffic(cluster, type_on):
    _, centos = cluster.nodes
    for _ in range(3):
        type_on(*cluster.in_pod("tea", "curl -si -m 2 http://10.244.1.3/"))
        type_on(centos, "ip neigh flush dev cni0")
        time.sleep(0.2)


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos a second pod, shop, was given web's address 10.244.1.3",
    nodes=["VM-16-10-centos"], pods=("default/web-5dcb957ccc-d4n6l", "default/shop-7d4b9c6f58-t5xwq"), address="10.244.1.3",
    lines={"VM-16-10-centos": ["inet 10.244.1.3/24", "link/ether 46:0b:e7:92:5d:a8", "link/ether 9e:72:0d:5f:83:16"]},
    arrives=[Arrives("tcp", "10.244.0.60", "10.244.1.3", port=80, at="VM-16-10-centos.cni0")],
    facts=[Fact("two answer to one question: web", "VM-16-10-centos.cni0.pcapng",
                "arp.opcode == 2 && arp.src.proto_ipv4 == 10.244.1.3 && arp.src.hw_mac == 9e:72:0d:5f:83:16"),
           Fact("and shop", "VM-16-10-centos.cni0.pcapng", "arp.opcode == 2 && arp.src.proto_ipv4 == 10.244.1.3 && arp.src.hw_mac == 46:0b:e7:92:5d:a8")],
    english="One address, two pods: whoever answers the ARP question first gets the visitor, and next time it may be the other one.",
    chinese="一个地址、两个 Pod：谁先回答 ARP 谁就接待访客，下一次来的也许就是另一个。",
)
