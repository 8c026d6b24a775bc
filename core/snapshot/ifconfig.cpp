#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/unread.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Interfaces as net-tools 2 prints them (`eth0: flags=4163<UP,…>  mtu 1500`), net-tools 1.60 and busybox
// (`eth0      Link encap:Ethernet  HWaddr 52:54:…`), these also in Chinese.

namespace vethscope {
namespace {

// The kernel calls an interface running when its operational state passes packets.
LinkState stateOf(const Words &flags)
{
    return contains(flags, "RUNNING") && contains(flags, "UP") ? LinkState::Up : LinkState::Down;
}

// What the kernel calls IFF_UP and so on (include/uapi/linux/if.h), from the number that net-tools prints in front of the names.
Words flagsNumbered(std::uint32_t number)
{
    constexpr auto bits = std::to_array<std::pair<std::uint32_t, std::string_view>>({
        {0x1, "UP"}, {0x8, "LOOPBACK"}, {0x10, "POINTOPOINT"}, {0x40, "RUNNING"}, {0x80, "NOARP"}, {0x400, "MASTER"}, {0x800, "SLAVE"},
    });
    Words flags;
    for (const auto &[bit, name] : bits)
        if (number & bit)
            flags.push_back(name);
    return flags;
}

// flags=4163<UP,BROADCAST,RUNNING,MULTICAST>, also with the names taken for a tag by a web page
std::optional<Words> flagsOf(std::string_view word)
{
    constexpr std::string_view prefix = "flags=";
    if (!word.starts_with(prefix))
        return std::nullopt;
    word.remove_prefix(prefix.size());
    const bool negative = word.starts_with('-'); // a short with IFF_DYNAMIC, its highest bit
    word.remove_prefix(negative ? 1 : 0);
    const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
    const auto number = numberOf<std::uint32_t>(word.substr(0, end));
    if (!number)
        return std::nullopt;
    return end == word.size() ? flagsNumbered(negative ? 0x10000 - *number : *number) : linkFlags(word.substr(end));
}

// eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
bool isNewHeading(const Words &words)
{
    return words.size() > 3 && words[0].ends_with(':') && isDeviceLabel(words[0].substr(0, words[0].size() - 1)) && flagsOf(words[1]) && words[2] == "mtu"
        && numberOf<std::uint32_t>(words[3]);
}

// eth0      Link encap:Ethernet  HWaddr 52:54:00:c2:ee:db
bool isOldHeading(const Words &words)
{
    return words.size() > 2 && words[1] == "Link" && words[2].starts_with("encap:") && isDeviceLabel(words[0]);
}

// What stands behind `name:` within a line, as net-tools 1.60 writes its pairs: `inet addr:127.0.0.1  Mask:255.0.0.0`.
std::string_view pair(const Words &words, std::string_view name)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].starts_with(name) || words[i].size() < name.size())
            continue;
        const std::string_view value = words[i].substr(name.size());
        return !value.empty() ? value : i + 1 < words.size() ? words[i + 1] : std::string_view{};
    }
    return {};
}

class InterfaceLines
{
public:
    explicit InterfaceLines(Reading &reading) : m_reading(reading), m_whole(reading.command().keepsBlocks()) {}

    void read(std::uint32_t line)
    {
        m_line = line;
        const Words words = wordsOf(m_reading.line(line));
        if (!words.empty() && readWords(words))
            m_reading.understood(line);
        else if (mayHideLines(m_reading.line(line)))
            m_name.clear();
    }

private:
    bool readWords(const Words &words)
    {
        const std::string_view first = words[0];
        if (isNewHeading(words))
            return readNewHeading(words);
        if (isOldHeading(words))
            return readOldHeading(words);
        if (words.size() > 1 && words[1].starts_with("flags=")) {
            m_name.clear(); // what follows belongs to an interface whose heading cannot be read
            return false;
        }
        if (m_name.empty() || !m_whole)
            return false;
        if (first == "inet")
            return readInet(words);
        if (first == "inet6")
            return readInet6(words);
        if (first == "ether")
            return words.size() > 1 && readMac(words[1]);
        if (first == "loop" || first == "tunnel" || first == "unspec" || first == "sit")
            return readKind(words);
        if (!pair(words, "MTU:").empty() || !pair(words, "跃点数:").empty())
            return readOldFlags(words);
        return isCounter(words);
    }

    bool readNewHeading(const Words &words)
    {
        LinkFact link{.name = m_name = std::string(words[0].substr(0, words[0].size() - 1))};
        const Words flags = *flagsOf(words[1]);
        link.state = stateOf(flags);
        readLinkFlags(flags, link);
        link.mtu = numberOf<std::uint32_t>(words[3]);
        return add(std::move(link));
    }

    bool readOldHeading(const Words &words)
    {
        LinkFact link{.name = m_name = std::string(words[0])};
        const std::string_view hardware = !behind(words, "HWaddr").empty() ? behind(words, "HWaddr") : behind(words, "硬件地址");
        link.mac = MacAddress::parse(hardware);
        const std::string_view type = words[2].substr(std::string_view("encap:").size());
        if (type == "Local" || type == "本地环回")
            link.kind = LinkKind::Loopback;
        if (type == "IPIP")
            link.kind = LinkKind::Ipip;
        if (type == "Ethernet" && !hardware.empty() && !link.mac)
            m_reading.complain(m_line, Sentence::of("the MAC address cannot be read"));
        link.hardware = type == "Ethernet" || type == "以太网" ? "ether" : type == "UNSPEC" || type == "未指定" ? "none" : "";
        return add(std::move(link));
    }

    // UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
    bool readOldFlags(const Words &words)
    {
        LinkFact link{.name = m_name, .mtu = numberOf<std::uint32_t>(pair(words, "MTU:")), .state = stateOf(words)};
        readLinkFlags(words, link);
        if (link.kind == LinkKind::Loopback) // which its heading says
            link.kind.reset();
        return add(std::move(link));
    }

    // inet 10.244.0.1  netmask 255.255.255.0  broadcast 10.244.0.255   inet addr:10.0.0.1  Bcast:0.0.0.0  Mask:255.255.255.0
    bool readInet(const Words &words)
    {
        const bool old = words.size() > 1 && words[1].contains(':');
        const std::string_view local = !old && words.size() > 1 ? words[1] : !pair(words, "addr:").empty() ? pair(words, "addr:") : pair(words, "地址:");
        const std::string_view ones = !old ? behind(words, "netmask") : !pair(words, "Mask:").empty() ? pair(words, "Mask:") : pair(words, "掩码:");
        const auto address = IpAddress::parse(local), mask = IpAddress::parse(ones);
        const auto prefix = address && mask ? IpPrefix::withMask(*address, *mask) : std::nullopt;
        return prefix && add(*prefix, {});
    }

    // inet6 fe80::1  prefixlen 64  scopeid 0x20<link>   inet6 addr: fe80::1/64 Scope:Link
    bool readInet6(const Words &words)
    {
        if (words.size() < 3)
            return false;
        if (words[1].starts_with("addr:") || words[1].starts_with("地址:")) {
            const std::string_view text = words[1].starts_with("addr:") ? pair(words, "addr:") : pair(words, "地址:");
            const std::string_view scope = pair(words, "Scope:");
            const auto prefix = IpPrefix::parse(text);
            return prefix && add(*prefix, scope == "Link" ? "link" : scope == "Global" ? "global" : scope == "Host" ? "host" : "");
        }
        const auto address = IpAddress::parse(words[1]);
        const auto length = numberOf<std::uint8_t>(behind(words, "prefixlen"));
        if (!address || !length || *length > 128)
            return false;
        const std::string_view scope = behind(words, "scopeid");
        const std::size_t open = std::min(scope.find('<'), scope.size());
        std::string name(scope.substr(open, scope.size() - open));
        std::erase_if(name, [](char c) { return c == '<' || c == '>'; });
        return add({*address, *length}, name);
    }

    bool readMac(std::string_view text)
    {
        const auto mac = MacAddress::parse(text);
        return mac && add(LinkFact{.name = m_name, .mac = mac, .hardware = "ether"});
    }

    // loop  txqueuelen 1000  (Local Loopback)   tunnel   txqueuelen 1000  (IPIP Tunnel)   unspec 00-00-…  txqueuelen 1000  (UNSPEC)
    bool readKind(const Words &words)
    {
        if (!contains(words, "txqueuelen"))
            return false;
        LinkFact link{.name = m_name};
        if (words[0] == "loop")
            link.kind = LinkKind::Loopback;
        if (contains(words, "(IPIP"))
            link.kind = LinkKind::Ipip;
        if (words[0] == "unspec") // belongs to the heading
            m_reading.host().links.back().hardware = "none";
        return !link.kind || add(std::move(link));
    }

    // RX packets 12  bytes 840 (840.0 B)   RX packets:12 errors:0 …   collisions:0 txqueuelen:1000   device interrupt 20  memory 0xf…
    static bool isCounter(const Words &words)
    {
        constexpr auto begins = std::to_array<std::string_view>({
            "collisions:", "Interrupt:", "Memory:", "接收数据包:", "发送数据包:", "碰撞:", "接收字节:", "发送字节:", "中断:",
        });
        const std::string_view second = words.size() > 1 ? words[1] : std::string_view{};
        if (words[0] == "RX" || words[0] == "TX")
            return second.starts_with("packets") || second.starts_with("errors") || second.starts_with("bytes:");
        if (words[0] == "device")
            return second == "interrupt" || second == "memory" || second == "base";
        return (words[0] == "Base" && second.starts_with("address:"))
            || std::ranges::any_of(begins, [&](std::string_view text) { return words[0].starts_with(text); });
    }

    bool add(LinkFact link)
    {
        link.evidence = m_reading.evidence(m_line);
        m_reading.host().links.push_back(std::move(link));
        return true;
    }

    bool add(IpPrefix address, std::string scope)
    {
        m_reading.host().addresses.push_back({m_name, address, std::move(scope), m_reading.evidence(m_line)});
        return true;
    }

    Reading &m_reading;
    bool m_whole; // no pipe has taken lines out of their blocks
    std::uint32_t m_line = 0;
    std::string m_name; // of the last heading
};

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "ifconfig" && std::ranges::find(words, "up") == words.end() && std::ranges::find(words, "down") == words.end();
}

bool looksLike(const Reading &reading)
{
    const Words &words = reading.firstWords();
    return isNewHeading(words) || isOldHeading(words);
}

void read(Reading &reading)
{
    InterfaceLines lines(reading);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        lines.read(line);
}

} // namespace

constinit const HostCommand commands::ifconfig{
    .name = "ifconfig",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsIfconfig,
};

} // namespace vethscope
