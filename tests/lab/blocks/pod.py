"""Pod: a network namespace with one interface, and whatever its container runs."""

import ipaddress

from blocks.machine import Machine

CLUSTER_DNS = "10.96.0.10"


class Pod(Machine):
    """A pod on its node. Its network is a CNI plugin's work: see bridge_cni."""

    def __init__(self, node, name, *, address, mac, veth, veth_index, veth_mac, namespace="default", address6=None):
        # What kubelet writes for dnsPolicy ClusterFirst (pkg/kubelet/network/dns): the search list and ndots:5 are why one
        # name costs up to eight questions.
        search = f"{namespace}.svc.cluster.local svc.cluster.local cluster.local"
        super().__init__(name, hosts="".join(f"{line}\n" for line in ("127.0.0.1\tlocalhost", f"{address}\t{name}",
                                                                *([f"{address6}\t{name}"] if address6 else []))),
                         resolv_conf=f"nameserver {CLUSTER_DNS}\nsearch {search}\noptions ndots:5\n")
        self.node, self.mac, self.kube_namespace = node, mac, namespace
        self.address = ipaddress.ip_interface(f"{address}/{node.pod_subnet.prefixlen}")
        self.address6 = address6 and ipaddress.ip_interface(f"{address6}/{node.pod_subnet6.prefixlen}")
        self.veth, self.veth_index, self.veth_mac = veth, veth_index, veth_mac
        node.pods.append(self)
        node.name_namespace(self)
