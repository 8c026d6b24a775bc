#include "core/path/tunnellines.h"

#include <algorithm>

namespace vethscope::path {

EvidenceList tunnelLines(const NetworkInterface &device)
{
    EvidenceList lines;
    const auto add = [&](const Evidence &line) {
        if (line.source && std::ranges::find(lines, line) == lines.end())
            lines.push_back(line);
    };
    if (const auto &tunnel = device.tunnel) {
        add(tunnel->vni.evidence());
        add(tunnel->port.evidence());
        add(tunnel->local.evidence());
        add(tunnel->remote.evidence());
        add(tunnel->device.evidence());
    }
    if (lines.empty() && !device.evidence.empty())
        add(device.evidence.front());
    return lines;
}

} // namespace vethscope::path
