#pragma once

#include <string>
#include <string_view>

namespace vethscope::diagnose {

// Other people's words as Markdown (CommonMark 0.31) that says just them: nothing in them is a mark.

/// In a sentence; what would begin a new line is a blank.
std::string markdownWords(std::string_view words);
/// Behind a word, as code.
std::string markdownCode(std::string_view code);
/// A block of code, in which nothing is a mark; each line begins with `indent`.
std::string markdownBlock(std::string_view code, std::string_view indent = {});
/// A picture in a file of that name beside the text.
std::string markdownPicture(std::string_view words, std::string_view file);

} // namespace vethscope::diagnose
