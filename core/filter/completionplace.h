#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vethscope {

/// What is being written where the cursor stands in a filter: a name, or a value for the field that stands before a relation.
struct CompletionPlace {
    std::size_t start = 0; // of the word, in bytes
    std::string word{};    // as far as it is written; with its quotation mark, where it has one
    std::string field{};   // whose value it is, with its scope; empty where a name is expected
};

/// `written` is all that stands before the cursor.
CompletionPlace completionPlace(std::string_view written);

} // namespace vethscope
