#include "core/snapshot/words.h"
#include "core/testimony/dropreason.h"
#include "core/testimony/kerneltools.h"
#include "core/testimony/tracetime.h"

#include <algorithm>
#include <array>

// dropwatch: where the kernel dropped packets, and how many (alertmode summary), or each of them (alertmode packet).
//
//     3 drops at ip_rcv_finish_core+1b3 (0xffffffff81a4b1b3) [software]
//
//     drop at: tcp_v4_rcv+0x58/0xd60 (0xffffffff81d43271)
//     origin: software
//     input port ifindex: 4
//     timestamp: Tue Aug 20 10:16:13 2024 475856608 nsec
//     protocol: 0x800
//     length: 98
//     original length: 98
//     drop reason: NO_SOCKET

namespace vethscope::testimony {
namespace {

constexpr std::string_view dropBegins = "drop at: ";

// `ip_rcv+0x1b3/0x400` or `ip_rcv+1b3`: the function alone.
std::string functionOf(std::string_view place)
{
    return place.starts_with("0x") ? std::string() : std::string(place.substr(0, place.find('+')));
}

bool isSummary(const Words &words)
{
    return words.size() >= 4 && numberOf<std::uint64_t>(words[0]) && (words[1] == "drops" || words[1] == "drop") && words[2] == "at";
}

bool isDropwatchChatter(std::string_view line)
{
    constexpr auto said = std::to_array<std::string_view>({"Initializing ", "Enabling monitoring", "Kernel monitoring activated", "Issue Ctrl-C", "Waiting for ", "Got a stop message", "Got a sigint",
                                                           "Deactivation requested", "Alert limit reached", "Shutting down", "dropwatch>", "setting ", "Setting ", "Alert mode", "Truncation length",
                                                           "Queue length", "Got a config message", "Terminating dropwatch", "^C", "Using "});
    return std::ranges::any_of(said, [&](std::string_view one) { return line.starts_with(one); });
}

// `00 00 00 00 00 00 00 00  00 00 00 00 08 00 45 00      ........`: bytes of the packet, which nobody asks for here.
bool isDump(const Words &words)
{
    const auto isByte = [](std::string_view word) { return word.size() == 2 && word.find_first_not_of("0123456789abcdef") == word.npos; };
    return !words.empty() && isByte(words[0]) && (words.size() == 1 || isByte(words[1]) || words.size() == 2);
}

class DropwatchText
{
public:
    explicit DropwatchText(TraceReading &reading) : m_reading(reading) { }

    void read()
    {
        for (m_number = 1; m_number <= m_reading.size(); ++m_number) {
            const std::string_view line = m_reading.line(m_number);
            const Words words = wordsOf(line);
            if (line.empty()) {
                m_record = nullptr;
            } else if (line.starts_with(dropBegins)) {
                m_record = &m_reading.add(m_number);
                m_record->function = functionOf(words[2]);
            } else if (isSummary(words)) {
                readSummary(words);
            } else if (!isDropwatchChatter(line) && !(m_record && (readLine(line) || isDump(words)))) {
                m_reading.notUnderstood(m_number);
            }
        }
    }

private:
    void readSummary(const Words &words)
    {
        m_record = nullptr;
        Record &record = m_reading.add(m_number);
        record.count = *numberOf<std::uint64_t>(words[0]);
        record.function = functionOf(words[3] == "location" ? "0x" : words[3]);
        m_reading.note(Sentence::of("dropwatch counts drops in {} without times, reasons or packets: it tells them with set alertmode packet", m_reading.name()));
    }

    // A line of the drop that is open.
    bool readLine(std::string_view line)
    {
        const std::size_t colon = line.find(": ");
        if (colon == line.npos)
            return false;
        const std::string_view name = line.substr(0, colon), value = withoutBlanks(line.substr(colon + 2));
        if (name == "drop reason") {
            m_record->reason = dropReason(value);
            m_record->evidence.push_back(m_reading.evidence(m_number));
            return true;
        }
        if (name == "original length") {
            m_record->packet.length = numberOf<std::uint32_t>(value);
            return m_record->packet.length.has_value();
        }
        if (name == "timestamp")
            return readTime(value);
        constexpr auto others = std::to_array<std::string_view>({"origin", "input port ifindex", "input port name", "protocol", "length", "flow action cookie"});
        return std::ranges::find(others, name) != others.end();
    }

    // Tue Aug 20 10:16:13 2024 475856608 nsec
    bool readTime(std::string_view value)
    {
        constexpr std::string_view unit = " nsec";
        if (!value.ends_with(unit))
            return false;
        value.remove_suffix(unit.size());
        const std::size_t blank = value.rfind(' ');
        const auto fraction = blank == value.npos ? std::nullopt : numberOf<std::uint32_t>(value.substr(blank + 1));
        if (!fraction || *fraction >= 1'000'000'000 || !readLocalTime(value.substr(0, blank), *m_record))
            return false;
        m_record->time += *fraction;
        return true;
    }

    TraceReading &m_reading;
    std::uint32_t m_number = 1;
    Record *m_record = nullptr; // the drop whose lines follow
};

bool looksLikeDropwatch(std::string_view line)
{
    return line.starts_with(dropBegins) || isSummary(wordsOf(line));
}

void readDropwatch(TraceReading &reading)
{
    DropwatchText(reading).read();
}

} // namespace

constinit const KernelTool tools::dropwatch{.name = "dropwatch", .looksLike = looksLikeDropwatch, .read = readDropwatch};

} // namespace vethscope::testimony
