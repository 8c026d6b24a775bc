#pragma once

#include "core/cluster/networkinterface.h"

namespace vethscope::path {

/// The lines that tell what a tunnel device writes and takes, each once: its number, port, own end and device; of one that was not printed
/// so far the first that tells of it at all.
EvidenceList tunnelLines(const NetworkInterface &device);

} // namespace vethscope::path
