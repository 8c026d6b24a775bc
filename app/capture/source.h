#pragma once

#include "app/capture/failure.h"
#include "app/capture/options.h"

#include <pcap/pcap.h>

#include <memory>

namespace vethscope::capture {

/// One open interface and what has become of its packets.
struct Source {
    struct Close {
        void operator()(pcap_t *handle) const { pcap_close(handle); }
    };
    struct Counts {
        bool known = false; // whether the kernel still tells
        std::uint64_t received = 0;
        std::uint64_t dropped = 0; // by the kernel, because nobody took them in time
    };

    InterfaceChoice choice;
    std::unique_ptr<pcap_t, Close> handle;
    bool nanoseconds = false;
    bool ended = false;            // the interface went away
    std::uint64_t captured = 0;    // written, or about to be
    std::uint64_t waiting = 0;     // of these, not yet with the kernel
    std::uint64_t notWritten = 0;

    Counts counts() const;
    /// As pcapng numbers link types (LINKTYPE_).
    std::uint32_t linkType() const;
};

/// How long the kernel may gather packets before it hands them over.
constexpr int gatherMilliseconds = 50;

/// Opens the interface and sets its filter; the failure's sentence names both.
Result<Source, Failure> openSource(const InterfaceChoice &choice, const Options &options);

} // namespace vethscope::capture
