#!/bin/sh
# Builds everything with clang and the address and undefined-behaviour sanitizers into build-sanitize/ (which tests/fuzz/run.sh
# shares) and runs all tests.
#   tests/sanitize.sh [CTEST OPTION…]     for example -R vxlan
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
VETHSCOPE_BUILD=build-sanitize VETHSCOPE_CMAKE_FLAGS="-DVETHSCOPE_SANITIZE=ON -DCMAKE_CXX_COMPILER=clang++-19 ${VETHSCOPE_CMAKE_FLAGS-}" \
    "$root/app/build.sh" --sanitize

# Qt's and fontconfig's own caches live until the program ends, and are no leaks of ours; everything else stays on.
export ASAN_OPTIONS="${ASAN_OPTIONS-detect_stack_use_after_return=1:strict_string_checks=1}"
export LSAN_OPTIONS="${LSAN_OPTIONS-suppressions=$root/tests/support/leaks.txt:print_suppressions=0}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS-print_stacktrace=1:halt_on_error=1}"
exec ctest --test-dir "$root/build-sanitize" --output-on-failure --parallel "$(nproc)" "$@"
