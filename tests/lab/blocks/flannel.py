"""What flanneld does whatever its backend: the subnet file and the iptables rules."""


def write_subnet_file(node, pod_network, mtu):
    """/run/flannel/subnet.env, which the CNI plugin reads; WriteSubnetFile in pkg/subnet/subnet.go."""
    first = f"{node.pod_subnet[1]}/{node.pod_subnet.prefixlen}"
    node.write("/run/flannel/subnet.env",
               f"FLANNEL_NETWORK={pod_network}\nFLANNEL_SUBNET={first}\nFLANNEL_MTU={mtu}\nFLANNEL_IPMASQ=true\n")


def write_rules(node, pod_network):
    """MasqRules and ForwardRules of pkg/iptables/iptables.go, in their order.

    Pod to pod keeps its addresses (RETURN); pod to the world leaves as the node (MASQUERADE).
    """
    masquerade = '-m comment --comment "flanneld masq"'
    forward = '-m comment --comment "flanneld forward"'
    own = node.pod_subnet
    node.run("iptables-restore", "--noflush", input=f"""\
*nat
:FLANNEL-POSTRTG - [0:0]
-A POSTROUTING {masquerade} -j FLANNEL-POSTRTG
-A FLANNEL-POSTRTG -m mark --mark 0x4000/0x4000 {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {own} -d {pod_network} {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {pod_network} -d {own} {masquerade} -j RETURN
-A FLANNEL-POSTRTG ! -s {pod_network} -d {own} {masquerade} -j RETURN
-A FLANNEL-POSTRTG -s {pod_network} ! -d 224.0.0.0/4 {masquerade} -j MASQUERADE --random-fully
-A FLANNEL-POSTRTG ! -s {pod_network} -d {pod_network} {masquerade} -j MASQUERADE --random-fully
COMMIT
*filter
:FLANNEL-FWD - [0:0]
-A FORWARD {forward} -j FLANNEL-FWD
-A FLANNEL-FWD -s {pod_network} {forward} -j ACCEPT
-A FLANNEL-FWD -d {pod_network} {forward} -j ACCEPT
COMMIT
""")
