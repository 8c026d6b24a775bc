#pragma once

#include "core/bytes/result.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace vethscope {

/// Copies a stream (standard input, a FIFO) to a file as it arrives, byte for byte: what has come is on disk,
/// whatever happens to this program. A worker does it until the stream ends or this is destroyed.
class StreamRecorder
{
public:
    /// `stream` `-` is standard input. Makes the file; errors name the stream or the file.
    static Result<std::unique_ptr<StreamRecorder>> start(const std::filesystem::path &stream, const std::filesystem::path &file);

    StreamRecorder(const StreamRecorder &) = delete;
    StreamRecorder &operator=(const StreamRecorder &) = delete;
    ~StreamRecorder();

    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    /// How many bytes have come.
    std::uint64_t size() const { return m_size.load(std::memory_order_relaxed); }
    /// Why the stream was not copied to its end; complete once finished() is true.
    std::optional<Error> problem() const;

private:
    StreamRecorder(Sentence name, std::filesystem::path file, int from, int to);
    void run(const std::stop_token &stop);
    void fail(Sentence message);
    bool keep(const std::byte *bytes, std::size_t size);

    Sentence m_name;
    std::filesystem::path m_file;
    int m_from;
    int m_to;
    std::atomic<std::uint64_t> m_size = 0;
    std::atomic<bool> m_finished = false;
    mutable std::mutex m_mutex;
    std::optional<Error> m_problem;
    std::jthread m_worker; // last, so that it ends before what it uses
};

} // namespace vethscope
