#pragma once

#include "app/capture/options.h"
#include "app/capture/outputfile.h"
#include "core/capture/pcapngwriter.h"

#include <pcap/pcap.h>

#include <memory>
#include <string>
#include <vector>

namespace vethscope::capture {

/// Opens interfaces and writes what they see as pcapng, one interface block for each, until a limit
/// is reached or a signal asks to stop. Looks into no packet.
class Recorder
{
public:
    explicit Recorder(const Options &options);

    /// Opens every interface with its filter: the only thing that needs rights. The sentence names the interface.
    bool openInterfaces(std::string &error);
    /// Until a limit or stop(); false with a sentence when something failed meanwhile. What came before is written.
    bool record(std::string &error);

    /// One line for each interface: packets captured, dropped by kernel, dropped here.
    std::string summary() const;

    /// May be called from a signal handler.
    static void stop();

private:
    struct Close {
        void operator()(pcap_t *handle) const { pcap_close(handle); }
    };
    struct Source {
        InterfaceChoice choice;
        std::unique_ptr<pcap_t, Close> handle;
        std::uint64_t captured = 0;
        std::uint64_t notWritten = 0;
        bool nanoseconds = false;
    };

    bool openSource(Source &source, std::string &error) const;
    bool beginFile();
    bool drain(Source &source, std::uint32_t number);
    bool writeStatistics();
    bool limitReached() const;

    const Options &m_options;
    OutputFile m_output;
    PcapngWriter m_writer;
    std::vector<Source> m_sources;
    std::uint64_t m_count = 0;
    std::chrono::steady_clock::time_point m_started;
};

} // namespace vethscope::capture
