#include "core/address/ipprotocol.h"
#include "core/snapshot/words.h"
#include "core/testimony/dropreason.h"
#include "core/testimony/kerneltools.h"
#include "core/testimony/tracedpackets.h"

#include <algorithm>
#include <array>

// nft monitor trace: for each packet with `meta nftrace set 1` its headers at each hook, then each rule that it met and what that decided.
//
//     trace id 27bb7a01 inet demo forward packet: iif "v1" oif "v2" … ip saddr 10.1.1.2 ip daddr 10.1.2.2 … ip id 40296 …
//     trace id 27bb7a01 inet demo forward rule tcp dport 81 drop (verdict drop)
//     trace id 27bb7a01 inet demo forward policy accept

namespace vethscope::testimony {
namespace {

// Pairs of words before their value: `ip saddr 10.1.1.2`.
std::string_view valueBehind(const Words &words, std::string_view header, std::string_view field)
{
    for (std::size_t i = 0; i + 2 < words.size(); ++i)
        if (words[i] == header && words[i + 1] == field)
            return words[i + 2];
    return {};
}

struct NftTransport {
    std::string_view header;
    std::uint8_t protocol;
};
constexpr auto nftTransports = std::to_array<NftTransport>(
    {{"tcp", ipprotocol::tcp}, {"udp", ipprotocol::udp}, {"sctp", ipprotocol::sctp}, {"icmp", ipprotocol::icmp}, {"icmpv6", ipprotocol::icmpv6}});

void readTransport(const Words &words, ToldPacket &packet)
{
    for (const NftTransport &known : nftTransports) {
        const bool hasPorts = !valueBehind(words, known.header, "sport").empty();
        if (!hasPorts && valueBehind(words, known.header, "type").empty())
            continue;
        packet.protocol = known.protocol;
        packet.sourcePort = numberOf<std::uint16_t>(valueBehind(words, known.header, "sport"));
        packet.destinationPort = numberOf<std::uint16_t>(valueBehind(words, known.header, "dport"));
        return;
    }
}

// ICMPv6's identifier and sequence stand in the word that nft calls by another message's name.
void readEcho(const Words &words, ToldPacket &packet)
{
    if (valueBehind(words, "icmp", "type").starts_with("echo-re")) {
        packet.echoId = numberOf<std::uint16_t>(valueBehind(words, "icmp", "id"));
        packet.echoSequence = numberOf<std::uint16_t>(valueBehind(words, "icmp", "sequence"));
    }
    if (!valueBehind(words, "icmpv6", "type").starts_with("echo-re"))
        return;
    if (const auto both = numberOf<std::uint32_t>(valueBehind(words, "icmpv6", "parameter-problem"))) {
        packet.echoId = static_cast<std::uint16_t>(*both >> 16);
        packet.echoSequence = static_cast<std::uint16_t>(*both & 0xffff);
    }
}

ToldPacket packetOf(const Words &words)
{
    ToldPacket packet;
    for (const std::string_view header : {"ip", "ip6"}) {
        if (valueBehind(words, header, "saddr").empty())
            continue;
        packet.source = IpAddress::parse(valueBehind(words, header, "saddr"));
        packet.destination = IpAddress::parse(valueBehind(words, header, "daddr"));
    }
    packet.id = numberOf<std::uint16_t>(valueBehind(words, "ip", "id"));
    readTransport(words, packet);
    readEcho(words, packet);
    return packet;
}

// trace id ID FAMILY TABLE CHAIN, before what happened there.
constexpr std::size_t nftHeading = 6;

bool isTrace(const Words &words)
{
    return words.size() > nftHeading && words[0] == "trace" && words[1] == "id" && words[2].find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Whether rules' own events are printed as well: nft monitor without `trace`.
bool isRulesetEvent(const Words &words)
{
    constexpr auto begins = std::to_array<std::string_view>({"add", "delete", "insert", "replace", "destroy", "flush", "#", "^C"});
    return !words.empty() && std::ranges::find(begins, words.front()) != begins.end();
}

class NftTrace
{
public:
    explicit NftTrace(TraceReading &reading) : m_reading(reading), m_packets(reading) { }

    void read()
    {
        for (std::uint32_t number = 1; number <= m_reading.size(); ++number) {
            const Words words = wordsOf(m_reading.line(number));
            if (!isTrace(words) ? !words.empty() && !isRulesetEvent(words) : !readEvent(number, words))
                m_reading.notUnderstood(number);
        }
    }

private:
    bool readEvent(std::uint32_t number, const Words &words)
    {
        const std::string_view what = words[nftHeading];
        if (what == "conntrack:") // newer ones tell its state
            return true;
        if (what == "packet:") {
            m_packets.see(words[2], packetOf(words), number);
            return true;
        }
        const auto verdict = verdictIn(words);
        if (!verdict)
            return false;
        Record &record = m_reading.add(number);
        for (std::size_t i = 3; i < nftHeading; ++i)
            record.function += (i > 3 ? " " : "") + std::string(words[i]);
        if (*verdict == "drop")
            record.reason = netfilterDrop;
        m_packets.tell(words[2], record);
        m_reading.note(Sentence::of("nft monitor trace tells no times: {} is joined to packets by what they carry alone", m_reading.name()));
        return true;
    }

    // What a rule, a chain's end or its policy decided.
    static std::optional<std::string_view> verdictIn(const Words &words)
    {
        const std::string_view what = words[nftHeading];
        if (what == "policy" || what == "verdict")
            return words.size() > nftHeading + 1 ? std::optional(words[nftHeading + 1]) : std::nullopt;
        if (what != "rule" && what != "unknown")
            return std::nullopt;
        const auto verdict = std::ranges::find(words.rbegin(), words.rend(), "(verdict");
        if (verdict == words.rend() || verdict == words.rbegin())
            return std::nullopt;
        const std::string_view word = *std::prev(verdict);
        return word.substr(0, word.find(')'));
    }

    TraceReading &m_reading;
    TracedPackets m_packets;
};

bool looksLikeNft(std::string_view line)
{
    return isTrace(wordsOf(line));
}

void readNft(TraceReading &reading)
{
    NftTrace(reading).read();
}

} // namespace

constinit const KernelTool tools::nftMonitor{.name = "nft", .looksLike = looksLikeNft, .read = readNft};

} // namespace vethscope::testimony
