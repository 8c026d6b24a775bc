#!/bin/bash
# Random tables against the kernel of this machine: loaded into network namespaces of their own, printed by iproute2, read by our parsers,
# asked here and of the kernel. None may differ. Then random rules of iptables and nftables, through which real packets are sent.
#
#     tests/kernel/run.sh [--build DIR] [--seed N] [ROUNDS]      25 rounds are 10 000 questions about routes and as many packets, when not told otherwise
#
# CTest runs a round or two of both, core/tst_kernel_proof and core/tst_kernel_firewallproof. Needs no root where user namespaces are permitted.
set -euo pipefail

here=$(cd "$(dirname "$0")/../.." && pwd)
build=$here/build
seed=1
while [[ ${1:-} == --* ]]; do
    case $1 in
        --build) build=$2 ;;
        --seed) seed=$2 ;;
        *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done

export VETHSCOPE_SEED=$seed VETHSCOPE_ROUNDS=${1:-25}
"$build/tests/tst_kernel_proof"
"$build/tests/tst_kernel_firewallproof"
