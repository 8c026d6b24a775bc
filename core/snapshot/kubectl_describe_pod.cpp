#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "core/snapshot/words.h"

// `kubectl describe pod`: one pod or several, a name and a value a line; what is indented belongs to what stands above.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "describe" && asksFor(call, {"pods", "pod", "po"});
}

bool looksLike(const Reading &reading)
{
    bool name = false;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        name = name || reading.line(line).starts_with("Name:");
        if (name && (reading.line(line).starts_with("Node:") || reading.line(line).starts_with("QoS Class:")))
            return true;
    }
    return false;
}

void takeValue(PodFact &pod, std::string_view key, std::string_view value, bool indented)
{
    // `IP:` stands by itself and again, indented, below `IPs:`.
    if (key == "IP") {
        const auto address = IpAddress::parse(value);
        if (address && std::ranges::find(pod.addresses, *address) == pod.addresses.end())
            pod.addresses.push_back(*address);
    } else if (indented) {
        return;
    } else if (key == "Namespace") {
        pod.podNamespace = value;
    } else if (key == "Node" && value != "<none>") {
        pod.node = value.substr(0, value.find('/'));
        if (const std::size_t slash = value.find('/'); slash != value.npos)
            pod.hostAddress = IpAddress::parse(value.substr(slash + 1));
    } else if (key == "Status") {
        pod.status = value;
    }
}

void read(Reading &reading)
{
    const KubectlCall call = kubectlCall(reading.command().words);
    PodFact pod{.podNamespace = call.kubeNamespace, .name = call.names.empty() ? std::string() : call.names.front()};
    const auto finish = [&] {
        if (!pod.name.empty() && pod.evidence.source)
            reading.facts().pods.push_back(pod);
    };
    bool events = false;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        const std::size_t colon = text.find(':');
        const bool indented = text.starts_with(' ') || text.starts_with('\t');
        const std::string_view key = trimmed(text.substr(0, colon));
        if (!indented)
            events = key == "Events";
        if (!indented && key == "Name" && colon != text.npos) {
            finish();
            pod = {.podNamespace = call.kubeNamespace, .name = std::string(trimmed(text.substr(colon + 1))), .evidence = reading.evidence(line)};
            continue;
        }
        if (colon == text.npos || events) {
            if (indented || events)
                reading.understood(line); // a list below a key, or the table of events
            continue;
        }
        const std::size_t known = pod.addresses.size();
        takeValue(pod, key, trimmed(text.substr(colon + 1)), indented);
        // The line with the address says most; the first line of all otherwise.
        if (pod.addresses.size() > known || !pod.evidence.source)
            pod.evidence = reading.evidence(line);
        reading.understood(line);
    }
    finish();
}

} // namespace

constinit const HostCommand commands::kubectlDescribePod{.name = "kubectl describe pod", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
