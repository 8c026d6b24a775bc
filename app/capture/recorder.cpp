#include "app/capture/recorder.h"

#include "app/capture/filtercheck.h"
#include "app/capture/linktype.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <limits>
#include <poll.h>
#include <time.h>
#include <unistd.h>

namespace vethscope::capture {
namespace {

volatile std::sig_atomic_t stopRequested = 0;

constexpr int pollMilliseconds = 100; // how often limits and signals are looked at when nothing comes
constexpr int packetsAtOnce = 256;    // of one interface before the others have their turn
constexpr std::chrono::milliseconds tellInterval(500);
constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

std::int64_t now()
{
    timespec time{};
    ::clock_gettime(CLOCK_REALTIME, &time);
    return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
}

} // namespace

Recorder::Recorder(const Options &options, const Report &report)
    : m_options(options), m_report(report), m_output(options), m_writer([this](Bytes block) { return m_output.write(block); })
{
}

void Recorder::stop()
{
    stopRequested = 1;
}

Result<void, Failure> Recorder::openInterfaces()
{
    for (const InterfaceChoice &choice : m_options.interfaces) {
        auto source = openSource(choice, m_options);
        if (!source) {
            // What is wrong with a filter is worth knowing to those, too, who may not capture.
            const auto wrong = source.error().reason == Failure::Reason::NotPermitted
                ? checkFilter(m_options.filter, expectedLinkType(choice.name))
                : std::nullopt;
            return std::unexpected(wrong && wrong->reason == Failure::Reason::BadFilter ? *wrong : source.error());
        }
        m_sources.push_back(std::move(*source));
    }
    return {};
}

Result<void, Failure> Recorder::openOutput()
{
    m_begun = now();
    if (beginFile() && m_output.flush())
        return {};
    const int reason = errno;
    const std::string &path = m_output.path().empty() ? m_options.output : m_output.path();
    return std::unexpected(Failure{Failure::Reason::NoOutput, path + ": cannot be written: " + std::strerror(reason)});
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
            .linkType = source.linkType(),
            .snapLength = static_cast<std::uint32_t>(m_options.snapLength),
        };
        if (!m_writer.interface(description))
            return false;
    }
    m_report.file(m_output.path());
    return true;
}

// Where files follow each other, packets of several interfaces overlap: none says from when to when it is whole.
bool Recorder::nextFile()
{
    m_begun.reset();
    return writeStatistics() && flush() && beginFile();
}

bool Recorder::limitReached() const
{
    const Limit &limit = m_options.stop;
    return (m_options.count > 0 && m_count >= m_options.count)
        || (limit.kilobytes > 0 && m_output.written() >= limit.kilobytes * 1000)
        || (limit.duration.count() > 0 && std::chrono::steady_clock::now() - m_started >= limit.duration);
}

