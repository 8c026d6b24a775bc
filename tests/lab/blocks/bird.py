"""BIRD, Calico's BGP daemon: its configuration, its sessions, its state.

The configuration follows bird.cfg, bird_aggr.cfg and bird_ipam.cfg in confd/etc/calico/confd/templates of
github.com/projectcalico/calico, in the syntax of BIRD 2. Calico runs a BIRD 1.6 of its own, whose `krt_tunnel` attribute
BIRD 2 lacks: here the next hop is set through `ifname`, `onlink` and `gw`, which gives the kernel the same route.
"""

import dataclasses
import re
import signal
import time

CONFIGURATION, LOG = "/run/bird/bird.conf", "/run/bird/bird.log"
CONFIGURATION6, LOG6, CONTROL6 = "/run/bird/bird6.conf", "/run/bird/bird6.log", "/run/bird/bird6.ctl"
AS_NUMBER = 64512  # Calico's default
PASSIVE = "passive on; # Mesh is unidirectional, peer will connect to us."


@dataclasses.dataclass
class Session:
    """One end of a BGP session. `kind` is what the peer is to this node, in contract.md's words."""
    peer: object
    kind: str
    options: str = ""
    is_v6: bool = False  # kept by the second daemon, as Calico's bird6

    @property
    def address(self):
        return (self.peer.address6 if self.is_v6 else self.peer.address).ip

    @property
    def name(self):
        origin = "Mesh" if self.kind == "mesh" else "Node"
        return f"{origin}_{self.address}".replace(".", "_").replace(":", "_")


def mesh(nodes):
    """Node-to-node mesh. The node with the lower address waits to be called, so no two connections ever collide."""
    for node in nodes:
        for peer in nodes:
            if peer is not node:
                called = str(peer.address.ip) > str(node.address.ip)  # as text, which is how Calico's template compares
                node.bgp.append(Session(peer, "mesh", PASSIVE if called else ""))
                if node.address6:
                    called = str(peer.address6.ip) > str(node.address6.ip)
                    node.bgp.append(Session(peer, "mesh", PASSIVE if called else "", is_v6=True))


def reflect(reflector, clients, cluster_id):
    """The mesh is off: each client peers with the reflector alone."""
    for client in clients:
        reflector.bgp.append(Session(client, "client", f"rr client;\n  rr cluster id {cluster_id};"))
        client.bgp.append(Session(reflector, "route-reflector"))


def configure(node, pool, *, tunnel_beyond=None, hold_time=None, as_number=AS_NUMBER):
    """Writes the node's configuration. `tunnel_beyond`: the subnet within which CrossSubnet does not encapsulate."""
    is_v6 = ":" in pool
    block, own = (node.pod_subnet6, node.address6.ip) if is_v6 else (node.pod_subnet, node.address.ip)
    channel, log, path = ("ipv6", LOG6, CONFIGURATION6) if is_v6 else ("ipv4", LOG, CONFIGURATION)
    into_tunnel = f"""
    if defined(bgp_next_hop) && ! ( bgp_next_hop ~ {tunnel_beyond} ) then {{
      # krt_tunnel = "tunl0";
      ifname = "tunl0";
      onlink = true;
      gw = bgp_next_hop;
    }}""" if tunnel_beyond else ""
    hold = f"  hold time {hold_time};\n" if hold_time else ""
    sessions = "\n".join(f"""\
# For peer {session.peer.name}
protocol bgp {session.name} from bgp_template {{
  neighbor {session.address} as {AS_NUMBER};
  source address {own};  # The local address we use for the TCP connection
{"  " + session.options + chr(10) if session.options else ""}\
}}
""" for session in node.bgp if session.is_v6 == is_v6)
    node.write(path, f"""\
# After Calico's bird.cfg, bird_aggr.cfg and bird_ipam.cfg, for BIRD 2.
log "{log}" all;
timeformat log iso long ms;
router id {node.address.ip};

# IP blocks for this host.
protocol static {{
  {channel};
  route {block} blackhole;
}}

# Aggregation of routes on this host; export the block, nothing beneath it.
function calico_aggr() {{
  if ( net = {block} ) then {{ accept; }}
  if ( net ~ {block} ) then {{ reject; }}
}}

filter calico_export_to_bgp_peers {{
  calico_aggr();
  if ( net ~ {pool} ) then {{ accept; }}
  reject;
}}

filter calico_kernel_programming {{
  if ( source = RTS_DEVICE ) then {{ reject; }}  # BIRD 1 never gives these back to the kernel
  if ( net ~ {pool} ) then {{{into_tunnel}
    accept;
  }}
  accept;
}}

# Configure synchronization between routing tables and kernel.
protocol kernel {{
  learn;             # Learn all alien routes from the kernel
  persist;           # Don't remove routes on bird shutdown
  scan time 2;       # Scan kernel routing table every 2 seconds
  metric {1024 if is_v6 else 0};          # As BIRD 1; BIRD 2 has 32
  {channel} {{
    import all;
    export filter calico_kernel_programming; # Default is export none
  }};
  graceful restart;
  merge paths on;    # Allow export multipath routes (ECMP)
}}

# Watch interface up/down events.
protocol device {{
  scan time 2;       # Scan interfaces every 2 seconds
}}

protocol direct {{
  {channel};
  interface -"cali*", -"kube-ipvs*", "*";
}}

# Template for all BGP clients
template bgp bgp_template {{
  debug {{ states }};
  description "Connection to BGP peer";
  local as {as_number};
  multihop;
{hold}\
  {channel} {{
    gateway recursive; # This should be the default, but just in case.
    import all;
    export filter calico_export_to_bgp_peers;  # Only want to export routes for workloads.
    add paths on;
  }};
  graceful restart;
  connect delay time 2;
  connect retry time 5;
  error wait time 5,30;
}}

{sessions}""")


def start(nodes):
    for node in nodes:
        node.bird = node.start("bird", "-f", "-c", CONFIGURATION)
        if node.address6:
            node.start("bird", "-f", "-c", CONFIGURATION6, "-s", CONTROL6)


def freeze(node):
    """BIRD gets no processor any more: its kernel still acknowledges what comes, but nothing is said and nobody answers birdc."""
    node.bird.send_signal(signal.SIGSTOP)


def thaw(node):
    node.bird.send_signal(signal.SIGCONT)


def wait_until(nodes, established=True, seen_by=None, limit=60):
    """Waits until all sessions between these nodes are established, or none is, and the kernels have their routes."""
    until = time.monotonic() + limit
    while any((facts(node, session)["state"] == "established") != established
              for node in seen_by or nodes for session in node.bgp if session.peer in nodes):
        if time.monotonic() > until:
            raise TimeoutError(f"BGP between {', '.join(node.name for node in nodes)}: established is not {established}")
        time.sleep(0.5)
    time.sleep(1)


def facts(node, session):
    """One entry of contract.md's `bgp`."""
    control = f"-s {CONTROL6} " if session.is_v6 else ""
    said = node.shell(f"birdc {control}show protocols all {session.name}")
    state = re.search(r"BGP state: +(\w+)", said)
    return {"peer": str(session.address), "asn": AS_NUMBER, "kind": session.kind,
            "state": state[1].lower() if state else "unknown"}
