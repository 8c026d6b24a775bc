"""tunl0 for a kernel without the ipip driver: a TUN device whose program does what net/ipv4/ipip.c does.

The lab's kernels may lack `ip link add type ipip`, so the packets are made here. What differs from the driver is only what
`ip -d link` tells of the device; it carries the driver's link type, link/ipip.
"""

import itertools
import os
import select
import socket
import struct
import sys

from blocks import processes, tun

OVERHEAD = 20           # the outer IP header
ARPHRD_TUNNEL = 768     # linux/if_arp.h, which `ip` prints as link/ipip
DONT_FRAGMENT = 0x4000
RTM_GETROUTE, NLM_F_REQUEST, RTA_DST, RTA_GATEWAY = 26, 1, 1, 5  # linux/rtnetlink.h


def make_device(node, address, *, index):
    """tunl0 as Felix sets it up: an address out of the node's own block, as source of what the host itself sends to pods."""
    processes.start_block("ipip_tunnel", node.namespace, index)
    node.sysctl("net.ipv6.conf.tunl0.disable_ipv6=1")  # ipip carries IPv4 only
    node.ip(f"addr add {address}/32 dev tunl0")
    node.ip(f"link set tunl0 mtu {1500 - OVERHEAD} multicast off txqueuelen 1000 up")
    node.hops.append("tunl0")


class Tunnel:
    """One end for all remote ends: the route's next hop is the remote end, as for the driver's own tunl0 (`remote any`)."""

    def __init__(self, device, wire, routes):
        self.tun, self.wire, self.routes = device, wire, routes
        self.identification = itertools.cycle(range(int.from_bytes(os.urandom(2), "big"), 0x10000))

    def run(self):
        ways = {self.tun: self.encapsulate, self.wire: self.decapsulate}
        while True:
            for readable in select.select(list(ways), [], [])[0]:
                ways[readable]()

    def encapsulate(self):
        """ip_tunnel_xmit in net/ipv4/ip_tunnel.c for `ttl inherit nopmtudisc`: TTL and DF are the inner header's."""
        inner = os.read(self.tun, tun.LONGEST_PACKET)
        next_hop = self.next_hop(inner[16:20])
        if next_hop is None:
            return
        congestion = 2 if inner[1] & 3 == 3 else inner[1] & 3  # INET_ECN_encapsulate in net/inet_ecn.h, DSCP 0
        fragmentation = int.from_bytes(inner[6:8], "big") & DONT_FRAGMENT
        # Length, checksum and source, which are 0 here, are the kernel's to fill in: raw(7), IP_HDRINCL.
        outer = struct.pack("!BBHHHBBH4s4s", 0x45, congestion, 0, next(self.identification), fragmentation, inner[8],
                            socket.IPPROTO_IPIP, 0, bytes(4), next_hop)
        try:
            self.wire.sendto(outer + inner, (socket.inet_ntoa(next_hop), 0))
        except OSError:
            pass  # no way to the remote end, or too large for it: lost, as in the driver

    def decapsulate(self):
        packet = self.wire.recv(tun.LONGEST_PACKET)
        os.write(self.tun, packet[(packet[0] & 0x0F) * 4:])

    def next_hop(self, destination):
        """Asks the kernel, as `ip route get` does; rtnetlink(7)."""
        message = struct.pack("=BB10xHH4s", socket.AF_INET, 32, 8, RTA_DST, destination)  # struct rtmsg, then one attribute
        self.routes.send(struct.pack("=IHHII", 16 + len(message), RTM_GETROUTE, NLM_F_REQUEST, 0, 0) + message)
        answer = self.routes.recv(tun.LONGEST_PACKET)
        position = 16 + 12
        while position < len(answer):
            length, kind = struct.unpack_from("=HH", answer, position)
            if kind == RTA_GATEWAY:
                return answer[position + 4:position + length]
            position += max(4, (length + 3) // 4 * 4)
        return None


if __name__ == "__main__":
    namespace, index = sys.argv[1:]
    tun.enter(namespace)
    device = tun.open_device("tunl0", int(index), tun.IFF_TUN, ARPHRD_TUNNEL)
    wire = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_IPIP)
    wire.setsockopt(socket.IPPROTO_IP, socket.IP_HDRINCL, 1)
    routes = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
    print("ready", flush=True)
    Tunnel(device, wire, routes).run()
