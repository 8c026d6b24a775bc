"""Records one cluster from the first packet to the published folder."""

import json
import shutil

from blocks import every_pair, facts, host_output, truth
from blocks.captures import Captures, points_of
from blocks.private_files import STAGING
from blocks.transcript import Transcript

GENERATED = ("captures", "hosts", "snapshots", "traffic.txt", "truth.json", "reach.txt", "routes.txt")  # README.md is written by hand and stays
PAIRS = "pairs"  # captures of the traffic of every pair, on demand


def record(name, description, output, capture_pairs=False):
    """Builds, captures, listens, checks. Only a complete recording replaces what was there. Returns the facts that fail."""
    print(f"{name}: building", flush=True)
    staging = STAGING / name
    cluster = description.build()
    cluster.settle()

    print(f"{name}: capturing", flush=True)
    captures = Captures(points_of(cluster), staging / "captures")
    session = Transcript()
    captures.start()
    cluster.forget_neighbours()
    description.traffic(cluster, session.type)
    captures.stop()
    (staging / "traffic.txt").write_text(session.text)

    print(f"{name}: writing down what the hosts say", flush=True)
    host_output.record(cluster, staging / "hosts", also=description.ALSO_TYPED)
    host_output.collect(cluster, staging / "snapshots")
    points = [{"file": f"captures/{point.file}", "machine": point.machine.name, "interface": point.interface,
               "frames": facts.frames(staging / "captures" / point.file)} for point in captures.points]
    (staging / "truth.json").write_text(json.dumps(truth.of(cluster, points), indent=1) + "\n")

    print(f"{name}: every pair", flush=True)
    (staging / "routes.txt").write_text(every_pair.routes(cluster))
    if capture_pairs:
        captures_of_pairs = Captures(points_of(cluster), staging / PAIRS)
        captures_of_pairs.start()
    (staging / "reach.txt").write_text(every_pair.reach(cluster))
    if capture_pairs:
        captures_of_pairs.stop()

    wrong = facts.check(description.FACTS, staging / "captures")
    publish(staging, output, (*GENERATED, *([PAIRS] if capture_pairs else [])))
    print(f"{name}: {len(points)} captures, {sum(point['frames'] for point in points)} frames, in {output}", flush=True)
    return wrong


def publish(staging, output, entries):
    output.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        old = output / entry
        if old.is_dir():
            shutil.rmtree(old)
        new = staging / entry
        shutil.copytree(new, old) if new.is_dir() else shutil.copyfile(new, old)
    shutil.rmtree(staging)
