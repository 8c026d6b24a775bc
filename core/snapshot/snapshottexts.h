#pragma once

#include "core/snapshot/snapshot.h"

namespace vethscope {

/// One text of a snapshot as it was imported: the name and the lines that evidence speaks of.
struct SnapshotText {
    std::string name;
    std::string text;
};

/// The texts that the snapshot's commands and prose come from, in its order.
std::vector<SnapshotText> textsOf(const Snapshot &snapshot);

/// Reads such texts again, with the same evidence. `outside` is where the snapshot was, empty for pasted text: its path tells
/// whose output it holds; nothing is opened there. Files that could not be read then are told of again in `problems`.
Snapshot readSnapshotTexts(std::string name, std::int64_t time, const std::vector<SnapshotText> &texts, const std::filesystem::path &outside,
                           const std::vector<std::string> &problems, const SnapshotWatch &watch = {});

} // namespace vethscope
