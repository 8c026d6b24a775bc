"""A fault that was planted in a healthy cluster: where it is, what shows it, what it loses, and what a teacher says of it."""

import dataclasses

from blocks import facts
from blocks.facts import Fact

QUOTED = "icmp.type in {3, 5, 11}"  # errors, which carry the packet that they are about


@dataclasses.dataclass
class Flow:
    """Packets of one direction, told by its addresses and ports. Points are files without their ending."""
    protocol: str
    source: str
    destination: str
    port: int | None = None        # of the one that is called, on either side
    source_port: int | None = None
    translated: str | None = None   # what the destination is once a service's address was translated
    longer_than: int | None = None  # only its packets of more bytes than this

    def filter(self):
        """tshark's; of several headers around one another any pair may be the flow's, and only one is."""
        destinations = ", ".join(filter(None, (self.destination, self.translated)))
        of_flow = f"{self.protocol} && ip.src == {self.source} && ip.dst in {{{destinations}}} && !({QUOTED})"
        if self.port:
            of_flow += f" && {self.protocol}.port == {self.port}"
        if self.source_port:
            of_flow += f" && {self.protocol}.srcport == {self.source_port}"
        return of_flow + (f" && ip.len > {self.longer_than}" if self.longer_than else "")

    def facts(self):
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(Flow)}


@dataclasses.dataclass
class Lost(Flow):
    """Seen at `after`, and at none of the points that would be next."""
    after: str = ""
    unseen: tuple = ()

    def shown_by(self):
        yield Fact(f"{self.source} > {self.destination} comes as far as {self.after}", f"{self.after}.pcapng", self.filter())
        for point in self.unseen:
            yield Fact(f"{self.source} > {self.destination} is lost before {point}", f"{point}.pcapng", self.filter(), "none")


@dataclasses.dataclass
class Arrives(Flow):
    """Seen where it was to go: what the fault does not harm, by which it is told from its look-alikes."""
    at: str = ""

    def shown_by(self):
        yield Fact(f"{self.source} > {self.destination} arrives at {self.at}", f"{self.at}.pcapng", self.filter())


@dataclasses.dataclass
class Fault:
    """`lines`: for each node what its snapshot must say, as it stands there; `absent`: what it must not. `facts`: what else the captures must show."""
    severity: str
    planted: str
    english: str
    chinese: str
    nodes: list
    lines: dict
    absent: dict = dataclasses.field(default_factory=dict)
    interface: str | None = None
    pods: tuple = ()
    address: str | None = None
    lost: tuple = ()
    arrives: tuple = ()
    loops: tuple = ()
    facts: tuple = ()

    def check(self, captures, snapshots):
        """Says what does not hold; returns how many."""
        every = [fact for flow in (*self.lost, *self.arrives) for fact in flow.shown_by()]
        wrong = facts.check([*every, *self.facts], captures)
        for lines, must_be_there, complaint in ((self.lines, True, "does not say"), (self.absent, False, "says")):
            for node, line in every_line(lines):
                if (line in snapshots[node]) != must_be_there:
                    print(f"  WRONG: {node} {complaint} {line!r}")
                    wrong += 1
        return wrong

    def truth(self, name, cluster, points):
        def place(point):
            return next(known for known in points if known["file"] == f"captures/{point}.pcapng")

        def where(point):
            return {key: place(point)[key] for key in ("file", "machine", "interface")}

        return {
            "fault": name, "severity": self.severity, "cluster": cluster, "planted": self.planted,
            "subject": {"nodes": self.nodes, "pods": list(self.pods), "interface": self.interface, "address": self.address},
            "lines": [{"node": node, "text": line} for node, line in every_line(self.lines)],
            "absent": [{"node": node, "text": line} for node, line in every_line(self.absent)],
            "lost": [flow.facts() | {"after": where(flow.after), "unseen": [place(point)["file"] for point in flow.unseen]} for flow in self.lost],
            "arrives": [flow.facts() | {"at": where(flow.at)} for flow in self.arrives],
            "loops": [flow.facts() for flow in self.loops],
            "sentence": {"en": self.english, "zh": self.chinese},
            "captures": points,
        }


def every_line(lines):
    return [(node, line) for node, some in lines.items() for line in some]
