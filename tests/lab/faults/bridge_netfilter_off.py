"""On master bridged frames do not pass iptables: an answer within one bridge comes from the pod's own address, and the client refuses it."""

from blocks.facts import Fact
from blocks.fault import Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "coredns")


def plant(cluster):
    master, _ = cluster.nodes
    master.sysctl("net.bridge.bridge-nf-call-iptables=0")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "curl -s -m 2 http://10.96.0.10:53/"))  # the service's TCP port; its one pod is on the same bridge


FROM_POD = "tcp.flags.syn == 1 && tcp.flags.ack == 1 && ip.src == 10.244.0.58"
FAULT = Fault(
    severity="error",
    planted="on master `sysctl -w net.bridge.bridge-nf-call-iptables=0`",
    nodes=["master"], pods=("default/tea-6fb46d899f-4zkt2", "kube-system/coredns-7ff77c879f-6psjb"), interface="cni0", address="10.96.0.10",
    lines={"master": ["net.bridge.bridge-nf-call-iptables = 0"]},
    facts=[Fact("the client asks the service", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "tcp.flags.syn == 1 && tcp.flags.ack == 0 && ip.dst == 10.96.0.10"),
           Fact("the pod itself answers", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", FROM_POD),
           Fact("and is refused", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "tcp.flags.reset == 1 && ip.dst == 10.244.0.58"),
           Fact("nothing comes from the service", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", "ip.src == 10.96.0.10", "none")],
    english="I called number 10 and number 58 called back, so I hung up: on one bridge the answer takes a short cut around iptables, which would have put the name right.",
    chinese="我拨的是 10 号，回电的却是 58 号，只好挂断：同一网桥上的应答抄近路绕过了 iptables，源地址没有被还原。",
)
