#include "app/capture/outputfile.h"

#include <array>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace vethscope::capture {
namespace {

constexpr std::size_t mostWaiting = 256 * 1024; // one call of the kernel for many packets

} // namespace

OutputFile::~OutputFile()
{
    if (m_descriptor > STDOUT_FILENO)
        ::close(m_descriptor);
}

// As dumpcap names them: capture_00001_20261123140000.pcapng.
std::string OutputFile::nextPath()
{
    if (!m_options.rotates())
        return m_options.output;
    const std::size_t slash = m_options.output.find_last_of('/');
    const std::size_t dot = m_options.output.find_last_of('.');
    const bool ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
    const std::string stem = m_options.output.substr(0, ending ? dot : std::string::npos);
    std::array<char, 32> stamp{};
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    std::strftime(stamp.data(), stamp.size(), "%Y%m%d%H%M%S", ::localtime_r(&now, &local));
    std::string number = std::to_string(++m_number);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    return stem + '_' + number + '_' + stamp.data() + (ending ? m_options.output.substr(dot) : "");
}

bool OutputFile::open()
{
    m_opened = std::chrono::steady_clock::now();
    m_written = 0;
    if (m_options.output == "-") {
        m_path = "standard output";
        m_descriptor = STDOUT_FILENO;
        return true;
    }
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_path = nextPath();
    m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return false;
    m_ring.push_back(m_path);
    while (m_options.rotate.files > 0 && m_ring.size() > m_options.rotate.files) {
        ::unlink(m_ring.front().c_str());
        m_ring.pop_front();
    }
    return true;
}

bool OutputFile::write(Bytes bytes)
{
    m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end());
    m_written += bytes.size();
    m_allWritten += bytes.size();
    return m_waiting.size() < mostWaiting || flush();
}

bool OutputFile::flush()
{
    Bytes rest = m_waiting;
    while (!rest.empty()) {
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        rest = rest.subspan(static_cast<std::size_t>(count));
    }
    m_waiting.clear();
    return true;
}

bool OutputFile::full() const
{
    if (!m_options.rotates())
        return false;
    const Limit &limit = m_options.rotate;
    return (limit.kilobytes > 0 && m_written >= limit.kilobytes * 1000)
        || (limit.duration.count() > 0 && std::chrono::steady_clock::now() - m_opened >= limit.duration);
}

} // namespace vethscope::capture
