"""What flanneld does whatever its backend: the subnet file and the iptables rules."""


def write_subnet_file(node, pod_network, mtu, pod_network6=None):
    """/run/flannel/subnet.env, which the CNI plugin reads; WriteSubnetFile in pkg/subnet/subnet.go."""
    first = f"{node.pod_subnet[1]}/{node.pod_subnet.prefixlen}"
    v6 = (f"FLANNEL_IPV6_NETWORK={pod_network6}\nFLANNEL_IPV6_SUBNET={node.pod_subnet6[1]}/{node.pod_subnet6.prefixlen}\n"
          if pod_network6 else "")
    node.write("/run/flannel/subnet.env",
               f"FLANNEL_NETWORK={pod_network}\nFLANNEL_SUBNET={first}\n{v6}FLANNEL_MTU={mtu}\nFLANNEL_IPMASQ=true\n")


def write_rules(node, pod_network):
    """MasqRules and ForwardRules of pkg/iptables/iptables.go, in their order.

    Pod to pod keeps its addresses (RETURN); pod to the world leaves as the node (MASQUERADE). Of the pod network's family.
    """
    is_v6 = ":" in pod_network
    masquerade = '-m comment --comment "flanneld masq"'
    forward = '-m comment --comment "flanneld forward"'
    own, groups = (node.pod_subnet6, "ff00::/8") if is_v6 else (node.pod_subnet, "224.0.0.0/4")
    node.run("ip6tables-restore" if is_v6 else "iptables-restore", "--noflush", input=f"""\
*nat
:FLANNEL-POSTRTG - [0:0]
-A POSTROUTING {masquerade} -j FLANNEL-POSTRTG
-A FLANNEL-POSTRTG -m mark --mark 0x4000/0x4000 {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {own} -d {pod_network} {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {pod_network} -d {own} {masquerade} -j RETURN
-A FLANNEL-POSTRTG ! -s {pod_network} -d {own} {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {pod_network} ! -d {groups} {masquerade} -j MASQUERADE --random-fully
-A FLANNEL-POSTRTG ! -s {pod_network} -d {pod_network} {masquerade} -j MASQUERADE --random-fully
COMMIT
*filter
:FLANNEL-FWD - [0:0]
-A FORWARD {forward} -j FLANNEL-FWD
-A FLANNEL-FWD -s {pod_network} {forward} -j ACCEPT
-A FLANNEL-FWD -d {pod_network} {forward} -j ACCEPT
COMMIT
""")
