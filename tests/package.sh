#!/bin/sh
# Proves that the Debian package installs and runs on a bare machine: makes it with cpack, and a minimal Debian with debootstrap in which it is installed with
# what it depends on, started, and removed again.
#   tests/package.sh [BUILD]     a build folder, configured; build/ unless told
# Needs root, a network and some 2 GB below ${TMPDIR:-/var/tmp}. Leaves nothing behind but the package, in BUILD.
set -eu

project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$(CDPATH='' cd -- "${1:-$project/build}" && pwd)
[ "$(id -u)" -eq 0 ] || { echo "package.sh: debootstrap and mounts need root" >&2; exit 4; }

install() { # COMMAND PACKAGE
    command -v "$1" >/dev/null && return
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
}

. "$project/tests/baredebian.sh"

# Runs in there.
commands='
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends /package.deb >/install.log 2>&1 || { tail -n 20 /install.log; echo "package: it cannot be installed"; exit 1; }
    check() { "$@" >/out 2>&1 || { cat /out; echo "package: failed: $*"; exit 1; }; }
    sample=/usr/share/vethscope/samples/flannel-vxlan/captures/master.eth0.pcapng
    check vethscope-cli dump -r $sample -Y vxlan -T fields -e vxlan.vni
    [ "$(sort -u /out)" = 1 ] || { echo "package: vethscope-cli found other networks"; exit 1; }
    check env QT_QPA_PLATFORM=offscreen vethscope --screenshot /picture.png $sample
    [ "$(head -c 4 /picture.png | tail -c 3)" = PNG ] || { echo "package: vethscope painted no picture"; exit 1; }
    check vethscope-capture -D
    check env QT_QPA_PLATFORM=xcb sh -c "ldd /usr/lib/*/qt6/plugins/platforms/libqxcb.so | grep -c not.found | grep -qx 0"
    [ "$(stat -c "%a %G" /usr/bin/vethscope-capture)" = "750 vethscope" ] || { echo "package: vethscope-capture has other rights"; exit 1; }
    getcap /usr/bin/vethscope-capture | grep -q cap_net_raw || echo "package: no capabilities in here"
    for file in applications/vethscope.desktop icons/hicolor/scalable/apps/vethscope.svg bash-completion/completions/vethscope-cli fish/vendor_completions.d/vethscope-cli.fish \
        zsh/vendor-completions/_vethscope-cli doc/vethscope/copyright mime/packages/vethscope-session.xml; do
        dpkg -L vethscope | grep -qx /usr/share/$file || { echo "package: there is no /usr/share/$file"; exit 1; }
    done
    dpkg -L vethscope | grep -c /usr/share/man/man1/vethscope | grep -qx 2 || { echo "package: manual pages are missing"; exit 1; }
    check apt-get purge -y -qq vethscope
    [ ! -e /usr/bin/vethscope-cli ] || { echo "package: it was not removed"; exit 1; }
    ! getent group vethscope >/dev/null || { echo "package: its group is left"; exit 1; }
    echo "package: installed, run and removed on a bare Debian"
'

if [ "${2-}" = --inside ]; then
    prepare "$3"
    cp "$(ls -t "$build"/vethscope_*.deb | head -n 1)" "$3/package.deb"
    enter "$3" sh -c "$commands"
fi

install debootstrap debootstrap
install dpkg-shlibdeps dpkg-dev
cmake --build "$build" --target vethscope_installed >"$build/cpack.log" 2>&1 || { tail -n 20 "$build/cpack.log"; exit 1; }
(cd "$build" && cpack >"$build/cpack.log" 2>&1) || { tail -n 20 "$build/cpack.log"; exit 1; }
folder=$(mktemp -d "${TMPDIR:-/var/tmp}/vethscope-package.XXXXXX")
trap 'rm -rf --one-file-system "$folder"' EXIT
trap 'exit 130' TERM INT HUP
mkdir "$folder/root"
setpriv --pdeathsig KILL unshare --mount --pid --ipc --fork --kill-child --mount-proc sh "$0" "$build" --inside "$folder/root" </dev/null
