#pragma once

#include "app/capture/failure.h"

#include <optional>

namespace vethscope::capture {

/// Whether libpcap compiles the capture filter for packets of that link type; else its own words, the
/// expression with carets under what they are about, and the place. From then on no names are looked up in
/// the network: those that /etc/hosts does not know are a failure of their own kind.
std::optional<Failure> checkFilter(const std::string &filter, int linkType);

/// Where in the filter pcap's message points to: the message itself names no place.
Failure explainFilterError(const std::string &filter, int linkType, const std::string &message);

/// Prints the instructions that a sound filter compiles to, as `tcpdump -d` does.
void printProgram(const std::string &filter, int linkType);

} // namespace vethscope::capture
