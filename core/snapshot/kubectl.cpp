#include "core/snapshot/kubectl.h"
#include "core/bytes/lowercase.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

// Flags that take their value as the next word; those with `=` carry it.
constexpr auto valued = std::to_array<std::string_view>({
    "-n", "--namespace", "-o", "--output", "-l", "--selector", "-L", "--label-columns", "--context", "--kubeconfig",
    "--cluster", "--user", "--sort-by", "--field-selector", "-c", "--container", "-s", "--server", "-f", "--filename",
});

void takeFlag(KubectlCall &call, std::string_view flag, std::string_view value)
{
    if (flag == "-n" || flag == "--namespace")
        call.kubeNamespace = value;
    else if (flag == "-o" || flag == "--output")
        call.output = value;
}

// kubectl itself, what people call it, and distributions that carry it inside: `k3s kubectl get`, `minikube kubectl -- get`. 0 is none of them.
std::size_t afterProgram(const std::vector<std::string> &words)
{
    constexpr auto programs = std::to_array<std::string_view>({"kubectl", "k", "oc", "kubecolor", "kubectl.exe", "microk8s.kubectl"});
    constexpr auto carriers = std::to_array<std::string_view>({"k3s", "k0s", "rke2", "microk8s", "minikube"});
    if (words.empty())
        return 0;
    if (std::ranges::find(programs, words[0]) != programs.end())
        return 1;
    const bool carried = words.size() > 1 && words[1] == "kubectl" && std::ranges::find(carriers, words[0]) != carriers.end();
    if (!carried)
        return 0;
    return words.size() > 2 && words[2] == "--" ? 3 : 2;
}

} // namespace

KubectlCall kubectlCall(const std::vector<std::string> &words)
{
    KubectlCall call;
    const std::size_t first = afterProgram(words);
    if (first == 0)
        return call;
    std::vector<std::string> plain;
    for (std::size_t i = first; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word == "-A" || word == "--all-namespaces") {
            call.allNamespaces = true;
        } else if (!word.starts_with('-')) {
            plain.push_back(word);
        } else if (const std::size_t equals = word.find('='); equals != word.npos) {
            takeFlag(call, std::string_view(word).substr(0, equals), std::string_view(word).substr(equals + 1));
        } else if (std::ranges::find(valued, word) != valued.end() && i + 1 < words.size()) {
            takeFlag(call, word, words[++i]);
        } else if ((word.starts_with("-o") || word.starts_with("-n")) && !word.starts_with("--") && word.size() > 2) {
            takeFlag(call, word.substr(0, 2), std::string_view(word).substr(2)); // -owide, -nkube-system
        }
    }
    if (plain.empty())
        return call;
    call.verb = plain[0];
    if (plain.size() > 1)
        for (const std::string_view resource : splitAt(plain[1], ',')) {
            call.resources.push_back(lowerCase(resource.substr(0, resource.find('/'))));
            if (const std::size_t slash = resource.find('/'); slash != resource.npos)
                call.names.emplace_back(resource.substr(slash + 1));
        }
    for (std::size_t i = 2; i < plain.size(); ++i)
        call.names.push_back(plain[i].substr(plain[i].find('/') + 1));
    return call;
}

bool asksFor(const KubectlCall &call, const std::vector<std::string_view> &kind)
{
    return std::ranges::any_of(call.resources, [&](const std::string &resource) {
        return resource == "all" || std::ranges::find(kind, resource.substr(0, resource.find('.'))) != kind.end();
    });
}

} // namespace vethscope
