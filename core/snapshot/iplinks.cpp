#include "core/snapshot/iplinks.h"

#include "core/snapshot/iplinkdetails.h"
#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/iplinksbrief.h"
#include "core/snapshot/iplinksjson.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/unread.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t narrowest = 60; // columns

bool isAddress(const Words &words)
{
    return words[0] == "inet" || words[0] == "inet6";
}

// inet 10.244.0.60/24 brd 10.244.0.255 scope global eth0   inet 10.0.0.5 peer 10.0.0.9/32 scope global v1
std::optional<IpPrefix> addressOf(const Words &words)
{
    auto address = words.size() > 1 ? IpPrefix::parse(words[1]) : std::nullopt;
    const auto peer = IpPrefix::parse(behind(words, "peer"));
    if (!address || address->address.isV6() != (words[0] == "inet6") || !(peer || words[1].contains('/')))
        return std::nullopt;
    if (peer)
        address->length = peer->length;
    return address;
}

// Only IPv4 addresses have a label, which begins with the interface's name: eth0:1. It stands last, or before the lifetimes of -o.
std::string labelOf(const Words &words)
{
    const auto end = std::ranges::find(words, "valid_lft");
    const auto scope = std::ranges::find(words, "scope");
    if (words[0] != "inet" || end - scope < 3 || !isDeviceLabel(*(end - 1)))
        return {};
    return std::string((end - 1)->substr(0, (end - 1)->find(':')));
}

// One line of `ip addr`'s text after the other; what does not name its interface belongs to the last heading.
class LinkLines
{
public:
    explicit LinkLines(Reading &reading) : m_reading(reading), m_whole(reading.command().keepsBlocks()) {}

    void read(std::uint32_t line)
    {
        m_line = line;
        m_nameHere.clear();
        // -o puts what belongs together on one line and a backslash for every line end.
        std::string_view rest = m_reading.line(line);
        bool known = true, some = false;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\\');
            const Words words = wordsOf(rest.substr(0, end));
            const bool read = words.empty() || readPart(words);
            known = read && known;
            some = some || (read && !words.empty());
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        if (known)
            m_reading.understood(line);
        else if (some)
            m_reading.complain(line, Sentence::of("a part of this line is not what ip prints"));
        else if (mayHideLines(m_reading.line(line)))
            m_name.clear();
    }

private:
    bool readPart(const Words &words)
    {
        if (const auto heading = linkHeading(words); heading && (m_whole ? words.size() > 2 || words[1].contains("@if") : true))
            return readHeading(*heading, words);
        if (m_afterCounters) {
            m_afterCounters = false;
            if (numberOf<std::uint64_t>(words[0]))
                return true;
        }
        if (isAddress(words))
            return readAddress(words);
        if (const auto brief = briefLink(words))
            return readBrief(*brief);
        if (words.size() == 1 && words[0] == "--") // between the groups of grep -A
            return true;
        if (looksLikeHeading(words)) {
            m_name.clear(); // what follows belongs to an interface whose name cannot be read
            return false;
        }
        return !name().empty() && readDetail(words);
    }

    static bool looksLikeHeading(const Words &words)
    {
        return words.size() > 2 && words[0].ends_with(':') && (contains(words, "mtu") || words[2].starts_with('<'));
    }

    bool readHeading(const LinkHeading &heading, const Words &words)
    {
        m_nameHere = m_name = heading.link.name;
        add(heading.link);
        if (!heading.state.empty() && !isLinkState(heading.state))
            m_reading.complain(m_line, Sentence::of("\"state {}\" is none that ip prints", fmt::format("{:.40}", heading.state)));
        // In -o, and without line ends, more of it follows.
        const Words rest(words.begin() + static_cast<std::ptrdiff_t>(heading.words), words.end());
        if (!rest.empty() && !(isAddress(rest) ? readAddress(rest) : readDetail(rest)))
            m_reading.complain(m_line, Sentence::of("a part of this line is not what ip prints"));
        return true;
    }

