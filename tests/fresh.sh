#!/bin/sh
# Proves that both commands of README work on a bare machine: makes a minimal Debian with debootstrap, clones the commit that is
# checked out here into it, and runs app/run.sh and tests/run.sh there. Run it before an issue that adds a dependency is called done.
#   tests/fresh.sh [--keep] [CTEST OPTION…]     for example -R vxlan; with --keep the machine's folder stays
# Needs root, a network and some 8 GB below ${TMPDIR:-/var/tmp}. Debian's packages come from where apt takes them on this machine,
# with its proxies, keys and certificates. ../shared is seen in there, read only, where it is here.
#
# Promise: nothing is left behind. All of it lives in namespaces of its own: when this script ends, however it ends, the kernel ends
# every process in there, and with the last one every mount.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
[ "$(id -u)" -eq 0 ] || { echo "fresh.sh: debootstrap and mounts need root" >&2; exit 4; }

install() { # COMMAND PACKAGE
    command -v "$1" >/dev/null && return
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

. "$project/tests/baredebian.sh"

# Runs in there, in the clone. What it took is told as seconds by the clock and as seconds of all processors.
commands='
    cd /src/vethscope
    measure() { begin=$(date +%s); used=$(spent); }
    spent() { awk "NR == 2 { split(\$1, user, /[ms]/); split(\$2, kernel, /[ms]/); print int(60 * (user[1] + kernel[1]) + user[2] + kernel[2]) }" /tmp/times; }
    took() { times >/tmp/times; took="$(($(date +%s) - begin)) s, $(($(spent) - used)) s of processor time"; }
    times >/tmp/times
    measure
    app/run.sh || { took; echo "fresh: app/run.sh failed: $took"; exit 1; }
    [ "$(head -c 4 vethscope.png | tail -c 3)" = PNG ] || { echo "fresh: app/run.sh wrote no picture"; exit 1; }
    took && echo "fresh: app/run.sh painted its picture: $took" && measure
    tests/run.sh "$@" || { took; echo "fresh: tests/run.sh failed: $took"; exit 1; }
    took && echo "fresh: tests/run.sh passed: $took"
'

if [ "${1-}" = --inside ]; then
    root=$2 && shift 2
    begin=$(date +%s)
    prepare "$root"
    git -c safe.directory='*' clone --quiet --no-hardlinks "$project" "$root/src/vethscope"
    echo "fresh: a Debian of $(du -sm "$root" | cut -f 1) MB with $(git -C "$root/src/vethscope" log -1 --format='%h, %s'), after $(($(date +%s) - begin)) s"
    enter "$root" sh -c "$commands" fresh "$@"
fi

keep=no
[ "${1-}" != --keep ] || { keep=yes; shift; }
install debootstrap debootstrap
install git git
git -c safe.directory='*' -C "$project" diff --quiet HEAD || echo "fresh: what is not committed here is not in the clone" >&2

folder=$(mktemp -d "${TMPDIR:-/var/tmp}/vethscope-fresh.XXXXXX")
inside=
cleanUp() {
    trap '' TERM INT HUP
    [ -z "$inside" ] || { kill -KILL "$inside" 2>/dev/null && wait "$inside" 2>/dev/null; } || true
    if [ $keep = yes ]; then echo "fresh: kept in $folder/root"; else rm -rf --one-file-system "$folder"; fi
}
trap cleanUp EXIT
trap 'exit 130' TERM INT HUP
mkdir "$folder/root"
# unshare itself is deaf to SIGTERM and SIGINT, hence the traps; and it dies with this script, hence setpriv.
setpriv --pdeathsig KILL unshare --mount --pid --ipc --fork --kill-child --mount-proc sh "$0" --inside "$folder/root" "$@" </dev/null &
inside=$!
status=0
wait "$inside" || status=$?
inside=
exit $status
