#pragma once

#include "ui/statistics/packetcounter.h"
#include "ui/statistics/trafficrow.h"

namespace vethscope {

/// Makes passes that count TrafficTables.
PacketCounter::MakePass trafficPasses(TrafficSubject subject);

} // namespace vethscope
