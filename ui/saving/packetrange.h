#pragma once

#include <QString>

#include <vector>

namespace vethscope {

/// Packets from one number to another, both included; numbers count from 1.
struct PacketRange {
    int first = 0;
    int last = 0;
};

/// Reads "3, 10-20, 50-" for a capture of `count` packets: ranges in the order of their numbers, none overlapping another.
/// Empty with a sentence when it makes no sense.
std::vector<PacketRange> packetRanges(const QString &text, int count, QString *problem);

} // namespace vethscope
