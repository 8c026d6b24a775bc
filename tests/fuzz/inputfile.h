#pragma once

#include "core/bytes/bytes.h"

#include <filesystem>

namespace vethscope::fuzz {

/// The input as a file, for what only reads files. One file a process, written anew for every input.
std::filesystem::path asFile(Bytes input);

} // namespace vethscope::fuzz
