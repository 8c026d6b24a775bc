#pragma once

#include "core/bytes/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// The texts of a profile's files, by their names: Wireshark's (`preferences`, `colorfilters`, …) or ours.
struct ProfileFiles {
    std::string name{};
    std::map<std::string, std::string> files{};
};

/// More than any profile has.
struct ProfileLimits {
    std::size_t entries = 5000;
    std::uint64_t fileSize = 4 << 20, wholeSize = 32 << 20;
};

/// Profiles out of a folder or an archive, and what was not read of it.
struct ProfilesRead {
    std::vector<ProfileFiles> profiles{};
    std::vector<Sentence> problems{};
};

/// Our own file of a profile.
inline constexpr std::string_view ownProfileFile = "profile.conf";
/// Whether profiles have a file of that name.
bool isProfileFile(std::string_view name);

/// Reads a profile's folder, a folder of such folders, or a zip archive of either. Nothing is written anywhere: what leads out of an archive, is no plain file
/// or is too large is left out and said. An error where there is no profile at all.
Result<ProfilesRead> readProfiles(const std::filesystem::path &path, const ProfileLimits &limits = {});

/// Writes a profile as a zip archive, its files in a folder of its name.
Result<void> writeProfile(const ProfileFiles &profile, const std::filesystem::path &path);

} // namespace vethscope
