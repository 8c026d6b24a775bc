#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::capture {

/// What libpcap takes at most of a packet.
constexpr int largestSnapLength = 262144;

/// One -i: an interface, and the node it is on where the user said so.
struct InterfaceChoice {
    std::string node;
    std::string name;
};

/// When a capture ends, or begins its next file.
struct Limit {
    std::uint64_t kilobytes = 0; // 1000 bytes, as in dumpcap; 0: no limit
    std::chrono::milliseconds duration{0};
    unsigned files = 0;          // 0: no limit
};

/// The command line of vethscope-capture; dumpcap's letters (contract.md, capture).
struct Options {
    enum class Task : std::uint8_t {
        Record,      // write packets to a file
        List,        // -D: the interfaces, and go
        Watch,       // -S: how much traffic each interface has, once a second
        CheckFilter, // -d: the instructions that a capture filter compiles to
        Help,        // -h
    };

    Task task = Task::Record;
    std::vector<InterfaceChoice> interfaces;
    std::string filter;             // BPF, for every interface
    int snapLength = largestSnapLength;
    bool promiscuous = true;
    int bufferMebibytes = 2;
    std::uint64_t count = 0;        // 0: no limit
    Limit stop;
    Limit rotate;                   // its files: how many of a ring are kept
    std::string output;             // a path, or -
    bool child = false;             // -Z: a window started us, reads our standard output and ends us by closing our input

    bool rotates() const { return rotate.kilobytes > 0 || rotate.duration.count() > 0; }
};

/// Reads the arguments; an empty result means that they make no sense, and `error` says why.
std::optional<Options> readOptions(int argc, char **argv, std::string &error);

/// What -h prints.
extern const char *const usage;

} // namespace vethscope::capture
