#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"

#include <filesystem>

namespace vethscope {

/// A file mapped for reading: its bytes come from the page cache when they are looked at.
/// The only part of core, beside the capture helper, that knows which system it runs on.
class MappedFile
{
public:
    /// Errors name the path: missing, a directory, empty, not permitted.
    static Result<MappedFile> open(const std::filesystem::path &path);

    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    ~MappedFile();

    Bytes bytes() const { return m_bytes; }

private:
    explicit MappedFile(Bytes bytes) : m_bytes(bytes) { }

    Bytes m_bytes;
};

} // namespace vethscope
