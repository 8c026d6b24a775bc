"""A server that says something far beyond what its client can take yet: conntrack calls such a segment INVALID and leaves it as it is.

In a pod beside its server: waits for the first request to that port and answers with one more segment of the same connection.
"""

import socket
import struct
import sys

ETHERNET, BEYOND = 14, 50_000_000  # bytes; no window is that long
PUSH_ACK = 0x18


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def request_to(port):
    """The first segment with data: addresses, the client's port, its next byte, and the byte that it waits for."""
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800)) as wire:
        print("listening", flush=True)
        while True:
            packet = wire.recv(65536)[ETHERNET:]
            header, length = (packet[0] & 15) * 4, int.from_bytes(packet[2:4])
            segment = packet[header:length]
            if packet[9] != socket.IPPROTO_TCP or int.from_bytes(segment[2:4]) != port:
                continue
            data = len(segment) - (segment[12] >> 4) * 4
            if data:
                sequence, acknowledged = struct.unpack("!II", segment[4:12])
                return packet[12:16], packet[16:20], int.from_bytes(segment[:2]), sequence + data & 0xFFFFFFFF, acknowledged


if __name__ == "__main__":
    port = int(sys.argv[1])
    client, server, client_port, next_byte, awaited = request_to(port)
    data = b"from another time."
    segment = struct.pack("!HHIIBBHHH", port, client_port, awaited + BEYOND & 0xFFFFFFFF, next_byte, 5 << 4, PUSH_ACK, 500, 0, 0) + data
    pseudo = client + server + struct.pack("!HH", socket.IPPROTO_TCP, len(segment))
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP) as wire:
        wire.sendto(segment[:16] + struct.pack("!H", checksum(pseudo + segment)) + segment[18:], (socket.inet_ntoa(client), 0))
