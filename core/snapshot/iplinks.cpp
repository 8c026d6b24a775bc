#include "core/snapshot/iplinks.h"

#include "core/snapshot/iplinksjson.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// <BROADCAST,MULTICAST,UP,LOWER_UP>
Words flagsOf(std::string_view word)
{
    if (!word.starts_with('<') || !word.ends_with('>'))
        return {};
    return splitAt(word.substr(1, word.size() - 2), ',');
}

// One line of `ip addr`'s text after the other; what does not name its interface belongs to the last heading.
class LinkLines
{
public:
    explicit LinkLines(Reading &reading) : m_reading(reading), m_whole(reading.command().keepsBlocks()) {}

    void read(std::uint32_t line)
    {
        m_line = line;
        // -o puts what belongs together on one line and a backslash for every line end.
        std::string_view rest = m_reading.line(line);
        bool known = true;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\\');
            const Words words = wordsOf(rest.substr(0, end));
            known = (words.empty() || readPart(words)) && known;
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        if (known)
            m_reading.understood(line);
    }

private:
    bool readPart(const Words &words)
    {
        const std::string_view first = words.front();
        if (isHeading(words))
            return readHeading(words);
        if (m_afterCounters) {
            m_afterCounters = false;
            if (numberOf<std::uint64_t>(first))
                return true;
        }
        if (first == "inet" || first == "inet6")
            return readAddress(words);
        if (first == "--") // between the groups of grep -A
            return true;
        if (isBrief(words))
            return readBrief(words);
        if (m_name.empty() || !m_whole)
            return false;
        if (first.starts_with("link/"))
            return readHardware(words);
        if (first == "RX:" || first == "TX:" || first == "RX" || first == "TX")
            return m_afterCounters = true;
        if (first == "valid_lft" || first == "altname" || first == "alias" || first == "vf" || first == "prog/xdp" || first == "promiscuity")
            return true;
        if (first == "bridge_slave" || first == "bond_slave" || first == "vrf_slave")
            return readPort(words);
        return readKind(words);
    }

    // `3: eth0@if17: <…> mtu 1450 …`, `2: eth0    inet …` of -o, and `17:  vetha1f852ea@if3` as awk leaves it.
    static bool isHeading(const Words &words)
    {
        return words.size() > 1 && words[0].ends_with(':') && numberOf<std::uint32_t>(words[0].substr(0, words[0].size() - 1)).has_value()
            && (words.size() == 2 || words[1].ends_with(':') || words[2] == "inet" || words[2] == "inet6" || words[2].starts_with("link/"));
    }

