#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// The files that one capture has written one after another, as dumpcap and vethscope-capture name them: `x_00001_20260101120000.pcap`.
struct FileSet {
    std::vector<std::filesystem::path> files; // in the order in which they were written
    std::size_t current = 0;                  // place of the one that was asked for
};

/// Nothing where the name is not such a one.
std::optional<FileSet> fileSetOf(const std::filesystem::path &file);

/// By their names alone.
bool areOfOneFileSet(const std::filesystem::path &one, const std::filesystem::path &other);

} // namespace vethscope
