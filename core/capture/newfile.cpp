#include "core/capture/newfile.h"

#include "core/sentence/systemwords.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vethscope {
namespace {

constexpr std::size_t mostWaiting = 1 << 20;

Error cannotWrite(const std::filesystem::path &path, int reason)
{
    return {Sentence::of("{} cannot be written: {}", path.string(), systemWords(reason))};
}

// As open() would have made it; mkstemp() makes files for their owner alone.
mode_t modeFor(const std::filesystem::path &path)
{
    struct stat there { };
    if (::stat(path.c_str(), &there) == 0)
        return there.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

Result<NewFile> NewFile::create(const std::filesystem::path &path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return std::unexpected(cannotWrite(path, EISDIR));
    const auto target = std::filesystem::weakly_canonical(path, error); // of a link, what it points to is written anew
    if (std::filesystem::exists(target, error) && !std::filesystem::is_regular_file(target, error)) {
        const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0)
            return std::unexpected(cannotWrite(path, errno));
        return NewFile(path, {}, descriptor);
    }
    std::string beside = target.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(cannotWrite(path, errno));
    ::fchmod(descriptor, modeFor(target));
    return NewFile(target, beside, descriptor);
}

NewFile::NewFile(std::filesystem::path path, std::string beside, int descriptor)
    : m_path(std::move(path)), m_beside(std::move(beside)), m_descriptor(descriptor)
{
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_beside(std::exchange(other.m_beside, {})), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_reason(other.m_reason), m_waiting(std::move(other.m_waiting))
{
}

NewFile::~NewFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_beside.empty())
        ::unlink(m_beside.c_str());
}

bool NewFile::write(Bytes bytes)
{
    m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end());
    return m_waiting.size() < mostWaiting || flush();
}

bool NewFile::flush()
{
    Bytes rest = m_waiting;
    while (!rest.empty()) {
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            m_reason = errno;
            return false;
        }
        rest = rest.subspan(static_cast<std::size_t>(count));
    }
    m_waiting.clear();
    return true;
}

Error NewFile::problem() const
{
    return cannotWrite(m_path, m_reason);
}

Result<void> NewFile::commit()
{
    if (!flush())
        return std::unexpected(problem());
    if (!m_beside.empty()) {
        if (::fsync(m_descriptor) != 0 || ::rename(m_beside.c_str(), m_path.c_str()) != 0) {
            m_reason = errno;
            return std::unexpected(problem());
        }
        m_beside.clear();
    }
    ::close(std::exchange(m_descriptor, -1));
    return {};
}

} // namespace vethscope
