#include "ui/findings/places.h"

#include "ui/evidence/hostsource.h"
#include "ui/shared/snapshots.h"

#include <algorithm>

namespace vethscope {
namespace {

const ClusterPod *podNamed(const Cluster &cluster, const std::string &name)
{
    const auto pod = std::ranges::find_if(cluster.pods, [&](const ClusterPod &one) { return one.fullName() == name || one.name == name; });
    return pod == cluster.pods.end() ? nullptr : &*pod;
}

TopologyPlace placeOfPod(const Cluster &cluster, const std::string &name)
{
    const ClusterPod *const pod = podNamed(cluster, name);
    return pod ? TopologyPlace{pod->node, pod->fullName(), {}} : TopologyPlace{{}, name, {}};
}

bool isNameEnd(char character)
{
    return std::string_view(" \t,;:@\"'()[]{}=").contains(character);
}

bool names(std::string_view line, std::string_view word)
{
    for (std::size_t at = line.find(word); at != line.npos && !word.empty(); at = line.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || isNameEnd(line[at - 1])) && (end == line.size() || isNameEnd(line[end])))
            return true;
    }
    return false;
}

// Of a node; empty where neither the finding nor the line names one that it has.
std::string deviceOf(const ClusterNode &node, const diagnose::Finding &finding, const Evidence &line)
{
    const auto &devices = node.net.interfaces;
    if (std::ranges::find(devices, finding.subject.interface, &NetworkInterface::name) != devices.end())
        return finding.subject.interface;
    const auto named = std::ranges::find_if(devices, [&](const NetworkInterface &one) { return names(line.text(), one.name); });
    return named == devices.end() ? std::string() : named->name;
}

} // namespace

std::vector<TopologyPlace> placesOf(const Cluster &cluster, const diagnose::Finding &finding)
{
    std::vector<TopologyPlace> places;
    for (const std::string &node : finding.subject.nodes)
        places.push_back({node, {}, finding.subject.interface});
    for (const std::string &pod : finding.subject.pods)
        places.push_back(placeOfPod(cluster, pod));
    return places;
}

std::vector<TopologyPlace> placesOf(const Cluster &cluster, const diagnose::Finding &finding, const Evidence &line, const std::vector<LoadedSnapshot> &snapshots)
{
    for (const HostSource &source : hostSourcesOf(snapshots)) {
        const HostSource::Part *const part = source.has(line) ? source.partAt(line.line) : nullptr;
        if (!part || part->machine.isEmpty())
            continue;
        const std::string machine = part->machine.toStdString();
        const auto node = std::ranges::find(cluster.nodes, machine, &ClusterNode::name);
        if (node != cluster.nodes.end())
            return {{machine, {}, deviceOf(*node, finding, line)}};
        if (podNamed(cluster, machine))
            return {placeOfPod(cluster, machine)};
    }
    return {};
}

std::vector<TopologyPlace> placesOf(const diagnose::Suspect &suspect)
{
    if (suspect.toNode.empty())
        return {{suspect.node, {}, suspect.interface}};
    return {{suspect.node, {}, {}}, {suspect.toNode, {}, {}}};
}

} // namespace vethscope
