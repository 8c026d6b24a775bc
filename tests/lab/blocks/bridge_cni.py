"""The CNI `bridge` plugin as flannel's CNI plugin calls it: cni0, a veth for each pod, hairpin on.

github.com/flannel-io/cni-plugin flannel_linux.go asks for isDefaultGateway, hairpinMode, the MTU of subnet.env and a route
to the whole pod network; github.com/containernetworking/plugins bridge.go does it.
"""


def make_bridge(node, *, mac, mtu, index):
    node.ip(f"link add cni0 index {index} address {mac} mtu {mtu} type bridge")
    node.ip(f"addr add {node.pod_subnet[1]}/{node.pod_subnet.prefixlen} brd + dev cni0")
    if node.pod_subnet6:
        node.ip(f"addr add {node.pod_subnet6[1]}/{node.pod_subnet6.prefixlen} dev cni0")
    node.ip("link set cni0 up")
    node.hops.append("cni0")


def attach(pod, *, mtu, pod_network, pod_network6=None):
    """A veth from cni0 into the pod. The pod's end is eth0 with index 3, as `3: eth0@if17` in the study notes."""
    node, gateway = pod.node, pod.node.pod_subnet[1]
    node.ip(f"link add {pod.veth} index {pod.veth_index} address {pod.veth_mac} mtu {mtu} type veth"
            f" peer name eth0 index 3 address {pod.mac} mtu {mtu} netns {pod.name}")
    node.ip(f"link set {pod.veth} master cni0")
    # The plugin's hairpinMode, kubelet's hairpin-veth: a pod may reach itself through its own service.
    node.run("bridge", "link", "set", "dev", pod.veth, "hairpin", "on")
    node.ip(f"link set {pod.veth} up")
    pod.ip("link set eth0 up")
    pod.ip(f"addr add {pod.address} brd + dev eth0")
    pod.ip(f"route add default via {gateway} dev eth0")
    pod.ip(f"route add {pod_network} via {gateway} dev eth0")
    if pod.address6:
        gateway6 = node.pod_subnet6[1]
        pod.ip(f"addr add {pod.address6} dev eth0")
        pod.ip(f"-6 route add default via {gateway6} dev eth0")
        pod.ip(f"-6 route add {pod_network6} via {gateway6} dev eth0")
    node.hops.append(pod.veth)
    node.plain_frames(pod.veth)
    pod.plain_frames("eth0")
