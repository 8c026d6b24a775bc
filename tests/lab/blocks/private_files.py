"""The lab's own view of /etc and /run. Only the lab's mount namespace sees it, so the machine's files stay as they are."""

import os
import pathlib
import subprocess

STAGING = pathlib.Path("/run/lab")
OWN_FOLDERS = "/run/netns", "/run/flannel", "/run/bird", "/run/wireguard"  # each machine has its own of these


def prepare():
    """Puts a scratch copy over /etc and an empty /run, and makes `iptables` and `ip6tables` the legacy ones, which work in any namespace."""
    mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", "/run")
    for folder in (STAGING, *OWN_FOLDERS):
        os.mkdir(folder)
    scratch = STAGING / "etc"
    subprocess.run(["cp", "-a", "/etc", scratch], check=True)
    mount("--bind", scratch, "/etc")
    write("/etc/hosts", "127.0.0.1 localhost\n")
    write("/etc/resolv.conf", "")
    write("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\nnetworks: files\nservices: files\n")
    for tables in ("iptables", "ip6tables"):
        for what in ("", "-save", "-restore"):
            link = pathlib.Path("/etc/alternatives", tables + what)
            link.unlink(missing_ok=True)
            link.symlink_to(f"/usr/sbin/{tables}-legacy{what}")


def for_machine(name, **files):
    """Writes /etc/netns/NAME/FILE. `ip netns exec NAME` and Machine both lay these over /etc, as ip-netns(8) promises."""
    folder = pathlib.Path("/etc/netns", name)
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        write(folder / file.replace("_", "."), text)


def write(path, text):
    path = pathlib.Path(path)
    if path.is_symlink():
        path.unlink()
    path.write_text(text)


def mount(*arguments):
    subprocess.run(["mount", *map(os.fspath, arguments)], check=True)
