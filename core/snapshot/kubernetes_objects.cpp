#include "core/snapshot/kubernetes_objects.h"

#include "core/snapshot/words.h"
#include "core/snapshot/yaml.h"

namespace vethscope {
namespace {

constexpr auto allKinds = std::to_array<const KubernetesObject *>({
    &objects::pod, &objects::node, &objects::service, &objects::endpoints, &objects::endpointSlice, &objects::configMap,
    &objects::ipPool, &objects::bgpPeer, &objects::bgpConfiguration,
});

void readOne(const JsonRecord &object, std::string_view kind)
{
    for (const KubernetesObject *candidate : allKinds)
        if (candidate->kind == kind)
            return candidate->read(object);
}

// A list holds its objects in `items`; `kubectl get pods -o json` says List, the API itself and `kubectl cluster-info dump` PodList, and
// then not again what each item is.
void readObject(const JsonRecord &object)
{
    constexpr std::string_view list = "List";
    const std::string kind = object.text("kind");
    if (!object.has("items"))
        return readOne(object, kind);
    for (const JsonRecord &item : object.records("items"))
        readOne(item, item.has("kind") ? item.text("kind") : kind.substr(0, kind.size() - (kind.ends_with(list) ? list.size() : 0)));
}

// `kind:` in the first column, or that of a list's first object.
bool isTopKey(std::string_view line, std::string_view key)
{
    if (line.starts_with("- ") || line.starts_with("  "))
        line.remove_prefix(2);
    return line.starts_with(key) && line.substr(key.size()).starts_with(':');
}

std::uint32_t firstLine(const Reading &reading)
{
    std::uint32_t line = reading.first();
    while (line < reading.end() && (trimmed(reading.line(line)).empty() || reading.line(line).starts_with("---")))
        ++line;
    return line;
}

// Objects begin with `apiVersion:`, lists with that and `items:`; some tools write `kind:` first. Both belong to an object: other
// files that have the one do not have the other.
bool isYaml(const Reading &reading)
{
    const std::uint32_t first = firstLine(reading);
    if (first >= reading.end())
        return false;
    const bool version = isTopKey(reading.line(first), "apiVersion"), kind = isTopKey(reading.line(first), "kind");
    if (reading.line(first).starts_with(' ') || (!version && !kind && !reading.line(first).starts_with("items:")))
        return false;
    for (std::uint32_t line = first + 1; line < reading.end() && isPartOfYaml(reading.line(line)); ++line)
        if (const std::string_view text = reading.line(line);
            (!kind && isTopKey(text, "kind")) || (!version && isTopKey(text, "apiVersion")) || text.starts_with("items:"))
            return true;
    return false;
}

// All of the output that can be YAML: prose below it would spoil the whole.
std::string yamlText(const Reading &reading)
{
    std::string text;
    for (std::uint32_t line = reading.first(); line < reading.end() && isPartOfYaml(reading.line(line)); ++line)
        text.append(reading.line(line)) += '\n';
    return text;
}

} // namespace

bool isOfServer(const JsonRecord &object)
{
    const JsonRecord metadata = object.record("metadata");
    return !object.reading().words().empty() || object.has("status") || metadata.has("uid") || metadata.has("resourceVersion");
}

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
    readRecords(reading, "YAML", readYaml(yamlText(reading)), readObject);
    return true;
}

} // namespace vethscope
