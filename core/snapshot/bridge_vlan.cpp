#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>

// VLANs of a bridge's ports: iproute2's bridge/vlan.c. Kept as settings, `vetha1f852ea vlan`.

namespace vethscope {
namespace {

bool isHeading(const Words &words)
{
    return words.size() > 1 && words[0] == "port" && (words[1] == "vlan-id" || words[1] == "vlan");
}

void add(Reading &reading, const std::string &port, std::string value, Evidence evidence)
{
    reading.host().settings.push_back({port + " vlan", std::move(value), std::move(evidence)});
}

void readRecord(const JsonRecord &record)
{
    const std::string port = record.text("ifname");
    for (const JsonRecord &vlan : record.records("vlans")) {
        std::string value = std::to_string(vlan.number<std::uint16_t>("vlan").value_or(0));
        for (const std::string &flag : vlan.texts("flags"))
            value += ' ' + flag;
        add(record.reading(), port, std::move(value), vlan.evidence());
    }
}

bool typed(const std::vector<std::string> &words)
{
    return isBridgeShow(words, "vlan");
}

bool looksLike(const Reading &reading)
{
    return isJson(reading) ? jsonHas(reading, {"ifname", "vlans"}) : isHeading(reading.firstWords());
}

// 1 PVID Egress Untagged   20   30-40   None
bool isVlan(const Words &words)
{
    const auto isId = [](std::string_view text) {
        const auto id = numberOf<std::uint16_t>(text);
        return id && *id > 0 && *id < 4095;
    };
    const auto isFlag = [](std::string_view word) { return word == "PVID" || word == "Egress" || word == "Untagged"; };
    if (words.empty())
        return false;
    const std::size_t dash = words[0].find('-');
    return isId(words[0].substr(0, dash)) && (dash == words[0].npos || isId(words[0].substr(dash + 1)))
        && std::all_of(words.begin() + 1, words.end(), isFlag);
}

std::string joined(const Words &words)
{
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : " ") + std::string(word);
    return text;
}

// cni0              1 PVID Egress Untagged
//                   20
void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    std::string port;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        Words words = wordsOf(text);
        if (words.empty())
            continue;
        if (isHeading(words)) {
            reading.understood(line);
            continue;
        }
        const Words rest(words.begin() + 1, words.end());
        const bool namesPort = isDeviceName(words[0]) && !isVlan(words) && (rest.empty() || isVlan(rest) || (rest.size() == 1 && rest[0] == "None"));
        if (namesPort) {
            port = words[0];
            words = rest;
        }
        if (isVlan(words) && !port.empty())
            add(reading, port, joined(words), reading.evidence(line));
        else if (namesPort)
            reading.understood(line);
    }
}

} // namespace

constinit const HostCommand commands::bridgeVlan{
    .name = "bridge vlan",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
