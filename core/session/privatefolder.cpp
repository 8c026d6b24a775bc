#include "core/session/privatefolder.h"

#include "core/sentence/systemwords.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace vethscope {

Result<PrivateFolder> PrivateFolder::make(const std::filesystem::path &parent)
{
    std::string path = (parent / "vethscope-XXXXXX").string();
    if (!::mkdtemp(path.data())) // its owner's alone
        return std::unexpected(Error{Sentence::of("no folder for temporary files can be made in {}: {}", parent.string(), systemWords(errno))});
    return PrivateFolder(path);
}

PrivateFolder::PrivateFolder(PrivateFolder &&other) noexcept : m_path(std::exchange(other.m_path, {})) { }

PrivateFolder::~PrivateFolder()
{
    std::error_code error;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, error);
}

bool PrivateFolder::holds(const std::filesystem::path &file) const
{
    const std::filesystem::path plain = file.lexically_normal();
    return std::ranges::mismatch(m_path, plain).in1 == m_path.end();
}

} // namespace vethscope
