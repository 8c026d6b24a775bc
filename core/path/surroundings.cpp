#include "core/path/surroundings.h"

#include "core/cluster/wireguardpeers.h"

#include <span>

namespace vethscope::path {
namespace {

IpAddress lastOf(const IpPrefix &network)
{
    auto bytes = network.address.bytes();
    for (int bit = network.length; bit < network.address.width(); ++bit)
        bytes[static_cast<std::size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80 >> bit % 8);
    return *IpAddress::fromBytes(std::as_bytes(std::span(bytes).first(static_cast<std::size_t>(network.address.width() / 8))));
}

} // namespace

Surroundings::Surroundings(const Places &places)
{
    for (const Place &node : places.nodes())
        add(*node.net);
    for (const ClusterPod &pod : places.cluster().pods)
        if (const Place *const place = pod.hostNetwork ? nullptr : places.ofPod(pod.fullName()))
            add(*place->net);
}

void Surroundings::add(const NetworkNamespace &net)
{
    for (const NetworkInterface &device : net.interfaces)
        for (const InterfaceAddress &address : device.addresses)
            add(static_cast<const IpPrefix &>(address));
    for (const Route &route : net.routes)
        add(route.to);
    for (const char *name : {"FLANNEL_NETWORK", "FLANNEL_IPV6_NETWORK"})
        if (const auto network = net.setting(name))
            if (const auto prefix = IpPrefix::parse(*network))
                add(*prefix);
    for (const NetworkInterface &device : net.interfaces)
        if (device.kind == LinkKind::Wireguard)
            for (const WireguardPeer &peer : wireguardPeers(net, device.name))
                for (const IpPrefix &allowed : peer.allowed)
                    add(allowed);
    for (const RuleFact &rule : net.rules) {
        add(rule.from.value_or(IpPrefix()));
        add(rule.to.value_or(IpPrefix()));
    }
    for (const FirewallRuleFact &rule : net.firewall) {
        add(rule.source.value_or(IpPrefix()));
        add(rule.destination.value_or(IpPrefix()));
        addDevice(rule.inInterface);
        addDevice(rule.outInterface);
        for (const FirewallMatch &match : rule.matches)
            add(match.elements);
        if (rule.lookup)
            add(rule.lookup->elements);
    }
    for (const FirewallSetFact &set : net.firewallSets)
        add(set.elements);
}

void Surroundings::add(const IpPrefix &prefix)
{
    if (prefix.isHost())
        return;
    const IpPrefix network = prefix.network();
    if (m_networks.insert(network).second && network.length > 0) {
        m_edges.insert(network.address);
        m_edges.insert(lastOf(network));
    }
}

void Surroundings::add(const std::vector<FirewallElement> &elements)
{
    for (const FirewallElement &element : elements)
        for (const PacketValue &value : element.key)
            add(value);
}

void Surroundings::add(const PacketValue &value)
{
    if (const auto *range = std::get_if<AddressRange>(&value); range && range->first != range->last)
        m_ranges.insert(*range);
    else if (const auto *word = std::get_if<std::string>(&value))
        addDevice(*word);
}

void Surroundings::addDevice(std::string device)
{
    if (device.starts_with('!'))
        device.erase(0, 1);
    if (device.ends_with('+'))
        m_patterns.insert(device.substr(0, device.size() - 1));
}

std::string Surroundings::around(const PodMarks &pod) const
{
    std::string text;
    const auto say = [&](bool holds) { text += holds ? '1' : '0'; };
    for (const IpAddress &address : pod.addresses) {
        // Of what kind it is (loopback, link-local, reserved …) its first bytes say.
        text += static_cast<char>(address.bytes()[0]);
        text += address.isV6() || address.isLinkLocal() ? static_cast<char>(address.bytes()[1]) : '.';
        for (const IpPrefix &network : m_networks)
            say(network.contains(address));
        for (const AddressRange &range : m_ranges)
            say(range.first <= address && address <= range.last);
    }
    for (const std::string &pattern : m_patterns)
        say(pod.veth.starts_with(pattern));
    return text;
}

} // namespace vethscope::path
