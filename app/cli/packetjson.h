#pragma once

#include "app/cli/dumpwriter.h"
#include "core/export/packetjson.h"

#include <nlohmann/json.hpp>

namespace vethscope::cli {

using Json = nlohmann::ordered_json;

/// The fields of -e: name → list of values; a field that the packet lacks is left out.
Json chosenFields(const std::vector<OutputField> &fields, const PacketRow &row, FilterScratch &scratch);

} // namespace vethscope::cli
