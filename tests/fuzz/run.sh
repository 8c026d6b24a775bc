#!/bin/sh
# Builds the libFuzzer targets into build-sanitize/ (which tests/sanitize.sh shares) and lets each run for a while.
#   tests/fuzz/run.sh [TARGET…] [--seconds N]     default: every target for 60 seconds
#   tests/fuzz/run.sh hostcommand:each            every parser of host output by itself; hostcommand:ip-addr is one of them
# Begins with what is kept in tests/fuzz/corpus/ and what earlier runs found (build-sanitize/corpus/). An input that crashes,
# hangs or breaks a promise is kept in build-sanitize/findings/, and the script fails.
# A new target: a file in targets/, a line in CMakeLists.txt, a folder of seeds in corpus/.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
captures=$root/../shared/captures # more seeds, where they are

seconds=60
targets=
while [ $# -gt 0 ]; do
    case "$1" in
        --seconds) seconds=${2:?--seconds needs a number}; shift 2 ;;
        -*) sed -n '2,7s/^# //p' "$0" >&2; exit 2 ;;
        *)
            [ -f "$here/targets/${1%%:*}.cpp" ] || { echo "There is no target $1; there are: $(cd "$here/targets" && echo *.cpp | sed 's/\.cpp//g')" >&2; exit 2; }
            targets="$targets $1"; shift ;;
    esac
done
[ -n "$targets" ] || targets=$(cd "$here/targets" && echo *.cpp | sed 's/\.cpp//g')

names=
for target in $targets; do names="$names fuzz_${target%%:*}"; done
# shellcheck disable=SC2086 # the list is meant to be split
VETHSCOPE_BUILD=build-sanitize VETHSCOPE_CMAKE_FLAGS="-DVETHSCOPE_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-19 ${VETHSCOPE_CMAKE_FLAGS-}" \
    "$root/app/build.sh" --fuzz $names

work=$root/build-sanitize
mkdir -p "$work/findings"
seedsOf() {
    case "$1" in
        pcap | pcapng | store | packed) [ ! -d "$captures" ] || echo "$captures" ;;
        frame)
            [ ! -d "$captures" ] || [ -d "$work/frames" ] || python3 "$here/frames.py" "$captures" "$work/frames"
            [ ! -d "$work/frames" ] || echo "$work/frames" ;;
    esac
}

commands() { VETHSCOPE_FUZZ_COMMAND=list "$work/bin/fuzz_hostcommand" 2> "$work/hostcommand.log"; }
all=
for target in $targets; do
    case "$target" in
        hostcommand:each) for command in $(commands); do all="$all hostcommand:$command"; done ;;
        hostcommand:*)
            commands | grep -qxF "${target#*:}" || { echo "There is no parser ${target#*:}; there are:" $(commands) >&2; exit 2; }
            all="$all $target" ;;
        *:*) echo "Only hostcommand has parts, ${target%%:*} has none." >&2; exit 2 ;;
        *) all="$all $target" ;;
    esac
done

failed=
for one in $all; do
    program=${one%%:*}
    part=${one#"$program"}
    target=$program${part:+-${part#:}}
    mkdir -p "$work/corpus/$program" "$work/corpus/$target" "$here/corpus/$program"
    echo "== $one, $seconds s"
    # shellcheck disable=SC2046 # the folders are meant to be split
    if ! VETHSCOPE_FUZZ_COMMAND=${part#:} "$work/bin/fuzz_$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -print_final_stats=1 -verbosity=1 \
        -artifact_prefix="$work/findings/$target-" "$work/corpus/$target" "$here/corpus/$program" $(seedsOf "$one") \
        > "$work/$target.log" 2>&1; then
        failed="$failed $one"
        tail -60 "$work/$target.log"
    fi
    grep -E '^stat::number_of_executed_units|DONE' "$work/$target.log" || true
done
[ -z "$failed" ] || { echo "Findings in:$failed; the inputs are in $work/findings" >&2; exit 1; }
