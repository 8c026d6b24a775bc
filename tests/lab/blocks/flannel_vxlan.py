"""flannel's vxlan backend: one VTEP for each node, and no learning, because every lease is known from the API server."""

VNI, PORT = 1, 8472  # defaultVNI in pkg/backend/vxlan/vxlan.go; the kernel's own default port, older than IANA's 4789
OVERHEAD = 50        # encapOverhead in vxlan_network.go: outer IP 20, UDP 8, VXLAN 8, inner Ethernet 14
V6_OVERHEAD = 70     # the outer header is IPv6's, of 40


def make_device(node, *, mac, index, vni=VNI, port=PORT, checksum="noudpcsum"):
    """flannel.1, as newVXLANDevice and Configure in pkg/backend/vxlan/device.go make it.

    `nolearning`, since flanneld writes every entry itself. `noudpcsum`, since the netlink library that flanneld uses asks for
    no UDP checksum unless told to, where `ip link` would leave the kernel's choice. The address is the subnet's own .0 with /32: it is there to be
    the source of what the host itself sends to pods. Transmit offloads stay as the kernel has them, so a capture here shows
    the host's own TCP before its checksum is computed, as on a real node.
    """
    own = node.pod_subnet.network_address
    node.vtep_mac = mac
    node.ip(f"link add flannel.1 index {index} address {mac} mtu {1500 - OVERHEAD} txqueuelen 0 type vxlan"
            f" id {vni} local {node.address.ip} dev eth0 dstport {port} nolearning {checksum}")
    node.sysctl("net/ipv6/conf/flannel.1/accept_ra=0")
    node.ip(f"addr add {own}/32 broadcast {own} dev flannel.1")
    node.ip("link set flannel.1 up")
    if "flannel.1" not in node.hops:
        node.hops.append("flannel.1")


def make_device_anew(node, others, *, mac=None, **settings):
    """flanneld came back with other settings: the old device goes, and with it every entry and route."""
    node.ip("link del flannel.1")
    make_device(node, mac=mac or node.vtep_mac, index=4, **settings)
    for other in others:
        learn_lease(node, other)


def make_device6(node, *, mac, index):
    """flannel-v6.1: the same for IPv6, a device of its own. Its MTU is what the kernel leaves of eth0's, 1430."""
    own = node.pod_subnet6.network_address
    node.vtep6_mac = mac
    node.ip(f"link add flannel-v6.1 index {index} address {mac} txqueuelen 0 type vxlan"
            f" id {VNI} local {node.address6.ip} dev eth0 dstport {PORT} nolearning")
    node.sysctl("net/ipv6/conf/flannel-v6.1/accept_ra=0")
    node.ip(f"addr add {own}/128 dev flannel-v6.1")
    node.ip("link set flannel-v6.1 up")
    node.hops.append("flannel-v6.1")


def learn_lease6(node, other):
    """The IPv6 half of handleSubnetEvents: AddV6ARP, AddV6FDB, and the route."""
    lease = other.pod_subnet6
    vtep = lease.network_address
    node.ip(f"-6 neigh replace {vtep} lladdr {other.vtep6_mac} dev flannel-v6.1 nud permanent")
    node.run("bridge", "fdb", "replace", other.vtep6_mac, "dev", "flannel-v6.1", "dst", other.address6.ip, "self", "permanent")
    node.ip(f"-6 route replace {lease} via {vtep} dev flannel-v6.1 onlink")


def learn_lease(node, other):
    """What handleSubnetEvents in vxlan_network.go writes when another node's lease appears, in its order.

    The neighbour gives the overlay's destination MAC, the FDB entry the underlay's destination address; the route comes
    last, for with it the kernel would ask by ARP for what is not yet there. `onlink`, because the next hop is in no subnet
    of this device.
    """
    lease = other.pod_subnet
    vtep = lease.network_address
    node.ip(f"neigh replace {vtep} lladdr {other.vtep_mac} dev flannel.1 nud permanent")
    node.run("bridge", "fdb", "replace", other.vtep_mac, "dev", "flannel.1", "dst", other.address.ip, "self", "permanent")
    node.ip(f"route replace {lease} via {vtep} dev flannel.1 onlink")
