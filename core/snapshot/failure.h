#pragma once

#include <string_view>

namespace vethscope {

/// Whether a whole line is what a tool prints instead of an answer: `PROGRAM: …: Permission denied`, `-bash: brctl: command not found`,
/// `Error from server (Forbidden): …`, `RTNETLINK answers: File exists`, `Device "x" does not exist.`, `FATA[0002] …`, `Usage: …`, and the
/// same of shells in simplified Chinese. Such a line states no fact. Rows of tables, indented lines, logs with a time in front and
/// sentences that only tell of a failure are none; neither is "No resources found", which is an answer.
bool isFailure(std::string_view line);

} // namespace vethscope
