"""What an engineer would type on each node to understand its network: as text, and as JSON where the tool has it."""

from blocks import api_server
from blocks.processes import LAB
from blocks.transcript import Transcript

COLLECTOR = LAB.parents[1] / "app" / "snapshot" / "vethscope-snapshot"

OF_CNI0 = "brctl showmacs cni0"
ON_THE_NODE = [
    "hostname", "uname -a",
    "ip addr", "ip -d link", "ip route", "ip rule", "ip neigh", "ip netns",
    "bridge link", "bridge -d link", "bridge fdb",
    "brctl show", OF_CNI0,
    "arp -n", "arp -v", "route -n", "ifconfig -a",
    """ip link show | egrep "veth" | awk -F":" '{print $1": "$2}'""",
    "sysctl net.ipv4.ip_forward net.ipv4.conf.all.forwarding net.ipv4.conf.all.rp_filter net.bridge.bridge-nf-call-iptables",
    "iptables-save", "ss -uln", "ss -tln", "ethtool -k eth0",
]
ON_THE_NODE_V6 = [
    "ip -6 route", "ip -6 rule", "ip -6 neigh",
    "sysctl net.ipv6.conf.all.forwarding net.bridge.bridge-nf-call-ip6tables", "ip6tables-save",
]
IN_EACH_POD = ["ip addr", "ip -d link", "ip route", "ip neigh", "cat /sys/class/net/eth0/iflink", "ethtool -S eth0",
               "cat /etc/resolv.conf"]
IN_EACH_POD_V6 = ["ip -6 route"]
AS_JSON = {
    "ip-addr": "ip -j -d addr", "ip-link": "ip -j -d link", "ip-route": "ip -j -d route", "ip-rule": "ip -j rule",
    "ip-neigh": "ip -j neigh", "bridge-link": "bridge -j -d link", "bridge-fdb": "bridge -j fdb",
    "ip-netns": "ip -j netns",
}
AS_JSON_V6 = {"ip-6-route": "ip -j -d -6 route", "ip-6-rule": "ip -j -6 rule"}
JSON_IN_PODS = ("ip-addr", "ip-link", "ip-route", "ip-neigh")


def record(cluster, folder, also=()):
    """`hosts/NODE.txt`, and `hosts/json/NODE/[POD/]COMMAND.json`. `also`: commands that this kind of cluster adds."""
    for node in cluster.nodes:
        session = Transcript()
        on_the_node = [line for line in ON_THE_NODE if line != OF_CNI0 or "cni0" in node.hops]
        v6 = ON_THE_NODE_V6 if node.address6 else []
        for line in [*on_the_node, *v6, *also, *(f"ethtool -S {pod.veth}" for pod in node.pods)]:
            session.type(node, line)
        for pod in node.pods:
            # No API server here, so no `kubectl exec`: this is what root on the node types instead, and what was run.
            for line in [*IN_EACH_POD, *(IN_EACH_POD_V6 if pod.address6 else [])]:
                session.type(node, f"ip netns exec {pod.name} {line}")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{node.name}.txt").write_text(session.text)
        save_json(node, AS_JSON | (AS_JSON_V6 if node.address6 else {}), folder / "json" / node.name)
        for pod in node.pods:
            v6 = {"ip-6-route": AS_JSON_V6["ip-6-route"]} if pod.address6 else {}
            save_json(pod, {name: AS_JSON[name] for name in JSON_IN_PODS} | v6, folder / "json" / node.name / pod.name)


def save_json(machine, commands, folder):
    folder.mkdir(parents=True)
    for name, command in commands.items():
        (folder / f"{name}.json").write_text(machine.run(*command.split()))


def collect(cluster, folder):
    """`NODE.tar.gz`: what the collector that users copy to their nodes writes there."""
    folder.mkdir()
    for node in cluster.nodes:
        # The lab's machines share one process table, real ones do not: without it no node sees another's pods.
        here, options = (f"PATH={api_server.FOLDER}:$PATH", "") if node.has_kubectl else ("", "-k")
        node.shell(f"{here} unshare --pid --fork --mount-proc {COLLECTOR} {options} -o {folder / node.name}.tar.gz")
        if not (folder / f"{node.name}.tar.gz").exists():
            raise RuntimeError(f"{node.name}: vethscope-snapshot wrote nothing")
