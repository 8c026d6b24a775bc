#!/bin/bash
# Builds the lab's clusters one after another, records captures and host output, takes everything down again.
#
#     tests/lab/run.sh [--output DIR] [CLUSTER...]      all clusters, into resources/samples/, when not told otherwise
#
# Promise: nothing is left behind. The whole lab lives in one private set of namespaces; when its first process ends,
# however it ends, the kernel ends all the others and with them every interface, mount and file of theirs.
set -euo pipefail

(( EUID == 0 )) || { echo "run.sh: network namespaces need root" >&2; exit 4; }
here=$(cd "$(dirname "$0")" && pwd)

# command -> the Debian package that brings it
declare -A packages=(
    [ip]=iproute2 [bridge]=iproute2 [ss]=iproute2 [brctl]=bridge-utils [ifconfig]=net-tools [ping]=iputils-ping
    [curl]=curl [dnsmasq]=dnsmasq-base [iptables-legacy]=iptables [ethtool]=ethtool [tcpdump]=tcpdump
    [wireguard-go]=wireguard-go [wg]=wireguard-tools
    [dumpcap]=wireshark-common [tshark]=tshark [sysctl]=procps [python3]=python3 [bird]=bird2 [conntrack]=conntrack
)
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
missing=()
for command in "${!packages[@]}"; do
    command -v "$command" >/dev/null || missing+=("${packages[$command]}")
done
if (( ${#missing[@]} )); then
    apt-get update -q >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >&2
fi

# What the kernel may keep in modules; a kernel that has them built in needs nothing here.
for module in br_netfilter vxlan tun; do
    modprobe --quiet "$module" 2>/dev/null || true
done

# A clean environment: no proxy and no locale of this machine may colour what the lab records.
# unshare itself is deaf to SIGTERM and SIGINT, hence the trap; and it dies with this script, hence setpriv.
env -i PATH="$PATH" HOME=/root LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
    setpriv --pdeathsig KILL unshare --net --uts --ipc --mount --pid --fork --kill-child --mount-proc \
    python3 "$here/main.py" "$@" &
lab=$!
trap 'kill -KILL $lab' TERM INT HUP
wait $lab
