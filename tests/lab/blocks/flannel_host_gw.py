"""flannel's host-gw backend: no tunnel. Each node is the gateway of its own pods, so all nodes must share one L2 segment."""


def learn_lease(node, other):
    """GetRoute in pkg/backend/hostgw/hostgw.go: the other node's pods, by way of the other node's own address."""
    node.ip(f"route add {other.pod_subnet} via {other.address.ip} dev eth0")
