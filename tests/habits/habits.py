"""What a Wireshark user's hands expect, tried in the running window: each habit is a function that says whether it holds.

    run.sh PROGRAM [H3 H10 …]      the program, and which habits (all where none is named)
"""

import subprocess
import sys
import traceback

import pyatspi

from window import Window, Wireshark, each, has

SAMPLES = None
CHECKS = []


def habit(chapter, title):
    def keep(function):
        CHECKS.append((chapter, title, function))
        return function
    return keep


def focus_is(w, name):
    return bool(w.wait(lambda: any(has(one, pyatspi.STATE_FOCUSED) and one.name == name for window in w.windows() for one in each(window)), 3))


def filter_text(w):
    return w.text(w.find("text", w.FILTER))


def completions(w):
    return [one.name for one in w.all("list item", showing=False) if has(one.parent, pyatspi.STATE_SHOWING) and one.parent.name in ("Proposals", w.FILTER)]


def tree(w):
    return next((one for one in w.all() if one.getRoleName() in ("tree", "tree table") and "etails" in one.name), None)


def tree_rows(w):
    table = tree(w).queryTable()
    return [table.getAccessibleAt(i, 0).name for i in range(table.nRows)]


def tree_row(w, start):
    table = tree(w).queryTable()
    return next(table.getAccessibleAt(i, 0) for i in range(table.nRows) if table.getAccessibleAt(i, 0).name.startswith(start))


def has_words(menu, wanted):
    missing = [word for word in wanted if not any(word in one for one in menu)]
    assert not missing, "not there: " + ", ".join(missing)
    return True


def opened(w, keys, title):
    """Whether these keys open a window or dialog of that title; it is closed again."""
    before = len(w.windows())
    w.keys(keys)
    found = w.wait(lambda: next((one for one in w.windows() if title.lower() in one.name.lower()), None), 4)
    w.keys("Escape")
    w.wait(lambda: len(w.windows()) <= before, 2)
    return bool(found)


def chosen(w, title, *path):
    """The same for a command of the menus."""
    before = len(w.windows())
    w.menu(*path)
    found = w.wait(lambda: next((one for one in w.windows() if title.lower() in one.name.lower()), None), 4)
    w.keys("Escape")
    w.wait(lambda: len(w.windows()) <= before, 2)
    return bool(found)


def address(cell):
    return cell.split(", ")[-1] # "Overlay, 10.244.0.60"


# H1: three panes and bytes in step

@habit("H1", "list, tree and bytes are there")
def _(w):
    return w.table and tree(w) and w.find(name=".*[Bb]ytes.*")


@habit("H1", "a generated value stands in [ ]")
def _(w):
    w.filter("tcp")
    w.select(3)
    w.keys("Tab", "ctrl+Right")
    return any(row.startswith("[") for row in tree_rows(w))


@habit("H1", "the bytes can be read as text")
def _(w):
    pane = next(one for one in w.all() if "ytes" in one.name and one.getRoleName() != "list item" and "Text" in pyatspi.utils.listInterfaces(one))
    return "08 00" in w.text(pane)


@habit("H1", "a byte under the mouse names its field")
def _(w):
    pane = next(one for one in w.all() if "ytes" in one.name and one.getRoleName() not in ("menu item", "list item"))
    x, y, width, height = w.box(pane)
    w.hover((x + 110, y + 14))
    return "eth.dst" in w.status() or "bytes" in w.status()


@habit("H1", "double-click on a row opens the packet in a window of its own")
def _(w):
    number, row = w.selected(), w.table.queryTable().getSelectedRows()[0] # which is in sight
    w.settle(0.6) # three clicks are something else
    w.click(w.place(w.table.queryTable().getAccessibleAt(row, w.titles().index("Info"))), times=2)
    more = w.wait(lambda: any(f"Packet {number}" in one.name for one in w.windows()), 6)
    w.keys("Escape")
    return bool(more)


@habit("H1", "each pane can be hidden in View")
def _(w):
    w.menu("View", "Packet Bytes")
    gone = not [one for one in w.all(name="Packet bytes") if one.getRoleName() != "list item"]
    w.menu("View", "Packet Bytes")
    return gone


# H2: columns

@habit("H2", "No., Time, Source, Destination, Protocol, Length and Info stand in this order")
def _(w):
    wanted = ["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"]
    return [one for one in w.titles() if one in wanted] == wanted


