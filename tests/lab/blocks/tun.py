"""TUN and TAP devices: interfaces whose other side is a program. linux/if_tun.h names what it can ask for."""

import ctypes
import fcntl
import os
import struct

IFF_TUN, IFF_TAP, IFF_NO_PI = 0x0001, 0x0002, 0x1000
TUNSETIFF, TUNSETLINK, TUNSETIFINDEX = 0x400454CA, 0x400454CD, 0x400454DA
CLONE_NEWNET = 0x40000000
LONGEST_PACKET = 65536


def enter(namespace):
    """From here on this program's sockets and devices are those of a machine; see Machine.namespace."""
    with open(namespace) as there:
        if ctypes.CDLL(None, use_errno=True).setns(there.fileno(), CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")


def open_device(interface, index, kind, link_type=None):
    """Makes the interface, which lasts as long as the returned file is open. `link_type`: an ARPHRD_… of linux/if_arp.h."""
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFINDEX, struct.pack("i", index))
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", interface.encode(), kind | IFF_NO_PI))
    if link_type is not None:
        fcntl.ioctl(device, TUNSETLINK, link_type)
    return device
