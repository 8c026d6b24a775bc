"""Nothing is broken: ndots:5 and a search list of three make eight questions of one name."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "coredns")
ALSO_TYPED = {"master": ["ip netns exec tea-6fb46d899f-4zkt2 cat /etc/resolv.conf"]}


def plant(cluster):
    """The resolver's file is kubelet's own, in every pod."""


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("tea", "getent ahosts www.baidu.com"))


ASKED = 'dns.flags.response == 0 && dns.qry.name contains "www.baidu.com"'
FAULT = Fault(
    severity="note",
    planted="nothing: dnsPolicy ClusterFirst has ndots:5 and three names to search in",
    nodes=["master"], pods=("default/tea-6fb46d899f-4zkt2",), address="10.96.0.10",
    lines={"master": ["search default.svc.cluster.local svc.cluster.local cluster.local", "options ndots:5"]},
    arrives=[Arrives("udp", "10.244.0.60", "10.244.0.58", port=53, at="pod_coredns-7ff77c879f-6psjb_eth0")],
    facts=[Fact("eight questions for one name", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", ASKED, 8),
           Fact("six of them in vain", "pod_tea-6fb46d899f-4zkt2_eth0.pcapng", 'dns.flags.rcode == 3 && dns.qry.name contains "www.baidu.com"', 6)],
    english="One name, eight questions: with ndots:5 every name with fewer than five dots is first tried with each suffix of the search list, for A and AAAA.",
    chinese="查一个域名问了八次：ndots:5 让点数少于五的名字先逐个拼上搜索后缀，A 和 AAAA 各问一遍——这是设计如此，代价要知道。",
)
