#include "core/capture/filechange.h"

#include <sys/stat.h>

namespace vethscope {

FileChange::FileChange(std::filesystem::path path) : m_path(std::move(path))
{
    struct stat status { };
    m_isFile = ::stat(m_path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    m_device = status.st_dev;
    m_node = status.st_ino;
    m_size = static_cast<std::uint64_t>(status.st_size);
}

FileChange::Seen FileChange::now() const
{
    struct stat status { };
    if (!m_isFile)
        return Seen::AsItWas;
    if (::stat(m_path.c_str(), &status) != 0)
        return Seen::Gone;
    if (status.st_dev != m_device || status.st_ino != m_node)
        return Seen::Replaced;
    return static_cast<std::uint64_t>(status.st_size) > m_size ? Seen::Grown : Seen::AsItWas;
}

Sentence FileChange::look()
{
    const Seen seen = now();
    if (seen == m_told)
        return {};
    m_told = seen;
    const std::string name = m_path.filename().string();
    switch (seen) {
    case Seen::Gone:
        return Sentence::of("{} is no longer there. Its packets stay for as long as they are open; Save As keeps them.", name);
    case Seen::Replaced:
        return Sentence::of("Another file has taken the place of {}. The packets of the one before stay; Reload shows the new one's.", name);
    case Seen::Grown:
        return Sentence::of("{} has grown since it was opened. Reload shows what has come.", name);
    default:
        return {};
    }
}

} // namespace vethscope
