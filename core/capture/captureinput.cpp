#include "core/capture/captureinput.h"

#include "core/capture/followedfile.h"
#include "core/capture/mappedfile.h"
#include "core/capture/spool.h"
#include "core/capture/unpack.h"
#include "core/sentence/systemwords.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace vethscope {
namespace {

/// A whole file.
class MappedInput final : public CaptureInput
{
public:
    MappedInput(MappedFile map, std::string name) : m_map(std::move(map)), m_name(std::move(name)) { }

    Bytes bytes() const override { return m_map.bytes(); }
    std::size_t intact() const override { return m_map.intact(); }
    bool complete() const override { return true; }
    std::optional<Error> problem() const override { return shrinkage(m_name, bytes().size(), intact()); }

private:
    MappedFile m_map;
    std::string m_name;
};

// Reads a pipe as it arrives, and looks up every so often whether anybody still wants it.
std::optional<Error> pumpDescriptor(int descriptor, const Sentence &name, const Spool::Sink &sink, const std::stop_token &stop)
{
    std::vector<std::byte> buffer(1 << 16);
    while (!stop.stop_requested()) {
        pollfd wait{descriptor, POLLIN, 0};
        if (::poll(&wait, 1, 100) == 0)
            continue;
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            return Error{Sentence::of("{}: {}", name, systemWords(errno))};
        if (count == 0 || !sink(Bytes(buffer.data(), static_cast<std::size_t>(count))))
            break;
    }
    return std::nullopt;
}

Result<std::unique_ptr<CaptureInput>> openStream(int descriptor, const Sentence &name, bool owned)
{
    return Spool::start(name, [descriptor, name, owned](const Spool::Sink &sink, const std::stop_token &stop) {
        auto problem = pumpDescriptor(descriptor, name, sink, stop);
        if (owned)
            ::close(descriptor);
        return problem;
    });
}

} // namespace

std::optional<Error> shrinkage(const std::string &name, std::size_t had, std::size_t has)
{
    if (has >= had)
        return std::nullopt;
    return Error{Sentence::of("{} became shorter while it was open: of {} bytes it has {}; packets behind byte {} are lost", name,
                              had, has, has)};
}

Result<std::unique_ptr<CaptureInput>> openCaptureInput(const std::filesystem::path &path)
{
    if (path == "-")
        return openStream(STDIN_FILENO, Sentence::of("standard input"), false);
    struct stat status { };
    if (::stat(path.c_str(), &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode))) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            return std::unexpected(Error{Sentence::of("{}: {}", path.string(), systemWords(errno))});
        return openStream(descriptor, Sentence::verbatim(path.string()), true);
    }
    auto map = MappedFile::open(path);
    if (!map)
        return std::unexpected(map.error());
    if (!packingOf(map->bytes()).empty())
        return unpack(path);
    return std::make_unique<MappedInput>(std::move(*map), path.string());
}

} // namespace vethscope
