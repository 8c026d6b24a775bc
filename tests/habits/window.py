"""A real window with a bus for assistive technology: started, given keys and clicks as a user gives them, and read as a screen reader reads it."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

import gi
import pyatspi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROWS = ("table", "tree", "tree table")  # whose children are cells, very many of them


def each(thing, depth=40):
    """Everything below, without the cells of tables."""
    yield thing
    if depth == 0 or thing.getRoleName() in ROWS:
        return
    for i in range(thing.childCount):
        child = thing.getChildAtIndex(i)
        if child is not None:
            yield from each(child, depth - 1)


def has(thing, state):
    return thing.getState().contains(state)


class Window:
    """The program with a file, on the display and the bus that run.sh has made. Ends with `close()`."""

    LIST = ("table", "Packet list")
    FILTER = "Display filter"

    def command(self, program, capture):
        return [program, "--lang", "en", capture]

    def __init__(self, program, capture, size=(1600, 960)):
        self.popup = None # the menu that was opened last: context menus are told of, and stand below nothing
        self.listener = Atspi.EventListener.new(self.__heard)
        self.listener.register("object:state-changed:showing")
        self.folder = tempfile.mkdtemp(prefix="vethscope-habits-")
        self.log = open(os.path.join(self.folder, "log"), "w+")
        environment = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=os.path.join(self.folder, "config"), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
        self.process = subprocess.Popen(self.command(program, capture), env=environment, stdout=self.log, stderr=self.log)
        self.application = self.wait(self.__application, 30)
        self.frame = self.wait(lambda: next((each_ for each_ in self.windows() if os.path.basename(capture) in each_.name), None), 30)
        name = self.wait(lambda: self.x("search", "--onlyvisible", "--pid", str(self.process.pid)).split(), 30)[0]
        self.x("windowmove", name, "0", "0", "windowsize", name, str(size[0]), str(size[1]), "windowfocus", name)
        self.table = self.wait(lambda: self.find(*self.LIST), 30)
        self.settle()

    def __heard(self, event, *_):
        try:
            if event.detail1 and event.source.get_role_name() == "popup menu":
                self.popup = event.source
        except GLib.GError:
            pass # it is gone already

    def __application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            one = desktop.getChildAtIndex(i)
            if one is not None and one.get_process_id() == self.process.pid:
                return one
        return None

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # hands

    def x(self, *words):
        return subprocess.run(["xdotool", *words], capture_output=True, text=True).stdout

    def keys(self, *names):
        for name in names:
            self.x("key", "--clearmodifiers", name)
            self.settle()

    def type(self, text):
        self.x("type", "--delay", "20", text)
        self.settle()

    def click(self, place, button=1, times=1):
        self.x("mousemove", str(place[0]), str(place[1]), "click", "--repeat", str(times), "--delay", "60", str(button))
        self.settle()

    def hover(self, place):
        self.x("mousemove", str(place[0] - 2), str(place[1]))
        self.x("mousemove", str(place[0]), str(place[1]))
        self.settle()

    def settle(self, seconds=0.35):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            time.sleep(0.02)

    def wait(self, asked, seconds=8):
        """What `asked` gives, once it gives anything."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = asked()
            except Exception:  # a widget that goes while it is read
                found = None
            if found or time.monotonic() > end:
                return found
            self.settle(0.1)

    # eyes

    def windows(self):
        return [self.application.getChildAtIndex(i) for i in range(self.application.childCount)]

    def all(self, role=None, name=None, showing=True):
        found = []
        for window in self.windows():
            for one in each(window):
                if (role is None or one.getRoleName() == role) and (name is None or re.fullmatch(name, one.name)) \
                        and (not showing or has(one, pyatspi.STATE_SHOWING)):
                    found.append(one)
        return found

    def find(self, role=None, name=None, showing=True):
        return next(iter(self.all(role, name, showing)), None)

    def place(self, thing):
        box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def box(self, thing):
        box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x, box.y, box.width, box.height

    def text(self, thing):
        text = thing.queryText()
        return text.getText(0, text.characterCount)

    def status(self):
        """All words of the status bar."""
        bar = self.find("status bar")
        return " | ".join(one.name for one in each(bar) if one.name and has(one, pyatspi.STATE_SHOWING))

    def displayed(self):
        found = re.search(r"Displayed: (\d+)", self.status())
        return int(found.group(1)) if found else None

    # the packet list

    def titles(self):
        table = self.table.queryTable()
        return [table.getColumnHeader(i).name for i in range(table.nColumns)]

    def rows(self):
        return self.table.queryTable().nRows

    def cell(self, row, title):
        table = self.table.queryTable()
        return table.getAccessibleAt(row, self.titles().index(title)).name

    def selected(self):
        """The number of the selected packet."""
        rows = self.table.queryTable().getSelectedRows()
        return int(re.match(r"\d+", self.cell(rows[0], "No.")).group()) if rows else None # "3, marked"

    def select(self, row, title="Info"):
        table = self.table.queryTable()
        self.click(self.place(table.getAccessibleAt(row, self.titles().index(title))))

    def menu(self, *path):
        """Opens the menus of these names and chooses the last."""
        for name in path:
            if name != path[0]:
                self.wait(lambda: self.item(name), 3)
            item = self.wait(lambda: self.item(name), 3) if name != path[0] else self.find("menu item", name)
            assert item, "no menu item " + name
            self.popup = None
            self.click(self.place(item))
            self.wait(lambda: self.popup or name == path[-1], 2)

    def item(self, name):
        return next((one for one in self.open_items() if one.name == name), None)

    def open_items(self):
        if self.popup is None:
            return []
        return [self.popup.get_child_at_index(i) for i in range(self.popup.get_child_count())]

    def open_menu(self):
        """The words of the menu that was opened last."""
        return [one.name for one in self.open_items() if one.name]

    def context_menu(self, place):
        """Its words; it is closed again."""
        self.popup = None
        self.click(place, button=3)
        self.wait(lambda: self.popup, 3)
        words = self.open_menu()
        self.keys("Escape")
        return words

    def filter(self, expression):
        self.write_filter(expression)
        self.keys("Return")
        if self.wait(lambda: self.text(self.find("text", self.FILTER)) == expression, 1) is None:
            raise AssertionError("the filter became " + self.text(self.find("text", self.FILTER)))
        self.settle(0.4)

    def write_filter(self, expression):
        """Without applying it."""
        self.keys("ctrl+slash", "ctrl+a", "Delete")
        if expression:
            self.type(expression)


class Wireshark(Window):
    """The same hands and eyes for Wireshark, to hold one beside the other."""

    LIST = ("tree", "Packet list")
    FILTER = "Display filter entry"

    def command(self, program, capture):
        return [program, "-d", "udp.port==8472,vxlan", "-r", capture]
