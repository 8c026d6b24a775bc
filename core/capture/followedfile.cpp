#include "core/capture/followedfile.h"

#include "core/capture/mappedfile.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace vethscope {
namespace {

// Address space, not memory: room for a live capture of 64 GiB.
constexpr std::size_t reservation = std::size_t{64} << 30;

} // namespace

struct FollowedFile::State {
    State(int file, MappedFile mapped) : descriptor(file), map(std::move(mapped)) { }

    int descriptor;
    MappedFile map;
    std::atomic<bool> ended = false;
};

Result<std::unique_ptr<FollowedFile>> FollowedFile::open(const std::filesystem::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(Error{fmt::format("{}: {}", path.string(), std::strerror(errno))});
    auto map = MappedFile::map(descriptor, 0, reservation, path.string());
    if (!map) {
        ::close(descriptor);
        return std::unexpected(map.error());
    }
    return std::unique_ptr<FollowedFile>(new FollowedFile(std::make_unique<State>(descriptor, std::move(*map))));
}

FollowedFile::FollowedFile(std::unique_ptr<State> state) : m_state(std::move(state)) { }

FollowedFile::~FollowedFile()
{
    ::close(m_state->descriptor);
}

Bytes FollowedFile::bytes() const
{
    struct stat status { };
    if (::fstat(m_state->descriptor, &status) != 0)
        return {};
    return m_state->map.grownTo(static_cast<std::size_t>(status.st_size));
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
