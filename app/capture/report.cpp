#include "app/capture/report.h"

#include <fcntl.h>
#include <unistd.h>

namespace vethscope::capture {

Report::Report(bool wanted) : m_wanted(wanted)
{
    if (wanted)
        ::fcntl(STDOUT_FILENO, F_SETFL, ::fcntl(STDOUT_FILENO, F_GETFL) | O_NONBLOCK);
}

void Report::file(const std::string &path) const
{
    say("file\t" + path);
}

void Report::counts(std::size_t place, std::uint64_t captured, std::uint64_t kernelDropped, std::uint64_t droppedHere) const
{
    say("counts\t" + std::to_string(place) + '\t' + std::to_string(captured) + '\t' + std::to_string(kernelDropped) + '\t'
        + std::to_string(droppedHere));
}

void Report::failure(const Failure &failure) const
{
    say(std::string(failure.word()) + '\t' + std::to_string(failure.offset) + '\t' + std::to_string(failure.length));
}

void Report::say(const std::string &line) const
{
    if (!m_wanted)
        return;
    const std::string whole = line + '\n';
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, whole.data(), whole.size());
}

} // namespace vethscope::capture
