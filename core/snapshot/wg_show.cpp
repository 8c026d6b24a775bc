#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// WireGuard's own tool, `wg` and `wg show` (wireguard-tools src/show.c): which devices are WireGuard, whatever their names, and
// where their peers are. Peers are kept as settings, `wg0 peer KEY`, the own key as `wg0 public key`, the mark as `wg0 fwmark`.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    const bool listsRows = !words.empty() && (words.back() == "dump" || words.back() == "interfaces");
    return words.front() == "wg" && !listsRows && (words.size() == 1 || words[1] == "show" || words[1] == "--hide-keys");
}

// Behind `interface: `; empty for any other line.
std::string_view interfaceOf(std::string_view line)
{
    constexpr std::string_view prefix = "interface: ";
    const std::string_view name = line.starts_with(prefix) ? trimmed(line.substr(prefix.size())) : std::string_view{};
    return isDeviceName(name) ? name : std::string_view{};
}

// 32 bytes in base 64
bool isWholeKey(std::string_view text)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    return text.size() == 44 && text.find_first_not_of(letters) == text.npos;
}

// or what stands for one that nobody shall see
bool isKey(std::string_view text)
{
    const bool isMasked = !text.empty() && (text.find_first_not_of("xX*#.-") == text.npos || text.contains("...") || text.contains("***") || text.contains("…"));
    return text == "(hidden)" || text == "(none)" || isMasked || isWholeKey(text);
}

bool isOther(std::string_view name, std::string_view value)
{
    constexpr auto names = std::to_array<std::string_view>({"latest handshake", "transfer", "persistent keepalive"});
    const bool isSecret = name == "public key" || name == "private key" || name == "preshared key";
    return (isSecret && isKey(value)) || std::ranges::find(names, name) != names.end();
}

class WireguardLines
{
public:
    explicit WireguardLines(Reading &reading) : m_reading(reading) {}

    void read(std::uint32_t line)
    {
        const std::string_view text = trimmed(m_reading.line(line));
        if (const std::string_view name = interfaceOf(text); !name.empty()) {
            m_device = name;
            m_peer.clear();
            return addLink({.name = m_device, .kind = LinkKind::Wireguard}, line);
        }
        const std::size_t colon = text.find(": ");
        if (m_device.empty() || colon == text.npos)
            return;
        const std::string_view name = text.substr(0, colon), value = trimmed(text.substr(colon + 2));
        if (name == "peer" && isKey(value)) {
            m_peer = value;
            m_reading.understood(line);
        } else if (const auto port = numberOf<std::uint16_t>(value); name == "listening port" && port) {
            LinkFact link{.name = m_device, .tunnel = TunnelFact{}};
            link.tunnel->port = port;
            addLink(std::move(link), line);
        } else if (!m_peer.empty() && (name == "endpoint" || name == "allowed ips")) {
            m_reading.host().settings.push_back({m_device + " peer " + m_peer + ' ' + std::string(name), std::string(value), m_reading.evidence(line)});
        } else if (name == "public key" && m_peer.empty() && isWholeKey(value)) {
            m_reading.host().settings.push_back({m_device + " public key", std::string(value), m_reading.evidence(line)});
        } else if (name == "fwmark" && m_peer.empty()) {
            m_reading.host().settings.push_back({m_device + " fwmark", std::string(value), m_reading.evidence(line)});
        } else if (isOther(name, value)) {
            m_reading.understood(line);
        }
    }

private:
    void addLink(LinkFact link, std::uint32_t line)
    {
        link.evidence = m_reading.evidence(line);
        m_reading.host().links.push_back(std::move(link));
    }

    Reading &m_reading;
    std::string m_device, m_peer;
};

bool looksLike(const Reading &reading)
{
    return !interfaceOf(reading.line(reading.first())).empty();
}

void read(Reading &reading)
{
    WireguardLines lines(reading);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        lines.read(line);
}

} // namespace

constinit const HostCommand commands::wgShow{.name = "wg show", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsSomeInterfaces};

} // namespace vethscope
