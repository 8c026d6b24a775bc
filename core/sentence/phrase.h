#pragma once

#include "core/sentence/sentence.h"

#include <string_view>

namespace vethscope {

/// Two or three fixed words that stand in a table for a reason ("shorter prefix") and are put into another language where they are shown, as
/// a Sentence without values is, which they are too many to be made into.
class Phrase
{
    TRANSLATED_IN(Sentence)

public:
    /// The words themselves. They stand here as a literal, for lupdate to find them.
    static consteval std::string_view of(const char *english) { return english; }
};

} // namespace vethscope
