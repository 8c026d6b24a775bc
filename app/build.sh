#!/bin/sh
# Installs what is missing on a Debian machine and builds Vethscope into build/.
#   app/build.sh [--tests | --bench | --sanitize | --fuzz] [TARGET…]
# With --tests also the programs that the tests call, with --bench those that are measured beside Vethscope, with --sanitize what the
# tests need and clang, with --fuzz only what libFuzzer needs. VETHSCOPE_BUILD names another folder than build, VETHSCOPE_CMAKE_FLAGS
# are added to cmake's. app/run.sh and tests/run.sh call it; both work from nothing.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$root/${VETHSCOPE_BUILD:-build}

packages='g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
libqcustomplot-dev libgl-dev libpcap-dev libarchive-dev libpcre2-dev nlohmann-json3-dev libyaml-cpp-dev libfmt-dev libcli11-dev
fonts-inter fonts-jetbrains-mono fonts-noto-cjk'
forTests='tshark iproute2 iptables iputils-ping libcap2-bin python3 busybox net-tools bridge-utils nftables graphviz'
case "${1-}" in
    --tests) shift; packages="$packages $forTests" ;;
    --bench) shift; packages="$packages tshark tcpdump" ;;
    --sanitize) shift; packages="$packages $forTests clang-19 libclang-rt-19-dev" ;;
    --fuzz) shift; packages='clang-19 libclang-rt-19-dev cmake ninja-build pkg-config python3 libpcap-dev libarchive-dev libpcre2-dev nlohmann-json3-dev libyaml-cpp-dev libfmt-dev' ;;
esac

missing=
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "These packages are missing, and neither root nor sudo is there to install them:$missing" >&2; exit 1; }
        as_root=sudo
    fi
    echo "Installing:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # the list is meant to be split
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# shellcheck disable=SC2086 # the flags are meant to be split
cmake -S "$root" -B "$build" -G Ninja ${VETHSCOPE_CMAKE_FLAGS-} >/dev/null
if [ $# -gt 0 ]; then
    cmake --build "$build" --target "$@"
else
    cmake --build "$build"
fi
