"""Machine: what a node, a pod and a router have in common."""

import pathlib
import subprocess
import sys

from blocks import private_files, processes

LIFETIME = 900  # seconds; the holder ends by itself should everything else fail to end it


class Machine:
    """A network, host name and mounts of its own, held open by one sleeping process; `hostname` says its name."""

    def __init__(self, name, **etc_files):
        self.name = name
        private_files.for_machine(name, hostname=name + "\n", **etc_files)
        prepare = (
            f"hostname {name}; mount -t sysfs sysfs /sys;"
            f"for folder in {' '.join(private_files.OWN_FOLDERS)}; do mount -t tmpfs -o mode=755 tmpfs $folder; done;"
            f"for file in /etc/netns/{name}/*; do mount --bind $file /etc/${{file##*/}}; done;"
            f"ip link set lo up; echo ready; exec sleep {LIFETIME}")
        self._holder = processes.start(["unshare", "--net", "--uts", "--mount", "sh", "-ec", prepare], ready="ready")

    @property
    def namespace(self):
        return f"/proc/{self._holder.pid}/ns/net"

    def inside(self, *command):
        """The command line that runs `command` on this machine."""
        return ["nsenter", f"--target={self._holder.pid}", "--net", "--uts", "--mount", "--wd=/root", "--", *map(str, command)]

    def run(self, *command, input=None):
        """Runs a set-up command, which must succeed, and returns what it printed."""
        done = subprocess.run(self.inside(*command), input=input, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{self.name}: {' '.join(map(str, command))}: {done.stderr.strip()}")
        return done.stdout

    def shell(self, line):
        """Runs one typed line as root's shell would; what a terminal would show, errors included."""
        return subprocess.run(self.inside("bash", "-c", line), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=30).stdout

    def start(self, *command, **options):
        return processes.start(self.inside(*command), **options)

    def ip(self, line):
        """`machine.ip("link set eth0 up")`: iproute2 in one readable line."""
        return self.run("ip", *line.split())

    def sysctl(self, *settings):
        self.run("sysctl", "-qw", *settings)

    def write(self, path, text):
        self.run("sh", "-c", f"mkdir -p $(dirname {path}) && cat > {path}", input=text)

    def plain_frames(self, interface):
        """Every frame on this interface as a wire would carry it: whole checksums, nothing larger than the MTU."""
        self.run("ethtool", "-K", interface, "tx", "off", "sg", "off", "tso", "off", "gso", "off", "gro", "off")

    def serve_http(self):
        self.start(sys.executable, pathlib.Path(__file__).with_name("web_server.py"), ready="serving")
