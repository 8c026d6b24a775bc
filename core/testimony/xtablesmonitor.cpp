#include "core/address/ipprotocol.h"
#include "core/snapshot/words.h"
#include "core/testimony/dropreason.h"
#include "core/testimony/kerneltools.h"
#include "core/testimony/tracedpackets.h"

#include <algorithm>
#include <array>

// xtables-monitor --trace: what a TRACE rule of iptables-nft brings to light.
//
//     PACKET: 2 80ecfb9d IN=v1 OUT=v2 MACSRC=… SRC=10.1.1.2 DST=10.1.2.2 LEN=60 TOS=0x0 TTL=63 ID=16077 DF SPORT=45348 DPORT=81 SYN
//      TRACE: 2 80ecfb9d filter:KUBE-FORWARD:rule:0x5:DROP  -4 -t filter -A KUBE-FORWARD -p tcp -m tcp --dport 81 -j DROP

namespace vethscope::testimony {
namespace {

std::string_view valueOf(const Words &words, std::string_view name)
{
    for (const std::string_view word : words)
        if (word.size() > name.size() && word.starts_with(name) && word[name.size()] == '=')
            return word.substr(name.size() + 1);
    return {};
}

bool has(const Words &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

ToldPacket xtablesPacket(const Words &words)
{
    ToldPacket packet;
    packet.source = IpAddress::parse(valueOf(words, "SRC"));
    packet.destination = IpAddress::parse(valueOf(words, "DST"));
    packet.id = numberOf<std::uint16_t>(valueOf(words, "ID"));
    packet.sourcePort = numberOf<std::uint16_t>(valueOf(words, "SPORT"));
    packet.destinationPort = numberOf<std::uint16_t>(valueOf(words, "DPORT"));
    packet.protocol = numberOf<std::uint8_t>(valueOf(words, "PROTO"));
    if (packet.sourcePort && (has(words, "SYN") || has(words, "ACK") || has(words, "RST") || has(words, "FIN")))
        packet.protocol = ipprotocol::tcp; // only its flags tell: UDP has ports as well
    return packet;
}

bool isEvent(const Words &words)
{
    return words.size() >= 4 && (words[0] == "PACKET:" || words[0] == "TRACE:") && numberOf<unsigned>(words[1])
        && words[2].find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class XtablesTrace
{
public:
    explicit XtablesTrace(TraceReading &reading) : m_reading(reading), m_packets(reading) { }

    void read()
    {
        for (std::uint32_t number = 1; number <= m_reading.size(); ++number) {
            const Words words = wordsOf(m_reading.line(number));
            const bool isEventOfRules = !words.empty() && (words[0] == "EVENT:" || words[0] == "NEWGEN:" || words[0] == "^C");
            if (isEvent(words) ? !readEvent(number, words) : !words.empty() && !isEventOfRules)
                m_reading.notUnderstood(number);
        }
    }

private:
    bool readEvent(std::uint32_t number, const Words &words)
    {
        if (words[0] == "PACKET:") {
            m_packets.see(words[2], xtablesPacket(words), number);
            return true;
        }
        const auto place = splitAt(words[3], ':'); // table, chain, rule and its handle or policy or return, verdict
        if (place.size() < 4)
            return false;
        const std::string_view verdict = place[2] == "rule" ? (place.size() > 4 ? place[4] : std::string_view{}) : place[3];
        if (verdict.empty())
            return false;
        Record &record = m_reading.add(number);
        record.function = std::string(place[0]) + ' ' + std::string(place[1]);
        if (verdict == "DROP")
            record.reason = netfilterDrop;
        m_packets.tell(words[2], record);
        m_reading.note(Sentence::of("xtables-monitor tells no times: {} is joined to packets by what they carry alone", m_reading.name()));
        return true;
    }

    TraceReading &m_reading;
    TracedPackets m_packets;
};

bool looksLikeXtables(std::string_view line)
{
    return isEvent(wordsOf(line));
}

void readXtables(TraceReading &reading)
{
    XtablesTrace(reading).read();
}

} // namespace

constinit const KernelTool tools::xtablesMonitor{.name = "nft", .looksLike = looksLikeXtables, .read = readXtables};

} // namespace vethscope::testimony
