"""A NetworkPolicy lets in nothing but TCP 80 to reed: a web page comes, a ping is dropped before the pod's veth."""

from blocks import network_policy
from blocks.facts import Fact
from blocks.fault import Arrives, Fault, Lost
from clusters import calico_vxlan as HEALTHY

PODS = ("moss", "reed")


def plant(cluster):
    network_policy.admit_only(cluster.pod("reed"), "tcp", 80, "default.web-only")


def traffic(cluster, type_on):
    type_on(*cluster.in_pod("moss", "curl -sI -m 2 http://10.244.87.195/"))
    type_on(*cluster.in_pod("moss", "ping -c 3 -i 0.3 -W 1 10.244.87.195"))


FAULT = Fault(
    severity="error",
    planted="on cv-worker2 a policy of Felix' chains admits only TCP 80 to reed",
    nodes=["cv-worker2"], pods=("default/reed-64c8b7d9f5-r5hnc",), interface="calic07348cf4b5",
    lines={"cv-worker2": ['-A cali-tw-calic07348cf4b5 -m comment --comment "Drop if no policies passed packet" -m mark --mark 0x0/0x20000 -j DROP',
                          "-A cali-pi-default.web-only -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x10000/0x10000"]},
    lost=[Lost("icmp", "10.244.151.131", "10.244.87.195", after="cv-worker2.vxlan.calico",
               unseen=("cv-worker2.calic07348cf4b5", "pod_reed-64c8b7d9f5-r5hnc_eth0"))],
    arrives=[Arrives("tcp", "10.244.151.131", "10.244.87.195", port=80, at="pod_reed-64c8b7d9f5-r5hnc_eth0")],
    facts=[Fact("the page comes", "pod_moss-7b9d5c8f64-kd2vw_eth0.pcapng", "http.response.code == 200", 1)],
    english="The network is fine: a policy at the pod's door lets web requests in and nothing else, so the same two pods can talk and cannot ping.",
    chinese="网络没有坏：Pod 门口的 NetworkPolicy 只放行网页请求，所以同样两个 Pod，网页打得开，却 ping 不通。",
)