@habit("H2", "No. stays what it is under a filter")
def _(w):
    w.filter("frame.number > 5")
    first = w.cell(0, "No.")
    return first.split(",")[0] == "6" # what else the row is may stand behind it


# H3: the filter bar

@habit("H3", "Ctrl+/ puts the focus into it")
def _(w):
    w.keys("ctrl+slash")
    return focus_is(w, w.FILTER)


@habit("H3", "its placeholder says so")
def _(w):
    bar = w.find("text", w.FILTER)
    return any("Ctrl" in words and "/" in words for words in (bar.description, str(bar.getAttributes()), bar.name, w.text(bar)))


@habit("H3", "typing in the list starts a filter")
def _(w):
    w.select(1)
    w.type("arp")
    return filter_text(w) == "arp"


@habit("H3", "Enter applies it")
def _(w):
    before = w.displayed()
    w.filter("icmp")
    return 0 < w.displayed() < before


@habit("H3", "what is no filter is told of in the status bar")
def _(w):
    w.write_filter("ip.nosuch == 1")
    return "ip.nosuch" in w.status()


@habit("H3", "what is legal but rarely meant is told of")
def _(w):
    w.write_filter("ip.addr !== 10.244.0.60")
    return "!==" in w.status() or "all" in w.status()


@habit("H3", "the cross clears it and shows all")
def _(w):
    all_ = w.displayed()
    w.filter("icmp")
    w.click(w.place(w.find("push button", "Clear.*")))
    return filter_text(w) == "" and w.displayed() == all_


@habit("H3", "recent filters are offered")
def _(w):
    w.filter("icmp")
    w.click(w.place(w.find("push button", "Recent.*")))
    found = any("icmp" in word for word in w.open_menu())
    w.keys("Escape")
    return found


@habit("H3", "a bookmark menu saves filters")
def _(w):
    button = next(one for one in w.all() if one.getRoleName() in ("push button", "menu") and ("aved" in one.name or "ookmark" in one.name))
    w.click(w.place(button))
    found = any("Save" in word for word in w.open_menu())
    w.keys("Escape")
    return found


@habit("H3", "+ makes a filter button")
def _(w):
    button = next(one for one in w.all("push button") if "button" in one.name.lower() and "filter" in one.name.lower())
    return bool(button)


# H4: completion

@habit("H4", "vx offers vxlan")
def _(w):
    w.write_filter("vx")
    return any(one.startswith("vxlan") for one in completions(w))


@habit("H4", "vxlan. offers vni and flags")
def _(w):
    w.write_filter("vxlan.")
    found = " ".join(completions(w))
    return "vxlan.vni" in found and "vxlan.flags" in found


@habit("H4", "ip.sr offers ip.src, and Tab takes it")
def _(w):
    w.write_filter("ip.sr")
    found = any(one.startswith("ip.src") for one in completions(w))
    w.keys("Tab")
    return found and filter_text(w).startswith("ip.src")


@habit("H4", "Esc closes it and keeps the text")
def _(w):
    w.write_filter("ip.sr")
    w.keys("Escape")
    return not completions(w) and filter_text(w) == "ip.sr"


@habit("H4", "functions are offered")
def _(w):
    w.write_filter("upp")
    return any("upper" in one for one in completions(w))


@habit("H4", "values are offered")
def _(w):
    w.write_filter("arp.opcode == ")
    return any("request" in one.lower() for one in completions(w))


# H5: filters, held against tshark

def counted(expression):
    def check(w):
        w.filter(expression)
        got = subprocess.run(["tshark", "-r", SAMPLES["capture"], "-d", "udp.port==8472,vxlan", "-Y", expression], capture_output=True, text=True)
        assert got.returncode == 0, got.stderr
        return w.wait(lambda: w.displayed() == len(got.stdout.splitlines()), 4)
    return check


for one in ("tcp", "icmp", "arp", "ip.addr == 10.244.0.0/16", "tcp.flags.syn == 1", "tcp.port in {80, 443}", "frame.len > 500", "frame.number <= 20", "vxlan.vni == 1",
            "ip.src != 10.244.0.60", "!(udp)", "tcp and not vxlan", "http.request", "dns", "ip.ttl < 64", "tcp.len > 0", 'http.host contains "a"', "frame[12:2] == 08:00", "eth.dst[0] & 1",
            'frame.protocols matches "vxlan.*tcp"'):
    habit("H5", "as many packets as tshark -Y '%s'" % one)(counted(one))


# H6: context menus

