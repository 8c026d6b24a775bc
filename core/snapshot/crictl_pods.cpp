#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

// `crictl pods`: the sandboxes that the container runtime keeps on this node.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "crictl" && std::ranges::any_of(words, [](const std::string &word) { return word == "pods" || word == "pod"; });
}

// The beginning of a sandbox's id, or all of it.
bool isContainerId(std::string_view text)
{
    return text.size() >= 12 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).starts_with("POD ID") && reading.line(line).find("NAMESPACE") != std::string_view::npos)
            return true;
    return false;
}

void read(Reading &reading)
{
    PrintedTable table(std::vector<std::string>{"POD ID", "CREATED", "STATE", "NAME", "NAMESPACE", "ATTEMPT", "RUNTIME"});
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (trimmed(text).empty())
            continue;
        if (text.starts_with("POD ID")) {
            table = PrintedTable(text);
            reading.understood(line);
            continue;
        }
        const PrintedTable::Row row = table.row(text);
        if (!isContainerId(row["POD ID"]) || row["NAME"].empty() || row["NAMESPACE"].empty())
            continue;
        reading.facts().pods.push_back({.podNamespace = std::string(row["NAMESPACE"]), .name = std::string(row["NAME"]), .node = reading.host().node,
                                        .status = std::string(row["STATE"]), .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::crictlPods{.name = "crictl pods", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
