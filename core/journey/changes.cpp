#include "core/journey/changes.h"

#include "core/address/address.h"
#include "core/dissect/layerview.h"
#include "core/journey/carrier.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace vethscope::journey {
namespace {

// What a frame shows: its tunnels, whether its innermost packet has an Ethernet header, and the fields that are compared.
struct Shown {
    std::vector<std::string> tunnels{}; // `vxlan vni 1`
    bool hasEthernet = false;
    std::map<std::string_view, std::string> fields{};
};

std::string tunnelOf(const LayerView &view)
{
    const std::string name(view.protocol().tunnel);
    if (&view.protocol() == &protocols::vxlan || &view.protocol() == &protocols::geneve)
        return fmt::format("{} vni {}", name, read32(view.header(), 4) >> 8);
    return name;
}

void addPorts(Shown &shown, Bytes header, std::string_view source, std::string_view destination)
{
    shown.fields[source] = std::to_string(read16(header, 0));
    shown.fields[destination] = std::to_string(read16(header, 2));
}

void addInternet(Shown &shown, const LayerView &view)
{
    const bool isV4 = &view.protocol() == &protocols::ipv4;
    // A packet within a packet: what was outside is a tunnel's.
    for (const std::string_view port : {"tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport"})
        shown.fields.erase(port);
    if (const auto source = IpAddress::fromBytes(view.raw(*view.protocol().source)))
        shown.fields["ip.src"] = source->text();
    if (const auto destination = IpAddress::fromBytes(view.raw(*view.protocol().destination)))
        shown.fields["ip.dst"] = destination->text();
    shown.fields["ip.ttl"] = std::to_string(byteAt(view.header(), isV4 ? 8 : 7));
}

Shown shownBy(const Frame &frame, const Dissection &packet)
{
    Shown shown;
    for (std::size_t i = 0; i < packet.size() && !packet[i].quoted; ++i) {
        const LayerView view(frame, packet, i);
        const Protocol *const protocol = &view.protocol();
        if (packet[i].tunnel && !protocol->tunnel.empty()) {
            shown.tunnels.push_back(tunnelOf(view));
            shown.hasEthernet = false;
            shown.fields.erase("eth.src");
            shown.fields.erase("eth.dst");
        }
        if (protocol == &protocols::ethernet) {
            shown.hasEthernet = true;
            shown.fields["eth.src"] = MacAddress::fromBytes(view.raw(*protocol->source))->text();
            shown.fields["eth.dst"] = MacAddress::fromBytes(view.raw(*protocol->destination))->text();
        } else if (protocol == &protocols::ipv4 || protocol == &protocols::ipv6) {
            addInternet(shown, view);
        } else if (protocol == &protocols::tcp) {
            addPorts(shown, view.header(), "tcp.srcport", "tcp.dstport");
        } else if (protocol == &protocols::udp) {
            addPorts(shown, view.header(), "udp.srcport", "udp.dstport");
        }
    }
    if (const auto segment = cutSegmentOf(frame, packet))
        addPorts(shown, segment->header, "tcp.srcport", "tcp.dstport");
    return shown;
}

// Outermost first: what both have inside stays.
void addTunnels(std::vector<std::string> &changes, const Shown &before, const Shown &after)
{
    std::size_t common = 0;
    while (common < before.tunnels.size() && common < after.tunnels.size()
           && before.tunnels[before.tunnels.size() - 1 - common] == after.tunnels[after.tunnels.size() - 1 - common])
        ++common;
    for (std::size_t i = 0; i + common < before.tunnels.size(); ++i)
        changes.push_back("-" + before.tunnels[i].substr(0, before.tunnels[i].find(' ')));
    for (std::size_t i = 0; i + common < after.tunnels.size(); ++i)
        changes.push_back("+" + after.tunnels[i]);
}

} // namespace

std::vector<std::string> changesBetween(const Frame &before, const Dissection &packetBefore, const Frame &after, const Dissection &packetAfter)
{
    const Shown one = shownBy(before, packetBefore), other = shownBy(after, packetAfter);
    std::vector<std::string> changes;
    addTunnels(changes, one, other);
    if (one.hasEthernet != other.hasEthernet)
        changes.push_back(other.hasEthernet ? "+eth" : "-eth");
    for (const std::string_view field : {"eth.src", "eth.dst", "ip.src", "ip.dst", "ip.ttl", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport"}) {
        const auto was = one.fields.find(field), is = other.fields.find(field);
        if (was != one.fields.end() && is != other.fields.end() && was->second != is->second)
            changes.push_back(fmt::format("{} {}→{}", field, was->second, is->second));
    }
    return changes;
}

} // namespace vethscope::journey