    bool readDetail(const Words &words)
    {
        if (words[0] == "RX:" || words[0] == "TX:" || ((words[0] == "RX" || words[0] == "TX") && words.size() > 2 && words[1] == "errors:"))
            return m_afterCounters = true;
        bool masked = false;
        const bool mayBeHardware = std::exchange(m_mayBeHardware, false);
        if (auto link = hardwareDetail(words, masked)) {
            m_hardware = link->hardware;
            m_mayBeHardware = m_hardware == "ether" && contains(words, "promiscuity") && !link->kind;
            link->name = name();
            if (isBrokenOff())
                link->netns.clear();
            add(*std::move(link));
            if (masked)
                m_reading.complain(m_line, Sentence::of("the MAC address cannot be read"));
            return true;
        }
        if (auto link = kindDetail(words)) {
            link->name = name();
            if (mayBeHardware && !link->kind) // a port of which -d names no kind
                link->kind = LinkKind::Physical;
            if (m_hardware == "ipip" && link->kind) // made by a TUN device, where the kernel has no ipip driver
                link->kind = LinkKind::Ipip;
            if (link->tunnel && contains(words, "external"))
                m_reading.host().settings.push_back({link->name + " external", "on", m_reading.evidence(m_line)});
            add(*std::move(link));
            return true;
        }
        return isOtherDetail(words);
    }

    // Whether a terminal broke this line, so that its last word may be half of one: what stands below is neither indented nor a heading.
    bool isBrokenOff() const
    {
        if (m_line + 1 >= m_reading.end() || m_reading.line(m_line).size() < narrowest)
            return false;
        const std::string_view below = m_reading.line(m_line + 1);
        return !trimmed(below).empty() && below.front() != ' ' && !linkHeading(wordsOf(below)) && !isGapMark(below);
    }

    bool readAddress(const Words &words)
    {
        const auto address = addressOf(words);
        const std::string owner = name().empty() ? labelOf(words) : name();
        if (!address || owner.empty())
            return false;
        m_reading.host().addresses.push_back({owner, *address, std::string(behind(words, "scope")), m_reading.evidence(m_line)});
        return true;
    }

    bool readBrief(const BriefLink &brief)
    {
        m_nameHere = m_name = brief.link.name;
        add(brief.link);
        for (const IpPrefix &address : brief.addresses)
            m_reading.host().addresses.push_back({m_name, address, {}, m_reading.evidence(m_line)});
        return true;
    }

    // A pipe that takes lines out of their blocks leaves headings of other interfaces; what stands on the same line holds.
    const std::string &name() const { return m_whole && m_nameHere.empty() ? m_name : m_nameHere; }

    void add(LinkFact link)
    {
        link.evidence = m_reading.evidence(m_line);
        m_reading.host().links.push_back(std::move(link));
    }

    Reading &m_reading;
    bool m_whole;             // no pipe has taken lines out of their blocks
    std::uint32_t m_line = 0;
    std::string m_name;       // of the last heading
    std::string m_nameHere;   // of the heading on this line
    std::string m_hardware;   // its link type
    bool m_mayBeHardware = false; // -d follows, and no kind was named yet
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
    // -o has more behind a backslash.
    const std::string_view line = reading.line(reading.first());
    const std::size_t more = line.find('\\');
    const Words words = more == line.npos ? reading.firstWords() : wordsOf(line.substr(0, more));
    if (words.empty())
        return false;
    // `bridge link` begins its lines the same way.
    if (const auto heading = linkHeading(words); heading && words.size() > 2)
        return !contains(words, "cost");
    else if (heading) // 6: veth8e64a1f2@if3, of which awk or cut left no more
        return heading->link.peerIfindex.has_value();
    if (const auto brief = briefLink(words))
        return brief->link.mac || !brief->addresses.empty() || linkFlags(words.back());
    return isAddress(words) && addressOf(words) && !labelOf(words).empty();
}

} // namespace vethscope
