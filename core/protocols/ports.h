#pragma once

#include "core/dissect/layerview.h"
#include "core/dissect/portnaming.h"

#include <optional>

namespace vethscope {

/// Whose port a field is: `tcp.srcport`, `udp.dstport` …; nothing for other fields.
std::optional<Transport> transportOf(const Field &field);

/// `80`, or `http(80)` where the frame is written of with names, as Wireshark's Info column has it.
void printPort(const LayerView &view, Transport transport, std::uint64_t port, TextBuffer &out);

/// Source and destination with an arrow between.
void printPorts(const LayerView &view, Transport transport, std::uint64_t source, std::uint64_t destination, TextBuffer &out);

} // namespace vethscope
