"""H1 to H15: what a user of Wireshark expects without being told, one check a sentence, asked of the real window. See habits.sh."""
import os
import pathlib
import subprocess
import sys

from desktop import Window, on_own_screen, wait

ROOT = pathlib.Path(__file__).resolve().parents[2]
CAPTURE = str(ROOT / 'resources/samples/flannel-vxlan/captures/master.eth0.pcapng')
HABITS = {}


def habit(words):
    def keep(function):
        HABITS[function.__name__.upper()] = (words, function)
        return function
    return keep


class Checks:
    """What was asked of one habit, and what came of it."""

    def __init__(self):
        self.failed, self.held = [], []

    def __call__(self, what, holds):
        (self.held if holds else self.failed).append(what)

    def menu(self, window, *wanted):
        words = [item.replace('…', '') for item in window.menu()]
        for one in wanted:
            self(f'menu: {one}', any(one in word for word in words))

    def among(self, where, offered, *wanted):
        words = [word.replace('…', '').replace('&', '') for word in offered]
        for one in wanted:
            self(f'{where}: {one}', any(one in word for word in words))


def numbers(window, expression):
    """How many packets a filter leaves, by the status bar."""
    window.filter(expression)
    wait(lambda: 'Reading' not in window.status() and 'Filtering' not in window.status(), 5)
    words = window.status()
    return int(words.split('Displayed: ')[1].split()[0].replace(',', '')) if 'Displayed: ' in words else None


def by_tshark(expression):
    run = subprocess.run(['tshark', '-n', '-d', 'udp.port==8472,vxlan', '-r', CAPTURE, '-Y', expression, '-T', 'fields', '-e', 'frame.number'], capture_output=True, text=True)
    return len(run.stdout.split()) if run.returncode == 0 else None


@habit('three panes that follow each other')
def h1(window, check):
    window.keys('ctrl+g'), window.type('40'), window.keys('Return')
    tree = window.one('tree', 'Packet details')
    check('list, details and bytes are there', tree and window.one(None, 'Packet bytes') and window.one('table', 'Packet list'))
    check.menu(window, 'View/Packet List', 'View/Packet Details', 'View/Packet Bytes')
    before = len(window.all('frame'))
    table = window.one('table', 'Packet list')
    window.click(window.cell(table, 1, 0), times=2)
    check('a double click opens the packet in its own window', wait(lambda: len(window.all('frame')) > before or window.one('dialog'), 4))
    window.keys('Escape')


@habit('the default columns, and numbers that stay under a filter')
def h2(window, check):
    table = window.one('table', 'Packet list')
    columns = window.columns(table)
    for name in ('No.', 'Time', 'Source', 'Destination', 'Protocol', 'Length', 'Info'):
        check(f'column {name}', name in columns)
    check('No. is first, Info is last', columns and columns[0] == 'No.' and columns[-1] == 'Info')
    window.filter('dns')
    check('No. stays under a filter', wait(lambda: window.rows(table) < 100, 5) and window.cell(table, window.rows(table) - 1, 0).get_name() != str(window.rows(table)))
    window.filter('')


@habit('the filter bar')
def h3(window, check):
    line = window.one('text', 'Display filter')
    window.keys('ctrl+slash')
    check('Ctrl+/ goes to it', window.state(line, 'FOCUSED'))
    check('it says so while it is empty', 'filter' in (line.get_name() + line.get_description()).lower())
    window.click(window.cell(window.one('table', 'Packet list'), 2, 0))
    window.type('ar')
    check('typing anywhere begins a filter', wait(lambda: window.text(line).startswith('ar'), 3))
    window.keys('Escape'), window.filter('arp')
    check('Enter applies it', '100.0' not in window.status())
    window.click(window.one('push button', 'Clear the filter') or line)
    check('clear shows all', wait(lambda: '100.0' in window.status(), 5))
    check('recent filters', window.one('push button', 'Recent filters'))
    check('a bookmark menu', window.one('push button', 'ookmark') or window.one('push button', 'Saved'))
    check('+ makes a filter button', window.one('push button', 'Add a filter button') or window.one('push button', 'filter button'))
    check('what is wrong is told', wrong_is_told(window, line))


def wrong_is_told(window, line):
    """Whether some words appear that were not there before, beside the line or as its description."""
    def words():
        return {one.get_name() for one in window.all('label') if one.get_name()} | {line.get_description()}
    before = words()
    window.keys('ctrl+slash', 'ctrl+a')
    window.type('ip.src ==')
    told = wait(lambda: words() - before, 3)
    window.filter('')
    return told


