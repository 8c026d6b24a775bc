#include "core/snapshot/iplinksbrief.h"

#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

// 10.0.0.5/24 metric 100 fe80::1/64   10.0.0.5 peer 10.0.0.9/32
bool readAddresses(const Words &words, std::vector<IpPrefix> &addresses)
{
    for (std::size_t i = 2; i < words.size(); ++i) {
        auto address = IpPrefix::parse(words[i]);
        if (!address)
            return false;
        const bool hasPeer = i + 2 < words.size() && words[i + 1] == "peer", hasMetric = i + 2 < words.size() && words[i + 1] == "metric";
        const auto peer = hasPeer ? IpPrefix::parse(words[i + 2]) : std::nullopt;
        if (hasPeer ? !peer : !words[i].contains('/'))
            return false;
        if (peer)
            address->length = peer->length;
        addresses.push_back(*address);
        i += hasPeer || hasMetric ? 2 : 0;
    }
    return true;
}

// b2:ad:3a:6e:3a:4f <BROADCAST,…>; of tunnels an IP address, of WireGuard nothing stands in front of the flags.
bool readHardware(const Words &words, const Words *flags, LinkFact &link)
{
    const std::size_t hardware = words.size() - 2 - (flags ? 1 : 0);
    if (hardware > 1)
        return false;
    link.mac = hardware == 1 ? MacAddress::parse(words[2]) : std::nullopt;
    return link.mac || (flags && (hardware == 0 || IpAddress::parse(words[2])));
}

} // namespace

std::optional<BriefLink> briefLink(const Words &words)
{
    if (words.size() < 2 || !isLinkState(words[1]) || !isDeviceWithPeer(words[0]))
        return std::nullopt;
    BriefLink brief;
    setName(brief.link, words[0]);
    const auto flags = words.size() > 2 ? linkFlags(words.back()) : std::nullopt;
    brief.link.state = linkState(words[1], flags.value_or(Words()));
    if (flags)
        readLinkFlags(*flags, brief.link);
    const bool isSound = words.size() == 2 || readHardware(words, flags ? &*flags : nullptr, brief.link) || readAddresses(words, brief.addresses);
    return isSound ? std::optional(brief) : std::nullopt;
}

} // namespace vethscope
