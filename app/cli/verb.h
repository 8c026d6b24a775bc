#pragma once

#include "app/cli/command.h"

#include <functional>
#include <span>
#include <string_view>

namespace vethscope::cli {

/// The exit codes of every program (contract.md).
enum ExitCode : int {
    Done = 0,
    PartlyRead = 1,
    WrongUsage = 2,
    Unreadable = 3,
    NotPermitted = 4,
};

/// Says on standard error, one line, what went wrong.
void complain(std::string_view message);
/// Complains, and gives the code to end with.
ExitCode fail(ExitCode code, std::string_view message);
/// To end with once the result is written: `code`, or why standard output did not take it.
ExitCode written(ExitCode code);

/// One verb of vethscope-cli is one file: its name, one line of help, its options and what it does.
struct Verb {
    const char *name;
    const char *description;
    /// Adds the verb's options to its command; the function it returns runs once they are parsed.
    std::function<int()> (*declare)(Command &command);
};

/// A new verb gets its line here and in verbs.cpp.
namespace verbs {

extern const Verb capture;
extern const Verb conversations;
extern const Verb diagnose;
extern const Verb dump;
extern const Verb explain;
extern const Verb journey;
extern const Verb predict;
extern const Verb topology;

extern const std::span<const Verb *const> all;

} // namespace verbs
} // namespace vethscope::cli
