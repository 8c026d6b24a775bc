#!/bin/sh
# Tries in the running window what a Wireshark user's hands expect (habits.py), with keys and mouse, and reads it as a screen reader does.
#   tests/habits/run.sh [--build BUILD | --wireshark] [H3 H10 …]      which chapters: all where none is named
# With --wireshark the same hands try Wireshark, which must be installed.
# Installs what it needs. Not a part of ctest: it takes some minutes and the display's focus.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
program=$root/build/bin/vethscope
case ${1-} in
    --build) program=$2/bin/vethscope; shift 2 ;;
    --wireshark) program=wireshark; shift ;;
esac
missing=
for package in xvfb xdotool dbus at-spi2-core openbox python3 python3-pyatspi tshark; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # the list is meant to be split
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

folder=$(mktemp -d)
chmod 700 "$folder"
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1600x960x24 3>"$folder/display" 2>/dev/null &
server=$!
read -r number <"$folder/display"
DISPLAY=":$number" openbox 2>/dev/null & # without a window manager, no new window would get the keys
manager=$!
trap 'kill "$manager" "$server"; rm -rf "$folder"' EXIT
export DISPLAY=":$number" XDG_RUNTIME_DIR="$folder" QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 dbus-run-session -- /usr/bin/python3 "$here/habits.py" "$program" \
    "$root/resources/samples/flannel-vxlan/captures/master.eth0.pcapng" "$@" 2>"$folder/errors" || { status=$?; grep -v 'fd limit' "$folder/errors" >&2 || true; exit $status; }
