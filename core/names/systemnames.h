#pragma once

#include "core/names/ethernames.h"
#include "core/names/portnames.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace vethscope {

/// What the files of a machine call MAC addresses and ports.
struct SystemNames {
    EtherNames ethers;
    PortNames ports;
};

/// Where such files are; of each kind, the first that can be read is.
struct SystemNameFiles {
    std::vector<std::filesystem::path> vendors{}, wellKnown{}, ethers{}, services{};

    /// Wireshark's tables where it is installed (from 4.2 on it has them inside itself), the user's `ethers` or the machine's, and /etc/services where
    /// Wireshark has no list of its own.
    static SystemNameFiles here();
};

/// Takes some milliseconds. What cannot be read is not there: nothing is asked of a network. Never null.
std::shared_ptr<const SystemNames> readSystemNames(const SystemNameFiles &files);

} // namespace vethscope
