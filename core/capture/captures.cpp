#include "core/capture/captures.h"

#include "core/capture/fileset.h"

#include <algorithm>
#include <filesystem>

namespace vethscope {

Captures::Captures(const PacketStore &store) : m_store(store)
{
    const std::vector<std::filesystem::path> &files = store.paths();
    for (const std::filesystem::path &file : files) {
        const auto first = std::ranges::find_if(files, [&](const auto &other) { return &other == &file || areOfOneFileSet(other, file); });
        m_ofFiles.push_back(static_cast<std::uint32_t>(first - files.begin()));
    }
    if (std::ranges::all_of(m_ofFiles, [](std::uint32_t capture) { return capture == 0; }))
        m_ofFiles.clear();
}

} // namespace vethscope
