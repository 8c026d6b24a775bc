#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace vethscope {

/// The bytes of one capture, complete or still arriving. They never move: a view taken once stays
/// valid while more arrive behind it. Safe to ask from any thread.
class CaptureInput
{
public:
    virtual ~CaptureInput() = default;

    /// What is there so far.
    virtual Bytes bytes() const = 0;
    /// How many of them are surely still what they were: all, unless a file shrank under its mapping.
    virtual std::size_t intact() const { return bytes().size(); }
    /// Whether no more will come.
    virtual bool complete() const = 0;
    /// Why what came is not all there is: a damaged archive, a file that shrank.
    virtual std::optional<Error> problem() const { return std::nullopt; }
};

/// The sentence for a file that lost bytes while it was open; nothing when it did not.
std::optional<Error> shrinkage(const std::string &name, std::size_t had, std::size_t has);

/// Opens what a path names: `-` is standard input, a FIFO is read as it arrives, gzip, zstd, lz4 and
/// xz are unpacked while they are read, everything else is mapped. Errors name the path.
Result<std::unique_ptr<CaptureInput>> openCaptureInput(const std::filesystem::path &path);

} // namespace vethscope
