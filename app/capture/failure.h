#pragma once

#include "core/bytes/result.h"

#include <cstddef>

namespace vethscope::capture {

/// Exit codes (contract.md).
enum ExitCode : int { Done = 0, NotAllKept = 1, WrongUsage = 2, NotPermitted = 4 };

/// Why nothing is captured, or no more: a sentence for people, a word for the window.
struct Failure {
    enum class Reason : std::uint8_t { WrongUsage, BadFilter, UnknownName, NotPermitted, NoInterface, NoOutput, Broken };

    Reason reason = Reason::Broken;
    std::string message;
    std::size_t offset = 0; // of what is wrong in a filter, in bytes
    std::size_t length = 0;

    ExitCode exitCode() const
    {
        switch (reason) {
        case Reason::WrongUsage:
        case Reason::BadFilter:
        case Reason::UnknownName:
            return ExitCode::WrongUsage;
        case Reason::Broken:
            return NotAllKept;
        default:
            return ExitCode::NotPermitted;
        }
    }
    const char *word() const
    {
        constexpr const char *words[] = {"usage", "filter", "name", "denied", "missing", "output", "broken"};
        return words[static_cast<std::size_t>(reason)];
    }
};

} // namespace vethscope::capture
