#pragma once

namespace vethscope::capture {

/// Prints, once a second until standard output or (for a window) standard input is closed, a line for each
/// interface: name, packets and bytes seen since it exists, in both directions; then an empty line. The
/// kernel counts them for everybody: nothing is opened, no rights are needed.
void watchTraffic(bool child);

} // namespace vethscope::capture
