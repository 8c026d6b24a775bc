#pragma once

#include "app/capture/options.h"
#include "core/bytes/bytes.h"

#include <deque>
#include <string>
#include <vector>

namespace vethscope::capture {

/// Where a capture goes: standard output, one file, or one file after another. Blocks are gathered until
/// flush(), and are with the kernel when it returns: a program that ends then has lost nothing.
class OutputFile
{
public:
    explicit OutputFile(const Options &options) : m_options(options) { }
    ~OutputFile();

    /// Opens the next file. In a ring, the oldest goes when there are too many. False: errno says why.
    bool open();
    bool write(Bytes bytes);
    bool flush();

    /// Whether the limit for one file has been reached.
    bool full() const;
    /// Whether as many files have been filled as were asked for.
    bool last() const { return m_options.stop.files > 0 && m_number >= m_options.stop.files; }
    std::uint64_t written() const { return m_allWritten; }
    const std::string &path() const { return m_path; }

private:
    std::string nextPath();

    const Options &m_options;
    int m_descriptor = -1;
    unsigned m_number = 0;
    std::string m_path;
    std::vector<std::byte> m_waiting;
    std::uint64_t m_written = 0;    // to the current file
    std::uint64_t m_allWritten = 0; // to all of them
    std::chrono::steady_clock::time_point m_opened;
    std::deque<std::string> m_ring;
};

} // namespace vethscope::capture
