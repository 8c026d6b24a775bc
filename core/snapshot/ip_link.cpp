#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iplinks.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/printing.h"

// Interfaces without their addresses; with -d what kind they are and where tunnels lead.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isIpShow(words, "link");
}

} // namespace

constinit const HostCommand commands::ipLink{
    .name = "ip link",
    .typed = typed,
    .read = readIpLinks, // a file of it alone looks like `ip addr` and is read the same
    .prints = printsInterfaces,
};

} // namespace vethscope
