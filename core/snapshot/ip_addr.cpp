#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iplinks.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/printing.h"

// Interfaces with their addresses: iproute2's ipaddress.c, busybox' libiproute/ipaddress.c.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isIpShow(words, "address");
}

} // namespace

constinit const HostCommand commands::ipAddr{
    .name = "ip addr",
    .typed = typed,
    .looksLike = looksLikeIpLinks,
    .read = readIpLinks,
    .prints = printsInterfaces,
};

} // namespace vethscope
