#pragma once

#include "core/testimony/record.h"

#include <string_view>

namespace vethscope::testimony {

/// Gives the record the time of a clock whose zone nobody tells: `2024-08-20T10:19:17.475`, `10:19:17.475`, `Tue Aug 20 10:19:17 2024`. False where
/// the text is no such time.
bool readLocalTime(std::string_view text, Record &record);

} // namespace vethscope::testimony
