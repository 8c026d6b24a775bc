#pragma once

#include "core/snapshot/snapshot.h"

#include <span>
#include <string>
#include <vector>

namespace vethscope {

/// How much of host output became facts, in lines. Blank lines do not count.
struct ImportSums {
    std::size_t lines = 0;         // of all texts
    std::size_t facts = 0;         // that are evidence
    std::size_t commands = 0;      // that a parser read
    std::size_t notUnderstood = 0; // lines of those
    std::size_t unknown = 0;       // commands without a parser that printed something
    std::size_t unknownLines = 0;
    std::size_t failed = 0;        // commands
    std::size_t lost = 0;
    std::size_t prose = 0;
    std::size_t skipped = 0;       // files

    void add(const ImportReport &report);
    /// Whether all that hosts printed was used.
    bool isSilent() const { return notUnderstood + unknown + failed + lost + skipped == 0; }
    /// "Of 52 lines of input 31 became facts: 6 commands were read; 3 lines were not understood; …"
    std::string sentence() const;
};

/// Lines by their numbers, which rise: `line 3`, `lines 3, 5-9`. None is left out.
std::string linesText(std::span<const std::uint32_t> lines);

/// Where a failed command's error stands; the command's own line where it is not found below.
std::uint32_t lineOfFailure(const ImportedCommand &command);

/// Whether all that was given could be read and belongs to something: the exit code is 1 else (contract.md).
bool isComplete(const ImportReport &report);

/// What of the input was not used, a line of text each: for a command, for a text with lost lines, for a file that was skipped; of these
/// the first hundred, and how many more. `SOURCE: not understood in the output of `CMD`: lines 3, 5-9` (contract.md).
std::vector<std::string> complaintsOf(const ImportReport &report);

} // namespace vethscope
