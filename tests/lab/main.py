"""The lab's main program; run.sh starts it as the first process of private namespaces."""

import argparse
import importlib
import pathlib
import signal
import sys

from blocks import fault_recording, private_files, processes, recording

CLUSTERS = ["flannel-vxlan", "flannel-host-gw", "flannel-udp", "calico-ipip", "calico-bgp-mesh", "calico-bgp-rr",
            "flannel-vxlan-dual", "flannel-wireguard", "calico-vxlan", "calico-bgp-dual"]
ALL_FAULTS, ONE_FAULT = "faults", "faults/"
FAULTS = [ONE_FAULT + file.stem.replace("_", "-") for file in sorted(pathlib.Path(__file__).with_name("faults").glob("[!_]*.py"))]
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "resources" / "samples"
TIME_LIMIT = 600  # seconds for one cluster, on a busy machine too; the longest, calico-bgp-rr, takes about ninety on an idle one


def out_of_time(*_):
    raise TimeoutError(f"not done within {TIME_LIMIT} seconds")


def record(name, output, capture_pairs):
    if name in FAULTS:
        story = importlib.import_module(name.replace("/", ".").replace("-", "_"))
        return fault_recording.record(name.removeprefix(ONE_FAULT), story, output)
    return recording.record(name, importlib.import_module("clusters." + name.replace("-", "_")), output, capture_pairs)


def main():
    parser = argparse.ArgumentParser(prog="run.sh", description="Build the lab's clusters and record them.")
    parser.add_argument("clusters", nargs="*", metavar="CLUSTER", 
                        help=f"{', '.join(CLUSTERS)} (default: all of these); {ALL_FAULTS}: all broken ones; {', '.join(FAULTS)}")
    parser.add_argument("--output", type=pathlib.Path, default=SAMPLES, metavar="DIR")
    parser.add_argument("--capture-pairs", action="store_true", help="also capture the traffic of every pair, into CLUSTER/pairs")
    arguments = parser.parse_args()
    wanted = [one for name in arguments.clusters or CLUSTERS for one in (FAULTS if name == ALL_FAULTS else [name])]
    if unknown := set(wanted) - set(CLUSTERS) - set(FAULTS):
        parser.error(f"no such cluster: {', '.join(sorted(unknown))}; there are {', '.join([*CLUSTERS, ALL_FAULTS, *FAULTS])}")

    signal.signal(signal.SIGALRM, out_of_time)
    private_files.prepare()
    wrong = 0
    for name in wanted:
        signal.alarm(TIME_LIMIT)
        try:
            wrong += record(name, arguments.output.resolve() / name, arguments.capture_pairs)
        finally:
            signal.alarm(0)
            processes.stop_all()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
