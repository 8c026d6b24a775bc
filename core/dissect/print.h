#pragma once

#include "core/dissect/protocol.h"

#include <fmt/compile.h>

namespace vethscope {

/// The same with the format read at compile time, `"{} → {}"_cf`: for what every row of the list prints.
template <typename Format, typename... Args>
    requires fmt::detail::is_compiled_string<Format>::value
void print(TextBuffer &out, const Format &format, Args &&...args)
{
    fmt::format_to(fmt::appender(out), format, std::forward<Args>(args)...);
}
using namespace fmt::literals;

} // namespace vethscope
