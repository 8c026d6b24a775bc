#pragma once

#include <string>
#include <vector>

namespace vethscope::capture {

/// An interface that packets can be captured on.
struct Listed {
    std::string name;
    std::string kind; // as the kernel's driver calls it: veth, bridge, vxlan, tun, …; else physical, loopback or any
    std::vector<std::string> addresses;
};

/// What libpcap offers, in its order; `error` says why when nothing can be listed.
std::vector<Listed> listInterfaces(std::string &error);

} // namespace vethscope::capture
