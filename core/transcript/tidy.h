#pragma once

#include "core/facts/evidence.h"

#include <memory>

namespace vethscope {

/// The text without what people and web pages put around lines of a terminal: `> ` of quotes, a margin of all lines, frames of box drawing, bold and
/// backticks around a whole line, a fence in front of a command, HTML's tags and escapes, colours whose escape character was eaten.
/// Line numbers stay; given() has the lines as they were. The same pointer where there is nothing to take off.
std::shared_ptr<const SourceText> tidied(const std::shared_ptr<const SourceText> &source);

} // namespace vethscope
