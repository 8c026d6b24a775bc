#include "core/path/rulemarks.h"

#include "core/path/rulereach.h"
#include "core/path/who.h"

#include <algorithm>
#include <charconv>

namespace vethscope::path {
namespace {

constexpr std::uint16_t usualPort = 80; // Question's

// 10.244.1.3:80   :8080   10.244.1.3   [fd00::3]:80   10.244.1.3-10.244.1.9
struct Translation {
    std::optional<IpAddress> address{};
    std::optional<std::uint16_t> port{};
};

Translation translationOf(std::string_view text)
{
    Translation to{IpAddress::parse(text), {}};
    const std::size_t colon = text.rfind(':');
    if (to.address || colon == text.npos)
        return to;
    std::uint16_t port = 0;
    if (std::from_chars(text.data() + colon + 1, text.data() + text.size(), port).ec == std::errc{})
        to.port = port;
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    to.address = IpAddress::parse(address);
    return to;
}

// What any rule makes of where a packet goes.
void forEachTranslation(const Places &places, const std::function<void(const Translation &)> &work)
{
    const auto tell = [&](const std::string &to) {
        if (!to.empty())
            work(translationOf(to));
    };
    for (const Place &node : places.nodes()) {
        for (const FirewallRuleFact &rule : node.net->firewall) {
            tell(rule.translatesTo);
            if (rule.lookup)
                for (const FirewallElement &element : rule.lookup->elements)
                    tell(element.translatesTo);
        }
        for (const FirewallSetFact &set : node.net->firewallSets)
            for (const FirewallElement &element : set.elements)
                tell(element.translatesTo);
    }
}

// The ports that the matrix asks for, and that rules make of them.
std::set<std::uint16_t> portsOf(const Places &places)
{
    std::set<std::uint16_t> ports{usualPort};
    for (const ClusterService &service : places.cluster().services) {
        for (const ServicePort &port : service.ports)
            ports.insert(port.port);
        for (const EndpointFact &endpoint : service.endpoints)
            ports.insert(endpoint.port);
    }
    forEachTranslation(places, [&](const Translation &to) {
        if (to.port)
            ports.insert(*to.port);
    });
    return ports;
}

// Who gets packets that do not go to services: IPVS gives services' addresses to nodes as well, by which nobody asks for nodes.
std::set<IpAddress> receiversOf(const Places &places)
{
    std::set<IpAddress> all;
    for (const auto &[address, owners] : places.owners().addresses())
        if (std::ranges::none_of(owners, [](const Owner &owner) { return owner.kind == Owner::Kind::Service; }))
            all.insert(address);
    for (const ClusterNode &node : places.cluster().nodes)
        if (const Who who = whoOf(places, node); !who.addresses.empty())
            for (const bool v6 : {false, true})
                if (const auto first = std::ranges::find(who.addresses, v6, &IpAddress::isV6); first != who.addresses.end())
                    all.insert(*first);
    forEachTranslation(places, [&](const Translation &to) {
        if (to.address)
            all.insert(*to.address);
    });
    return all;
}

// Tells of every pod that a rule or element speaks of.
class Listener
{
public:
    Listener(const MarkIndex &marks, const Place &space, std::function<void(std::size_t)> heard) : m_marks(marks), m_space(space), m_heard(std::move(heard)) {}

    void hear(const FirewallRuleFact &rule)
    {
        for (const auto &prefix : {rule.source, rule.destination})
            if (prefix && prefix->isHost())
                hear(prefix->address);
        for (const std::string &device : {rule.inInterface, rule.outInterface})
            hearDevice(device.starts_with('!') ? device.substr(1) : device);
        hearTarget(rule.translatesTo);
    }

    // A pair of one and the same pod asks for what it sends to itself, which is no pod's way to another.
    void hear(const FirewallElement &element)
    {
        std::set<IpAddress> addresses;
        std::size_t count = 0;
        for (const PacketValue &value : element.key) {
            if (const auto *range = std::get_if<AddressRange>(&value); range && range->first == range->last) {
                addresses.insert(range->first);
                ++count;
            } else if (const auto *word = std::get_if<std::string>(&value)) {
                hearDevice(*word);
            }
        }
        if (count < 2 || addresses.size() > 1)
            for (const IpAddress &address : addresses)
                hear(address);
        hearTarget(element.translatesTo);
    }

private:
    void hear(const IpAddress &address)
    {
        if (const auto pod = m_marks.of(address))
            m_heard(*pod);
    }

    void hearDevice(const std::string &device)
    {
        if (const auto pod = m_space.isPod() ? std::nullopt : m_marks.ofDevice(m_space.node, device))
            m_heard(*pod);
    }

    void hearTarget(const std::string &to)
    {
        if (const auto address = to.empty() ? std::nullopt : translationOf(to).address)
            hear(*address);
    }

    const MarkIndex &m_marks;
    const Place &m_space;
    std::function<void(std::size_t)> m_heard;
};

void listen(const MarkIndex &marks, const Place &space, const Towards &towards, const std::function<void(std::size_t)> &heard)
{
    Listener listener(marks, space, heard);
    RuleReach(*space.rules, towards, [&](const FirewallRuleFact &rule) { listener.hear(rule); }, [&](const FirewallElement &element) { listener.hear(element); }).visit();
}

} // namespace

RuleMarks ruleMarksOf(const Places &places, const MarkIndex &marks)
{
    RuleMarks found;
    const std::set<std::uint16_t> ports = portsOf(places);
    const std::set<IpAddress> receivers = receiversOf(places);
    const std::vector<ClusterService> &services = places.cluster().services;
    const auto listenAt = [&](const Place &space) {
        if (!space.rules)
            return;
        listen(marks, space, {{}, &receivers, &ports}, [&](std::size_t pod) { found.spoken.insert(pod); });
        for (std::size_t service = 0; service < services.size(); ++service)
            for (const IpAddress &address : services[service].addresses)
                listen(marks, space, {address, nullptr, &ports}, [&](std::size_t pod) { found.ofService.emplace(pod, service); });
    };
    for (const Place &node : places.nodes())
        listenAt(node);
    for (const ClusterPod &pod : places.cluster().pods)
        if (const Place *const place = pod.hostNetwork ? nullptr : places.ofPod(pod.fullName()))
            listenAt(*place);
    for (std::size_t service = 0; service < services.size(); ++service)
        for (const EndpointFact &endpoint : services[service].endpoints)
            if (const auto pod = marks.of(endpoint.address))
                found.ofService.emplace(*pod, service);
    return found;
}

} // namespace vethscope::path
