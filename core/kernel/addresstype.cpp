#include "core/kernel/addresstype.h"

#include "core/kernel/table.h"

#include <array>

namespace vethscope::kernel {
namespace {

// The type's own word, whoever keeps the route.
std::string_view lasting(std::string_view type)
{
    for (const std::string_view word : {"local", "broadcast", "anycast", "multicast", "blackhole", "unreachable", "prohibit", "throw", "nat"})
        if (word == type)
            return word;
    return "unicast";
}

} // namespace

bool isZeroNetwork(const IpAddress &address)
{
    return address.isV4() && address.bytes()[0] == 0;
}

bool isLimitedBroadcast(const IpAddress &address)
{
    return address == IpAddress::v4(0xffffffff);
}

Answer<std::string_view> addressType(const NetworkNamespace &space, const IpAddress &address, std::string_view device)
{
    using Found = Answer<std::string_view>;
    if (isZeroNetwork(address) || isLimitedBroadcast(address))
        return Found::found("broadcast", EvidenceList{});
    if (address.isMulticast())
        return Found::found("multicast", EvidenceList{});
    Packet asked;
    asked.destination = address;
    asked.source = IpAddress::any(address.isV6());
    const Answer<FoundRoute> route = lookUpTable(space, "local", asked);
    if (route.isUnseen())
        return Found::unseen(route.ask);
    if (route.isNone() || (!device.empty() && route->route().interface != device))
        return Found::found("unicast", EvidenceList{});
    Found answer = Found::found(lasting(route->route().type), route.evidence);
    return answer;
}

} // namespace vethscope::kernel
