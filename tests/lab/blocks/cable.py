"""A network cable: carries Ethernet frames between two TAP devices, each in a machine of its own.

Why TAP, not veth: a NIC made of a veth shows as `eth0@if2` with a link-netnsid, as a pod's interface does, and would teach
wrong joins. A TAP shows as the `eth0` of a virtual machine does, and hands over whole frames with whole checksums.
"""

import ctypes
import fcntl
import os
import select
import struct
import sys

from blocks import processes

TUNSETIFF, TUNSETIFINDEX = 0x400454CA, 0x400454DA  # linux/if_tun.h
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000
CLONE_NEWNET = 0x40000000
LONGEST_FRAME = 65536


def plug(machine, interface, index, other_machine, other_interface, other_index):
    """Makes both interfaces and joins them for as long as the lab runs."""
    processes.start([sys.executable, "-m", "blocks.cable",
                     machine.namespace, interface, str(index),
                     other_machine.namespace, other_interface, str(other_index)],
                    ready="plugged", cwd=os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def open_tap(namespace, interface, index):
    with open(namespace) as there:
        if ctypes.CDLL(None, use_errno=True).setns(there.fileno(), CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, TUNSETIFINDEX, struct.pack("i", index))
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", interface.encode(), IFF_TAP | IFF_NO_PI))
    return tap


def carry(end, other_end):
    across = {end: other_end, other_end: end}
    while True:
        for tap in select.select(list(across), [], [])[0]:
            frame = os.read(tap, LONGEST_FRAME)
            try:
                os.write(across[tap], frame)
            except OSError:
                pass  # the other end is down: a cable loses the frame too


if __name__ == "__main__":
    arguments = sys.argv[1:]
    ends = [open_tap(namespace, interface, int(index))
            for namespace, interface, index in (arguments[:3], arguments[3:])]
    print("plugged", flush=True)
    carry(*ends)
