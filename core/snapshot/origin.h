#pragma once

#include "core/transcript/transcript.h"

#include <filesystem>
#include <functional>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What a file's place tells: whose output it holds, and of which command.
struct Origin {
    Session session{};                // empty where the place names nobody
    std::vector<std::string> words{}; // ip-addr.json is {"ip", "addr"}; empty when the name is no command's
};

/// A text of a snapshot: its path below the snapshot's folder, and what is in it.
struct PlacedText {
    std::filesystem::path path;
    std::string text;
};

/// What the places of a snapshot's files tell, seen together: a folder is a host's where a file in it says the host's name, or where
/// its name is none that sorts files; the files of one host stand in folders of any depth below it. A folder inside a host's folder is a
/// pod's only in what vethscope-snapshot packs (NODE/pods/POD.txt), and where a text of the snapshot names such a pod.
class Origins
{
public:
    /// `outside` is the snapshot's own path, asked for files without folders; empty for pasted text.
    Origins(std::span<const PlacedText> texts, std::filesystem::path outside);

    Origin of(const std::filesystem::path &path) const;

private:
    std::string hostToldFor(const std::filesystem::path &path) const;
    bool isPod(const std::string &name) const;

    std::filesystem::path m_outside;
    std::map<std::string, std::string> m_told; // folder → the name that a file below it says
    std::map<std::string, bool, std::less<>> m_pods; // folders inside hosts' folders, and whether a text names such a pod
    bool m_alone = false;                      // the snapshot is one file
};

/// Of one file on its own.
Origin originOf(const std::filesystem::path &path, const std::filesystem::path &outside);

} // namespace vethscope
