#pragma once

#include "core/snapshot/jsonvalue.h"

namespace vethscope {

/// Reads YAML documents as the same values as JSON, each with its line: what `-o yaml` prints, parsed by yaml-cpp. Plain words that are
/// numbers, true, false and null become such, as in YAML 1.2's core schema. Aliases are followed, but not into themselves;
/// at most 100 levels deep and 1 000 000 values, beyond which `error` says so.
JsonText readYaml(std::string_view text);

/// Whether a line may stand in block style below another: it is indented or blank, begins with a key, `- ` or `#`, or ends a document or a
/// flow collection. A line that is none is no part of the YAML above it.
bool isPartOfYaml(std::string_view line);

} // namespace vethscope
