#pragma once

#include "core/bytes/bytes.h"
#include "core/bytes/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vethscope {

/// A file that appears whole or not at all: what is written stands beside it until commit() puts it in its
/// place, so that a file may be written over while it is open and mapped. A device or a pipe is written straight.
class NewFile
{
public:
    static Result<NewFile> create(const std::filesystem::path &path);

    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&) = delete;
    /// Leaves nothing behind unless commit() was called.
    ~NewFile();

    bool write(Bytes bytes);
    /// All is on disk and in its place when this returns without an error.
    Result<void> commit();
    /// Why write() returned false.
    Error problem() const;

private:
    NewFile(std::filesystem::path path, std::string beside, int descriptor);
    bool flush();

    std::filesystem::path m_path;
    std::string m_beside; // empty: written straight
    int m_descriptor;
    int m_reason = 0;     // errno
    std::vector<std::byte> m_waiting;
};

} // namespace vethscope
