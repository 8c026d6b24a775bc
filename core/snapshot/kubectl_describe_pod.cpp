#include "core/snapshot/describedobject.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

// `kubectl describe pod`: one pod or several, a name and a value a line; what is indented belongs to what stands above.

namespace vethscope {
namespace {

constexpr auto keys = std::to_array<std::string_view>({
    "Name", "Namespace", "Priority", "PriorityClassName", "Priority Class Name", "Runtime Class Name", "Service Account", "Node", "Start Time", "Labels",
    "Annotations", "Status", "Reason", "Message", "Termination Grace Period", "SeccompProfile", "Security Policy", "IP", "IPs", "Controlled By", "Created By",
    "Controllers", "NominatedNodeName", "Init Containers", "Containers", "Ephemeral Containers", "Readiness Gates", "Conditions", "Volumes", "QoS Class",
    "Node-Selectors", "Tolerations", "Topology Spread Constraints", "Events", "Deletion Grace Period", "Image(s)", "Replication Controllers", "Resource Version",
});
constexpr DescribedKind kind{keys, {}};

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "describe" && asksFor(call, {"pods", "pod", "po"});
}

bool looksLike(const Reading &reading)
{
    return looksDescribed(reading, kind, {"Namespace", "Node"});
}

bool isNode(std::string_view text)
{
    return isDnsSubdomain(text.substr(0, text.find('/')));
}

// Whether the line says something of the pod.
bool takeValue(PodFact &pod, const DescribedLine &line)
{
    // `IP:` stands by itself and again, indented, below `IPs:`.
    if (line.key == "IP") {
        const auto address = IpAddress::parse(line.value);
        if (!address || std::ranges::find(pod.addresses, *address) != pod.addresses.end())
            return false;
        pod.addresses.push_back(*address);
        return true;
    }
    if (line.part != DescribedLine::Part::Key)
        return false;
    if (line.key == "Namespace" && isDnsLabel(line.value)) {
        pod.podNamespace = line.value;
    } else if (line.key == "Node" && isNode(line.value)) {
        pod.node = line.value.substr(0, line.value.find('/'));
        if (const std::size_t slash = line.value.find('/'); slash != line.value.npos)
            pod.hostAddress = IpAddress::parse(line.value.substr(slash + 1));
    } else if (line.key == "Status") {
        pod.status = line.value.substr(0, line.value.find(' ')); // Terminating (lasts 5m)
    } else {
        return false;
    }
    return true;
}

void read(Reading &reading)
{
    const KubectlCall call = kubectlCall(reading.command().words);
    PodFact pod{.podNamespace = call.kubeNamespace, .name = call.names.size() == 1 && isDnsSubdomain(call.names.front()) ? call.names.front() : std::string()};
    bool events = false;
    const auto finish = [&] {
        if (!pod.name.empty() && pod.evidence.source)
            reading.facts().pods.push_back(pod);
    };
    const auto begin = [&](std::string_view name, std::uint32_t line) {
        finish();
        pod = {.podNamespace = call.kubeNamespace, .name = isDnsSubdomain(name) ? std::string(name) : std::string()};
        if (!pod.name.empty())
            pod.evidence = reading.evidence(line);
    };
    const auto take = [&](const DescribedLine &line, std::uint32_t number) {
        if (line.part == DescribedLine::Part::Key)
            events = line.key == "Events";
        if (pod.name.empty())
            return;
        const std::size_t known = pod.addresses.size();
        const bool says = !events && takeValue(pod, line);
        // The line with the address says most; the first line of all otherwise.
        if (pod.addresses.size() > known || (says && !pod.evidence.source))
            pod.evidence = reading.evidence(number);
        reading.understood(number);
    };
    readDescribed(reading, kind, begin, take);
    finish();
}

} // namespace

constinit const HostCommand commands::kubectlDescribePod{.name = "kubectl describe pod", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
