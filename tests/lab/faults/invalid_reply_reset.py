"""A server's segment far beyond the window is INVALID to master's conntrack, comes to the client under the pod's own address, and is reset."""

import sys

from blocks import processes
from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "cart")
CLUSTER_IP = "10.109.140.18"


def plant(cluster):
    for node in cluster.nodes:  # an older kube-proxy, which does not drop what is INVALID
        node.run("iptables", "-D", "KUBE-FORWARD", "-m", "conntrack", "--ctstate", "INVALID", "-j", "DROP")


def traffic(cluster, type_on):
    stray = cluster.pod("cart").start(sys.executable, processes.LAB / "blocks" / "stray_segment.py", 80, ready="listening")
    type_on(*cluster.in_pod("tea", f"curl -si -m 2 http://{CLUSTER_IP}/"))
    stray.wait(timeout=5)
    processes.forget(stray)


CLIENT = "pod_tea-6fb46d899f-4zkt2_eth0.pcapng"
FAULT = Fault(
    severity="error",
    planted="KUBE-FORWARD without its rule for ctstate INVALID, and one segment of cart's server 50 MB ahead of the window",
    nodes=["master"], address="10.244.1.7",
    lines={"master": ["-A KUBE-FORWARD", "10.244.1.7:80"]},
    absent={"master": ["--ctstate INVALID -j DROP"]},
    arrives=[Arrives("tcp", "10.244.0.60", CLUSTER_IP, port=80, translated="10.244.1.7", at="pod_cart-7c8b9d6f5-g9gwv_eth0")],
    facts=[Fact("the service answers", CLIENT, f"http.response.code == 200 && ip.src == {CLUSTER_IP}"),
           Fact("one segment comes from the pod's own address", CLIENT, "tcp.len > 0 && ip.src == 10.244.1.7", 1),
           Fact("and the client resets it", CLIENT, "tcp.flags.reset == 1 && ip.dst == 10.244.1.7", 1)],
    english="Conntrack renames every answer, but not one that it takes for nonsense: that one reaches the client under the pod's real name, and the client hangs up on a stranger.",
    chinese="conntrack 会给每个应答改回服务的名字，唯独不理它认为无效的报文：那一个带着 Pod 的真实地址到达，客户端以为是陌生人，直接 RST。",
)
