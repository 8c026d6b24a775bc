"""A client that keeps one UDP socket for all its DNS questions, as long-running programs do: each has the same source port."""

import socket
import struct
import sys
import time


def question(name, number):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack("!HHHHHH", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", 1, 1)  # RFC 1035, 4.1: A, IN


if __name__ == "__main__":
    server, port, name = sys.argv[1:]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("", int(port)))
        wire.connect((server, 53))
        print("asking", flush=True)
        number = 0
        while True:
            number += 1
            try:
                wire.send(question(name, number))
            except OSError:
                pass  # an ICMP error to the question before
            time.sleep(0.5)
