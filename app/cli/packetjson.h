#pragma once

#include "app/cli/dumpwriter.h"

#include <nlohmann/json.hpp>

namespace vethscope::cli {

using Json = nlohmann::ordered_json;

/// `packets-2026-11-23`: the name of the index that tshark gives a packet of that day (UTC).
std::string indexName(const Frame &frame);

/// The fields of -e: name → list of values; a field that the packet lacks is left out.
Json chosenFields(const std::vector<OutputField> &fields, const PacketRow &row, FilterScratch &scratch);

/// The whole tree: protocol → field → value. A field with fields below it has them in `NAME_tree`;
/// what comes again becomes a list, as with tshark's --no-duplicate-keys.
Json wholeTree(const PacketRow &row, const Registry &registry);

} // namespace vethscope::cli
