#pragma once

#include "core/bytes/result.h"
#include "core/snapshot/snapshot.h"

#include <functional>

namespace vethscope {

/// A file of a snapshot: its path below the snapshot, always with `/`, never with `..`, and what is in it.
struct SnapshotFile {
    std::filesystem::path path;
    std::string bytes;
};

/// Walks the files of a snapshot in the order of their paths and keeps to the limits.
class SnapshotFiles
{
public:
    /// Takes a file; false ends the walk.
    using Sink = std::function<bool(SnapshotFile)>;

    SnapshotFiles(const SnapshotLimits &limits, std::vector<Error> &problems, Sink sink);

    /// An error when nothing can be read at all.
    std::optional<Error> read(const std::filesystem::path &path);

private:
    std::optional<Error> readFolder(const std::filesystem::path &folder);
    std::optional<Error> readFile(const std::filesystem::path &file, const std::filesystem::path &name);
    std::optional<Error> readArchive(const std::filesystem::path &file, const std::filesystem::path &name);
    bool take(SnapshotFile file);
    bool isFull(const std::string &name);
    void complain(Sentence message) { m_problems.push_back({std::move(message)}); }

    const SnapshotLimits m_limits;
    std::vector<Error> &m_problems;
    Sink m_sink;
    std::size_t m_files = 0;
    std::size_t m_bytes = 0;
    bool m_stopped = false;
};

} // namespace vethscope
