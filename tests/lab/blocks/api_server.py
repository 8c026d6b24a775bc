"""kubectl's answers without an API server: what it would print of this cluster, where the collector asks it."""

import json

FOLDER = "/opt/bin"  # of a file system that only this one machine sees


def answer_kubectl(node, cluster):
    """From here on `kubectl` on this node knows the nodes, pods and services, and flannel's annotations as flanneld wrote them by now."""
    answers = {
        "get nodes -o wide": table(
            "NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME",
            [[node_name(one), "Ready", "control-plane" if one is node else "<none>", "12d", "v1.28.2", one.address.ip, "<none>",
              "Debian GNU/Linux 12 (bookworm)", "6.1.0-18-amd64", "containerd://1.6.20"] for one in cluster.nodes]),
        "get pods -A -o wide": table(
            "NAMESPACE NAME READY STATUS RESTARTS AGE IP NODE NOMINATED_NODE READINESS_GATES",
            [[pod.kube_namespace, pod.name, "1/1", "Running", 0, "3d", pod.address.ip, node_name(pod.node), "<none>", "<none>"]
             for pod in cluster.pods()]),
        "get services -A -o wide": table(
            "NAMESPACE NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE SELECTOR",
            [[*name.split("/"), "ClusterIP", ports[0].cluster_ip, "<none>", ",".join(f"{port.port}/{port.protocol.upper()}" for port in ports), "12d",
              f"app={name.split('/')[1]}"] for name, ports in services(cluster)]),
        "get endpoints -A": table(
            "NAMESPACE NAME ENDPOINTS AGE",
            [[*name.split("/"), ",".join(endpoint for port in ports for endpoint in port.endpoints) or "<none>", "12d"] for name, ports in services(cluster)]),
        "get nodes -o custom-columns=": table(
            "NAME POD-CIDR FLANNEL-BACKEND FLANNEL-DATA FLANNEL-IP CALICO-IP CALICO-TUNNEL",
            [[node_name(one), one.pod_subnet, "vxlan", json.dumps({"VNI": 1, "VtepMAC": one.vtep_mac}, separators=(",", ":")), one.address.ip,
              "<none>", "<none>"] for one in cluster.nodes]),
    }
    cases = "".join(f"'{question}'*) cat <<'END'\n{answer}END\n;;\n" for question, answer in answers.items())
    node.run("sh", "-c", f"mount -t tmpfs -o mode=755 tmpfs /opt && mkdir -p {FOLDER}")
    node.write(f"{FOLDER}/kubectl", f'#!/bin/sh\ncase "$*" in\n{cases}*) echo "error: the server could not be asked" >&2; exit 1 ;;\nesac\n')
    node.run("chmod", "755", f"{FOLDER}/kubectl")
    node.has_kubectl = True


def node_name(node):
    """kubelet registers with its host's name in lower case."""
    return node.name.lower()


def services(cluster):
    by_name = {}
    for port in cluster.services:
        by_name.setdefault(port.service, []).append(port)
    return by_name.items()


def table(columns, rows):
    """As kubectl lays it out: three spaces between columns, each as wide as its widest."""
    lines = [[column.replace("_", " ") for column in columns.split()], *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "".join("   ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() + "\n" for line in lines)
