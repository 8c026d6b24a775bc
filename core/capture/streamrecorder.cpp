#include "core/capture/streamrecorder.h"

#include "core/sentence/systemwords.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <vector>

namespace vethscope {
namespace {

constexpr int lookUpMilliseconds = 100; // whether anybody still wants it
constexpr std::size_t bufferSize = 1 << 16;

} // namespace

Result<std::unique_ptr<StreamRecorder>> StreamRecorder::start(const std::filesystem::path &stream, const std::filesystem::path &file)
{
    const Sentence name = stream == "-" ? Sentence::of("standard input") : Sentence::verbatim(stream.string());
    // Not blocking: a FIFO that nobody writes yet would hold up whoever opens it.
    const int from = stream == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(stream.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (from < 0)
        return std::unexpected(Error{Sentence::of("{} cannot be read: {}", name, systemWords(errno))});
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to < 0) {
        const int number = errno;
        ::close(from);
        return std::unexpected(Error{Sentence::of("{} cannot be written: {}", file.string(), systemWords(number))});
    }
    return std::unique_ptr<StreamRecorder>(new StreamRecorder(name, file, from, to));
}

StreamRecorder::StreamRecorder(Sentence name, std::filesystem::path file, int from, int to)
    : m_name(std::move(name)), m_file(std::move(file)), m_from(from), m_to(to), m_worker([this](const std::stop_token &stop) { run(stop); })
{
}

StreamRecorder::~StreamRecorder()
{
    m_worker.request_stop();
    if (m_worker.joinable())
        m_worker.join();
    ::close(m_from);
    ::close(m_to);
}

void StreamRecorder::run(const std::stop_token &stop)
{
    std::vector<std::byte> buffer(bufferSize);
    while (!stop.stop_requested()) {
        pollfd wait{m_from, POLLIN, 0};
        if (::poll(&wait, 1, lookUpMilliseconds) <= 0)
            continue;
        const ssize_t count = ::read(m_from, buffer.data(), buffer.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            fail(Sentence::of("{}: {}", m_name, systemWords(errno)));
        if (count <= 0 || !keep(buffer.data(), static_cast<std::size_t>(count)))
            break;
    }
    m_finished.store(true, std::memory_order_release);
}

bool StreamRecorder::keep(const std::byte *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::write(m_to, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            fail(Sentence::of("{}: after {} bytes no more can be written: {}", m_file.string(), this->size(), systemWords(errno)));
            return false;
        }
        bytes += count;
        size -= static_cast<std::size_t>(count);
        m_size.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed);
    }
    return true;
}

void StreamRecorder::fail(Sentence message)
{
    const std::lock_guard lock(m_mutex);
    m_problem = Error{std::move(message)};
}

std::optional<Error> StreamRecorder::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

} // namespace vethscope
