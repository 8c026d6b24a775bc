#pragma once

#include "core/transcript/transcript.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vethscope {

/// What a file's place tells: whose output it holds, and of which command.
struct Origin {
    Session session;                // NODE/…, NODE/POD/…, NODE/NAMESPACE/POD/… below the snapshot, or a name in front: master-ip-addr.txt
    std::vector<std::string> words; // ip-addr.json is {"ip", "addr"}; empty when the name is no command's
};

/// `path` is the file's path below the snapshot. `outside` is the snapshot's own path, asked when `path` has no folders.
Origin originOf(const std::filesystem::path &path, const std::filesystem::path &outside);

} // namespace vethscope
