#pragma once

#include "core/snapshot/origin.h"
#include "core/snapshot/snapshot.h"

namespace vethscope {

/// Imports the texts of a snapshot into it, one after another, while somebody watches who may want no more of them.
class WatchedImport
{
public:
    /// Both outlive it.
    WatchedImport(Snapshot &snapshot, const SnapshotWatch &watch) : m_snapshot(snapshot), m_watch(watch) { }

    /// A transcript or one command's output, with what its place tells.
    void read(const std::string &name, std::string text, const Origin &origin);
    /// A file is done with, whatever it was. False when nobody wants the next.
    bool endFile();
    /// Whether somebody still wants what is being read.
    bool wanted() { return ask({m_files}); }

private:
    bool ask(const SnapshotProgress &progress);

    Snapshot &m_snapshot;
    const SnapshotWatch &m_watch;
    std::size_t m_files = 0;
    std::size_t m_unnamed = 0; // machines that nothing names
    bool m_wanted = true;
};

} // namespace vethscope
