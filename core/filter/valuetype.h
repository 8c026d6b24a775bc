#pragma once

#include "core/dissect/field.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace vethscope {

/// What kind of values a part of a filter has, and what may be written beside it.
struct ValueType {
    Show show = Show::Decimal;
    bool protocol = false;                   // the bytes of a whole header
    std::uint64_t largest = UINT64_MAX;      // the largest number the field has room for
    std::span<const ValueName> names{};      // the words its numbers have
    std::uint32_t scale = 1;                 // of times: 1000 where they are told in milliseconds
};

/// Whether `==` or `<` make sense between them: numbers with numbers, times with their like, addresses
/// with their like, text and bytes with each other.
bool comparable(const ValueType &left, const ValueType &right);

/// Whether `contains` and `matches` look into it: text, bytes and MAC addresses.
bool searchable(const ValueType &type);

/// Whether it is made of bytes that a slice can cut.
bool sliceable(const ValueType &type);

/// Whether `+ - * / %` and `&` compute with it.
bool computable(char symbol, const ValueType &type);

} // namespace vethscope
