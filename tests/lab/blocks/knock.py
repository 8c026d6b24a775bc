"""Knocks at ports, and prints a word a port: `answered`, `refused`, `silent`, or the errno of a host that cannot be reached.

    knock.py PROTOCOL:ADDRESS:PORT...

A port that nobody listens on answers as well, by TCP's reset: the packet was there. UDP is asked for a name, as a resolver is."""

import errno
import os
import socket
import sys

PATIENCE = 1.5  # seconds; ARP gives up a bit earlier than this after three attempts of one second, so it is silent first
QUERY = bytes.fromhex("5653 0100 0001 0000 0000 0000") + b"\x03web\x07default\x03svc\x07cluster\x05local\x00" + bytes.fromhex("0001 0001")


def knock(protocol, address, port):
    kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
    with socket.socket(socket.AF_INET, kind) as one:
        one.settimeout(PATIENCE)
        try:
            one.connect((address, int(port)))
            if protocol == "udp":
                one.send(QUERY)
                one.recv(512)
            return "answered"
        except ConnectionRefusedError:
            return "refused"
        except TimeoutError:
            return "silent"
        except OSError as error:
            return errno.errorcode.get(error.errno, os.strerror(error.errno))


if __name__ == "__main__":
    print("\n".join(knock(*word.split(":")) for word in sys.argv[1:]))
