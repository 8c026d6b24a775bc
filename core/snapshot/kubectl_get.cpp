#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubernetes_objects.h"
#include "core/snapshot/kubernetes_resource.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/words.h"

// `kubectl get`: tables, one for each kind asked for, with a blank line between; or the objects themselves with -o json and -o yaml.
// What stands below a heading is a row only if every column holds what it can hold; kubectl's warnings and people's words are none.

namespace vethscope {
namespace {

constexpr auto known = std::to_array<const KubernetesResource *>({&resources::pods, &resources::nodes, &resources::services, &resources::endpoints,
                                                                  &resources::endpointSlices, &resources::hostSubnets});
constexpr std::string_view customColumns = "custom-columns=";

// A longer heading says more: that of endpoint slices has all names of the endpoints' one.
const KubernetesResource *kindOf(std::string_view line)
{
    if (!line.starts_with("NAME"))
        return nullptr;
    const KubernetesResource *found = nullptr;
    for (const KubernetesResource *resource : known) {
        const PrintedTable table(line, resource->columns);
        if (std::ranges::all_of(resource->heading, [&](std::string_view name) { return table.has(name); })
            && (!found || resource->heading.size() > found->heading.size()))
            found = resource;
    }
    return found;
}

// `all` are the kinds that people run: pods and services of those that are read.
bool isAskedFor(const KubernetesResource &resource, const KubectlCall &call)
{
    const bool all = std::ranges::find(call.resources, "all") != call.resources.end();
    return all ? &resource == &resources::pods || &resource == &resources::services
               : asksFor(call, {resource.names.begin(), resource.names.end()});
}

bool asksForAny(const KubectlCall &call)
{
    return std::ranges::any_of(known, [&](const KubernetesResource *resource) { return isAskedFor(*resource, call); });
}

bool typed(const std::vector<std::string> &words)
{
    const KubectlCall call = kubectlCall(words);
    if (call.verb != "get")
        return false;
    const bool objects = call.output == "json" || call.output == "yaml";
    const bool table = call.output.empty() || call.output == "wide" || call.output == "name" || call.output.starts_with(customColumns);
    return objects || (table && asksForAny(call));
}

PrintedTable tableOf(const KubernetesResource &resource, std::string_view layout, bool allNamespaces)
{
    std::vector<std::string> columns;
    if (allNamespaces)
        columns.emplace_back("NAMESPACE");
    for (const std::string_view name : splitAt(layout, ','))
        columns.emplace_back(name);
    return PrintedTable(std::move(columns), resource.columns);
}

// A row of pods' widest table is known without heading and command: 1/1 Running 0 14h 10.244.1.5 n1 <none> <none>
std::optional<bool> rowOfPods(std::string_view line)
{
    if (!line.ends_with("<none>") || !line.contains('/'))
        return std::nullopt;
    for (const bool allNamespaces : {true, false})
        if (const PrintedTable table = tableOf(resources::pods, resources::pods.layouts.front(), allNamespaces); table.soundRow(line))
            return allNamespaces;
    return std::nullopt;
}

bool looksLike(const Reading &reading)
{
    std::uint32_t line = reading.first();
    while (line + 1 < reading.end() && trimmed(reading.line(line)).empty())
        ++line;
    return line < reading.end() && (kindOf(reading.line(line)) || rowOfPods(reading.line(line)) || hasKubernetesObjects(reading));
}

// Reads tables of a call whose kinds are known, or whatever the headings tell.
class Tables
{
public:
    Tables(Reading &reading, const KubectlCall &call) : m_reading(reading), m_call(call)
    {
        for (const KubernetesResource *resource : known)
            if (isAskedFor(*resource, call))
                m_asked.push_back(resource);
    }

    void read()
    {
        for (std::uint32_t line = m_reading.first(); line < m_reading.end(); ++line)
            if (!trimmed(m_reading.line(line)).empty())
                readLine(line);
    }

private:
    void readLine(std::uint32_t line)
    {
        const std::string_view text = m_reading.line(line);
        if (text.starts_with("No resources found")) {
            m_reading.understood(line);
        } else if (beginsTable(text)) {
            m_reading.understood(line);
        } else if (m_resource) {
            if (const auto row = m_table.soundRow(text))
                m_resource->readRow(m_reading, m_call, *row, line);
        } else if (m_other) {
            if (m_table.soundRow(text))
                m_reading.understood(line);
        } else {
            readWithoutHeading(text, line);
        }
    }

