"""Router: the L3 border between the nodes' subnets."""

from blocks import cable
from blocks.machine import Machine


class Router(Machine):
    """Forwards between its interfaces and knows nothing of pods. Also stands in for the world beyond the cluster."""

    def __init__(self, name="router"):
        super().__init__(name)
        self.interfaces = []
        self.sysctl("net.ipv4.ip_forward=1")

    def connect(self, node, address, mac, address6=None):
        """One more interface, cabled to the node's eth0."""
        node.cable = self._add_interface(address, address6, mac, node, "eth0", node.uplink_index)
        node.uplink_ready()

    def connect_switch(self, switch, address, mac, address6=None):
        """One more interface, cabled to a port of the switch: the gateway of all nodes there."""
        self._add_interface(address, address6, mac, switch, *switch.next_port())
        switch.port_ready()

    def _add_interface(self, address, address6, mac, neighbour, their_interface, their_index):
        interface = f"eth{len(self.interfaces)}"
        carrier = cable.plug(self, interface, 2 + len(self.interfaces), neighbour, their_interface, their_index)
        self.interfaces.append(interface)
        self.ip(f"link set {interface} address {mac} up")
        self.ip(f"addr add {address} brd + dev {interface}")
        if address6:
            self.sysctl("net.ipv6.conf.all.forwarding=1")
            self.ip(f"addr add {address6} dev {interface}")
        return carrier

    def stand_in_for(self, address):
        """A host of the world beyond, such as a public name server, answers from this router."""
        self.ip(f"addr add {address}/{128 if ':' in address else 32} dev lo")
