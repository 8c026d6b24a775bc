#!/bin/sh
# Installs what is missing, builds Vethscope and starts it.
#   app/run.sh [FILE…]     any option of `vethscope` may stand beside the files
# Without a file it opens the bundled sample; without a display it writes a screenshot instead.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/app/build.sh" vethscope vethscope-cli

[ $# -gt 0 ] || set -- "$root/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"

if [ -z "${DISPLAY-}" ] && [ -z "${WAYLAND_DISPLAY-}" ]; then
    picture=$PWD/vethscope.png
    echo "There is no display here, so Vethscope paints its window into $picture"
    QT_QPA_PLATFORM=offscreen exec "$root/build/bin/vethscope" --select 4 --screenshot "$picture" "$@"
fi
exec "$root/build/bin/vethscope" "$@"
