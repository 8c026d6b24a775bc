"""The real window on a screen of its own (Xvfb): looked at through AT-SPI, as a screen reader does, and driven with real keys and clicks (xdotool)."""
import os
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1400, 900


def on_own_screen(script, arguments):
    """Runs the script anew, with a display, a session bus and a home that nobody else has. Returns its exit code."""
    read, write = os.pipe()
    screen = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-nolisten', 'tcp'], pass_fds=[write], stderr=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DISPLAY=':' + os.read(read, 20).decode().strip(), HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home, LC_ALL='C.UTF-8',
                           QT_ACCESSIBILITY='1', QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1', QT_QPA_PLATFORM='xcb', ON_OWN_SCREEN='1')
        try:
            return subprocess.run(['dbus-run-session', '--', sys.executable, script] + arguments, env=environment).returncode
        finally:
            screen.terminate()
            screen.wait()


def wait(condition, seconds=10):
    """The first true value of the condition; else the last one."""
    end = time.time() + seconds
    while True:
        value = condition()
        if value or time.time() > end:
            return value
        time.sleep(0.1)


class Window:
    """One run of the program."""

    def __init__(self, program, *arguments):
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        self.spi = Atspi
        self.opened = None  # the context menu that came last: it stands below nothing, and is told of as it comes
        self.listener = Atspi.EventListener.new(self._heard)
        self.listener.register('object:state-changed:showing')
        self.process = subprocess.Popen([program, '--lang', 'en', '--theme', 'light', *arguments], stderr=subprocess.DEVNULL)
        self.application = wait(self._application, 60)
        if not self.application:
            raise SystemExit('the window does not come')
        wait(lambda: self.one('table', 'Packet list'), 30)
        self.click(self.one('table', 'Packet list'))

    def _heard(self, event):
        if event.detail1 and event.source.get_role_name() == 'popup menu':
            self.opened = event.source

    def _listen(self):
        from gi.repository import GLib
        while GLib.MainContext.default().iteration(False):
            pass

    def end(self):
        self.process.terminate()
        self.process.wait()

    def _application(self):
        desktop = self.spi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(place)
            if one and one.get_name() == 'Vethscope' and one.get_process_id() == self.process.pid:
                return one
        return None

    # What is there

    def walk(self, start=None):
        for place in range((start or self.application).get_child_count()):
            one = (start or self.application).get_child_at_index(place)
            if not one:
                continue
            yield one
            if one.get_role_name() not in ('table', 'tree', 'tree table') or one.get_child_count() < 200:
                yield from self.walk(one)

    def shown(self, one):
        return one.get_state_set().contains(self.spi.StateType.SHOWING)

    def all(self, role=None, name=None, start=None, shown=True):
        return [one for one in self.walk(start) if (role is None or one.get_role_name() == role) and (name is None or name in one.get_name()) and (not shown or self.shown(one))]

    def one(self, role=None, name=None, start=None, shown=True):
        for one in self.walk(start):
            if (role is None or one.get_role_name() == role) and (name is None or name in one.get_name()) and (not shown or self.shown(one)):
                return one
        return None

    def state(self, one, name):
        return one.get_state_set().contains(getattr(self.spi.StateType, name))

    def text(self, one):
        text = one.get_text_iface()
        return self.spi.Text.get_text(one, 0, self.spi.Text.get_character_count(one)) if text else one.get_name()

    def status(self):
        """The status bar's words."""
        bar = self.one('status bar')
        return ' | '.join(one.get_name() for one in self.walk(bar) if self.shown(one) and one.get_name()) if bar else ''

    def menu(self):
        """`Edit/Find Packet…` and the like of all menus, open or not."""
        found = []

        def below(start, path):
            for place in range(start.get_child_count()):
                one = start.get_child_at_index(place)
                if not one:
                    continue
                here = path + [one.get_name()] if one.get_role_name() in ('menu item', 'check menu item', 'radio menu item') else path
                if here is not path and one.get_name():
                    found.append('/'.join(here))
                below(one, here)
        below(self.one('menu bar'), [])
        return found

    def popup(self, one):
        """What the context menu of that offers, submenus and all."""
        self._listen()
        self.opened = None
        self.click(one, button=3)
        wait(lambda: self._listen() or self.opened, 5)
        words = [item.get_name() for item in self.walk(self.opened) if item.get_name()] if self.opened else []
        for _ in range(2):
            self.keys('Escape')
        return words

    def columns(self, table):
        return [one.get_name() for one in self.walk_headers(table)]

    def walk_headers(self, table):
        for place in range(min(table.get_child_count(), 40)):
            one = table.get_child_at_index(place)
            if one and one.get_role_name() == 'table column header':
                yield one

    def cell(self, table, row, column):
        return self.spi.Table.get_accessible_at(table, row, column)

    def rows(self, table):
        return self.spi.Table.get_n_rows(table)

    def selected(self):
        """The number of the packet whose row is selected."""
        table = self.one('table', 'Packet list')
        rows = self.spi.Table.get_selected_rows(table)
        return int(self.cell(table, rows[0], 0).get_name()) if rows else None

    # What is done

    def keys(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)
        time.sleep(0.15)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '25', text], check=True)
        time.sleep(0.2)

    def click(self, one, button=1, times=1, at=None):
        box = self.spi.Component.get_extents(one, self.spi.CoordType.SCREEN)
        x, y = at or (box.x + min(box.width // 2, 60), box.y + min(box.height // 2, 60))
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '60', str(button)], check=True)
        time.sleep(0.3)

    def filter(self, text):
        """Types it into the filter line and applies it."""
        self.keys('ctrl+slash')
        self.keys('ctrl+a')
        self.type(text) if text else self.keys('Delete')
        self.keys('Return')
        time.sleep(0.4)
