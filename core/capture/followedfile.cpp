#include "core/capture/followedfile.h"

#include "core/capture/mappedfile.h"
#include "core/sentence/systemwords.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vethscope {
namespace {

// Address space, not memory: room for a live capture of 64 GiB.
constexpr std::size_t reservation = std::size_t{64} << 30;

} // namespace

struct FollowedFile::State {
    State(int file, MappedFile mapped, std::string path) : descriptor(file), map(std::move(mapped)), name(std::move(path)) { }

    std::size_t size() const
    {
        struct stat status { };
        return ::fstat(descriptor, &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
    }

    int descriptor;
    MappedFile map;
    std::string name;
    std::atomic<std::size_t> largest = 0;
    std::atomic<bool> ended = false;
};

Result<std::unique_ptr<FollowedFile>> FollowedFile::open(const std::filesystem::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(Error{Sentence::of("{}: {}", path.string(), systemWords(errno))});
    auto map = MappedFile::map(descriptor, 0, reservation, Sentence::verbatim(path.string()));
    if (!map) {
        ::close(descriptor);
        return std::unexpected(map.error());
    }
    return std::unique_ptr<FollowedFile>(new FollowedFile(std::make_unique<State>(descriptor, std::move(*map), path.string())));
}

FollowedFile::FollowedFile(std::unique_ptr<State> state) : m_state(std::move(state)) { }

FollowedFile::~FollowedFile()
{
    ::close(m_state->descriptor);
}

Bytes FollowedFile::bytes() const
{
    const std::size_t size = m_state->size();
    std::size_t before = m_state->largest.load();
    while (size > before && !m_state->largest.compare_exchange_weak(before, size)) { }
    return m_state->map.grownTo(std::max(size, before));
}

std::size_t FollowedFile::intact() const
{
    return std::min(m_state->largest.load(), m_state->size());
}

std::optional<Error> FollowedFile::problem() const
{
    const std::size_t largest = m_state->largest.load();
    if (largest > reservation)
        return Error{Sentence::of("{} has more than {} GiB, which is all that is followed; the rest is left out", m_state->name, reservation >> 30)};
    return shrinkage(m_state->name, largest, intact());
}

bool FollowedFile::complete() const
{
    return m_state->ended.load(std::memory_order_acquire);
}

void FollowedFile::ended()
{
    m_state->ended.store(true, std::memory_order_release);
}

} // namespace vethscope
