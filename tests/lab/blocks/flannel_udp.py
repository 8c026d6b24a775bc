"""flannel's udp backend: flanneld itself carries each packet of flannel0, as it is, in a UDP datagram to the other node.

As pkg/backend/udp in github.com/flannel-io/flannel: udp_network_amd64.go for the device, proxy_amd64.c for the packets.
"""

import ipaddress
import os
import select
import socket
import struct
import sys

from blocks import processes, tun

PORT = 8285    # defaultPort in udp_amd64.go
OVERHEAD = 28  # encapOverhead in udp_network_amd64.go: IP 20, UDP 8; no second Ethernet header


def run_daemon(node, pod_network, leases, *, index):
    """flannel0 with the subnet's own .0, which covers the whole pod network. `leases` are the other nodes."""
    own = node.pod_subnet.network_address
    processes.start_block("flannel_udp", node.namespace, index, node.address.ip, own,
                          *(f"{other.pod_subnet}={other.address.ip}" for other in leases))
    network = ipaddress.ip_network(pod_network)
    node.ip(f"addr add {own}/{network.prefixlen} dev flannel0")
    node.ip(f"link set flannel0 mtu {1500 - OVERHEAD} up")
    node.hops.append("flannel0")


class Proxy:
    """run_proxy and what it calls, under the same names."""

    def __init__(self, device, udp, own, leases):
        self.tun, self.udp, self.own = device, udp, own
        self.routes = [(ipaddress.ip_network(subnet), public_ip) for subnet, public_ip in leases]

    def run(self):
        ways = {self.tun: self.tun_to_udp, self.udp: self.udp_to_tun}
        while True:
            for readable in select.select(list(ways), [], [])[0]:
                ways[readable]()

    def tun_to_udp(self):
        packet = bytearray(os.read(self.tun, tun.LONGEST_PACKET))
        next_hop = self.find_route(ipaddress.ip_address(bytes(packet[16:20])))
        if next_hop is None:
            self.send_net_unreachable(packet)
        elif self.decrement_ttl(packet):
            try:
                self.udp.sendto(packet, (next_hop, PORT))
            except OSError:
                pass  # logged by flanneld, and the packet is lost

    def udp_to_tun(self):
        packet = bytearray(self.udp.recv(tun.LONGEST_PACKET))
        if self.decrement_ttl(packet):
            os.write(self.tun, packet)

    def find_route(self, destination):
        return next((next_hop for subnet, next_hop in self.routes if destination in subnet), None)

    @staticmethod
    def decrement_ttl(packet):
        """False when it comes to 0: flanneld then discards in silence. The checksum is patched as in RFC 1624."""
        packet[8] -= 1
        checksum = int.from_bytes(packet[10:12], "big") + 0x100
        packet[10:12] = (checksum % 0x10000 + checksum // 0x10000).to_bytes(2, "big")
        return packet[8] > 0

    def send_net_unreachable(self, packet):
        """Kicks it back, unless it is ICMP itself or a later fragment. IPv6 ends here as well, for 0x3a.. reads as a fragment."""
        header_length = (packet[0] & 0x0F) * 4
        if packet[9] == socket.IPPROTO_ICMP or int.from_bytes(packet[6:8], "big") & 0x1FFF:
            return
        offender = bytes(packet[:header_length + 8])
        icmp = with_checksum(struct.pack("!BBHI", 3, 0, 0, 0) + offender, 2)
        header = with_checksum(struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(icmp), 0, 0, 8, socket.IPPROTO_ICMP, 0,
                                           socket.inet_aton(self.own), bytes(packet[12:16])), 10)
        os.write(self.tun, header + icmp)


def with_checksum(octets, place):
    """Fills the Internet checksum in at `place`; RFC 1071."""
    total = sum(struct.unpack(f"!{len(octets) // 2}H", octets))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return octets[:place] + (~total & 0xFFFF).to_bytes(2, "big") + octets[place + 2:]


if __name__ == "__main__":
    namespace, index, public_ip, own, *leases = sys.argv[1:]
    tun.enter(namespace)
    device = tun.open_device("flannel0", int(index), tun.IFF_TUN)
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind((public_ip, PORT))
    print("ready", flush=True)
    Proxy(device, udp, own, [lease.split("=") for lease in leases]).run()
