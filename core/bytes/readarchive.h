#pragma once

#include "core/sentence/sentence.h"

#include <filesystem>
#include <memory>

#include <archive.h>

namespace vethscope {

struct CloseReadArchive {
    void operator()(archive *handle) const { archive_read_free(handle); }
};
/// What libarchive reads from, closed with it.
using ReadArchive = std::unique_ptr<archive, CloseReadArchive>;

/// Why the last call on it failed, as libarchive says it.
Sentence whyNot(archive *handle);

/// Whether the name of an entry stays below where it stands: neither empty nor absolute, and without `..`.
bool staysInside(const std::filesystem::path &path);

} // namespace vethscope
