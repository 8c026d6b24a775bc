#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// What the kernel says of an interface in /sys/class/net (Documentation/ABI/testing/sysfs-class-net). `iflink` is the index of
// a veth's other end or of the interface a VLAN stands on, and the interface's own for most others.

namespace vethscope {
namespace {

constexpr std::string_view folder = "/sys/class/net/";

// operstates in net/core/net-sysfs.c.
bool isOperstate(std::string_view word)
{
    constexpr auto states = std::to_array<std::string_view>({"unknown", "notpresent", "down", "lowerlayerdown", "testing", "dormant", "up"});
    return std::ranges::find(states, word) != states.end();
}

bool readValue(Reading &reading, const std::string &interface, std::string_view attribute, std::string_view value, std::uint32_t line)
{
    const auto number = numberOf<std::uint32_t>(value);
    const auto addIndex = [&](InterfaceIndexFact fact) {
        fact.interface = interface;
        fact.evidence = reading.evidence(line);
        reading.host().indexes.push_back(std::move(fact));
    };
    const auto addLink = [&](LinkFact fact) {
        fact.name = interface;
        fact.evidence = reading.evidence(line);
        reading.host().links.push_back(std::move(fact));
    };
    if (attribute == "iflink" && number)
        addIndex({.peerIfindex = number});
    else if (attribute == "ifindex" && number)
        addIndex({.ifindex = number});
    else if (attribute == "mtu" && number)
        addLink({.mtu = number});
    else if (const auto mac = MacAddress::parse(value); attribute == "address" && mac)
        addLink({.mac = mac});
    else if (attribute == "operstate" && isOperstate(value))
        addLink({.state = value == "up" ? LinkState::Up : value == "unknown" ? LinkState::Unknown : LinkState::Down});
    else if (attribute == "address" || attribute == "ifalias" || attribute == "speed" || attribute == "carrier" || attribute == "type" || attribute == "flags")
        reading.understood(line);
    else
        return false;
    return true;
}

bool typed(const std::vector<std::string> &words)
{
    return printsFile(words, folder);
}

bool looksLike(const Reading &reading)
{
    const std::string_view line = reading.line(reading.first());
    const auto parts = line.starts_with(folder) ? splitAt(line.substr(folder.size(), line.find(':') - folder.size()), '/') : std::vector<std::string_view>{};
    return line.contains(':') && parts.size() == 2 && isDeviceName(parts[0]) && !parts[1].contains(' ');
}

void read(Reading &reading)
{
    for (const PrintedLine &printed : printedLines(reading)) {
        std::string_view path = printed.path, value = printed.text;
        // A file of output alone: `grep .` wrote the path in front.
        if (path.empty() && value.starts_with(folder) && value.contains(':')) {
            path = value.substr(0, value.find(':'));
            value.remove_prefix(path.size() + 1);
        }
        if (!path.starts_with(folder))
            continue;
        const auto parts = splitAt(path.substr(folder.size()), '/');
        if (parts.size() == 2 && isDeviceName(parts[0]))
            readValue(reading, std::string(parts[0]), parts[1], trimmed(value), printed.line);
    }
}

} // namespace

constinit const HostCommand commands::sysClassNet{
    .name = "cat /sys/class/net",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsSomeInterfaces,
};

} // namespace vethscope
