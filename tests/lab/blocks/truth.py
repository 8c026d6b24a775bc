"""truth.json: what really is, asked of each namespace directly, in the JSON of contract.md's `topology`.

Where the program infers, this file knows: a veth's pod comes from the namespace itself, not from evidence. So there is no
`evidence` here, and there are `services`, `routers` and `captures` besides.
"""

import json

from blocks import bird, flannel_wireguard


def of(cluster, captures):
    return {
        "nodes": [node_facts(cluster, node) for node in cluster.nodes],
        "pods": [pod_facts(pod) for pod in cluster.pods()],
        "problems": [],
        "services": [{"name": port.service, "port_name": port.port_name, "cluster_ip": port.cluster_ip, "port": port.port,
                      "protocol": port.protocol, "endpoints": port.endpoints} for port in cluster.services],
        "routers": [{"name": router.name, "interfaces": [interface_facts(link) for link in links(router)],
                     "routes": route_facts(router)} for router in cluster.routers],
        "captures": captures,
    }


def ask(machine, command):
    return json.loads(machine.run(*command.split()) or "[]")


def links(machine):
    return ask(machine, "ip -j -d addr")


def node_facts(cluster, node):
    return {
        "name": node.name, "ghost": False,
        "interfaces": [interface_facts(link) | {"peer": peer(node, link)} for link in links(node)],
        "routes": route_facts(node), "neighbours": neighbour_facts(node),
        "fdb": [{"mac": entry["mac"], "dev": entry["ifname"], "dst": entry.get("dst")}
                for entry in ask(node, "bridge -j fdb")],
        "network": cluster.network, "bgp": [bird.facts(node, session) for session in node.bgp],
    }


def pod_facts(pod):
    [eth0] = [link for link in links(pod) if link["ifname"] == "eth0"]
    [host_end] = [link for link in links(pod.node) if link["ifindex"] == eth0["link_index"]]
    return {
        "namespace": pod.kube_namespace, "name": pod.name, "node": pod.node.name,
        "addresses": [address["local"] for address in eth0["addr_info"] if address["scope"] == "global"],
        "mac": eth0["address"], "interface": "eth0", "ifindex": eth0["ifindex"], "mtu": eth0["mtu"],
        "host_interface": host_end["ifname"], "host_ifindex": host_end["ifindex"], "bridge": host_end.get("master"),
        "routes": route_facts(pod), "neighbours": neighbour_facts(pod),
    }


def interface_facts(link):
    data = link.get("linkinfo", {}).get("info_data", {})
    kind = kind_of(link)
    return {
        "name": link["ifname"], "ifindex": link["ifindex"], "kind": kind, "mac": link.get("address"),
        "addresses": [f"{address['local']}/{address['prefixlen']}" for address in link["addr_info"]],
        "mtu": link["mtu"], "state": state_of(link), "master": link.get("master"), "peer": None,
        "tunnel": tunnel_of(kind, data),
    }


def tunnel_of(kind, data):
    if kind == "wireguard":
        return {"vni": None, "port": flannel_wireguard.PORT, "local": None, "remote": None, "device": None}
    return None if kind != "vxlan" else {"vni": data["id"], "port": data["port"], "local": data.get("local") or data.get("local6"),
                                         "remote": data.get("remote") or data.get("remote6"), "device": data.get("link")}


def kind_of(link):
    if link["link_type"] in ("loopback", "ipip"):  # a TUN with the link type of ipip is ipip: see ipip_tunnel.py
        return link["link_type"]
    kind = link.get("linkinfo", {}).get("info_kind", "physical")
    if kind == "tun" and link["ifname"] == flannel_wireguard.DEVICE:
        return "wireguard"  # what wireguard-go makes of it: see flannel_wireguard.py
    if kind == "tun":
        kind = link["linkinfo"]["info_data"]["type"]
        # The cable's end is this lab's network card: see cable.py.
        return "physical" if kind == "tap" and link["ifname"].startswith("eth") else kind
    return kind


def state_of(link):
    if link["operstate"] in ("UP", "DOWN"):
        return link["operstate"].lower()
    return "up" if "LOWER_UP" in link["flags"] else "unknown"


def peer(node, link):
    """The pod at a veth's other end, by the namespace id that the kernel itself gives."""
    if kind_of(link) != "veth":
        return None
    [name] = [known["name"] for known in ask(node, "ip -j netns") if known.get("id") == link["link_netnsid"]]
    [pod] = [pod for pod in node.pods if pod.name == name]
    [interface] = [other["ifname"] for other in links(pod) if other["ifindex"] == link["link_index"]]
    return {"pod": f"{pod.kube_namespace}/{pod.name}", "interface": interface}


def route_facts(machine):
    """Of a machine in a dual-stack cluster IPv6's as well: there they are asked for on the hosts, too."""
    families = {"ip -j -d route": "0.0.0.0/0"} | ({"ip -j -d -6 route": "::/0"} if getattr(machine, "address6", None) else {})
    return [{"type": route.get("type", "unicast"), "to": default if route["dst"] == "default" else route["dst"],
             "via": route.get("gateway"), "dev": route.get("dev"), "onlink": "onlink" in route["flags"],
             "proto": route.get("protocol")} for command, default in families.items() for route in ask(machine, command)]


def neighbour_facts(machine):
    return [{"ip": entry["dst"], "mac": entry.get("lladdr"), "dev": entry["dev"], "state": entry["state"][0].lower()}
            for entry in ask(machine, "ip -j neigh")]
