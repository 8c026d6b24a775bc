#pragma once

#include "tests/support/dice.h"

#include <QStringList>

namespace vethscope::test {

/// Tables made by chance for a kernel to be asked, as iproute2 is told of them.
struct RandomTables {
    QString devices;      // shell commands: v0 … v5 with addresses, a bridge br0, a tunnel x0
    QStringList batch;    // what `ip -4 -batch` or `ip -6 -batch` loads; some of it a kernel refuses
    QStringList fdbBatch; // and `bridge -batch`
    QString afterwards;   // shell commands: some devices go down
};

/// One question of `ip route get`, as it is put and as packetOf() takes it.
struct RouteQuestion {
    QString words;
    QString packet;
};

RandomTables randomTables(Dice &dice, bool v6);
/// Of own addresses, of those that routes lead to, and of others.
RouteQuestion randomQuestion(Dice &dice, bool v6);
/// An address of the devices' networks, of which some have a neighbour entry.
QString randomNeighbour(Dice &dice, bool v6);
/// One of the few addresses that bridge and tunnel know or do not know.
QString randomMac(Dice &dice);

} // namespace vethscope::test