@habit("H6", "the list's menu has what Wireshark's has")
def _(w):
    return has_words(w.context_menu(w.place(w.table.queryTable().getAccessibleAt(1, 4))), ("Mark", "Ignore", "Time Reference", "Time Shift", "Comment", "Apply as Filter", "Prepare as Filter", "Conversation Filter", "Colo", "Follow", "Copy", "Decode As", "New Window"))


@habit("H6", "the tree's menu has what Wireshark's has")
def _(w):
    w.filter("tcp")
    w.select(1)
    return has_words(w.context_menu(w.place(tree_row(w, "Ethernet"))), ("Expand", "Collapse", "Apply as Column", "Apply as Filter", "Prepare as Filter", "Colo", "Copy", "Bytes", "Linked"))


# H7: columns

@habit("H7", "the header's menu has what Wireshark's has")
def _(w):
    table = w.table.queryTable()
    first = w.box(table.getAccessibleAt(0, w.titles().index("Length")))
    return has_words(w.context_menu((first[0] + first[2] // 2, first[1] - first[3] // 2 - 4)), ("Align Left", "Align Cent", "Align Right", "Edit Column", "Resize", "Remove"))


@habit("H7", "a click on Length sorts by number")
def _(w):
    table = w.table.queryTable()
    first = w.box(table.getAccessibleAt(0, w.titles().index("Length")))
    w.click((first[0] + first[2] // 2, first[1] - first[3] // 2 - 4))
    lengths = [int(w.cell(row, "Length")) for row in range(min(w.rows(), 40))]
    return len(set(lengths)) > 1 and lengths == sorted(lengths)


@habit("H7", "Ctrl+Shift+I makes a column of the selected field")
def _(w):
    before = len(w.titles())
    w.select(1)
    w.click(w.place(tree_row(w, "Ethernet")))
    w.keys("Right", "Down", "ctrl+shift+i")
    return len(w.titles()) == before + 1


# H8: colours

@habit("H8", "colouring rules have a dialog")
def _(w):
    item = None
    w.menu("View")
    item = next((one for one in w.open_menu() if "Colo" in one and "Rules" in one), None)
    w.keys("Escape")
    return bool(item) and chosen(w, "Rules", "View", item)


@habit("H8", "the list's colours can be switched off")
def _(w):
    w.menu("View")
    found = any("Colo" in one and "List" in one for one in w.open_menu())
    w.keys("Escape")
    return found


# H9: marks, ignored packets, time references, comments

@habit("H9", "Ctrl+M marks")
def _(w):
    w.select(1)
    w.keys("ctrl+m")
    return "Marked: 1" in w.status()


@habit("H9", "Ctrl+Shift+M marks all displayed, Ctrl+Alt+M unmarks all")
def _(w):
    w.keys("ctrl+alt+m")
    w.filter("icmp")
    w.keys("ctrl+shift+m")
    marked = "Marked: %d" % w.displayed() in w.status()
    w.keys("ctrl+alt+m")
    return marked and ("Marked" not in w.status() or "Marked: 0" in w.status())


@habit("H9", "Ctrl+Shift+N and Ctrl+Shift+B step through marks")
def _(w):
    w.select(2)
    w.keys("ctrl+m")
    w.select(5)
    w.keys("ctrl+m", "ctrl+Home", "ctrl+shift+n")
    first = w.selected()
    w.keys("ctrl+shift+n")
    second = w.selected()
    w.keys("ctrl+shift+b")
    return (first, second, w.selected()) == (3, 6, 3)


@habit("H9", "Ctrl+D ignores, Ctrl+Alt+D no longer")
def _(w):
    w.select(1)
    w.keys("ctrl+d")
    ignored = "Ignored: 1" in w.status() and "gnored" in w.cell(1, "Info")
    w.keys("ctrl+alt+d")
    return ignored and "Ignored" not in w.status()


@habit("H9", "Ctrl+T makes a time reference: *REF*, and later times count from it")
def _(w):
    w.select(3)
    w.keys("ctrl+t")
    return w.cell(3, "Time") == "*REF*" and float(w.cell(4, "Time")) < 1000


@habit("H9", "Ctrl+Shift+T asks for a time shift")
def _(w):
    return opened(w, "ctrl+shift+t", "Time Shift")


@habit("H9", "Ctrl+Alt+C asks for a comment")
def _(w):
    w.select(1)
    return opened(w, "ctrl+alt+c", "Comment")


# H10: finding

@habit("H10", "Ctrl+F, a filter, and Ctrl+N finds the next")
def _(w):
    w.select(0)
    w.keys("ctrl+f")
    box = w.find("text", "Find")
    w.click(w.place(box))
    w.type("icmp")
    w.keys("Return")
    first = w.wait(w.selected, 3)
    w.keys("ctrl+n")
    return first != w.selected() and "ICMP" in w.cell(w.table.queryTable().getSelectedRows()[0], "Protocol") or "ICMP" in w.cell(w.table.queryTable().getSelectedRows()[0], "Info")


@habit("H10", "the bar has list, details and bytes; filter, hex, string and regular expression; case and backwards")
def _(w):
    w.keys("ctrl+f")
    names = [one.name for one in w.all(showing=False)]
    return all(any(word in name for name in names) for word in ("Packet list", "Packet details", "Packet bytes", "Display filter", "Hex value", "String", "Regular expression", "Case sensitive", "Backwards"))


# H11: moving

@habit("H11", "Ctrl+G goes to a packet")
def _(w):
    w.keys("ctrl+g")
    w.type("7")
    w.keys("Return")
    return w.selected() == 7


@habit("H11", "Ctrl+Down and F7 move from any pane")
def _(w):
    w.select(2)
    w.keys("Tab", "ctrl+Down")
    next_ = w.selected()
    w.keys("F7")
    return (next_, w.selected()) == (4, 3)


@habit("H11", "Ctrl+Home and Ctrl+End")
def _(w):
    w.select(2)
    w.keys("ctrl+End")
    last = w.selected()
    w.keys("ctrl+Home")
    return (last, w.selected()) == (w.rows(), 1)


@habit("H11", "Ctrl+. goes to the conversation's next packet")
def _(w):
    w.select(2)
    source = {address(w.cell(2, "Source")), address(w.cell(2, "Destination"))}
    w.keys("ctrl+period")
    row = w.table.queryTable().getSelectedRows()[0]
    return row > 2 and {address(w.cell(row, "Source")), address(w.cell(row, "Destination"))} == source


@habit("H11", "Alt+Left and Alt+Right go through what was selected")
def _(w):
    w.select(2)
    w.select(6)
    w.keys("alt+Left")
    back = w.selected()
    w.keys("alt+Right")
    return (back, w.selected()) == (3, 7)


@habit("H11", "in the tree Right unfolds, Left folds, Backspace goes to the parent")
def _(w):
    w.select(1)
    w.click(w.place(tree_row(w, "Ethernet")))
    w.keys("Left", "Left", "Left")
    before = len(tree_rows(w))
    w.keys("Right")
    unfolded = len(tree_rows(w))
    w.keys("Down", "BackSpace", "Left")
    return unfolded > before and len(tree_rows(w)) == before


@habit("H11", "in the tree Ctrl+Right unfolds all, Ctrl+Left folds all")
def _(w):
    w.select(1)
    w.click(w.place(tree_row(w, "Ethernet")))
    w.keys("ctrl+Right")
    many = len(tree_rows(w))
    w.keys("ctrl+Left")
    return many > 2 * len(tree_rows(w))


@habit("H11", "what is unfolded stays so for the next packet")
def _(w):
    w.filter("icmp")
    w.select(0)
    w.click(w.place(tree_row(w, "Ethernet")))
    w.keys("ctrl+Left", "Right")
    rows = len(tree_rows(w))
    w.keys("ctrl+Down")
    return abs(len(tree_rows(w)) - rows) <= 2 and rows > 2


# H12: files

for keys, title, of in (("ctrl+o", "Open", "asks for a file"), ("ctrl+shift+s", "Save", "asks where to save"), ("ctrl+p", "Print", "prints"), ("ctrl+k", "Capture", "asks what to capture")):
    habit("H12", "%s %s" % (keys, of))(lambda w, keys=keys, title=title: opened(w, keys, title))


@habit("H12", "File has what Wireshark's has")
def _(w):
    w.menu("File")
    return has_words(w.open_menu(), ("Open", "Recent", "Merge", "Close", "Save", "Save As", "File Set", "Export Specified Packets", "Export Packet Dissections", "Export Packet Bytes", "Print", "Quit"))


# H13: what helps with conversations

for path, title in ((("Statistics", "Capture File Properties"), "Properties"), (("Statistics", "Protocol Hierarchy"), "Protocol Hierarchy"), (("Statistics", "Conversations"), "Conversations"),
                    (("Statistics", "Endpoints"), "Endpoints"), (("Statistics", "I/O Graph"), "I/O Graph"), (("Statistics", "Flow Graph"), "Flow"), (("Analyze", "Expert Information"), "Expert")):
    habit("H13", "%s opens" % path[1])(lambda w, path=path, title=title: chosen(w, title, path[0], next(
        one for one in (w.menu(path[0]), w.open_menu(), w.keys("Escape", "Escape"))[1] if one.startswith(path[1]))))


@habit("H13", "a TCP stream can be followed")
def _(w):
    w.filter("tcp")
    w.select(1)
    return opened(w, "ctrl+alt+shift+t", "Stream")


# H14: the status bar

@habit("H14", "it counts packets and what is displayed, with the share")
def _(w):
    w.filter("icmp")
    return "Packets: " in w.status() and "%" in w.status()


@habit("H14", "it has the expert bullet")
def _(w):
    bar = w.find("status bar")
    return any("xpert" in one.name for one in each(bar))


@habit("H14", "it names the profile")
def _(w):
    bar = w.find("status bar")
    return any("rofile" in one.name for one in each(bar))


@habit("H14", "it names the selected field with its bytes")
def _(w):
    w.select(1)
    w.click(w.place(tree_row(w, "Ethernet")))
    return "(eth)" in w.status() and "bytes" in w.status()


# H15: profiles, preferences, decoding, times

for keys, title, of in (("ctrl+shift+a", "Profiles", "has the profiles"), ("ctrl+shift+p", "Preferences", "has the preferences"), ("ctrl+shift+u", "Decode As", "has Decode As"),
                        ("ctrl+shift+e", "Enabled Protocols", "has the enabled protocols"), ("F1", "Manual", "has the manual")):
    habit("H15", "%s %s" % (keys, of))(lambda w, keys=keys, title=title: opened(w, keys, title))


@habit("H15", "Ctrl++ makes all of it larger, Ctrl+= as it was")
def _(w):
    def height():
        cell = w.wait(lambda: w.table.queryTable().getAccessibleAt(0, 1), 4)
        return w.box(cell)[3]
    before = height()
    w.keys("ctrl+plus", "ctrl+plus", "ctrl+plus")
    larger = height()
    w.keys("ctrl+equal")
    return larger > before and height() == before


@habit("H15", "View, Name Resolution has a switch for each layer")
def _(w):
    w.menu("View", "Name Resolution")
    switches = {name: bool(w.wait(lambda name=name: w.item(name), 3)) for name in ("Resolve Physical Addresses", "Resolve Network Addresses", "Resolve Transport Addresses")}
    w.keys("Escape", "Escape")
    return all(switches.values())


@habit("H15", "there is a sheet of all shortcuts")
def _(w):
    return chosen(w, "", "Help", "Keyboard Shortcuts")


# For assistive technology

@habit("A11y", "all that takes the focus has a name")
def _(w):
    nameless = ["%s in %s" % (one.getRoleName(), one.parent.name or one.parent.getRoleName()) for one in w.all()
                if has(one, pyatspi.STATE_FOCUSABLE) and not one.name and one.getRoleName() not in ("filler", "frame", "unknown", "layered pane")]
    assert not nameless, "; ".join(sorted(set(nameless)))
    return True


@habit("A11y", "a row of the list is read in full")
def _(w):
    return all(w.cell(0, title) for title in ("No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"))


def main():
    global SAMPLES
    program, capture, *chapters = sys.argv[1:]
    SAMPLES = {"capture": capture}
    results, w, at = [], None, None
    for chapter, title, check in CHECKS:
        if chapters and chapter not in chapters:
            continue
        why = ""
        try:
            if w is None or at != chapter or w.process.poll() is not None:
                if w:
                    w.close()
                w, at = (Wireshark if program.endswith("wireshark") else Window)(program, capture), chapter
            for _ in range(3):
                w.keys("Escape")
            w.filter("")
            holds = bool(check(w))
        except Exception as problem:  # one habit that is not there keeps no other from being tried
            holds, why = False, str(problem).splitlines()[0] if str(problem) else type(problem).__name__
            if "--trace" in sys.argv:
                traceback.print_exc()
            w, _ = None, w and w.close()
        if w and w.process.poll() is not None:
            holds, why = False, "the program ended with %d" % w.process.returncode
            w = None
        results.append(holds)
        print("%-4s %s  %s%s" % (chapter, "holds" if holds else "FAILS", title, "  (%s)" % why if why else ""), flush=True)
    if w:
        w.close()
    print("%d of %d hold" % (sum(results), len(results)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
