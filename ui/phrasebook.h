#pragma once

#include <QString>

#include <string>

namespace vethscope {

/// What the core has composed for an Error, in the user's language. The sentence is looked up among coreSentences() by what stays the
/// same in it; what was filled in (names, numbers) is put into the translation, and is translated itself where it is a sentence of
/// the core. What is not found there, such as the system's own words, stays as it is.
QString translatedSentence(const std::string &sentence);

} // namespace vethscope
