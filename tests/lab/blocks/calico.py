"""What Calico's CNI plugin and Felix do on a node: routed veths without a bridge, and masquerading of what leaves the pods.

github.com/projectcalico/calico: cni-plugin/pkg/dataplane/linux/dataplane_linux.go for the veth, felix for the rest.
"""

import hashlib

from blocks.pod import Pod

VETH_MAC = "ee:ee:ee:ee:ee:ee"  # of every host end: no MAC of its own is needed where only one pod is heard
GATEWAY6 = "fe80::ecee:eeff:feee:eeee"  # the host end's own link-local address, made of VETH_MAC by RFC 4291
GATEWAY = "169.254.1.1"         # no machine has this address; the host end answers for it by proxy ARP


def veth_name(namespace, pod_name):
    """VethNameForWorkload in libcalico-go/lib/backend/k8s/conversion: the same on every run and every node."""
    return "cali" + hashlib.sha1(f"{namespace}.{pod_name}".encode()).hexdigest()[:11]


def run_pod(node, name, *, address, mac, index, mtu, namespace="default", address6=None):
    """A pod and its way to the node: /32 inside, the link-local gateway, and one route to it on the host."""
    veth = veth_name(namespace, name)
    pod = Pod(node, name, namespace=namespace, address=address, mac=mac, veth=veth, veth_index=index, veth_mac=VETH_MAC,
              address6=address6)
    node.ip(f"link add {veth} index {index} address {VETH_MAC} mtu {mtu} type veth"
            f" peer name eth0 index 3 address {mac} mtu {mtu} netns {name}")
    interface = f"net.ipv4.conf.{veth}"
    node.sysctl(f"{interface}.rp_filter=1", f"{interface}.route_localnet=1", f"{interface}.proxy_arp=1",
                f"{interface}.forwarding=1", f"net.ipv4.neigh.{veth}.proxy_delay=0")
    node.ip(f"link set {veth} up")
    pod.ip("link set eth0 up")
    pod.ip(f"addr add {address}/32 dev eth0")
    pod.ip(f"route add {GATEWAY} dev eth0 scope link")
    pod.ip(f"route add default via {GATEWAY} dev eth0")
    node.ip(f"route add {address} dev {veth} scope link")
    if address6:
        node.sysctl(f"net.ipv6.conf.{veth}.proxy_ndp=1", f"net.ipv6.conf.{veth}.forwarding=1")
        pod.ip(f"addr add {address6}/128 dev eth0")
        pod.ip(f"-6 route add {GATEWAY6} dev eth0")
        pod.ip(f"-6 route add default via {GATEWAY6} dev eth0")
        node.ip(f"-6 route add {address6} dev {veth}")
    node.hops.append(veth)
    node.plain_frames(veth)
    pod.plain_frames("eth0")
    return pod


def write_rules(node, pool, tunnel=None):
    """The two NAT rules that change addresses, in Felix's chains: out of the pool as the node, the host's own into the
    tunnel as tunl0. Felix matches the pool by ipset, which not every kernel has; policy chains are left out."""
    into_tunnel = (f"-A cali-POSTROUTING -o {tunnel} -m addrtype ! --src-type LOCAL --limit-iface-out"
                   " -m addrtype --src-type LOCAL -j MASQUERADE --random-fully\n" if tunnel else "")
    node.run("ip6tables-restore" if ":" in pool else "iptables-restore", "--noflush", input=f"""\
*nat
:cali-POSTROUTING - [0:0]
:cali-nat-outgoing - [0:0]
-A POSTROUTING -j cali-POSTROUTING
-A cali-POSTROUTING -j cali-nat-outgoing
{into_tunnel}\
-A cali-nat-outgoing -s {pool} ! -d {pool} -j MASQUERADE --random-fully
COMMIT
""")
