"""Cluster: everything a cluster file has built, for the recorders to walk through."""

import dataclasses
import time


@dataclasses.dataclass
class Cluster:
    """All machines and services of one cluster; pods are with their nodes. `network` is contract.md's word for its kind."""
    network: str
    pod_network: str
    nodes: list
    routers: list
    services: list
    switches: list = dataclasses.field(default_factory=list)
    captures_any: bool = True  # `tcpdump -i any` on the first node besides

    @property
    def is_dual(self):
        return any(node.address6 for node in self.nodes)

    def pods(self):
        return [pod for node in self.nodes for pod in node.pods]

    def pod(self, prefix):
        """The one pod whose name begins so: `cluster.pod("tea")`."""
        [pod] = [pod for pod in self.pods() if pod.name.startswith(prefix)]
        return pod

    def node(self, name):
        [node] = [node for node in self.nodes if node.name == name]
        return node

    def in_pod(self, prefix, line):
        """Where and how root types a line for a pod: `type_on(*cluster.in_pod("tea", "ping 10.0.0.1"))`."""
        pod = self.pod(prefix)
        return pod.node, f"ip netns exec {pod.name} {line}"

    def machines(self):
        return [*self.nodes, *self.routers, *self.pods()]

    def settle(self, limit=15):
        """Waits until IPv6 has checked its addresses, so that captures begin with traffic and not with the set-up's noise."""
        until = time.monotonic() + limit
        while any(machine.ip("-6 addr show tentative") for machine in self.machines()):
            if time.monotonic() > until:
                raise TimeoutError("an IPv6 address is still tentative")
            time.sleep(0.2)

    def forget_neighbours(self):
        """Empties every ARP table, so that captures show who asks for whom; permanent entries, flannel's own, stay."""
        for machine in self.machines():
            machine.ip("neigh flush all")
