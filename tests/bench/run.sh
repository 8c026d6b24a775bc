#!/bin/sh
# Measures Vethscope beside the field's tools, in one run over one generated capture.
#   tests/bench/run.sh [PACKETS]     default 1000000, some 310 MB; the file is kept in build/bench
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
packets=${1:-1000000}
"$root/app/build.sh" --tests generate bench vethscope-cli >/dev/null
command -v tcpdump >/dev/null || { echo "tcpdump is missing: apt-get install tcpdump" >&2; exit 1; }

mkdir -p "$root/build/bench"
file=$root/build/bench/$packets.pcap
[ -s "$file" ] || "$root/build/tests/generate" "$file" "$packets"

echo "== Vethscope"
"$root/build/tests/bench" "$file"

seconds() {
    begin=$(date +%s.%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s.%N)
    echo "$begin $end" | awk '{ printf "%.3f", $2 - $1 }'
}

echo "== the same file, whole programs, wall time"
for command in "capinfos -c $file" "tcpdump -n -r $file -w /dev/null" \
    "$root/build/bin/vethscope-cli dump -n -r $file" \
    "tshark -n -d udp.port==8472,vxlan -r $file" \
    "$root/build/bin/vethscope-cli dump -r $file -Y overlay.ip.dst==10.244.1.3&&tcp -T fields -e frame.number" \
    "tshark -n -d udp.port==8472,vxlan -r $file -Y ip.dst==10.244.1.3&&tcp -T fields -e frame.number"; do
    # shellcheck disable=SC2086 # each is a command line
    printf '%9s s  %s\n' "$(seconds $command)" "$(echo "$command" | sed "s|$root/||g")"
done
