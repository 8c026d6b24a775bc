#include "core/capture/mappedfile.h"

#include "core/capture/mappingguard.h"
#include "core/sentence/systemwords.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vethscope {
namespace {

std::unexpected<Error> failed(const Sentence &name, int number)
{
    return std::unexpected(Error{Sentence::of("{}: {}", name, systemWords(number))});
}

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const Sentence name = Sentence::verbatim(path.string());
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(name, errno);
    struct stat status { };
    if (::fstat(descriptor, &status) != 0) {
        const int number = errno;
        ::close(descriptor);
        return failed(name, number);
    }
    if (!S_ISREG(status.st_mode) || status.st_size == 0) {
        ::close(descriptor);
        if (S_ISDIR(status.st_mode))
            return std::unexpected(Error{Sentence::of("{} is a directory, not a capture file", name)});
        if (S_ISREG(status.st_mode))
            return std::unexpected(Error{Sentence::of("{} is empty (0 bytes), so it holds no packets", name)});
        return std::unexpected(Error{Sentence::of("{} is no regular file, so it cannot be mapped", name)});
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    auto mapped = map(descriptor, size, size, name);
    ::close(descriptor);
    if (mapped) {
        mapped->m_path = path;
        mapped->m_device = status.st_dev;
        mapped->m_node = status.st_ino;
    }
    return mapped;
}

Result<MappedFile> MappedFile::map(int descriptor, std::size_t size, std::size_t reserve, const Sentence &name)
{
    void *address = ::mmap(nullptr, reserve, PROT_READ, MAP_SHARED | MAP_NORESERVE, descriptor, 0);
    if (address == MAP_FAILED)
        return failed(name, errno);
    MappedFile file;
    file.m_bytes = Bytes(static_cast<const std::byte *>(address), reserve);
    file.m_size = size;
    file.m_guard = watchMapping(file.m_bytes);
    return file;
}

MappedFile::MappedFile(MappedFile &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {})), m_size(std::exchange(other.m_size, 0)), m_guard(std::exchange(other.m_guard, -1)),
      m_path(std::move(other.m_path)), m_device(other.m_device), m_node(other.m_node)
{
}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    std::swap(m_guard, other.m_guard);
    std::swap(m_path, other.m_path);
    std::swap(m_device, other.m_device);
    std::swap(m_node, other.m_node);
    return *this;
}

MappedFile::~MappedFile()
{
    unwatchMapping(m_guard);
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte *>(m_bytes.data()), m_bytes.size());
}

std::size_t MappedFile::intact() const
{
    std::size_t size = std::min(m_size, intactSize(m_guard));
    // What is lost within the file's last page reads as zero without a signal. By name, because a descriptor for
    // each of a thousand open files is more than a process may have; a new file of that name changes nothing here.
    struct stat status { };
    if (!m_path.empty() && ::stat(m_path.c_str(), &status) == 0 && status.st_dev == m_device && status.st_ino == m_node)
        size = std::min(size, static_cast<std::size_t>(status.st_size));
    return size;
}

} // namespace vethscope
