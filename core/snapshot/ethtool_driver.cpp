#include "core/snapshot/ethtoolwords.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/words.h"

// The driver of an interface tells its kind; hardware has a place on a bus.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isEthtool(words, "-i", "--driver");
}

bool looksLike(const Reading &reading)
{
    return reading.end() - reading.first() > 1 && reading.line(reading.first()).starts_with("driver: ")
        && reading.line(reading.first() + 1).starts_with("version:");
}

// do_gdrv of ethtool.c.
bool isRow(std::string_view name)
{
    return name == "driver" || name == "version" || name == "firmware-version" || name == "expansion-rom-version" || name == "bus-info" || name.starts_with("supports-");
}

std::optional<LinkKind> kindOf(std::string_view name, std::string_view value)
{
    if (name == "driver" && value != "tun") // a TAP's driver is tun as well
        return kindNamed(value);
    if (name == "bus-info" && (value == "tap" || value == "tun"))
        return kindNamed(value);
    // 0000:00:03.0 on PCI, usb-0000:00:14.0-2, virtio0
    if (name == "bus-info" && (value.contains(':') || value.starts_with("virtio")))
        return LinkKind::Physical;
    return std::nullopt;
}

void read(Reading &reading)
{
    const std::string interface = ethtoolInterface(reading.words());
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos || interface.empty())
            continue;
        const std::string_view name = text.substr(0, colon), value = trimmed(text.substr(colon + 1));
        if (!isRow(name))
            continue;
        reading.understood(line);
        if (const auto kind = kindOf(name, value))
            reading.host().links.push_back({.name = interface, .kind = kind, .evidence = reading.evidence(line)});
        if (name == "driver")
            reading.host().settings.push_back({interface + " driver", std::string(value), reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::ethtoolDriver{
    .name = "ethtool -i",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
