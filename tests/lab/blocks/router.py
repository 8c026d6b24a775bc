"""Router: the L3 border between the nodes' subnets."""

from blocks import cable
from blocks.machine import Machine


class Router(Machine):
    """Forwards between its interfaces and knows nothing of pods. Also stands in for the world beyond the cluster."""

    def __init__(self, name="router"):
        super().__init__(name)
        self.interfaces = []
        self.sysctl("net.ipv4.ip_forward=1")

    def connect(self, node, address, mac):
        """One more interface, cabled to the node's eth0."""
        interface = f"eth{len(self.interfaces)}"
        cable.plug(self, interface, 2 + len(self.interfaces), node, "eth0", node.uplink_index)
        self.interfaces.append(interface)
        self.ip(f"link set {interface} address {mac} up")
        self.ip(f"addr add {address} brd + dev {interface}")
        node.uplink_ready()

    def stand_in_for(self, address):
        """A host of the world beyond, such as a public name server, answers from this router."""
        self.ip(f"addr add {address}/32 dev lo")
