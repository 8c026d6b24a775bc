"""The cluster's DNS server hangs: its kernel takes the questions, and nobody answers them."""

import signal

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("coredns", "cart")


def plant(cluster):
    pass  # see traffic: one question is answered first


def traffic(cluster, type_on):
    server = cluster.pod("coredns").dns
    type_on(*cluster.in_pod("cart", "getent ahosts web"))
    type_on(cluster.nodes[0], "# from here on, the server in coredns hangs")
    server.send_signal(signal.SIGSTOP)
    type_on(*cluster.in_pod("cart", "timeout 6 getent ahosts web"))


QUESTION = "dns.flags.response == 0"
FAULT = Fault(
    severity="warning",
    planted="the DNS server in coredns was stopped (SIGSTOP) after it had answered once",
    nodes=["VM-16-10-centos"], pods=("default/cart-7c8b9d6f5-g9gwv",), address="10.96.0.10",
    lines={"VM-16-10-centos": ["-j DNAT --to-destination 10.244.0.58:53"], "master": ["10.244.0.58"]},
    arrives=[Arrives("udp", "10.244.1.7", "10.244.0.58", port=53, at="pod_coredns-7ff77c879f-6psjb_eth0")],
    facts=[Fact("the first question was answered", "pod_cart-7c8b9d6f5-g9gwv_eth0.pcapng", "dns.flags.response == 1"),
           Fact("the others come as far as the server", "pod_coredns-7ff77c879f-6psjb_eth0.pcapng", QUESTION, 6)],
    english="The call gets through and the phone rings, but nobody picks up: when queries arrive at the server's own interface, the network has done its part.",
    chinese="电话打通了、铃也响了，就是没人接：查询已经到了服务器自己的网卡，网络的事就做完了，该去看服务器。",
)