@habit('completion')
def h4(window, check):
    line = window.one('text', 'Display filter')
    for typed, wanted in (('vx', 'vxlan'), ('vxlan.', 'vxlan.vni'), ('ip.sr', 'ip.src')):
        window.keys('ctrl+slash', 'ctrl+a'), window.type(typed)
        check(f'{typed} offers {wanted}', wait(lambda: any(wanted in one.get_name() for one in window.all('list item', shown=False) if one.get_name().startswith(wanted)), 4))
    window.keys('Escape')
    check('Escape leaves the text', window.text(line) == 'ip.sr')
    window.keys('ctrl+a'), window.type('vxlan.vn'), window.keys('Tab')
    check('Tab takes it', wait(lambda: window.text(line).startswith('vxlan.vni'), 3))
    window.filter('')


@habit('what filters mean')
def h5(window, check):
    for expression in ('tcp', 'ip.addr == 10.244.0.0/16', 'tcp.port in {80, 443}', 'ip.src != 172.27.0.11', 'udp.port eq 8472 and not icmp', 'frame.len > 100 && tcp', 'tcp.flags & 2', 'dns.qry.name contains "www"',
                       'dns.qry.name matches "^w"', 'eth.src[0:3] == 52:54:00', 'ip.ttl#1 == 64', 'arp || icmp'):
        shown, expected = numbers(window, expression), by_tshark(expression)
        check(f'{expression}: {expected} packets, not {shown}', shown == expected)
    window.filter('')


@habit('context menus')
def h6(window, check):
    table = window.one('table', 'Packet list')
    window.keys('ctrl+g'), window.type('40'), window.keys('Return')
    window.keys('ctrl+Home')
    check.among('list', window.popup(window.cell(table, 3, 4)), 'Mark', 'Ignore', 'Time Reference', 'Time Shift', 'Comment', 'Apply as Filter', 'Prepare as Filter', 'Conversation Filter', 'Colorize Conversation', 'Follow', 'Copy', 'Decode As',
                'New Window')
    tree = window.one('tree', 'Packet details')
    cell = next((one for one in window.walk(tree) if one.get_name().startswith('Ethernet')), tree)
    check.among('details', window.popup(cell), 'Expand', 'Collapse', 'Apply as Column', 'Apply as Filter', 'Prepare as Filter', 'Copy', 'Export Packet Bytes', 'and Selected', 'or Selected', 'Not Selected')


@habit('columns')
def h7(window, check):
    table = window.one('table', 'Packet list')
    header = next(one for one in window.walk_headers(table) if one.get_name() == 'Source')
    check.among('header', window.popup(header), 'Align Left', 'Align Cent', 'Align Right', 'Edit', 'Resize', 'Remove', 'Info')
    before = len(window.columns(table))
    cell = next((one for one in window.walk(window.one('tree', 'Packet details')) if one.get_name().startswith('Ethernet')), None)
    window.click(cell), window.keys('Right', 'Down', 'ctrl+shift+i')
    check('Shift+Ctrl+I makes a column of a field', wait(lambda: len(window.columns(table)) > before, 3))
    first = window.cell(table, 0, 0).get_name()
    window.click(next(window.walk_headers(table))), window.click(next(window.walk_headers(table)))
    check('a click on the header sorts', wait(lambda: window.cell(table, 0, 0).get_name() != first, 3))
    window.click(next(window.walk_headers(table)))


@habit('colours')
def h8(window, check):
    check.menu(window, 'Coloring Rules', 'Colorize Conversation', 'Colorize Packet List')


@habit('marks, time references, comments')
def h9(window, check):
    window.click(window.cell(window.one('table', 'Packet list'), 2, 0))
    for keys, word in (('ctrl+m', 'Marked: 1'), ('ctrl+alt+m', None), ('ctrl+shift+m', 'Marked: 105'), ('ctrl+alt+m', None)):
        window.keys(keys)
        check(f'{keys}: {word or "no mark"}', wait(lambda: (word in window.status()) if word else 'Marked' not in window.status(), 2))
    window.keys('ctrl+d')
    check('Ctrl+D ignores', wait(lambda: 'Ignored: 1' in window.status(), 2))
    window.keys('ctrl+d'), window.keys('ctrl+t')
    table = window.one('table', 'Packet list')
    check('Ctrl+T: *REF*', wait(lambda: any('REF' in window.cell(table, 2, column).get_name() for column in range(3)), 2))
    window.keys('ctrl+alt+t')
    check.menu(window, 'Next Mark', 'Previous Mark', 'Time Reference', 'Time Shift', 'Packet Comment', 'Ignore')


@habit('finding')
def h10(window, check):
    window.keys('ctrl+Home', 'ctrl+f')
    line = wait(lambda: window.one('text', 'Find'), 3)
    check('Ctrl+F shows the bar', line)
    for name in ('Packet list', 'Narrow', 'String'):
        check(f'a choice: {name}', window.one('combo box', name))
    check('case and backwards', window.one('check box', 'Case sensitive') and window.one('check box', 'Backwards'))
    before = window.selected()
    window.type('ICMP'), window.keys('Return')
    check('it finds', wait(lambda: window.selected() != before, 3))
    first = window.selected()
    window.keys('ctrl+n')
    check('Ctrl+N: next', wait(lambda: window.selected() > first, 3))
    window.keys('ctrl+b')
    check('Ctrl+B: back', wait(lambda: window.selected() == first, 3))
    window.keys('Escape')