    bool readHeading(const Words &words)
    {
        LinkFact link;
        link.ifindex = numberOf<std::uint32_t>(words[0].substr(0, words[0].size() - 1));
        std::string_view name = words[1];
        if (name.ends_with(':'))
            name.remove_suffix(1);
        setName(link, name);
        m_name = link.name;
        if (words.size() > 2 && words[2].starts_with('<')) {
            const Words flags = flagsOf(words[2]);
            if (flags.empty())
                return false;
            link.mtu = numberOf<std::uint32_t>(behind(words, "mtu"));
            link.master = behind(words, "master");
            link.state = linkState(behind(words, "state"), flags);
            link.pointToPoint = contains(flags, "POINTOPOINT");
            if (contains(flags, "LOOPBACK"))
                link.kind = LinkKind::Loopback;
        }
        add(std::move(link));
        // In -o, and without line ends, more of it follows.
        for (std::size_t i = 2; i < words.size(); ++i) {
            const Words rest(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
            if (words[i] == "inet" || words[i] == "inet6")
                return readAddress(rest);
            if (words[i].starts_with("link/"))
                return readHardware(rest);
        }
        return true;
    }

    // link/ether b2:ad:3a:6e:3a:4f brd ff:ff:ff:ff:ff:ff link-netnsid 0   link/ipip 172.27.0.31 peer 0.0.0.0
    bool readHardware(const Words &words)
    {
        LinkFact link{.name = m_name};
        const std::string_view type = words[0].substr(5);
        m_ipip = type == "ipip";
        if (type == "loopback")
            link.kind = LinkKind::Loopback;
        if (words.size() > 1)
            link.mac = MacAddress::parse(words[1]);
        if (m_ipip) {
            link.kind = LinkKind::Ipip;
            readTunnelEnds(words, link);
        }
        link.netnsId = numberOf<std::int32_t>(behind(words, "link-netnsid"));
        link.netns = behind(words, "link-netns");
        // With -d, a device's kind is on a line of its own; hardware has none, and this line goes on with its queues.
        if (type == "ether" && contains(words, "promiscuity") && contains(words, "numtxqueues"))
            link.kind = LinkKind::Physical;
        if (words.size() > 1 && type == "ether" && !link.mac)
            return false;
        add(std::move(link));
        return true;
    }

    static void readTunnelEnds(const Words &words, LinkFact &link)
    {
        const auto local = IpAddress::parse(words.size() > 1 ? words[1] : ""), remote = IpAddress::parse(behind(words, "peer"));
        const auto isSet = [](const std::optional<IpAddress> &address) { return address && !address->isAny(); };
        if (!isSet(local) && !isSet(remote))
            return;
        link.tunnel.emplace();
        link.tunnel->local = isSet(local) ? local : std::nullopt;
        link.tunnel->remote = isSet(remote) ? remote : std::nullopt;
    }

    // inet 10.244.0.60/24 brd 10.244.0.255 scope global eth0   inet 10.0.0.5 peer 10.0.0.9/32 scope global v1
    bool readAddress(const Words &words)
    {
        if (words.size() < 2)
            return false;
        auto address = IpPrefix::parse(words[1]);
        if (const auto peer = IpPrefix::parse(behind(words, "peer")); address && peer)
            address->length = peer->length;
        // Only IPv4 addresses have a label, which begins with the interface's name: eth0:1.
        std::string_view label = words[0] == "inet" && words.size() > 4 ? words.back() : std::string_view{};
        if (label == "forever" || label.ends_with("sec"))
            label = {};
        label = label.substr(0, label.find(':'));
        const std::string name = m_whole && !m_name.empty() ? m_name : std::string(label);
        if (!address || name.empty())
            return false;
        m_reading.host().addresses.push_back({name, *address, std::string(behind(words, "scope")), m_reading.evidence(m_line)});
        return true;
    }

    // veth …   vxlan id 1 local 172.27.0.11 dev eth0 dstport 8472 nolearning …   tun type tap …
    bool readKind(const Words &words)
    {
        LinkFact link{.name = m_name, .kind = kindNamed(words[0])};
        if (words[0] == "tun" && behind(words, "type") == "tap")
            link.kind = LinkKind::Tap;
        if (m_ipip) // made by a TUN device, where the kernel has no ipip driver
            link.kind = LinkKind::Ipip;
        if (!link.kind)
            return isKnownDetail(words[0]);
        if (link.kind == LinkKind::Vxlan || link.kind == LinkKind::Geneve || link.kind == LinkKind::Gre || words[0] == "ipip")
            link.tunnel = tunnelOf(words);
        add(std::move(link));
        return true;
    }

    static bool isKnownDetail(std::string_view word)
    {
        constexpr auto details = std::to_array<std::string_view>({
            "addrgenmode", "numtxqueues", "bond", "ifb", "macvlan", "macvtap", "ipvlan", "team", "vrf", "sit", "vti", "nlmon", "can",
            "openvswitch", "ip6tnl", "ipoib", "macsec", "xfrm", "netdevsim", "gso_max_size", "parentbus", "vcan", "vxcan",
        });
        return std::ranges::find(details, word) != details.end();
    }

    // bridge_slave state forwarding … hairpin on … port_no 0x1
    bool readPort(const Words &words)
    {
        LinkFact link{.name = m_name};
        link.hairpin = behind(words, "hairpin") == "on";
        add(std::move(link));
        return true;
    }

    // -br: `eth0@if17   UP   10.244.0.60/24 fe80::…/64` or `eth0@if17   UP   b2:ad:3a:6e:3a:4f <BROADCAST,…>`
    static bool isBrief(const Words &words)
    {
        constexpr auto states = std::to_array<std::string_view>({"UP", "DOWN", "UNKNOWN", "LOWERLAYERDOWN", "DORMANT", "NOTPRESENT", "TESTING"});
        return words.size() > 1 && std::ranges::find(states, words[1]) != states.end() && !words[0].ends_with(':');
    }

    bool readBrief(const Words &words)
    {
        LinkFact link;
        setName(link, words[0]);
        m_name = link.name;
        link.state = linkState(words[1], flagsOf(words.back()));
        link.pointToPoint = contains(flagsOf(words.back()), "POINTOPOINT");
        if (words.size() > 2)
            link.mac = MacAddress::parse(words[2]);
        add(std::move(link));
        for (std::size_t i = 2; i < words.size(); ++i) {
            auto address = IpPrefix::parse(words[i]);
            if (!address)
                continue;
            if (i + 2 < words.size() && words[i + 1] == "peer") {
                if (const auto peer = IpPrefix::parse(words[i + 2]))
                    address->length = peer->length;
                i += 2;
            }
            m_reading.host().addresses.push_back({m_name, *address, {}, m_reading.evidence(m_line)});
        }
        return true;
    }

    void add(LinkFact link)
    {
        link.evidence = m_reading.evidence(m_line);
        m_reading.host().links.push_back(std::move(link));
    }

    Reading &m_reading;
    bool m_whole;             // no pipe has taken lines out of their blocks
    std::uint32_t m_line = 0;
    std::string m_name;       // of the last heading
    bool m_ipip = false;      // its link type
    bool m_afterCounters = false;
};

} // namespace

void readIpLinks(Reading &reading)
{
    if (readJsonRecords(reading, readIpLinkRecord))
        return;
    LinkLines lines(reading);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        lines.read(line);
}

bool looksLikeIpLinks(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"ifname", "operstate"});
    const Words words = wordsOf(reading.line(reading.first()));
    const bool heading = words.size() > 4 && words[0].ends_with(':') && numberOf<std::uint32_t>(words[0].substr(0, words[0].size() - 1))
        && words[1].ends_with(':') && words[2].starts_with('<') && words[3] == "mtu";
    const bool brief = words.size() > 2 && (words[1] == "UP" || words[1] == "DOWN" || words[1] == "UNKNOWN")
        && (MacAddress::parse(words[2]) || (words[2].contains('/') && IpPrefix::parse(words[2])));
    // `bridge link` begins its lines the same way.
    return (heading && !contains(words, "cost")) || brief;
}

} // namespace vethscope
