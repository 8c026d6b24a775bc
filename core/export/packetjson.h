#pragma once

#include "core/summary/columns.h"

#include <nlohmann/json.hpp>

#include <string>

namespace vethscope {

/// `packets-2026-11-23`: the name of the index that tshark gives a packet of that day (UTC).
std::string indexName(const Frame &frame);

/// The whole tree: protocol → field → value. A field with fields below it has them in `NAME_tree`;
/// what comes again becomes a list, as with tshark's --no-duplicate-keys.
nlohmann::ordered_json packetTree(const PacketRow &row, const Registry &registry);

/// A packet in the shape of `tshark -T json`.
nlohmann::ordered_json packetJson(const PacketRow &row, nlohmann::ordered_json layers);

} // namespace vethscope
