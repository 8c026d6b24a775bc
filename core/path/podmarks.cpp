#include "core/path/podmarks.h"

#include <algorithm>
#include <iterator>

namespace vethscope::path {
namespace {

template <typename Mark>
void add(std::vector<Mark> &marks, const Mark &mark)
{
    if (std::ranges::find(marks, mark) == marks.end())
        marks.push_back(mark);
}

template <typename Mark>
std::optional<std::size_t> find(const std::map<Mark, std::size_t> &all, const Mark &mark)
{
    const auto found = all.find(mark);
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

// What has the device in a namespace is of its own where nobody else has it; what several have tells nobody apart.
void addDevice(PodMarks &marks, const Owners &owners, const NetworkInterface &device)
{
    for (const InterfaceAddress &address : device.addresses)
        if (!address.address.isLoopback() && owners.of(address.address).size() == 1)
            add(marks.addresses, address.address);
    if (device.mac && !device.mac->isZero() && owners.of(*device.mac).size() == 1)
        add(marks.macs, *device.mac);
}

} // namespace

std::string_view plainBeginning(std::string_view veth)
{
    for (const std::string_view plain : {"veth", "cali", "lxc"})
        if (veth.starts_with(plain))
            return plain;
    return {};
}

MarkIndex::MarkIndex(const Places &places)
{
    for (const ClusterPod &pod : places.cluster().pods)
        add(places, pod);
    for (std::size_t pod = 0; pod < m_pods.size(); ++pod)
        index(pod);
}

void MarkIndex::add(const Places &places, const ClusterPod &pod)
{
    const Owners &owners = places.owners();
    PodMarks &marks = m_pods.emplace_back(PodMarks{pod.fullName(), pod.node, pod.hostInterface, {}, {}, {}, false});
    const Place *const place = places.ofPod(marks.name);
    const Place *const node = places.ofNode(pod.node);
    if (pod.hostNetwork || !place || !node || pod.addresses.empty() || (!pod.hostInterface.empty() && plainBeginning(pod.hostInterface).empty())) {
        marks.isAlone = true;
        return;
    }
    for (const Said<IpAddress> &address : pod.addresses) {
        path::add<IpAddress>(marks.addresses, address);
        marks.isAlone = marks.isAlone || std::ranges::any_of(owners.of(address), [&](const Owner &owner) { return places.of(owner) != place; });
    }
    if (pod.mac) {
        path::add(marks.macs, *pod.mac);
        marks.isAlone = marks.isAlone || std::ranges::any_of(owners.of(*pod.mac), [&](const Owner &owner) { return places.of(owner) != place; });
    }
    for (const NetworkInterface &device : place->net->interfaces)
        addDevice(marks, owners, device);
    if (const NetworkInterface *const veth = node->net->interface(pod.hostInterface))
        addDevice(marks, owners, *veth);
    marks.words = {marks.name, marks.veth};
    std::ranges::transform(marks.addresses, std::back_inserter(marks.words), &IpAddress::text);
    std::ranges::transform(marks.macs, std::back_inserter(marks.words), &MacAddress::text);
}

// Two with one name or device are both alone.
void MarkIndex::index(std::size_t pod)
{
    PodMarks &marks = m_pods[pod];
    const auto take = [&](auto &all, const auto &mark) {
        const auto [known, isNew] = all.try_emplace(mark, pod);
        if (!isNew)
            marks.isAlone = m_pods[known->second].isAlone = true;
    };
    take(m_names, marks.name);
    if (!marks.veth.empty())
        take(m_devices, std::pair(marks.node, marks.veth));
    for (const IpAddress &address : marks.addresses)
        take(m_addresses, address);
    for (const MacAddress &mac : marks.macs)
        take(m_macs, mac);
}

std::optional<std::size_t> MarkIndex::of(const IpAddress &address) const
{
    return find(m_addresses, address);
}

std::optional<std::size_t> MarkIndex::of(const MacAddress &mac) const
{
    return find(m_macs, mac);
}

std::optional<std::size_t> MarkIndex::ofDevice(const std::string &node, const std::string &device) const
{
    return find(m_devices, std::pair(node, device));
}

std::optional<std::size_t> MarkIndex::ofName(std::string_view name) const
{
    const auto found = m_names.find(name);
    return found == m_names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace vethscope::path
