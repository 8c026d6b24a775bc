"""Calico's VXLAN: vxlan.calico and its routes, which Felix writes itself; no BIRD.

As felix/dataplane/linux/vxlan_mgr.go and felix/routetable in github.com/projectcalico/calico.
"""

import dataclasses
import hashlib
import ipaddress

VNI, PORT = 4096, 4789  # Felix's defaults; IANA's port
PROTOCOL = 80           # of Felix's routes: DeviceRouteProtocol


@dataclasses.dataclass
class Family:
    """What differs between IPv4 and IPv6."""
    device: str
    overhead: int
    own: object      # node -> its address on the wire
    block: object    # node -> its pods' block

    def vtep(self, node):
        """The tunnel's own address, out of the block: the source of what the host itself sends to pods."""
        return self.block(node).network_address


V4 = Family("vxlan.calico", 50, lambda node: node.address, lambda node: node.pod_subnet)
V6 = Family("vxlan-v6.calico", 70, lambda node: node.address6, lambda node: node.pod_subnet6)


def mac(node, family):
    """MACForNodeName: the same on every run, so that nobody has to be asked for it."""
    name = node.name + ("" if family is V4 else "-v6")
    return ":".join(f"{octet:02x}" for octet in b"\x66" + hashlib.sha1(name.encode()).digest()[:5])


def make_device(node, family, *, index, mtu):
    host = ipaddress.ip_interface(family.vtep(node))
    node.ip(f"link add {family.device} index {index} address {mac(node, family)} mtu {mtu} type vxlan id {VNI}"
            f" local {family.own(node).ip} dev eth0 dstport {PORT} nolearning{' noudpcsum' if family is V4 else ''}")
    node.ip(f"addr add {host} dev {family.device}")
    node.ip(f"link set {family.device} up")
    node.ip(f"route add blackhole {family.block(node)} proto {PROTOCOL}")
    node.hops.append(family.device)


def learn_node(node, other, family):
    """CrossSubnet: within the subnet the other node itself is the next hop, beyond it the other end of the tunnel."""
    if family.own(other).ip in family.own(node).network:
        node.ip(f"route add {family.block(other)} via {family.own(other).ip} dev eth0 proto {PROTOCOL} onlink")
        return
    node.ip(f"neigh replace {family.vtep(other)} lladdr {mac(other, family)} dev {family.device} nud permanent")
    node.run("bridge", "fdb", "replace", mac(other, family), "dev", family.device, "dst", family.own(other).ip, "self", "permanent")
    node.ip(f"route add {family.block(other)} via {family.vtep(other)} dev {family.device} proto {PROTOCOL} onlink")
