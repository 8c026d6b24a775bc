#include "core/transcript/commandflags.h"
#include "core/transcript/unwrappers.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// k8s_CONTAINER_POD_NAMESPACE_UID_0, as dockershim and cri-dockerd name containers; kind names its nodes CLUSTER-worker2
Session inContainer(const Session &outer, const std::string &name)
{
    if (name.starts_with("k8s_")) {
        std::array<std::string, 4> parts;
        std::size_t begin = 0;
        for (std::string &part : parts) {
            const std::size_t end = std::min(name.find('_', begin), name.size());
            part = name.substr(begin, end - begin);
            begin = std::min(end + 1, name.size());
        }
        return {.node = outer.node, .pod = parts[2], .podNamespace = parts[3], .container = parts[1]};
    }
    const std::string withoutNumber = name.substr(0, name.find_last_not_of("0123456789") + 1);
    if (withoutNumber.ends_with("-control-plane") || withoutNumber.ends_with("-worker"))
        return {.node = name, .pod = {}, .podNamespace = {}, .container = {}};
    return {.node = outer.node, .pod = name, .podNamespace = {}, .container = {}};
}

// registry.example:5000/tools/net-test:1.2
std::string nameOfImage(std::string_view image)
{
    const std::string name = baseName(std::string(image));
    return name.substr(0, name.find_first_of(":@"));
}

// docker run --rm -it IMAGE ip addr: in a container of that name, else called after its image; in the host's network it tells of the host.
bool unwrapNewContainer(Unwrapped &typed, Words left)
{
    constexpr auto valued = std::to_array<std::string_view>({
        "-u", "--user", "-w", "--workdir", "-e", "--env", "-p", "--publish", "-v", "--volume", "--name", "--network", "--net", "-h", "--hostname", "--entrypoint",
        "--cap-add", "--cap-drop", "--dns", "--ip", "--mount", "--add-host", "--pid", "--restart", "-m", "--memory", "-l", "--label", "--env-file", "--sysctl",
        "--platform", "--pull", "--ulimit", "--log-driver", "--device", "--security-opt",
    });
    left.erase(left.begin(), left.begin() + 2);
    CommandFlags flags(left, 0, valued);
    if (left.size() < 2 || flags.has("-d", "--detach"))
        return false;
    const std::string network = flags.valueOf("--net", "--network"), name = flags.valueOf("", "--name");
    if (network != "host")
        typed.session = inContainer(typed.session, name.empty() ? nameOfImage(left.front()) : name);
    dropFirst(left, 1);
    typed.samePrompt = false;
    typed.command.words = std::move(left);
    return true;
}

} // namespace

bool unwrapKubectl(Unwrapped &typed)
{
    Words &words = typed.command.words;
    constexpr auto names = std::to_array<std::string_view>({"kubectl", "k", "oc", "k3s", "microk8s", "minikube"});
    constexpr auto valued = std::to_array<std::string_view>({
        "-n", "--namespace", "-c", "--container", "--context", "--kubeconfig", "--cluster", "--user", "-s", "--server", "-f", "--image",
        "--target", "--profile", "--overrides", "-l", "--restart", "--pod-running-timeout",
    });
    if (std::ranges::find(names, std::string_view(words.front())) == names.end())
        return false;
    Words left = words;
    if (left.size() > 2 && left[1] == "kubectl")
        left.erase(left.begin());
    CommandFlags before(left, 1, valued);
    if (left.size() < 2)
        return false;
    const std::string verb = left[1];
    if (verb != "exec" && verb != "debug" && verb != "attach" && verb != "run" && verb != "rsh")
        return false;
    left.erase(left.begin(), left.begin() + 2);
    CommandFlags flags(left, 0, valued);
    if (left.empty())
        return false;
    std::string pod = left.front();
    dropFirst(left, 1);
    CommandFlags behind(left, 0, valued);
    const auto said = [&](std::string_view brief, std::string_view whole) {
        for (const CommandFlags *set : {&behind, &flags, &before})
            if (std::string value = set->valueOf(brief, whole); !value.empty())
                return value;
        return std::string();
    };
    if (pod.starts_with("pod/") || pod.starts_with("pods/") || pod.starts_with("po/"))
        pod = baseName(pod);
    if (verb == "debug" && pod.starts_with("node/"))
        typed.session = {.node = baseName(pod), .pod = {}, .podNamespace = {}, .container = {}};
    else
        typed.session = {.node = typed.session.node, .pod = pod, .podNamespace = said("-n", "--namespace"), .container = said("-c", "--container")};
    if (left.empty()) {
        typed.opensShell = verb != "exec";
        left = {"sh"};
    }
    typed.samePrompt = false;
    words = std::move(left);
    return true;
}

bool unwrapContainerRuntime(Unwrapped &typed)
{
    Words &words = typed.command.words;
    constexpr auto names = std::to_array<std::string_view>({"docker", "crictl", "nerdctl", "podman", "lxc", "incus", "multipass"});
    constexpr auto valued = std::to_array<std::string_view>({"-u", "--user", "-w", "--workdir", "-e", "--env", "-n", "--namespace", "-r", "--runtime-endpoint"});
    if (std::ranges::find(names, std::string_view(words.front())) == names.end())
        return false;
    Words left = words;
    CommandFlags before(left, 1, valued);
    if (left.size() > 2 && left[1] == "run")
        return unwrapNewContainer(typed, std::move(left));
    if (left.size() < 3 || left[1] != "exec")
        return false;
    left.erase(left.begin(), left.begin() + 2);
    CommandFlags flags(left, 0, valued);
    if (left.empty())
        return false;
    const bool isMachine = words.front() == "lxc" || words.front() == "incus" || words.front() == "multipass";
    if (isMachine)
        typed.session = {.node = left.front(), .pod = {}, .podNamespace = {}, .container = {}};
    else
        typed.session = inContainer(typed.session, left.front());
    dropFirst(left, 1);
    CommandFlags behind(left, 0, {});
    typed.samePrompt = false;
    words = std::move(left);
    return true;
}

bool isPodName(std::string_view name)
{
    // k8s.io/apimachinery/pkg/util/rand: no vowels, nor what looks like one.
    constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz2456789";
    const auto isRandom = [&](std::string_view text) { return std::ranges::all_of(text, [&](char c) { return alphabet.contains(c); }); };
    const std::size_t last = name.find_last_of('-');
    if (last == std::string_view::npos || last == 0 || name.size() - last - 1 != 5 || !isRandom(name.substr(last + 1)))
        return false;
    const std::size_t second = name.find_last_of('-', last - 1);
    if (second == std::string_view::npos || second == 0)
        return false;
    const std::string_view hash = name.substr(second + 1, last - second - 1);
    // Before Kubernetes 1.8 a number: web-1321332330-6td2z
    const bool isNumber = hash.size() >= 8 && hash.find_first_not_of("0123456789") == std::string_view::npos;
    return hash.size() >= 6 && hash.size() <= 10 && (isNumber || isRandom(hash)) && hash.find_first_of("2456789") != std::string_view::npos;
}

} // namespace vethscope
