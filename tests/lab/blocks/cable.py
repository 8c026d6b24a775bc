"""A network cable: carries Ethernet frames between two TAP devices, each in a machine of its own.

Why TAP, not veth: a NIC made of a veth shows as `eth0@if2` with a link-netnsid, as a pod's interface does, and would teach
wrong joins. A TAP shows as the `eth0` of a virtual machine does, and hands over whole frames with whole checksums.
"""

import os
import select
import sys

from blocks import processes, tun


def plug(machine, interface, index, other_machine, other_interface, other_index):
    """Makes both interfaces and joins them for as long as the lab runs."""
    processes.start_block("cable", machine.namespace, interface, index, other_machine.namespace, other_interface, other_index)


def open_end(namespace, interface, index):
    tun.enter(namespace)
    return tun.open_device(interface, int(index), tun.IFF_TAP)


def carry(end, other_end):
    across = {end: other_end, other_end: end}
    while True:
        for tap in select.select(list(across), [], [])[0]:
            frame = os.read(tap, tun.LONGEST_PACKET)
            try:
                os.write(across[tap], frame)
            except OSError:
                pass  # the other end is down: a cable loses the frame too


if __name__ == "__main__":
    ends = open_end(*sys.argv[1:4]), open_end(*sys.argv[4:7])
    print("ready", flush=True)
    carry(*ends)
