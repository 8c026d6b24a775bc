#!/bin/sh
# Installs what is missing, builds everything and runs all tests without a display.
#   tests/run.sh [CTEST OPTION…]     for example -R vxlan
# A test that needs a program which is not installed is skipped, and told of at the end; with VETHSCOPE_ALL_PROGRAMS=1 this fails.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/app/build.sh" --tests
export PATH="$PATH:/usr/sbin:/sbin" # where Debian has ifconfig and nft, and users do not look
status=0
ctest --test-dir "$root/build" --output-on-failure --parallel "$(nproc)" "$@" || status=$?

skipped=$(grep -ahE '^SKIP +: .* needs .*, which (is|are) not installed' "$root/build/Testing/Temporary/LastTest.log" || true)
if [ -n "$skipped" ]; then
    echo "Not everything was tested:" && echo "$skipped"
    [ "${VETHSCOPE_ALL_PROGRAMS-0}" = 0 ] || [ $status -ne 0 ] || status=1
fi
exit $status
