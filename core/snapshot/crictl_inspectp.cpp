#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonrecord.h"
#include "core/facts/kubernetesnames.h"

#include <algorithm>

// `crictl inspectp POD`: one sandbox with its address and the path of its network namespace (cri-tools, containerd's verbose info).

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "crictl" && std::ranges::find(words, "inspectp") != words.end();
}

bool looksLike(const Reading &reading)
{
    return jsonHas(reading, {"info", "status"});
}

void readSandbox(const JsonRecord &record)
{
    const JsonRecord status = record.record("status"), metadata = status.record("metadata"), network = status.record("network");
    PodFact pod{.podNamespace = metadata.text("namespace"), .name = metadata.text("name"), .node = record.reading().host().node, .status = status.text("state")};
    if (pod.name.empty())
        return record.complain(Sentence::of("a sandbox without \"status.metadata.name\""));
    if (!isDnsSubdomain(pod.name))
        return record.complain(Sentence::of("a sandbox cannot be called \"{}\"", pod.name));
    if (const auto address = network.address("ip"))
        pod.addresses.push_back(*address);
    for (const JsonRecord &more : network.records("additionalIps"))
        if (const auto address = more.address("ip"))
            pod.addresses.push_back(*address);
    for (const JsonRecord &space : record.record("info").record("runtimeSpec").record("linux").records("namespaces"))
        if (space.text("type") == "network")
            pod.networkNamespace = space.text("path").substr(space.text("path").rfind('/') + 1);
    pod.evidence = network.has("ip") ? network.evidenceOf("ip") : metadata.evidenceOf("name");
    record.reading().facts().pods.push_back(std::move(pod));
}

void read(Reading &reading)
{
    readJsonRecords(reading, readSandbox);
}

} // namespace

constinit const HostCommand commands::crictlInspectp{.name = "crictl inspectp", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
