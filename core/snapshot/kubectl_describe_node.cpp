#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// `kubectl describe node`: addresses, pod CIDR, the annotations of flannel and Calico, and the table of the node's pods.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "describe" && asksFor(call, {"nodes", "node", "no"});
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).starts_with("Non-terminated Pods:") || reading.line(line).starts_with("PodCIDR:"))
            return true;
    return false;
}

bool takeValue(KubernetesNodeFact &node, std::string_view key, std::string_view value)
{
    if (key == "Roles")
        node.roles = value == "<none>" ? std::string_view{} : value;
    else if (key == "InternalIP") {
        if (const auto address = IpAddress::parse(value))
            node.internalAddresses.push_back(*address);
    } else if (key == "PodCIDR" || key == "PodCIDRs") {
        for (const std::string_view part : splitAt(value, ','))
            if (const auto cidr = IpPrefix::parse(part); cidr && std::ranges::find(node.podCidrs, *cidr) == node.podCidrs.end())
                node.podCidrs.push_back(*cidr);
    } else if (key.ends_with("flannel.alpha.coreos.com/backend-type"))
        node.flannelBackend = value;
    else if (key.ends_with("flannel.alpha.coreos.com/backend-data"))
        readFlannelBackendData(value, node);
    else if (key.ends_with("flannel.alpha.coreos.com/public-ip"))
        node.flannelPublicIp = IpAddress::parse(value);
    else if (key.ends_with("projectcalico.org/IPv4Address"))
        node.calicoAddress = IpPrefix::parse(value);
    else if (key.ends_with("projectcalico.org/IPv4IPIPTunnelAddr"))
        node.calicoTunnel = IpAddress::parse(value);
    else
        return false;
    return true;
}

// Annotations begin behind their key: "Annotations:  flannel…/backend-data: {…}". The name itself ends at ": ".
struct Pair {
    std::string_view key, value;
};
Pair pairOf(std::string_view text)
{
    for (const std::string_view heading : {"Annotations:", "Labels:"})
        if (text.starts_with(heading))
            text.remove_prefix(heading.size());
    const std::size_t colon = text.find(':');
    return {trimmed(text.substr(0, colon)), colon == text.npos ? std::string_view{} : trimmed(text.substr(colon + 1))};
}

void read(Reading &reading)
{
    KubernetesNodeFact node;
    PrintedTable pods(std::vector<std::string>{});
    bool inPods = false;
    const auto finish = [&] {
        if (!node.name.empty())
            reading.facts().nodes.push_back(node);
    };
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        const Pair pair = pairOf(text);
        const bool indented = text.starts_with(' ') || text.starts_with('\t');
        if (!indented && pair.key == "Name") {
            finish();
            node = {.name = std::string(pair.value), .evidence = reading.evidence(line)};
            continue;
        }
        if (!indented && !trimmed(text).empty())
            inPods = pair.key == "Non-terminated Pods";
        if (inPods && indented) {
            const std::string_view row = trimmed(text);
            if (pods.empty())
                pods = PrintedTable(row);
            else if (const PrintedTable::Row cells = pods.row(row); !row.starts_with('-') && !cells["Name"].empty())
                reading.facts().pods.push_back({.podNamespace = std::string(cells["Namespace"]), .name = std::string(cells["Name"]),
                                                .node = node.name, .evidence = reading.evidence(line)});
            reading.understood(line);
            continue;
        }
        if (takeValue(node, pair.key, pair.value) && !node.evidence.source)
            node.evidence = reading.evidence(line);
        reading.understood(line);
    }
    finish();
}

} // namespace

constinit const HostCommand commands::kubectlDescribeNode{.name = "kubectl describe node", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
