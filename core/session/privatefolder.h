#pragma once

#include "core/bytes/result.h"

#include <filesystem>

namespace vethscope {

/// A new folder for temporary files that only this user may enter. It goes with this object, and all that is in it.
class PrivateFolder
{
public:
    static Result<PrivateFolder> make(const std::filesystem::path &parent = std::filesystem::temp_directory_path());

    PrivateFolder(PrivateFolder &&other) noexcept;
    PrivateFolder &operator=(PrivateFolder &&) = delete;
    ~PrivateFolder();

    const std::filesystem::path &path() const { return m_path; }
    /// Whether the file is in it.
    bool holds(const std::filesystem::path &file) const;

private:
    explicit PrivateFolder(std::filesystem::path path) : m_path(std::move(path)) { }

    std::filesystem::path m_path;
};

} // namespace vethscope
