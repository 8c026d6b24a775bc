#!/usr/bin/env python3
"""Whether the arrows between the rooms of core, ui and app point one way.

    floors.py ROOT

core includes nothing of ui or app, and ui nothing of app. In ui the folders stand on floors: ui/theme, on it ui/shared, which all panels use, on it the rooms,
none of which includes another that includes it again, and above them what is directly in ui/, which puts the window together and which no room includes.
ctest runs this.
"""
import collections
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def rooms(root, part):
    """From each folder to the others that it includes, with one of the files that do so."""
    arrows = collections.defaultdict(dict)
    for path in sorted((root / part).rglob("*")):
        if path.suffix in (".h", ".cpp"):
            own = str(path.parent.relative_to(root))
            for included in INCLUDE.findall(path.read_text()):
                other = str(pathlib.PurePath(included).parent)
                if other != own:
                    arrows[own].setdefault(other, f"{path.relative_to(root)} includes {included}")
    return arrows


def circle(arrows, start):
    """The shortest way from a room back to itself, as the lines that lead there."""
    ways = collections.deque([(start, [])])
    seen = set()
    while ways:
        room, lines = ways.popleft()
        for other, line in arrows.get(room, {}).items():
            if other == start:
                return lines + [line]
            if other not in seen and other in arrows:
                seen.add(other)
                ways.append((other, lines + [line]))
    return []


def problems(root):
    for part, above in (("core", ("ui", "app")), ("ui", ("app",))):
        for room, others in rooms(root, part).items():
            for other, line in others.items():
                if other.split("/")[0] in above:
                    yield f"{line}: {room} is below {other}"
    arrows = {room: {other: line for other, line in others.items() if other.startswith("ui")} for room, others in rooms(root, "ui").items()}
    for room, allowed in (("ui/theme", ()), ("ui/shared", ("ui/theme",))):
        for other, line in arrows[room].items():
            if other not in allowed:
                yield f"{line}: {room} is below {other}"
    told = set()
    for room, others in arrows.items():
        if "ui" in others:
            yield f"{others['ui']}: the window is put together above {room}"
        lines = circle({one: to for one, to in arrows.items() if one != "ui"}, room) if room != "ui" else []
        if lines and frozenset(lines) not in told:
            told.add(frozenset(lines))
            yield "a circle: " + "; ".join(lines)


def main(root):
    found = list(problems(root))
    count = len(rooms(root, "ui"))
    print("\n".join(found) or f"{count} rooms of ui, all arrows one way")
    return 1 if found or count < 10 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
