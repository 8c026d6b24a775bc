"""A network cable: carries Ethernet frames between two TAP devices, each in a machine of its own.

Why TAP, not veth: a NIC made of a veth shows as `eth0@if2` with a link-netnsid, as a pod's interface does, and would teach
wrong joins. A TAP shows as the `eth0` of a virtual machine does, and hands over whole frames with whole checksums.
"""

import os
import select
import signal
import sys

from blocks import processes, tun


def plug(machine, interface, index, other_machine, other_interface, other_index):
    """Makes both interfaces and joins them for as long as the lab runs. Returns what carries the frames; see break_card."""
    return processes.start_block("cable", machine.namespace, interface, index, other_machine.namespace, other_interface, other_index)


def break_card(cable):
    """From here on the card at the second end computes the UDP checksums of what it sends wrong, where there is one. A capture there is before the card."""
    cable.send_signal(signal.SIGUSR1)


def with_wrong_checksum(frame):
    """Of UDP in IPv4 without options, and not of a fragment; 0 means that there is no checksum (RFC 768)."""
    is_udp = frame[12:15] == b"\x08\x00\x45" and frame[23] == 17 and not (frame[20] & 0x3F or frame[21])
    if not is_udp or frame[40:42] == b"\0\0":
        return frame
    return frame[:40] + bytes([frame[40] ^ 0x55, frame[41] ^ 0xAA]) + frame[42:]


def open_end(namespace, interface, index):
    tun.enter(namespace)
    return tun.open_device(interface, int(index), tun.IFF_TAP)


def carry(end, other_end):
    across, broken = {end: other_end, other_end: end}, set()
    signal.signal(signal.SIGUSR1, lambda *_: broken.add(other_end))
    while True:
        for tap in select.select(list(across), [], [])[0]:
            frame = os.read(tap, tun.LONGEST_PACKET)
            try:
                os.write(across[tap], with_wrong_checksum(frame) if tap in broken else frame)
            except OSError:
                pass  # the other end is down: a cable loses the frame too


if __name__ == "__main__":
    ends = open_end(*sys.argv[1:4]), open_end(*sys.argv[4:7])
    print("ready", flush=True)
    carry(*ends)
