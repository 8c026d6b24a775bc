"""Records one broken cluster: a healthy one is built, one thing in it is broken, and the traffic that shows it is captured."""

import json
import tarfile
import time
from concurrent.futures import ThreadPoolExecutor

from blocks import facts, host_output
from blocks.captures import Captures, points_of
from blocks.private_files import STAGING
from blocks.recording import publish
from blocks.transcript import Transcript

CLOCKS_MAY_DIFFER = 1.1  # seconds: who reads the captures may hold two hosts' clocks to differ by one, where no packet joins them
GENERATED = ("captures", "snapshots", "traffic.txt", "truth.json")


def record(name, story, output):
    """Returns how many facts fail. `story` is a file of faults/; see the lab's README for what it has."""
    print(f"{name}: building", flush=True)
    staging = STAGING / name
    cluster = story.HEALTHY.build()
    cluster.captures_any = False
    story.plant(cluster)
    cluster.settle()

    captures = Captures(points_on_the_way(cluster, story.PODS), staging / "captures")
    session = Transcript()
    captures.start()
    cluster.forget_neighbours()
    let_all_be_seen(cluster, captures.points)
    time.sleep(CLOCKS_MAY_DIFFER)
    story.traffic(cluster, session.type)
    time.sleep(CLOCKS_MAY_DIFFER)
    let_all_be_seen(cluster, captures.points)
    captures.stop()
    (staging / "traffic.txt").write_text(session.text)

    host_output.collect(cluster, staging / "snapshots")
    for node, lines in getattr(story, "ALSO_TYPED", {}).items():
        typed = Transcript()
        for line in lines:
            typed.type(cluster.node(node), line)
        (staging / "snapshots" / f"{node}.txt").write_text(typed.text)
    counts = facts.counts([staging / "captures" / point.file for point in captures.points])
    points = [{"file": f"captures/{point.file}", "machine": point.machine.name, "interface": point.interface, "frames": count}
              for point, count in zip(captures.points, counts, strict=True)]
    healthy = story.HEALTHY.__name__.removeprefix("clusters.").replace("_", "-")
    truth = story.FAULT.truth(name, healthy, points)
    (staging / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n")

    wrong = story.FAULT.check(staging / "captures", {node.name: said(staging / "snapshots", node.name) for node in cluster.nodes})
    publish(staging, output, GENERATED)
    print(f"{name}: {len(points)} captures, {sum(point['frames'] for point in points)} frames, in {output}", flush=True)
    return wrong


def let_all_be_seen(cluster, points):
    """One multicast ping out of every interface, before and after: its capture then shows that it was listening all the time, however little came by."""
    veths = {(pod.node, pod.veth) for pod in cluster.pods()}  # which see their pods'
    asked = [point for point in points if (point.machine, point.interface) not in veths]
    with ThreadPoolExecutor(len(asked)) as pool:
        list(pool.map(lambda point: point.machine.shell(f"ping -c 1 -W 0.1 -I {point.interface} 224.0.0.1"), asked))


def points_on_the_way(cluster, pods):
    """Every device of the nodes and routers, and of the pods those that the story is about."""
    others = [pod for pod in cluster.pods() if not pod.name.startswith(tuple(pods))]
    veths = {(pod.node, pod.veth) for pod in others}
    return [point for point in points_of(cluster) if point.machine not in others and (point.machine, point.interface) not in veths]


def said(folder, node):
    """All that a node's snapshot holds, as one text."""
    text = ""
    with tarfile.open(folder / f"{node}.tar.gz") as archive:
        for member in archive.getmembers():
            if member.isfile():
                text += archive.extractfile(member).read().decode()
    typed = folder / f"{node}.txt"
    return text + (typed.read_text() if typed.exists() else "")
