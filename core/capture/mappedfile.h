#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>

namespace vethscope {

/// A file mapped for reading: its bytes come from the page cache when they are looked at. Room is
/// kept for a file that grows. When the file shrinks under the mapping, the bytes that went read as
/// zero and intact() tells; without this the kernel would end the program (SIGBUS).
class MappedFile
{
public:
    /// Errors name the path: missing, a directory, empty, not permitted.
    static Result<MappedFile> open(const std::filesystem::path &path);

    /// Maps an open file for `reserve` bytes, whatever its size now; `name` stands in messages.
    static Result<MappedFile> map(int descriptor, std::size_t size, std::size_t reserve, const Sentence &name);

    MappedFile() = default;
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    ~MappedFile();

    Bytes bytes() const { return m_bytes.first(m_size); }
    /// The first `size` bytes, which the caller knows to be in the file by now.
    Bytes grownTo(std::size_t size) const { return m_bytes.first(std::min(size, m_bytes.size())); }
    /// How many bytes from the first on are surely what the file held when it was opened: all of them,
    /// unless it shrank. Asks the file system.
    std::size_t intact() const;

private:
    Bytes m_bytes; // the whole reservation
    std::size_t m_size = 0;
    int m_guard = -1;
    std::filesystem::path m_path; // of a whole file, with what tells it from another of that name
    std::uint64_t m_device = 0;
    std::uint64_t m_node = 0;
};

} // namespace vethscope
