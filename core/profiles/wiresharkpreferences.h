#pragma once

#include "core/columns/columnspec.h"
#include "core/sentence/sentence.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

class Registry;

/// Wireshark's `preferences`, or another of its files of the same kind: `key: value`, lines that begin with a blank go on, `#` begins a remark.
std::map<std::string, std::string> readWiresharkSettings(std::string_view text);

/// A list of such a value: words between commas, with or without quotes.
std::vector<std::string> wiresharkList(std::string_view value);

/// The columns of the list out of Wireshark's settings, and a sentence for each that we have no equal of.
struct WiresharkColumns {
    std::vector<ColumnSpec> columns{};
    std::vector<Sentence> leftOut{};
};
WiresharkColumns wiresharkColumns(const std::map<std::string, std::string> &settings, const Registry &registry);

} // namespace vethscope
