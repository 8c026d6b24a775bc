#pragma once

#include "core/sentence/sentence.h"

#include <cstring>
#include <system_error>

namespace vethscope {

/// What the system says of an errno, in its own words.
inline Sentence systemWords(int number)
{
    return Sentence::verbatim(std::strerror(number));
}

inline Sentence systemWords(const std::error_code &error)
{
    return Sentence::verbatim(error.message());
}

} // namespace vethscope