@habit('moving')
def h11(window, check):
    table = window.one('table', 'Packet list')
    window.click(window.cell(table, 2, 0))
    for keys, wanted in (('ctrl+End', 105), ('ctrl+Home', 1), ('ctrl+Down', 2), ('F8', 3), ('F7', 2), ('ctrl+Up', 1)):
        window.keys(keys)
        check(f'{keys}: packet {wanted}', wait(lambda: window.selected() == wanted, 2))
    window.keys('ctrl+g'), window.type('50'), window.keys('Return')
    check('Ctrl+G: packet 50', wait(lambda: window.selected() == 50, 2))
    window.keys('ctrl+period')
    check('Ctrl+.: another of the conversation', wait(lambda: window.selected() > 50, 2))
    window.keys('alt+Left')
    check('Alt+Left: back to 50', wait(lambda: window.selected() == 50, 2))
    tree = window.one('tree', 'Packet details')
    before = window.selected()
    window.click(tree), window.keys('ctrl+Down')
    check('Ctrl+Down works from the details', wait(lambda: window.selected() == before + 1, 2))


@habit('files and capturing')
def h12(window, check):
    check.menu(window, 'File/Open', 'Open Recent', 'Merge', 'Save', 'Export Specified Packets', 'Export Packet Dissections', 'Print', 'Reload', 'Quit', 'Capture/Options', 'Start', 'Restart', 'Refresh Interfaces', 'Auto-Scroll')


@habit('conversation aids')
def h13(window, check):
    check.menu(window, 'Capture File Properties', 'Protocol Hierarchy', 'Conversations', 'Endpoints', 'I/O Graph', 'Flow Graph', 'TCP Stream Graph', 'Expert', 'Follow')
    check('an overview beside the list', window.one(None, 'Overview of the packet list'))


@habit('the status bar')
def h14(window, check):
    words = window.status()
    check('Packets, Displayed and a share', 'Packets: 105' in words and 'Displayed: 105 (100.0 %)' in words)
    check('the file', 'master.eth0.pcapng' in words)
    check('its twin on the command line agrees', numbers(window, 'tcp') == by_tshark('tcp'))
    window.filter('')
    check('a profile', 'Profile' in window.status() or window.one('push button', 'Profile'))
    check('an expert bullet', window.one('push button', 'xpert'))
    cell = next((one for one in window.walk(window.one('tree', 'Packet details')) if one.get_name().startswith('Ethernet')), None)
    window.click(cell)
    check('the field and its bytes: (eth), 14 bytes', wait(lambda: '(eth)' in window.status() and '14 bytes' in window.status(), 3))


@habit('profiles, preferences, decoding, time')
def h15(window, check):
    check.menu(window, 'Configuration Profiles', 'Preferences', 'Decode As', 'Enabled Protocols', 'Name', 'Time of Day', 'Epoch', 'Since Previous', 'UTC', 'Zoom In', 'Manual', 'Keyboard Shortcuts')
    window.keys('ctrl+alt+3')
    table = window.one('table', 'Packet list')
    check('Ctrl+Alt+3: seconds since 1970', wait(lambda: window.cell(table, 0, 1).get_name().startswith('1'), 2) and len(window.cell(table, 0, 1).get_name().split('.')[0]) == 10)
    window.keys('ctrl+alt+4')


def main(arguments):
    build = arguments.pop(0) if arguments and not arguments[0].upper() in HABITS else str(ROOT / 'build')
    wanted = [one.upper() for one in arguments] or list(HABITS)
    program = os.path.join(build, 'bin/vethscope')
    failed = 0
    for name in wanted:
        words, function = HABITS[name]
        check = Checks()
        window = Window(program, CAPTURE)
        try:
            function(window, check)
        except Exception as error:  # what is not there is a habit that does not hold
            check(f'it could be asked to the end ({type(error).__name__}: {error})', False)
        finally:
            window.end()
        failed += bool(check.failed)
        print(f'{name} {"holds" if not check.failed else "FAILS"}: {words} ({len(check.held)} of {len(check.held) + len(check.failed)})', flush=True)
        for one in check.failed:
            print(f'    not: {one}', flush=True)
    print(f'{len(wanted) - failed} of {len(wanted)} habits hold')
    return 1 if failed else 0


if __name__ == '__main__':
    if os.environ.get('ON_OWN_SCREEN') != '1':
        sys.exit(on_own_screen(os.path.abspath(__file__), sys.argv[1:]))
    sys.exit(main(sys.argv[1:]))
