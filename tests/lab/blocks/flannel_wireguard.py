"""flannel's wireguard backend: one device for all other nodes; whose key encrypts a packet is told by the peers' allowed IPs.

As pkg/backend/wireguard in github.com/flannel-io/flannel. The lab's kernels may lack the driver, so wireguard-go, WireGuard's
own implementation in user space, carries the packets of a TUN device of the same name; `wg` configures and shows both alike.
What differs is what `ip -d link` tells of the device.
"""

import base64
import hashlib
import time

DEVICE, PORT = "flannel-wg", 51820  # defaultListenPort in wireguard.go
OVERHEAD = 80                       # overhead in wireguard_network.go: IPv6 40, UDP 8, WireGuard 16 and 16


def private_key(node):
    """The same on every run, so that recordings can be compared. Nobody's secret."""
    return base64.b64encode(hashlib.sha256(node.name.encode()).digest()).decode()


def make_device(node, pod_network, *, mtu=1500):
    """newWGDevice and Configure in device.go: the subnet's own .0 as source of what the host sends, one route for all pods."""
    node.start("env", "LOG_LEVEL=error", "wireguard-go", "--foreground", DEVICE)
    until = time.monotonic() + 15
    while not node.shell(f"test -S /run/wireguard/{DEVICE}.sock && echo there"):
        if time.monotonic() > until:
            raise TimeoutError(f"{node.name}: wireguard-go makes no {DEVICE}")
        time.sleep(0.1)
    node.write("/run/flannel/wgkey", private_key(node) + "\n")
    node.run("wg", "set", DEVICE, "listen-port", PORT, "private-key", "/run/flannel/wgkey")
    node.public_key = node.run("wg", "show", DEVICE, "public-key").strip()
    node.ip(f"link set {DEVICE} mtu {mtu - OVERHEAD}")
    node.ip(f"addr add {node.pod_subnet.network_address}/32 dev {DEVICE}")
    node.ip(f"link set {DEVICE} up")
    node.ip(f"route add {pod_network} dev {DEVICE} scope link")
    node.hops.append(DEVICE)


def learn_lease(node, other):
    """addPeer in device.go."""
    node.run("wg", "set", DEVICE, "peer", other.public_key, "endpoint", f"{other.address.ip}:{PORT}",
             "allowed-ips", other.pod_subnet)
