#!/bin/sh
# Installs what is missing, builds everything and runs all tests without a display.
#   tests/run.sh [CTEST OPTION…]     for example -R vxlan
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/app/build.sh" --tests
exec ctest --test-dir "$root/build" --output-on-failure --parallel "$(nproc)" "$@"
