#include "app/capture/linktype.h"

#include <cstring>
#include <net/if.h>
#include <net/if_arp.h>
#include <pcap/pcap.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vethscope::capture {

bool interfaceExists(const std::string &name)
{
    return ::if_nametoindex(name.c_str()) != 0;
}

// As libpcap's map_arphrd_to_dlt() chooses for the kinds of device that container networks have.
int expectedLinkType(const std::string &interface)
{
    if (interface == "any")
        return DLT_LINUX_SLL2;
    ifreq request{};
    std::strncpy(request.ifr_name, interface.c_str(), IFNAMSIZ - 1);
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool known = socket >= 0 && ::ioctl(socket, SIOCGIFHWADDR, &request) == 0;
    if (socket >= 0)
        ::close(socket);
    if (!known)
        return DLT_EN10MB;
    switch (request.ifr_hwaddr.sa_family) {
    case ARPHRD_NONE: // tun, wireguard
    case ARPHRD_TUNNEL:
    case ARPHRD_TUNNEL6:
    case ARPHRD_SIT:
    case ARPHRD_IPGRE:
    case ARPHRD_RAWIP:
        return DLT_RAW;
    case ARPHRD_PPP:
        return DLT_LINUX_SLL;
    default:
        return DLT_EN10MB;
    }
}

} // namespace vethscope::capture