// Takes what the interface has seen until then; false when nothing can be written.
bool Recorder::drain(std::size_t place, std::int64_t until)
{
    Source &source = m_sources[place];
    for (int i = 0; i < packetsAtOnce && !source.ended; ++i) {
        if (m_options.count > 0 && m_count >= m_options.count)
            break;
        pcap_pkthdr *header = nullptr;
        const u_char *bytes = nullptr;
        const int status = pcap_next_ex(source.handle.get(), &header, &bytes);
        if (status == 0)
            break;
        if (status < 0) {
            source.ended = true;
            m_lost += (m_lost.empty() ? "" : "; ") + source.choice.name + ": " + pcap_geterr(source.handle.get());
            break;
        }
        const std::int64_t time = header->ts.tv_sec * std::int64_t{1'000'000'000} + header->ts.tv_usec * (source.nanoseconds ? 1 : 1000);
        if (time > until)
            break;
        const Bytes captured = std::as_bytes(std::span(bytes, header->caplen));
        ++source.captured;
        ++source.waiting;
        ++m_count;
        const PcapngWriter::Packet packet{
            .interface = static_cast<std::uint32_t>(place), .time = time, .bytes = captured, .originalLength = header->len};
        if (!m_writer.packet(packet))
            return false;
        if (m_output.full() && !m_output.last() && !nextFile())
            return false;
    }
    return flush();
}

// What was gathered is with the kernel now; or what was not counts as lost here.
bool Recorder::flush()
{
    const bool kept = m_output.flush();
    for (Source &source : m_sources) {
        if (!kept) {
            source.captured -= source.waiting;
            source.notWritten += source.waiting;
        }
        source.waiting = 0;
    }
    return kept;
}

bool Recorder::takeOnce(std::int64_t until)
{
    for (std::size_t place = 0; place < m_sources.size(); ++place)
        if (!drain(place, until))
            return false;
    return true;
}

// The kernel hands over its blocks when they are full or old enough: what was seen before the end is waited for.
void Recorder::takeWhatIsLeft()
{
    const std::int64_t end = now();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(3 * gatherMilliseconds);
    while (std::chrono::steady_clock::now() < deadline && takeOnce(end))
        ::poll(nullptr, 0, gatherMilliseconds / 5);
    m_complete = end;
}

// Until something comes, or for a while. False when whoever started us is gone.
bool Recorder::wait() const
{
    std::vector<pollfd> waits;
    for (const Source &source : m_sources)
        waits.push_back({source.ended ? -1 : pcap_get_selectable_fd(source.handle.get()), POLLIN, 0});
    waits.push_back({m_options.child ? STDIN_FILENO : -1, POLLIN, 0});
    ::poll(waits.data(), waits.size(), pollMilliseconds);
    return waits.back().revents == 0;
}

Result<void, Failure> Recorder::record()
{
    m_started = std::chrono::steady_clock::now();
    while (!stopRequested && !limitReached() && !(m_output.full() && m_output.last())) {
        if (!wait())
            break;
        bool kept = takeOnce(everything);
        if (kept && m_output.full() && !m_output.last())
            kept = nextFile() && flush();
        if (!kept && errno == EPIPE)
            return {}; // whoever read us has seen enough
        if (!kept)
            return std::unexpected(brokenOutput());
        tellCounts();
        if (std::ranges::all_of(m_sources, &Source::ended))
            break;
    }
    if (m_options.count == 0 || m_count < m_options.count)
        takeWhatIsLeft();
    const bool kept = writeStatistics() && flush();
    m_told = {};
    tellCounts();
    if (!kept && errno != EPIPE)
        return std::unexpected(brokenOutput());
    if (!m_lost.empty())
        return std::unexpected(Failure{Failure::Reason::Broken, m_lost});
    return {};
}

Failure Recorder::brokenOutput() const
{
    return {Failure::Reason::Broken,
            m_output.path() + ": after " + std::to_string(m_output.written()) + " bytes no more can be written: " + std::strerror(errno)};
}

void Recorder::tellCounts()
{
    const auto time = std::chrono::steady_clock::now();
    if (!m_options.child || time - m_told < tellInterval)
        return;
    m_told = time;
    for (std::size_t place = 0; place < m_sources.size(); ++place)
        m_report.counts(place, m_sources[place].captured, m_sources[place].counts().dropped, m_sources[place].notWritten);
}

bool Recorder::writeStatistics()
{
    bool kept = true;
    for (std::uint32_t i = 0; i < m_sources.size(); ++i)
        if (const Source::Counts counts = m_sources[i].counts(); counts.known) {
            PcapngWriter::Statistics statistics{.interface = i, .time = now(), .received = counts.received, .dropped = counts.dropped};
            if (m_begun && m_complete && !m_sources[i].ended) {
                statistics.begin = m_begun;
                statistics.end = m_complete;
            }
            kept = m_writer.statistics(statistics) && kept;
        }
    return kept;
}

std::string Recorder::summary() const
{
    std::string text;
    for (const Source &source : m_sources) {
        const Source::Counts counts = source.counts();
        text += (text.empty() ? "" : "; ") + source.choice.name + ": " + std::to_string(source.captured) + " packets captured, "
            + (counts.known ? std::to_string(counts.dropped) : std::string("an unknown number")) + " dropped by kernel, "
            + std::to_string(source.notWritten) + " dropped here";
    }
    return text;
}

} // namespace vethscope::capture
