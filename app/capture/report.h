#pragma once

#include "app/capture/failure.h"

#include <cstdint>

namespace vethscope::capture {

/// What a window that started us wants to know, a line each on standard output, words divided by tabs:
///
///     file    PATH                                          a file was begun
///     counts  PLACE CAPTURED KERNEL-DROPPED DROPPED-HERE    of the interface at that place, at most twice a second
///     usage | filter | name | denied | missing | output | broken  OFFSET LENGTH    why it ended
///
/// A window that does not read loses lines; the capture goes on.
class Report
{
public:
    /// Says nothing unless `wanted`.
    explicit Report(bool wanted);

    void file(const std::string &path) const;
    void counts(std::size_t place, std::uint64_t captured, std::uint64_t kernelDropped, std::uint64_t droppedHere) const;
    void failure(const Failure &failure) const;

private:
    void say(const std::string &line) const;
    bool m_wanted;
};

} // namespace vethscope::capture
