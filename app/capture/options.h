#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::capture {

/// One -i: an interface, and the node it is on where the user said so.
struct InterfaceChoice {
    std::string node;
    std::string name;
};

/// When a capture ends, or begins its next file.
struct Limit {
    std::uint64_t kilobytes = 0; // 1000 bytes, as in dumpcap; 0: no limit
    std::chrono::milliseconds duration{0};
};

/// The command line of vethscope-capture; dumpcap's letters (contract.md, capture).
struct Options {
    std::vector<InterfaceChoice> interfaces;
    std::string filter;             // BPF, for every interface
    int snapLength = 262144;
    bool promiscuous = true;
    int bufferMebibytes = 2;
    std::uint64_t count = 0;        // 0: no limit
    Limit stop;
    Limit rotate;
    unsigned files = 0;             // of a ring; 0: keep all
    std::string output;             // a path, or -
    bool listInterfaces = false;

    bool rotates() const { return rotate.kilobytes > 0 || rotate.duration.count() > 0; }
};

/// Reads the arguments; an empty result means that they make no sense, and `error` says why.
std::optional<Options> readOptions(int argc, char **argv, std::string &error);

} // namespace vethscope::capture
