#!/bin/bash
# Records every cluster anew with the traffic of every pair, and holds what is foretold against it: every header at every capture point, every
# route that a kernel would take, and who gets an answer from whom.
#
#     tests/lab/prove.sh [BUILD]      BUILD: the build folder, ../build beside tests/ where not told otherwise
#
# Needs root, as run.sh does, and about five minutes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${1:-$root/build}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$here/run.sh" --capture-pairs --output "$folder"
VETHSCOPE_PAIRS=$folder "$build/tests/tst_predictsamples" everyPair -maxwarnings 0
for cluster in "$folder"/*/; do
    name=$(basename "$cluster")
    for file in reach.txt routes.txt; do
        diff -u "$root/resources/samples/$name/$file" "$cluster/$file" || { echo "$name: $file is not what the sample has" >&2; exit 1; }
    done
done
"$build/tests/tst_labanswers"
