"""Switch: one L2 segment that several machines share."""

from blocks import cable
from blocks.machine import Machine


class Switch(Machine):
    """Ports in one bridge. It has no address and sends nothing of its own."""

    def __init__(self, name="switch"):
        super().__init__(name)
        self._plugged, self._port_of = 0, {}
        self.sysctl("net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1")
        self.ip("link add br0 type bridge mcast_snooping 0")
        self.ip("link set br0 up")

    def connect(self, node):
        """The node's eth0 into the next port."""
        port, index = self.next_port()
        cable.plug(self, port, index, node, "eth0", node.uplink_index)
        self.port_ready()
        self._port_of[node] = port
        node.uplink_ready()

    def next_port(self):
        self._plugged += 1
        return f"port{self._plugged}", 10 + self._plugged

    def port_ready(self):
        """Called once the cable is in."""
        self.ip(f"link set port{self._plugged} master br0 up")

    def lose_frames_of(self, node):
        """The port goes down. The node does not notice: its own end of the cable stays up, as behind a second switch."""
        self.ip(f"link set {self._port_of[node]} down")

    def carry_frames_of(self, node):
        self.ip(f"link set {self._port_of[node]} up")
