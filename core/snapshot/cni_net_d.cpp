#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonrecord.h"

#include <algorithm>

// `cat /etc/cni/net.d/*`: which CNI plugins the kubelet calls (CNI spec 1.0, section 1). The plugins' names become settings.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2 && words[0] == "cat" && std::ranges::any_of(words, [](const std::string &word) {
        return word.find("/cni/net.d/") != std::string::npos || word.ends_with(".conflist");
    });
}

bool looksLike(const Reading &reading)
{
    return jsonHas(reading, {"cniVersion"});
}

void readPlugin(const JsonRecord &plugin, const std::string &network)
{
    const std::string type = plugin.text("type");
    if (type.empty())
        return;
    HostFacts &host = plugin.reading().host();
    host.settings.push_back({"cni " + network, type, plugin.evidenceOf("type")});
    // flannel hands the bridge plugin a part of its own configuration.
    for (const JsonRecord &record : {plugin, plugin.record("delegate")}) {
        if (record.has("bridge"))
            host.settings.push_back({"cni " + network + " bridge", record.text("bridge"), record.evidenceOf("bridge")});
        if (const auto mtu = record.number("mtu"))
            host.settings.push_back({"cni " + network + " mtu", std::to_string(*mtu), record.evidenceOf("mtu")});
        if (const auto hairpin = record.boolean("hairpinMode"))
            host.settings.push_back({"cni " + network + " hairpinMode", *hairpin ? "true" : "false", record.evidenceOf("hairpinMode")});
    }
}

void readConfiguration(const JsonRecord &record)
{
    const std::string network = record.text("name");
    if (!record.has("plugins"))
        return readPlugin(record, network);
    for (const JsonRecord &plugin : record.records("plugins"))
        readPlugin(plugin, network);
}

void read(Reading &reading)
{
    readJsonRecords(reading, readConfiguration);
}

} // namespace

constinit const HostCommand commands::cniNetD{.name = "cat /etc/cni/net.d", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
