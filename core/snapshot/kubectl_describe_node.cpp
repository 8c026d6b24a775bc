#include "core/snapshot/describedobject.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

// `kubectl describe node`: addresses, pod CIDR, the annotations of flannel and Calico, and the table of the node's pods.

namespace vethscope {
namespace {

constexpr auto keys = std::to_array<std::string_view>({
    "Name", "Role", "Roles", "Labels", "Annotations", "CreationTimestamp", "Taints", "Unschedulable", "Lease", "Phase", "Conditions", "Addresses",
    "Capacity", "Allocatable", "System Info", "PodCIDR", "PodCIDRs", "ProviderID", "ExternalID", "Non-terminated Pods", "Allocated resources", "Events",
});
constexpr auto innerKeys = std::to_array<std::string_view>({"InternalIP", "ExternalIP", "Hostname", "InternalDNS", "ExternalDNS", "LegacyHostIP"});
constexpr DescribedKind kind{keys, innerKeys};

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "describe" && asksFor(call, {"nodes", "node", "no"});
}

bool looksLike(const Reading &reading)
{
    return looksDescribed(reading, kind, {"Roles"}) || looksDescribed(reading, kind, {"Role"});
}

void takeAddress(KubernetesNodeFact &node, std::string_view text)
{
    const auto address = IpAddress::parse(text);
    if (address && std::ranges::find(node.internalAddresses, *address) == node.internalAddresses.end())
        node.internalAddresses.push_back(*address);
}

bool takeValue(KubernetesNodeFact &node, std::string_view key, std::string_view value)
{
    if (key == "Roles" || key == "Role")
        node.roles = value == "<none>" ? std::string_view{} : value;
    else if (key == "InternalIP")
        takeAddress(node, value);
    else if (key == "Addresses" && !value.empty()) { // before 1.8 all in one line: `192.0.2.7,192.0.2.7,elm`
        for (const std::string_view part : splitAt(value, ','))
            takeAddress(node, part);
    } else if (key == "Hostname")
        node.hostName = isHostName(value) ? value : std::string_view{};
    else if (key == "PodCIDR" || key == "PodCIDRs") {
        for (const std::string_view part : splitAt(value, ','))
            if (const auto cidr = IpPrefix::parse(part); cidr && std::ranges::find(node.podCidrs, *cidr) == node.podCidrs.end())
                node.podCidrs.push_back(*cidr);
    } else if (key == "flannel.alpha.coreos.com/backend-type")
        node.flannelBackend = value;
    else if (key == "flannel.alpha.coreos.com/backend-data")
        readFlannelBackendData(value, node);
    else if (key == "flannel.alpha.coreos.com/public-ip")
        node.flannelPublicIp = IpAddress::parse(value);
    else if (key == "projectcalico.org/IPv4Address")
        node.calicoAddress = IpPrefix::parse(value);
    else if (key == "projectcalico.org/IPv4IPIPTunnelAddr")
        node.calicoTunnel = IpAddress::parse(value);
    else
        return false;
    return true;
}

// Namespace, name and how much it asks for: `default  tea-0  100m (5%)  0 (0%) …`; the heading and its rule are none.
bool isPodRow(const std::vector<std::string_view> &words)
{
    return words.size() > 3 && isDnsLabel(words[0]) && isDnsSubdomain(words[1]) && words[2].front() >= '0' && words[2].front() <= '9'
        && words[3].front() == '(';
}

void read(Reading &reading)
{
    const KubectlCall call = kubectlCall(reading.command().words);
    // What grep left may say everything but whose it is; then the call does, if it asked for one.
    KubernetesNodeFact node{.name = call.names.size() == 1 && isDnsSubdomain(call.names.front()) ? call.names.front() : std::string()};
    bool inPods = false;
    const auto finish = [&] {
        if (!node.name.empty() && node.evidence.source)
            reading.facts().nodes.push_back(node);
    };
    const auto begin = [&](std::string_view name, std::uint32_t line) {
        finish();
        node = {.name = isDnsSubdomain(name) ? std::string(name) : std::string()};
        inPods = false;
        if (!node.name.empty())
            node.evidence = reading.evidence(line);
    };
    const auto take = [&](const DescribedLine &line, std::uint32_t number) {
        if (line.part == DescribedLine::Part::Key)
            inPods = line.key == "Non-terminated Pods";
        const auto words = wordsOf(reading.line(number));
        if (inPods && line.part == DescribedLine::Part::Inside && isPodRow(words))
            reading.facts().pods.push_back({.podNamespace = std::string(words[0]), .name = std::string(words[1]), .node = node.name,
                                            .evidence = reading.evidence(number)});
        else if (takeValue(node, line.key, line.value) && !node.name.empty() && !node.evidence.source)
            node.evidence = reading.evidence(number);
        if (!node.name.empty())
            reading.understood(number);
    };
    readDescribed(reading, kind, begin, take);
    finish();
}

} // namespace

constinit const HostCommand commands::kubectlDescribeNode{.name = "kubectl describe node", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
