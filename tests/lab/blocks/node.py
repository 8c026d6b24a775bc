"""Node: one host of the cluster."""

import ipaddress

from blocks.machine import Machine

UPSTREAM_DNS = "183.60.83.19"  # the resolver that hosts in Tencent Cloud's 172.27.0.0/16 are given


class Node(Machine):
    """A Kubernetes host: an uplink, an idle docker0 if it has Docker, IP forwarding, and room for pods' namespaces.

    With `address6`, `gateway6` and `pod_subnet6` it is of a dual-stack cluster.
    """

    def __init__(self, name, *, address, mac, gateway, pod_subnet, docker0_mac=None,
                 address6=None, gateway6=None, pod_subnet6=None):
        self.address = ipaddress.ip_interface(address)
        # `gateway` in /etc/hosts is what `arp -v` prints for the router, as in the study notes.
        super().__init__(name, resolv_conf=f"nameserver {UPSTREAM_DNS}\n",
                         hosts=f"127.0.0.1 localhost\n{self.address.ip} {name}\n{gateway} gateway\n")
        self.mac, self.gateway = mac, gateway
        self.pod_subnet = ipaddress.ip_network(pod_subnet)
        self.address6, self.gateway6 = address6 and ipaddress.ip_interface(address6), gateway6
        self.pod_subnet6 = pod_subnet6 and ipaddress.ip_network(pod_subnet6)
        self.uplink_index = 2
        self.pods, self.hops = [], ["eth0"]  # hops: where a packet can be captured, from the wire to the pods
        self.has_kubectl = False  # see api_server
        self.bgp, self.bird = [], None  # the sessions it is to have, and the running daemon: see bird
        # Once per host by kubeadm's preflight demand. bridge-nf lets iptables undo a service's DNAT for replies that stay
        # on the bridge; without it a pod would get an answer from an address that it never asked.
        self.sysctl("net.ipv4.ip_forward=1", "net.bridge.bridge-nf-call-iptables=1")
        if self.address6:
            self.sysctl("net.ipv6.conf.all.forwarding=1", "net.bridge.bridge-nf-call-ip6tables=1")
        if docker0_mac:
            self._leave_docker0_idle(docker0_mac)

    def _leave_docker0_idle(self, mac):
        self.ip(f"link add docker0 index 3 address {mac} type bridge")
        self.ip("addr add 172.17.0.1/16 brd + dev docker0")
        self.ip("link set docker0 up")  # without a port: NO-CARRIER, state DOWN, as on any host that left Docker's bridge idle

    def uplink_ready(self):
        """Called once the cable is in: gives eth0 its addresses and the default route."""
        self.ip(f"link set eth0 address {self.mac} txqueuelen 1000 up")
        self.ip(f"addr add {self.address} brd + dev eth0")
        self.ip(f"route add default via {self.gateway} dev eth0")
        if self.address6:
            self.ip(f"addr add {self.address6} dev eth0")
            self.ip(f"-6 route add default via {self.gateway6} dev eth0")

    def name_namespace(self, pod):
        """`ip netns` on this node knows the pod by name, as after `ln -s /proc/PID/ns/net /var/run/netns/POD`."""
        path = f"/run/netns/{pod.name}"
        self.run("sh", "-c", f"mkdir -p /run/netns && touch {path} && mount --bind {pod.namespace} {path}")
