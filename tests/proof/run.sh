#!/bin/bash
# What is foretold from the samples' texts, changed in every way: printed otherwise, without each command of each host, with each fact another.
# CTest tries a part of it.
#
#     tests/proof/run.sh [BUILD]      BUILD: the build folder, ../build beside tests/ where not told otherwise
set -euo pipefail

build=${1:-$(cd "$(dirname "$0")/../.." && pwd)/build}
export VETHSCOPE_ALL=1 QTEST_FUNCTION_TIMEOUT=3600000
for test in tst_metamorphic tst_commandremoved tst_citedlines; do
    "$build/tests/$test" -maxwarnings 0
done
