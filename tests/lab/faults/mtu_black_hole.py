"""The way between the subnets is narrower than the nodes believe, and the ICMP message that would say so is filtered."""

from blocks import bird
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_ipip as HEALTHY

PODS = ("blog", "wiki")


def plant(cluster):
    [router] = cluster.routers
    router.ip("link set eth1 mtu 1400")
    router.run("iptables", "-A", "OUTPUT", "-p", "icmp", "--icmp-type", "fragmentation-needed", "-j", "DROP")
    bird.start(cluster.nodes)
    bird.wait_until(cluster.nodes)


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("wiki", "ping -c 2 -i 0.3 -W 1 10.244.151.133"))
    type_on(*cluster.in_pod("wiki", "curl -si -m 2 http://10.244.151.133/"))
    type_on(*cluster.in_pod("wiki", "curl -s -o /dev/null -m 3 -w '%{http_code} %{size_download}\\n' http://10.244.151.133/large"))


FAULT = Fault(
    severity="error",
    planted="on the router `ip link set eth1 mtu 1400`, and its ICMP 3/4 is dropped by iptables",
    nodes=["cn-master", "cn-worker2"], interface="tunl0",
    lines={"cn-master": ["tunl0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1480"]},
    lost=[Lost("tcp", "10.244.151.133", "10.244.87.197", port=80, longer_than=1400, after="router.eth0",
               unseen=("router.eth1", "cn-worker2.eth0", "cn-worker2.tunl0", "pod_wiki-59d8fb6c7c-9mxrb_eth0"))],
    arrives=[Arrives("tcp", "10.244.87.197", "10.244.151.133", port=80, at="pod_blog-7c96bd5f4d-lz2pk_eth0"),
             Arrives("icmp", "10.244.87.197", "10.244.151.133", at="pod_blog-7c96bd5f4d-lz2pk_eth0")],
    facts=[Fact("the handshake is whole", "pod_blog-7c96bd5f4d-lz2pk_eth0.pcapng", "tcp.flags.syn == 1 && tcp.flags.ack == 1", 2),
           Fact("large segments are sent again and again, with DF", "cn-master.eth0.pcapng", "ip.len#1 > 1400 && ip.flags.df#1 == 1 && tcp.analysis.retransmission"),
           Fact("nobody says that they are too large", "cn-master.eth0.pcapng", "icmp.type == 3", "none")],
    english="Ping works and the connection opens, but the page never comes: only large packets are lost, and the one message that would say why is filtered.",
    chinese="ping 得通、连接也建得起来，网页却一直打不开：只有大包被丢，而能说明原因的 ICMP 报文又被过滤了——这就是 MTU 黑洞。",
)
