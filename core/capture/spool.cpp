#include "core/capture/spool.h"

#include "core/sentence/systemwords.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/statvfs.h>
#include <unistd.h>

namespace vethscope {
namespace {

// Address space, not memory: room for a capture of 64 GiB.
constexpr std::size_t spoolReservation = std::size_t{64} << 30;

// A packed file of a few kilobytes can unpack to more than any disk holds; the others on it need room too.
constexpr std::size_t roomLeftFree = std::size_t{256} << 20;
constexpr std::size_t roomCheckInterval = std::size_t{16} << 20; // bytes kept between two looks at the disk

bool hasRoom(int descriptor)
{
    struct statvfs disk { };
    return ::fstatvfs(descriptor, &disk) != 0 || disk.f_bavail * disk.f_frsize > roomLeftFree;
}

// A file that has no name goes with the program, however it ends.
int namelessFile()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "vethscope-XXXXXX").string();
    const int descriptor = ::mkstemp(pattern.data());
    if (descriptor >= 0)
        ::unlink(pattern.c_str());
    return descriptor;
}

} // namespace

Result<std::unique_ptr<CaptureInput>> Spool::start(const Sentence &name, Pump pump)
{
    const int descriptor = namelessFile();
    if (descriptor < 0)
        return std::unexpected(Error{Sentence::of("{}: no temporary file can be made for it: {}", name, systemWords(errno))});
    auto map = MappedFile::map(descriptor, 0, spoolReservation, name);
    if (!map) {
        ::close(descriptor);
        return std::unexpected(map.error());
    }
    std::unique_ptr<Spool> spool(new Spool(descriptor, std::move(*map), name));
    spool->m_worker = std::jthread([raw = spool.get(), pump = std::move(pump)](const std::stop_token &stop) {
        auto problem = pump([raw](Bytes bytes) { return raw->keep(bytes); }, stop);
        if (problem) {
            const std::lock_guard lock(raw->m_mutex);
            if (!raw->m_problem)
                raw->m_problem = std::move(problem);
        }
        raw->m_complete.store(true, std::memory_order_release);
    });
    return spool;
}

Spool::Spool(int descriptor, MappedFile map, Sentence name)
    : m_descriptor(descriptor), m_map(std::move(map)), m_name(std::move(name))
{
}

Spool::~Spool()
{
    m_worker.request_stop();
    if (m_worker.joinable())
        m_worker.join();
    ::close(m_descriptor);
}

bool Spool::keep(Bytes bytes)
{
    const auto fail = [&](Sentence message) {
        const std::lock_guard lock(m_mutex);
        m_problem = Error{std::move(message)};
        return false;
    };
    const std::size_t size = m_size.load(std::memory_order_relaxed);
    if (size + bytes.size() > spoolReservation)
        return fail(Sentence::of("{} has more than {} GiB, which is all that is kept of a stream; the rest is left out", m_name, spoolReservation >> 30));
    if ((size + bytes.size()) / roomCheckInterval != size / roomCheckInterval && !hasRoom(m_descriptor))
        return fail(Sentence::of("{}: after {} bytes no more is kept: less than {} MiB are left on the disk of temporary files", m_name,
                                 size, roomLeftFree >> 20));
    for (std::size_t written = 0; written < bytes.size();) {
        const ssize_t count = ::pwrite(m_descriptor, bytes.data() + written, bytes.size() - written, static_cast<off_t>(size + written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(Sentence::of("{}: after {} bytes no more can be kept: {}", m_name, size + written, systemWords(errno)));
        written += static_cast<std::size_t>(count);
    }
    m_size.store(size + bytes.size(), std::memory_order_release);
    return true;
}

std::optional<Error> Spool::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

} // namespace vethscope
