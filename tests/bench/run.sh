#!/bin/sh
# Measures Vethscope beside the field's tools, in one run over one generated capture each.
#   tests/bench/run.sh [PACKETS]...     default 1000000 (356 MB, kept in build/bench)
# More than 2000000 packets go to $TMPDIR (10000000 are 3.6 GB) and are removed afterwards.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
"$root/app/build.sh" --bench generate bench scroll stalls snapshots drawing matrix journeys diagnosis vethscope-cli >/dev/null
bytesEach=360
long=2000000 # packets; tshark reads no more of a longer file

capture() { # PACKETS: makes the file if need be, sets $file
    folder=$root/build/bench
    [ "$1" -le $long ] || folder=${TMPDIR:-/tmp}
    mkdir -p "$folder"
    file=$folder/vethscope-bench-$1.pcap
    [ ! -s "$file" ] || return 0
    needed=$(($1 * bytesEach / 1024))
    free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
    [ "$free" -gt $((needed + 1048576)) ] || { echo "$folder has $free KiB free, $1 packets need $needed" >&2; exit 1; }
    "$root/build/tests/generate" "$file" "$1"
}

seconds() {
    begin=$(date +%s.%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s.%N)
    echo "$begin $end" | awk '{ printf "%.3f", $2 - $1 }'
}

tools() { # PACKETS
    limit=
    [ "$1" -le $long ] || limit="-c 1000000"
    echo "== whole programs over the same file, wall time"
    for command in "capinfos -c $file" "tcpdump -n -r $file -w /dev/null" \
        "$root/build/bin/vethscope-cli dump -n -r $file $limit" \
        "tshark -n -d udp.port==8472,vxlan -r $file $limit" \
        "$root/build/bin/vethscope-cli dump -r $file $limit -Y overlay.ip.dst==10.244.1.3&&tcp -T fields -e frame.number" \
        "tshark -n -d udp.port==8472,vxlan -r $file $limit -Y ip.dst==10.244.1.3&&tcp -T fields -e frame.number" \
        "$root/build/bin/vethscope-cli conversations -n -r $file" \
        "tshark -n -q -d udp.port==8472,vxlan -r $file $limit -z conv,tcp -z conv,ip"; do
        # shellcheck disable=SC2086 # each is a command line
        printf '%9s s  %s\n' "$(seconds $command)" "$(echo "$command" | sed "s|$root/||g")"
    done
}

for packets in "${@:-1000000}"; do
    capture "$packets"
    echo "== $packets packets: the core"
    "$root/build/tests/bench" "$file"
    echo "== the window (offscreen)"
    QT_QPA_PLATFORM=offscreen "$root/build/tests/scroll" "$file"
    QT_QPA_PLATFORM=offscreen "$root/build/tests/stalls" "$file"
    tools "$packets"
    [ "$packets" -le $long ] || rm -f "$file"
done
echo "== host output, pasted and in a folder"
"$root/build/tests/snapshots" "$root/resources/samples/calico-ipip/hosts/cn-worker1.txt"
echo "== drawings of 50 nodes (offscreen)"
QT_QPA_PLATFORM=offscreen "$root/build/tests/drawing"
echo "== journeys over eight points"
"$root/build/tests/journeys"
echo "== what is wrong"
"$root/build/tests/diagnosis"
echo "== who reaches whom"
"$root/build/tests/matrix"
