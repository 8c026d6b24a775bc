#include "core/bytes/readarchive.h"

#include <algorithm>

namespace vethscope {

Sentence whyNot(archive *handle)
{
    const char *text = archive_error_string(handle);
    return text ? Sentence::verbatim(text) : Sentence::of("it is damaged");
}

bool staysInside(const std::filesystem::path &path)
{
    return !path.empty() && path.is_relative() && std::ranges::none_of(path, [](const std::filesystem::path &part) { return part == ".."; });
}

} // namespace vethscope
