"""kube-proxy in iptables mode: a service's virtual address becomes one pod's address."""

import base64
import dataclasses
import hashlib


@dataclasses.dataclass
class ServicePort:
    """One port of one service, of one family. `endpoints` are `address:port`, `[address]:port`."""
    service: str  # namespace/name
    port_name: str
    cluster_ip: str
    protocol: str
    port: int
    endpoints: list
    node_port: int = 0

    @property
    def name(self):
        return f"{self.service}:{self.port_name}" if self.port_name else self.service

    def chain(self, kind, endpoint=""):
        """KUBE-SVC-… and KUBE-SEP-…: portProtoHash in pkg/proxy/iptables/proxier.go, so kube-dns has its well-known chains."""
        digest = hashlib.sha256((self.name + self.protocol + endpoint).encode()).digest()
        return f"KUBE-{kind}-{base64.b32encode(digest).decode()[:16]}"


def write_rules(node, pod_network, services):
    """The rules of syncProxyRules, in the layout kube-proxy has had since 1.22; NodePorts as since 1.24, by a KUBE-EXT chain.

    A dual-stack kube-proxy is two: those services are written that are of the pod network's family.
    """
    is_v6 = ":" in pod_network
    host = 128 if is_v6 else 32
    chains, rules = [], []
    for port in services:
        if (":" in port.cluster_ip) != is_v6:
            continue
        service_chain = port.chain("SVC")
        chains.append(service_chain)
        to_service = (f'-d {port.cluster_ip}/{host} -p {port.protocol} -m comment --comment "{port.name} cluster IP"'
                      f" -m {port.protocol} --dport {port.port}")
        rules.append(f"-A KUBE-SERVICES {to_service} -j {service_chain}")
        rules.append(f"-A {service_chain} ! -s {pod_network} {to_service} -j KUBE-MARK-MASQ")
        if port.node_port:
            external_chain = port.chain("EXT")
            chains.append(external_chain)
            rules.append(f'-A KUBE-NODEPORTS -p {port.protocol} -m comment --comment "{port.name}" -m {port.protocol}'
                         f" --dport {port.node_port} -j {external_chain}")
            rules.append(f'-A {external_chain} -m comment --comment "masquerade traffic for {port.name} external destinations"'
                         " -j KUBE-MARK-MASQ")
            rules.append(f"-A {external_chain} -j {service_chain}")
        for left, endpoint in zip(range(len(port.endpoints), 0, -1), port.endpoints):
            endpoint_chain = port.chain("SEP", endpoint)
            chains.append(endpoint_chain)
            label = f'-m comment --comment "{port.name}{{}}"'
            chance = f" -m statistic --mode random --probability {1 / left:.10f}" if left > 1 else ""
            rules.append(f"-A {service_chain} {label.format(' -> ' + endpoint)}{chance} -j {endpoint_chain}")
            # A pod that reaches itself through its service must see the node as the other side.
            rules.append(f"-A {endpoint_chain} -s {endpoint.rsplit(':', 1)[0].strip('[]')}/{host} {label.format('')} -j KUBE-MARK-MASQ")
            rules.append(f"-A {endpoint_chain} -p {port.protocol} {label.format('')} -m {port.protocol}"
                         f" -j DNAT --to-destination {endpoint}")
    portals = '-m comment --comment "kubernetes service portals" -j KUBE-SERVICES'
    nodeports = "kubernetes service nodeports; NOTE: this must be the last rule in this chain"
    node.run("ip6tables-restore" if is_v6 else "iptables-restore", "--noflush", input="\n".join([
        "*nat",
        *(f":{chain} - [0:0]" for chain in ("KUBE-SERVICES", "KUBE-NODEPORTS", "KUBE-POSTROUTING", "KUBE-MARK-MASQ", *chains)),
        f"-A PREROUTING {portals}",
        f"-A OUTPUT {portals}",
        '-A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING',
        "-A KUBE-MARK-MASQ -j MARK --or-mark 0x4000",
        "-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN",
        "-A KUBE-POSTROUTING -j MARK --xor-mark 0x4000",
        '-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully',
        *rules,
        f'-A KUBE-SERVICES -m comment --comment "{nodeports}" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS',
        "COMMIT",
        "*filter",
        ":KUBE-FORWARD - [0:0]",
        '-A FORWARD -m comment --comment "kubernetes forwarding rules" -j KUBE-FORWARD',
        "-A KUBE-FORWARD -m conntrack --ctstate INVALID -j DROP",
        '-A KUBE-FORWARD -m comment --comment "kubernetes forwarding rules" -m mark --mark 0x4000/0x4000 -j ACCEPT',
        '-A KUBE-FORWARD -m comment --comment "kubernetes forwarding conntrack rule"'
        " -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT",
        "COMMIT", ""]))
