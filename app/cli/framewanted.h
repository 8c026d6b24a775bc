#pragma once

#include "core/capture/capturepoint.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::cli {

/// A frame as a command line names it: `[FILE:]N`.
struct FrameWanted {
    std::string file{};
    std::uint32_t number = 0; // in its file, from 1 on
};

/// Nothing where it is not of that shape.
std::optional<FrameWanted> frameWanted(const std::string &text);
/// FILE as it was given, or its base name where only one has it; none: the first. Else what is wrong with it.
std::expected<CaptureArgument, std::string> captureWanted(const std::vector<std::string> &captures, const std::string &file);
/// That a file of so many frames has none of that number.
std::string noSuchFrame(const std::filesystem::path &file, std::uint32_t number, std::size_t count);

} // namespace vethscope::cli
