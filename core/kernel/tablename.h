#pragma once

#include <string>
#include <string_view>

namespace vethscope::kernel {

/// A routing table's one name: of main, local and default the word, whether it was printed as word, number (include/uapi/linux/rtnetlink.h,
/// RT_TABLE_MAIN …) or not at all, which is main.
inline std::string_view tableName(std::string_view printed)
{
    if (printed.empty() || printed == "254")
        return "main";
    return printed == "255" ? "local" : printed == "253" ? "default" : printed;
}

} // namespace vethscope::kernel