    bool beginsTable(std::string_view text)
    {
        const KubernetesResource *resource = kindOf(text);
        if (resource) {
            m_table = PrintedTable(text, resource->columns);
        } else if (resource = chosenColumns(text); !resource && !isOtherHeading(text)) {
            return false;
        }
        m_resource = resource;
        m_other = !resource;
        return true;
    }

    // Columns that the call or `| awk` chose: the first line has their names.
    const KubernetesResource *chosenColumns(std::string_view text)
    {
        if (m_asked.size() != 1 || m_resource || m_other)
            return nullptr;
        const KubernetesResource &resource = *m_asked.front();
        PrintedTable table(text, resource.columns);
        if (m_call.output.starts_with(customColumns)) {
            nameColumns(table, resource);
        } else {
            const bool allKnown = std::ranges::all_of(table.columns(), [&](const std::string &name) {
                return std::ranges::find(resource.columns, name, &ColumnRule::name) != resource.columns.end();
            });
            if (!allKnown)
                return nullptr;
        }
        if (!table.has("NAME"))
            return nullptr;
        m_table = std::move(table);
        return &resource;
    }

    // `-o custom-columns=HOST:.spec.nodeName` means NODE when it says HOST.
    void nameColumns(PrintedTable &table, const KubernetesResource &resource) const
    {
        for (const std::string_view column : splitAt(std::string_view(m_call.output).substr(customColumns.size()), ',')) {
            const std::size_t colon = column.find(':');
            const auto heading = std::ranges::find(table.columns(), column.substr(0, colon));
            if (colon == column.npos || heading == table.columns().end())
                continue;
            std::string path(column.substr(colon + 1));
            if (!path.starts_with('.'))
                path.insert(path.begin(), '.');
            const auto meant = std::ranges::find(resource.paths, std::string_view(path), &ColumnPath::path);
            if (meant != resource.paths.end())
                table.rename(static_cast<std::size_t>(heading - table.columns().begin()), std::string(meant->column));
        }
    }

    // `kubectl get all` also lists deployments and the like, of which nothing is needed.
    bool isOtherHeading(std::string_view text)
    {
        const bool capitals = std::ranges::none_of(text, [](char letter) { return letter >= 'a' && letter <= 'z'; });
        if (m_asked.empty() || !text.starts_with("NAME") || !capitals || wordsOf(text).size() < 2)
            return false;
        m_table = PrintedTable(text);
        return true;
    }

    // `| grep tea` and --no-headers take the heading away; then the kinds asked for tell which columns there may be.
    void readWithoutHeading(std::string_view text, std::uint32_t line)
    {
        if (m_call.output == "name")
            return readName(text, line);
        for (const KubernetesResource *resource : m_asked)
            for (const std::string_view layout : resource->layouts) {
                const PrintedTable table = tableOf(*resource, layout, m_call.allNamespaces);
                if (const auto row = table.soundRow(text))
                    return resource->readRow(m_reading, m_call, *row, line);
            }
        if (const auto allNamespaces = m_reading.words().empty() ? rowOfPods(text) : std::nullopt) {
            const PrintedTable table = tableOf(resources::pods, resources::pods.layouts.front(), *allNamespaces);
            resources::pods.readRow(m_reading, m_call, *table.soundRow(text), line);
        }
    }

    // `pod/web-0`, a line for each.
    void readName(std::string_view text, std::uint32_t line)
    {
        for (const KubernetesResource *resource : m_asked)
            if (const std::size_t slash = text.find('/'); slash != text.npos && std::ranges::find(resource->names, text.substr(0, slash)) != resource->names.end()) {
                const PrintedTable table(std::vector<std::string>{"NAME"}, resource->columns);
                if (const auto row = table.soundRow(text))
                    return resource->readRow(m_reading, m_call, *row, line);
            }
    }

    Reading &m_reading;
    const KubectlCall &m_call;
    std::vector<const KubernetesResource *> m_asked;
    PrintedTable m_table{std::vector<std::string>{}};
    const KubernetesResource *m_resource = nullptr; // whose table it is
    bool m_other = false;                           // a table of another kind
};

void read(Reading &reading)
{
    if (readKubernetesObjects(reading))
        return;
    const KubectlCall call = kubectlCall(reading.command().words);
    Tables(reading, call).read();
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
