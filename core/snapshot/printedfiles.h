#pragma once

#include "core/snapshot/hostcommand.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A line of a file that was printed, and of which file.
struct PrintedLine {
    std::string path; // empty where nobody can say
    std::string_view text;
    std::uint32_t line = 0; // of the output
};

/// Whether `cat`, `grep`, `head`, `tail`, `less` or `more` was asked for files, and the first of them is below this path.
bool printsFile(const std::vector<std::string> &words, std::string_view path);

/// The lines of the files, in their order: each after its file where the program says so (`grep . A B` with `A:`, `head A B`
/// with `==> A <==`), where there is but one file, or where as many lines as files were printed. Headings are understood.
std::vector<PrintedLine> printedLines(Reading &reading);

} // namespace vethscope
