"""A program on VM-16-10-centos sends its statistics to UDP port 8472 of master: the tunnel's port, which somebody took for free."""

from blocks.facts import Fact
from blocks.fault import Arrives, Fault
from clusters import flannel_vxlan as HEALTHY

PODS = ("tea", "web-5dcb957ccc-d4n6l")


def plant(cluster):
    pass  # see traffic


def traffic(cluster, type_on):
    _, centos = cluster.nodes
    type_on(*cluster.in_pod("tea", "ping -c 2 -i 0.3 -W 1 10.244.1.3"))
    type_on(centos, "for n in 1 2 3; do echo \"app.requests:$n|c|#pod:checkout,env:production\" > /dev/udp/172.27.0.11/8472; sleep 0.2; done")


FAULT = Fault(
    severity="error",
    planted="on VM-16-10-centos three lines of statsd were sent to 172.27.0.11:8472",
    nodes=["master"], address="172.27.0.11",
    lines={"master": ["dstport 8472"]},
    arrives=[Arrives("icmp", "10.244.0.60", "10.244.1.3", at="pod_web-5dcb957ccc-d4n6l_eth0")],
    facts=[Fact("three datagrams that are no VXLAN arrive", "master.eth0.pcapng", 'udp.dstport == 8472 && frame contains "app.requests"', 3),
           Fact("none of them leaves the tunnel", "master.flannel.1.pcapng", 'frame contains "app.requests"', "none")],
    english="A postcard in the parcel chute: the port is the tunnel's, what comes by it is not, and the kernel throws away what has no VXLAN header.",
    chinese="把明信片塞进了包裹通道：8472 是隧道的端口，来的却不是 VXLAN，内核认不出封装就丢掉。",
)
