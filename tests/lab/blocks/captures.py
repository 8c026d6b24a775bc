"""Captures at every hop, all running before the first packet and complete after the last."""

import dataclasses
import pathlib
import re
import signal
import subprocess
import time

from blocks import pcapng, processes
from blocks.machine import Machine

ON_ITS_WAY = 1.5  # seconds; tcpdump fetches from the kernel once a second, dumpcap ten times
DROPPED = re.compile(r"[1-9]\d* packets dropped by|Packets received/dropped on interface '.*': \d+/[1-9]")


@dataclasses.dataclass
class Point:
    """One capture: on which machine and interface, into which file, by which tool."""
    machine: Machine
    interface: str
    file: str
    tool: tuple = ("dumpcap", "-q")
    ready: str = "File:"


def points_of(cluster):
    """Every interface that a packet can pass, named as `vethscope-cli journey` tells points apart by file name."""
    for node in cluster.nodes:
        for interface in node.hops:
            yield Point(node, interface, f"{node.name}.{interface}.pcapng")
        for pod in node.pods:
            yield Point(pod, "eth0", f"pod_{pod.name}_eth0.pcapng")
    for router in cluster.routers:
        for interface in router.interfaces:
            yield Point(router, interface, f"{router.name}.{interface}.pcapng")
    if not cluster.captures_any:
        return
    # All interfaces of the first node at once, as `tcpdump -i any` gives them: the cooked header of today, and the classic
    # one, which does not tell the interface.
    tcpdump = ("tcpdump", "-n", "-U", "--relinquish-privileges=root", "--snapshot-length=0", "--buffer-size=16384")
    first = cluster.nodes[0]
    yield Point(first, "any", f"{first.name}.any.pcap", (*tcpdump, "-y", "LINUX_SLL2"), "listening on")
    yield Point(first, "any", f"sll/{first.name}.any.pcap", (*tcpdump, "-y", "LINUX_SLL"), "listening on")


class Captures:
    """Starts all points, and stops them so that each file holds everything its tool has seen."""

    def __init__(self, points, folder):
        self.points, self.folder = list(points), pathlib.Path(folder)
        self._running = []

    def start(self):
        for point in self.points:
            (self.folder / point.file).parent.mkdir(parents=True, exist_ok=True)
            command = point.machine.inside(*point.tool, "-i", point.interface, "-w", self.folder / point.file)
            pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
            self._running.append((point, processes.start(command, **pipe)))
        for point, process in self._running:
            processes.wait_for(process, process.stdout, point.ready)

    def stop(self):
        time.sleep(ON_ITS_WAY)
        for _, process in self._running:
            process.send_signal(signal.SIGINT)
        for point, process in self._running:
            said, _ = process.communicate(timeout=10)
            if process.returncode or DROPPED.search(said):
                raise RuntimeError(f"the capture {point.file} is not whole: {said}")
            processes.forget(process)
            (self.folder / point.file).chmod(0o644)
            if point.file.endswith(".pcapng"):
                pcapng.forget_hardware(self.folder / point.file)
        self._running.clear()
