#include "app/capture/recorder.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/utsname.h>
#include <time.h>

namespace vethscope::capture {
namespace {

volatile std::sig_atomic_t stopRequested = 0;

constexpr int pollMilliseconds = 100; // how often limits and signals are looked at when nothing comes
constexpr int packetsAtOnce = 256;    // of one interface before the others have their turn

std::int64_t now()
{
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME, &time);
    return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
}

} // namespace

Recorder::Recorder(const Options &options)
    : m_options(options), m_output(options), m_writer([this](Bytes block) { return m_output.write(block); })
{
    for (const InterfaceChoice &choice : options.interfaces) {
        Source source;
        source.choice = choice;
        m_sources.push_back(std::move(source));
    }
}

void Recorder::stop()
{
    stopRequested = 1;
}

bool Recorder::openInterfaces(std::string &error)
{
    for (Source &source : m_sources)
        if (!openSource(source, error))
            return false;
    return true;
}

bool Recorder::openSource(Source &source, std::string &error) const
{
    const std::string &name = source.choice.name;
    std::array<char, PCAP_ERRBUF_SIZE> reason{};
    source.handle.reset(pcap_create(name.c_str(), reason.data()));
    pcap_t *handle = source.handle.get();
    if (!handle) {
        error = name + ": " + reason.data();
        return false;
    }
    pcap_set_snaplen(handle, m_options.snapLength);
    pcap_set_promisc(handle, m_options.promiscuous && name != "any");
    pcap_set_buffer_size(handle, m_options.bufferMebibytes * (1 << 20));
    pcap_set_timeout(handle, pollMilliseconds);
    pcap_set_immediate_mode(handle, 1);
    pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO);
    const int status = pcap_activate(handle);
    if (status < 0) {
        const char *detail = pcap_geterr(handle);
        const std::string what = pcap_statustostr(status);
        error = name + ": " + what + (detail && *detail && what != detail ? std::string(" (") + detail + ")" : "");
        return false;
    }
    source.nanoseconds = pcap_get_tstamp_precision(handle) == PCAP_TSTAMP_PRECISION_NANO;
    // On "any", the newer cooked header names the interface that each packet was seen on.
    pcap_set_datalink(handle, name == "any" ? DLT_LINUX_SLL2 : pcap_datalink(handle));
    bpf_program program{};
    if (pcap_compile(handle, &program, m_options.filter.c_str(), 1, PCAP_NETMASK_UNKNOWN) != 0) {
        error = "the capture filter \"" + m_options.filter + "\" is invalid on " + name + ": " + pcap_geterr(handle);
        return false;
    }
    const bool set = pcap_setfilter(handle, &program) == 0;
    pcap_freecode(&program);
    if (!set || pcap_setnonblock(handle, 1, reason.data()) != 0) {
        error = name + ": " + pcap_geterr(handle);
        return false;
    }
    return true;
}

bool Recorder::beginFile()
{
    if (!m_output.open() || !m_writer.section("vethscope-capture"))
        return false;
    for (const Source &source : m_sources) {
        const PcapngWriter::InterfaceDescription description{
            .name = source.choice.name,
            .description = source.choice.node.empty() ? std::string() : "node " + source.choice.node,
            .filter = m_options.filter,
            .linkType = static_cast<std::uint32_t>(pcap_datalink(source.handle.get()) == DLT_RAW ? 101 : pcap_datalink(source.handle.get())),
            .snapLength = static_cast<std::uint32_t>(m_options.snapLength),
        };
        if (!m_writer.interface(description))
            return false;
    }
    return true;
}

bool Recorder::limitReached() const
{
    const Limit &limit = m_options.stop;
    return (m_options.count > 0 && m_count >= m_options.count)
        || (limit.kilobytes > 0 && m_output.written() >= limit.kilobytes * 1000)
        || (limit.duration.count() > 0 && std::chrono::steady_clock::now() - m_started >= limit.duration);
}

// Takes what the interface has seen; false when the interface is gone or nothing can be written.
bool Recorder::drain(Source &source, std::uint32_t number)
{
    for (int i = 0; i < packetsAtOnce && !limitReached(); ++i) {
        pcap_pkthdr *header = nullptr;
        const u_char *bytes = nullptr;
        const int status = pcap_next_ex(source.handle.get(), &header, &bytes);
        if (status == 0)
            return true;
        if (status < 0)
            return false;
        const std::int64_t time = header->ts.tv_sec * std::int64_t{1'000'000'000} + header->ts.tv_usec * (source.nanoseconds ? 1 : 1000);
        const Bytes captured = std::as_bytes(std::span(bytes, header->caplen));
        if (!m_writer.packet({.interface = number, .time = time, .bytes = captured, .originalLength = header->len, .comment = {}})) {
            ++source.notWritten;
            return false;
        }
        ++source.captured;
        ++m_count;
        if (m_output.full() && !(writeStatistics() && beginFile()))
            return false;
    }
    return true;
}

bool Recorder::record(std::string &error)
{
    m_started = std::chrono::steady_clock::now();
    if (!beginFile()) {
        error = m_options.output + ": " + std::strerror(errno);
        return false;
    }
    std::vector<pollfd> waits;
    for (const Source &source : m_sources)
        waits.push_back({pcap_get_selectable_fd(source.handle.get()), POLLIN, 0});
    while (!stopRequested && !limitReached()) {
        ::poll(waits.data(), waits.size(), pollMilliseconds);
        for (std::uint32_t i = 0; i < m_sources.size(); ++i) {
            errno = 0;
            if (drain(m_sources[i], i))
                continue;
            if (errno == EPIPE)
                return true; // whoever read us has seen enough
            const char *detail = pcap_geterr(m_sources[i].handle.get());
            error = detail && *detail ? m_sources[i].choice.name + ": " + detail : m_output.path() + ": " + std::strerror(errno);
            writeStatistics();
            return false;
        }
        if (m_output.full() && !(writeStatistics() && beginFile())) {
            error = m_output.path() + ": " + std::strerror(errno);
            return false;
        }
    }
    return writeStatistics();
}

bool Recorder::writeStatistics()
{
    bool kept = true;
    for (std::uint32_t i = 0; i < m_sources.size(); ++i) {
        pcap_stat counts{};
        if (pcap_stats(m_sources[i].handle.get(), &counts) == 0)
            kept = m_writer.statistics({i, now(), counts.ps_recv, counts.ps_drop}) && kept;
    }
    return kept;
}

std::string Recorder::summary() const
{
    std::string text;
    for (const Source &source : m_sources) {
        pcap_stat counts{};
        const bool known = pcap_stats(source.handle.get(), &counts) == 0;
        text += (text.empty() ? "" : "; ") + source.choice.name + ": " + std::to_string(source.captured) + " packets captured, "
            + (known ? std::to_string(counts.ps_drop) : std::string("an unknown number")) + " dropped by kernel, "
            + std::to_string(source.notWritten) + " dropped here";
    }
    return text;
}

} // namespace vethscope::capture
