#pragma once

#include "app/capture/failure.h"
#include "app/capture/options.h"
#include "app/capture/outputfile.h"
#include "app/capture/report.h"
#include "app/capture/source.h"
#include "core/capture/pcapngwriter.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::capture {

/// Writes what interfaces see as pcapng, one interface block for each, until a limit is reached or a
/// signal asks to stop. Looks into no packet.
class Recorder
{
public:
    Recorder(const Options &options, const Report &report);

    /// Opens every interface with its filter: the only thing that needs rights.
    Result<void, Failure> openInterfaces();
    /// Makes the first file, with its headers.
    Result<void, Failure> openOutput();
    /// Until a limit or stop(). What came before a failure is written.
    Result<void, Failure> record();

    /// One line for each interface: packets captured, dropped by kernel, dropped here.
    std::string summary() const;

    /// May be called from a signal handler.
    static void stop();

private:
    bool beginFile();
    bool nextFile();
    bool drain(std::size_t place, std::int64_t until);
    bool takeOnce(std::int64_t until);
    void takeWhatIsLeft();
    bool flush();
    bool writeStatistics();
    bool wait() const;
    bool limitReached() const;
    void tellCounts();
    Failure brokenOutput() const;

    const Options &m_options;
    const Report &m_report;
    OutputFile m_output;
    PcapngWriter m_writer;
    std::vector<Source> m_sources;
    std::uint64_t m_count = 0;
    std::optional<std::int64_t> m_begun, m_complete; // nanoseconds since 1970: between them every packet of every interface is in the file
    std::chrono::steady_clock::time_point m_started;
    std::chrono::steady_clock::time_point m_told;
    std::string m_lost; // which interfaces went away meanwhile, and why
};

} // namespace vethscope::capture
