"""Every pair of the cluster: who gets an answer from whom, and which way each kernel would send each packet. Both are small texts."""

import json
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

OUTSIDE = ["8.8.8.8", "110.242.68.4"]


def reach(cluster):
    """`FROM TO PROTOCOL ADDRESS PORT RESULT`, a line a pair: nodes and pods ask nodes, pods and services. See knock.py for the results."""
    machines = [(node.name, node) for node in cluster.nodes] + [(full_name(pod), pod) for pod in cluster.pods()]
    targets = [(name, "tcp", str(machine.address.ip), 80) for name, machine in machines] + first_ports(cluster)
    with ThreadPoolExecutor(len(machines)) as pool:
        results = pool.map(lambda one: knock(one[1], targets), machines)
    lines = []
    for (name, _), result in zip(machines, results):
        lines += [f"{name} {to} {protocol} {address} {port} {said}" for (to, protocol, address, port), said in zip(targets, result, strict=True)]
    return "\n".join(lines) + "\n"


def full_name(pod):
    return f"{pod.kube_namespace}/{pod.name}"


def first_ports(cluster):
    """A service is asked at its first port, as the matrix of `vethscope-cli predict` asks it: in the order of its rules."""
    ports = {}
    for port in cluster.services:
        ports.setdefault(port.service, (f"svc/{port.service}", port.protocol, port.cluster_ip, port.port))
    return list(ports.values())


def knock(machine, targets):
    words = [f"{protocol}:{address}:{port}" for _, protocol, address, port in targets]
    return machine.run(sys.executable, pathlib.Path(__file__).with_name("knock.py"), *words).split()


def routes(cluster):
    """What `ip route get` says on every machine to every address; on nodes also of packets that come in, from every address:

        # MACHINE
        [from SOURCE iif DEVICE]
          TYPE [via ADDRESS] dev DEVICE [src ADDRESS]: DESTINATION...
          error REASON: DESTINATION...
    """
    known = sorted({str(machine.address.ip) for machine in (*cluster.nodes, *cluster.pods())}
                   | {address for node in cluster.nodes for address in own(node)}
                   | {node.gateway for node in cluster.nodes} | {port.cluster_ip for port in cluster.services} | set(OUTSIDE))
    text = ""
    for machine in (*cluster.nodes, *cluster.pods()):
        text += f"# {machine.name if machine in cluster.nodes else full_name(machine)}\n"
        answers = dict(zip(known, ask(machine, known), strict=True))
        text += grouped("", answers)
        for source in known if machine in cluster.nodes else []:
            if source in own(machine) or isinstance(answers[source], str):
                continue
            origin = f"from {source} iif {answers[source]['dev']}"
            others = [to for to in known if to != source]
            text += grouped(origin, dict(zip(others, ask(machine, [f"{to} {origin}" for to in others]), strict=True)))
    return text


def grouped(origin, answers):
    groups = {}
    for to, answer in answers.items():
        groups.setdefault(words(answer), []).append(to)
    return f"[{origin}]\n" + "".join(f"  {said}: {' '.join(destinations)}\n" for said, destinations in groups.items())


def own(machine):
    printed = json.loads(machine.run("ip", "-j", "-4", "addr"))
    return {address["local"] for link in printed for address in link["addr_info"] if link["ifname"] != "lo"}


def ask(machine, questions):
    """One answer a question: what `ip -j route get` printed, or why it did not."""
    done = subprocess.run(machine.inside("ip", "-j", "-force", "-batch", "-"), input="".join(f"route get {question}\n" for question in questions),
                          capture_output=True, text=True)
    answers = iter(json.loads(line) for line in done.stdout.splitlines() if line.strip())
    failed, why = {}, ""
    for line in done.stderr.splitlines():
        if found := re.match(r"Command failed -:(\d+)", line):
            failed[int(found[1])] = why
        else:
            why = line.removeprefix("RTNETLINK answers: ")
    return [failed[number] if number in failed else next(answers)[0] for number, _ in enumerate(questions, 1)]


def words(answer):
    if isinstance(answer, str):
        return f"error {answer}"
    parts = [answer.get("type", "unicast")]
    for word, key in (("via", "gateway"), ("dev", "dev"), ("src", "prefsrc")):
        if key in answer:
            parts += [word, answer[key]]
    return " ".join(parts)
