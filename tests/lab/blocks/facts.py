"""Facts that a recording must show, counted by tshark, the field's own eye."""

import dataclasses
import subprocess

CHECKSUMS = ("ip", "tcp", "udp")


@dataclasses.dataclass
class Fact:
    """`count` frames of `capture` match `filter`: a number, "some" or "none"."""
    sentence: str
    capture: str
    filter: str
    count: object = "some"

    def holds(self, found):
        return found > 0 if self.count == "some" else found == (0 if self.count == "none" else self.count)


def frames(path, filter="frame"):
    """How many frames match, with checksums validated and flannel's ports known."""
    command = ["tshark", "-n", "-r", path, "-d", "udp.port==8472,vxlan", "-d", "udp.port==8285,ip",
               "-Y", filter, "-T", "fields", "-e", "frame.number"]
    for protocol in CHECKSUMS:
        command += ["-o", f"{protocol}.check_checksum:TRUE"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"tshark -Y '{filter}': {done.stderr.strip()}")
    return len(done.stdout.splitlines())


def counts(paths):
    """How many frames each capture has; one look at all of them is enough."""
    said = subprocess.run(["capinfos", "-T", "-r", "-c", "-M", *paths], capture_output=True, text=True, check=True).stdout
    return [int(line.split("\t")[1]) for line in said.splitlines()]


def check(facts, folder):
    """Says what does not hold; returns how many."""
    wrong = 0
    for fact in facts:
        found = frames(folder / fact.capture, fact.filter)
        if not fact.holds(found):
            print(f"  WRONG: {fact.sentence}: {fact.count} expected, {found} found in {fact.capture} by {fact.filter}")
            wrong += 1
    print(f"  {len(facts) - wrong} of {len(facts)} facts hold")
    return wrong
