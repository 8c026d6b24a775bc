#pragma once

#include "core/topology/words.h"

#include <QString>

#include <span>

namespace vethscope {

/// Says the phrases of drawings in the window's language.
Words windowWords();

/// What contradicts itself, in the window's language.
QString sentenceOf(const Problem &problem);

/// All phrases that have a translation; a test compares them with what the core says.
std::span<const char *const> topologyPhrases();

} // namespace vethscope
