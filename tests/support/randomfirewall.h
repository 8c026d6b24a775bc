#pragma once

#include "tests/support/dice.h"

#include <QStringList>

namespace vethscope::test {

/// Rules made by chance for a machine between a client (10.1.0.0/24 on vc) and a server (10.2.0.0/24 and all else on vs), as iptables-restore or nft takes them.
QString randomIptables(Dice &dice);
QString randomNftables(Dice &dice);

/// A packet to be sent, as tests/kernel/packets.py takes it.
QString randomSending(Dice &dice, int number);

} // namespace vethscope::test
