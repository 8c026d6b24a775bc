#pragma once

#include "core/diagnose/traffic.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vethscope::diagnose {

/// One query of one client, however often and wherever it was seen, and its answer.
struct DnsQuery {
    const DnsSeen *first = nullptr;  // as its client sent it
    const DnsSeen *answer = nullptr; // null: none was seen anywhere
    std::size_t times = 1;           // sent, at the point where it was first seen
    std::vector<std::int64_t> again{}; // when, but for the first time
    const DnsSeen *reached = nullptr;  // at the device of the pod that it was for; null: not seen there

    /// Whether it was sent again so long after the first time, nanoseconds.
    bool wasSentAgainAfter(std::int64_t least, std::int64_t most) const;
};

/// By client, port, id, name and type, in the order they were asked. Copies at other points, also to a server that a service stands for, are the same one.
std::vector<DnsQuery> dnsQueries(const Traffic &traffic);

} // namespace vethscope::diagnose
