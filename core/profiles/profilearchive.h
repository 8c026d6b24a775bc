#pragma once

#include "core/bytes/result.h"

#include <filesystem>
#include <optional>

namespace vethscope {

class ProfilesGathered;

/// Hands on the plain files of a zip archive and complains of what is none. An error where it is no archive.
std::optional<Error> readProfileArchive(const std::filesystem::path &path, ProfilesGathered &gathered);

} // namespace vethscope
