#!/bin/bash
# What a user of Wireshark expects, asked of the real window: each habit with what holds and what does not. Exit code 1: something does not.
#
#     tests/proof/habits.sh [BUILD] [H1 H9…]      BUILD: the build folder, ../build beside tests/ where not told otherwise
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
packages=(at-spi2-core dbus gir1.2-atspi-2.0 python3-gi tshark xdotool xvfb)
for package in "${packages[@]}"; do
    if ! dpkg -s "$package" > /dev/null 2>&1; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
        break
    fi
done
exec /usr/bin/python3 "$here/habits.py" "$@"
