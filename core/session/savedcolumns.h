#pragma once

#include "core/bytes/result.h"
#include "core/columns/columnspec.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

class SessionFields;

/// Columns as sessions and preferences keep them: an array of objects with `name`, and `width`, `title`, `expression`, `occurrence`, `side`, `hidden` where
/// they are not the usual.
nlohmann::ordered_json columnsJson(const std::vector<ColumnSpec> &columns);
/// The other way round, of the member `columns`; what is none is complained of and left out.
std::vector<ColumnSpec> columnsIn(const SessionFields &fields);

/// The same as a text; of one that nobody can read, no column.
std::string columnsText(const std::vector<ColumnSpec> &columns);
std::vector<ColumnSpec> columnsOfText(std::string_view text);

} // namespace vethscope
