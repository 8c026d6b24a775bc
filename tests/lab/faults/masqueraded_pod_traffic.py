"""On master an old rule of Docker's kind masquerades whatever leaves the pods' subnet, other pods' traffic too: the addressee sees the node."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    master, _ = cluster.nodes
    master.run("iptables", "-t", "nat", "-I", "POSTROUTING", "-s", "10.244.0.0/24", "!", "-o", "cni0", "-j", "MASQUERADE")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "ping -c 2 -i 0.3 -W 1 10.244.1.3"))
    type_on(*cluster.in_pod("tea", "curl -sI -m 2 http://10.244.1.3/"))


FAULT = Fault(
    severity="warning",
    planted="on master `iptables -t nat -I POSTROUTING -s 10.244.0.0/24 ! -o cni0 -j MASQUERADE`",
    nodes=["master"], pods=("default/tea-6fb46d899f-4zkt2",), interface="flannel.1",
    lines={"master": ["-A POSTROUTING -s 10.244.0.0/24 ! -o cni0 -j MASQUERADE"]},
    arrives=[Arrives("icmp", "10.244.0.0", "10.244.1.3", at="pod_web-5dcb957ccc-d4n6l_eth0"),
             Arrives("tcp", "10.244.0.0", "10.244.1.3", port=80, at="pod_web-5dcb957ccc-d4n6l_eth0")],
    facts=[Fact("the pod sends as itself", "master.cni0.pcapng", "ip.src == 10.244.0.60 && ip.dst == 10.244.1.3 && icmp.type == 8", 2),
           Fact("the other pod never sees its address", "pod_web-5dcb957ccc-d4n6l_eth0.pcapng", "ip.addr == 10.244.0.60", "none")],
    english="Pods should see each other's real addresses. A rule meant for the way out of the cluster caught pod traffic as well, so every visitor looks like the node.",
    chinese="Pod 之间本应看到彼此的真实地址；一条本来只管出集群流量的 MASQUERADE 规则把 Pod 流量也改了，所有访客看起来都是节点。",
)
