#include "core/capture/mappedfile.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace vethscope {

Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const auto failed = [&](int number) {
        return std::unexpected(Error{fmt::format("{}: {}", path.string(), std::strerror(number))});
    };
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(errno);
    struct stat status { };
    if (::fstat(descriptor, &status) != 0) {
        const int number = errno;
        ::close(descriptor);
        return failed(number);
    }
    if (!S_ISREG(status.st_mode) || status.st_size == 0) {
        ::close(descriptor);
        const char *what = S_ISDIR(status.st_mode) ? "is a directory, not a capture file"
            : S_ISREG(status.st_mode)              ? "is empty (0 bytes), so it holds no packets"
                                                   : "is no regular file, so it cannot be mapped";
        return std::unexpected(Error{fmt::format("{} {}", path.string(), what)});
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void *address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    const int number = errno;
    ::close(descriptor);
    if (address == MAP_FAILED)
        return failed(number);
    return MappedFile(Bytes(static_cast<const std::byte *>(address), size));
}

MappedFile::MappedFile(MappedFile &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        ::munmap(const_cast<std::byte *>(m_bytes.data()), m_bytes.size());
}

} // namespace vethscope
