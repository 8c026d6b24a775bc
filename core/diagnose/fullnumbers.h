#pragma once

#include "core/cluster/networknamespace.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope::diagnose {

/// A setting that is a number.
inline std::optional<std::uint64_t> numberSet(const NetworkNamespace &space, std::string_view name)
{
    const Known<std::string> value = space.setting(name);
    std::uint64_t number = 0;
    if (!value || std::from_chars(value->data(), value->data() + value->size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

/// Whether a table with that limit is as good as full.
inline bool isNearlyFull(std::uint64_t count, std::uint64_t limit)
{
    return limit > 0 && count >= limit - limit / 20;
}

} // namespace vethscope::diagnose
