#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/snapshot/words.h"

// `kubectl get`: tables, one for each kind asked for, with a blank line between; or the objects themselves with -o json and -o yaml.

namespace vethscope {
namespace {

constexpr auto known = std::to_array<const KubernetesResource *>({&resources::pods, &resources::nodes, &resources::services, &resources::endpoints});

const KubernetesResource *kindOf(const PrintedTable &table)
{
    for (const KubernetesResource *resource : known)
        if (table.has("NAME") && table.has(resource->column))
            return resource;
    return nullptr;
}

const KubernetesResource *kindAskedFor(const KubectlCall &call)
{
    for (const KubernetesResource *resource : known)
        if (asksFor(call, {resource->names.begin(), resource->names.end()}))
            return resource;
    return nullptr;
}

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    return call.verb == "get" && (kindAskedFor(call) || call.output == "json" || call.output == "yaml");
}

bool looksLike(const Reading &reading)
{
    if (hasKubernetesObjects(reading))
        return true;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (!trimmed(reading.line(line)).empty())
            return kindOf(PrintedTable(reading.line(line))) != nullptr;
    return false;
}

// `| grep tea` takes the heading away; then the call tells which columns there were.
PrintedTable withoutHeading(const KubectlCall &call, const KubernetesResource &resource)
{
    std::vector<std::string> columns(resource.columns.begin(), resource.columns.end());
    if (call.allNamespaces)
        columns.insert(columns.begin(), "NAMESPACE");
    return PrintedTable(std::move(columns));
}

void readTables(Reading &reading, const KubectlCall &call)
{
    const KubernetesResource *resource = kindAskedFor(call);
    PrintedTable table = resource ? withoutHeading(call, *resource) : PrintedTable(std::vector<std::string>{});
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (trimmed(text).empty())
            continue;
        // Of columns that were asked for one by one nobody knows which there are; the first line has their names.
        const bool custom = resource && line == reading.first() && call.output.starts_with("custom-columns");
        if (const PrintedTable heading(text); custom || kindOf(heading)) {
            table = heading;
            resource = custom ? resource : kindOf(heading);
            reading.understood(line);
        } else if (resource && !text.starts_with("No resources found") && !text.starts_with("Error")) {
            resource->readRow(reading, call, table.row(text), line);
        }
    }
}

void read(Reading &reading)
{
    if (!readKubernetesObjects(reading))
        readTables(reading, kubectlCall(reading.command().words));
}

} // namespace

std::string namespaceOf(const KubectlCall &call, const PrintedTable::Row &row)
{
    const std::string_view own = row["NAMESPACE"];
    return own.empty() ? call.kubeNamespace : std::string(own);
}

std::string nameOf(const PrintedTable::Row &row)
{
    const std::string_view name = row["NAME"];
    return std::string(name.substr(name.find('/') + 1));
}

constinit const HostCommand commands::kubectlGet{.name = "kubectl get", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
