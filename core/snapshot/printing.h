#pragma once

#include "core/snapshot/hostcommand.h"

namespace vethscope {

/// Notes with the machine whose command it was which tables its output showed. For each command that a parser read and that did not
/// fail, once it is read; `allUnderstood` when no line of the output was left over. An output that is empty is that of a machine only
/// where other lines tell of it.
void notePrinted(Reading &reading, const HostCommand &command, bool allUnderstood);

// HostCommand::prints of the parsers: tables and families by the words typed. Nothing for what prints no table, as `ip route get`.
// Whether a pipe or a missing command line takes the wholeness away is not their business.

std::vector<Printing> printsInterfaces(const TypedCommand &command);  // ip addr, ip link
std::vector<Printing> printsIfconfig(const TypedCommand &command);
std::vector<Printing> printsSomeInterfaces(const TypedCommand &command); // bridge link, /sys/class/net …: never all of them
std::vector<Printing> printsBridges(const TypedCommand &command);     // brctl show
std::vector<Printing> printsRoutes(const TypedCommand &command);      // ip route
std::vector<Printing> printsOldRoutes(const TypedCommand &command);   // route, netstat -r
std::vector<Printing> printsRules(const TypedCommand &command);
std::vector<Printing> printsNeighbours(const TypedCommand &command);
std::vector<Printing> printsArp(const TypedCommand &command);
std::vector<Printing> printsForwarding(const TypedCommand &command);  // bridge fdb
std::vector<Printing> printsSomeForwarding(const TypedCommand &command); // brctl showmacs: one bridge, no tunnel
std::vector<Printing> printsBirdSessions(const TypedCommand &command);
std::vector<Printing> printsCalicoSessions(const TypedCommand &command);
std::vector<Printing> printsIptables(const TypedCommand &command);
std::vector<Printing> printsNftables(const TypedCommand &command);
std::vector<Printing> printsConnections(const TypedCommand &command);
std::vector<Printing> printsSettings(const TypedCommand &command);
std::vector<Printing> printsListeners(const TypedCommand &command);

} // namespace vethscope
