#include "core/snapshot/kubernetes_objects.h"

#include "core/snapshot/words.h"
#include "core/snapshot/yaml.h"

namespace vethscope {
namespace {

constexpr auto known = std::to_array<const KubernetesObject *>({
    &objects::pod, &objects::node, &objects::service, &objects::endpoints, &objects::endpointSlice, &objects::configMap,
    &objects::ipPool, &objects::bgpPeer, &objects::bgpConfiguration,
});

// A list holds its objects in `items`; `kubectl get pods -o json` says List, the API itself PodList.
void readObject(const JsonRecord &object)
{
    if (object.has("items")) {
        for (const JsonRecord &item : object.records("items"))
            readObject(item);
        return;
    }
    const std::string kind = object.text("kind");
    for (const KubernetesObject *candidate : known)
        if (candidate->kind == kind)
            return candidate->read(object);
}

bool isYaml(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (text.starts_with("apiVersion:") || text.starts_with("- apiVersion:"))
            return true;
        if (!trimmed(text).empty() && text != "---" && !text.starts_with("items:"))
            return false;
    }
    return false;
}

} // namespace

bool hasKubernetesObjects(const Reading &reading)
{
    return isYaml(reading) || jsonHas(reading, {"apiVersion", "kind"}) || jsonHas(reading, {"apiVersion", "items"});
}

bool readKubernetesObjects(Reading &reading)
{
    if (isJson(reading))
        return readJsonRecords(reading, readObject);
    if (!isYaml(reading))
        return false;
    readRecords(reading, "YAML", readYaml(reading.text()), readObject);
    return true;
}

} // namespace vethscope
