#include "core/snapshot/containers.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

std::optional<PodFact> pod(std::string_view podNamespace, std::string_view name)
{
    if (!isDnsLabel(podNamespace) || !isDnsSubdomain(name))
        return std::nullopt;
    return PodFact{.podNamespace = std::string(podNamespace), .name = std::string(name)};
}

} // namespace

bool isContainerId(std::string_view text)
{
    return text.size() >= 12 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool isTimeAgo(std::string_view text)
{
    const auto words = wordsOf(text);
    return words.size() >= 3 && words.size() <= 5 && words.back() == "ago" && (numberOf<int>(words[0]) || words[0] == "About" || words[0] == "Less");
}

std::optional<PodFact> podOfContainer(std::string_view name)
{
    constexpr std::string_view nerdctl = "k8s://";
    if (name.starts_with(nerdctl)) {
        const auto parts = splitAt(name.substr(nerdctl.size()), '/');
        return parts.size() >= 2 ? pod(parts[0], parts[1]) : std::nullopt;
    }
    const auto parts = splitAt(name, '_');
    return parts.size() == 6 && parts[0] == "k8s" ? pod(parts[3], parts[2]) : std::nullopt;
}

} // namespace vethscope
