#include "core/snapshot/words.h"
#include "core/testimony/dropreason.h"
#include "core/testimony/kerneltools.h"
#include "core/testimony/pwruwords.h"
#include "core/testimony/tracetime.h"

#include <algorithm>
#include <array>

// pwru (cilium/pwru): each function of the kernel that a packet passes, a line each, the columns by its options:
//
//     TIME SKB CPU PROCESS TIMESTAMP NETNS MARK/x IFACE PROTO MTU LEN TUPLE FUNC CALLER TUNNEL

namespace vethscope::testimony {
namespace {

bool isBuffer(std::string_view word)
{
    return word.size() >= 10 && word.starts_with("0x") && word.find_first_not_of("0123456789abcdef", 2) == word.npos;
}

bool isHeading(const Words &words)
{
    return words.size() >= 4 && std::ranges::find(words, "SKB") != words.end() && std::ranges::find(words, "FUNC") != words.end();
}

// How many columns stand between the process and the function.
std::size_t columnsBefore(const Words &heading)
{
    const auto process = std::ranges::find(heading, "PROCESS"), function = std::ranges::find(heading, "FUNC");
    const auto name = std::ranges::find(heading, "NAME"); // NETNS NAME is one, which may be blank
    const std::ptrdiff_t between = function - process - 1 - (name != heading.end() ? 1 : 0);
    return between > 0 ? static_cast<std::size_t>(between) : 0;
}

bool isProcessEnd(std::string_view word)
{
    const std::size_t colon = word.rfind(':');
    return word.ends_with(']') || (colon != word.npos && numberOf<std::uint32_t>(word.substr(colon + 1)));
}

// Where the buffer stands: first, or behind a time.
std::optional<std::size_t> bufferIn(const Words &words)
{
    for (std::size_t i = 0; i < 2 && i < words.size(); ++i)
        if (isBuffer(words[i]) && i + 3 < words.size() && numberOf<std::uint32_t>(words[i + 1]))
            return i;
    return std::nullopt;
}

// What it says of its own work.
bool isChatter(std::string_view line)
{
    constexpr auto said = std::to_array<std::string_view>({"Attaching ", "Attached ", "Listening for events", "Printed ", "Detaching ", "Per cpu buffer", "Received signal", "Lost ", "Terminating", "level=INFO"});
    const Words words = wordsOf(line);
    const bool isProgress = words.size() > 3 && words[1] == "/" && numberOf<std::uint32_t>(words[0]) && numberOf<std::uint32_t>(words[2]);
    return isProgress || std::ranges::any_of(said, [&](std::string_view one) { return line.find(one) != line.npos; });
}

// A call below a record (--output-stack): a symbol alone.
bool isCall(const Words &words)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+";
    return words.size() <= 2 && !words.empty() && words[0].find_first_not_of(letters) == words[0].npos && (words.size() == 1 || words[1].starts_with('['));
}

class PwruText
{
public:
    explicit PwruText(TraceReading &reading) : m_reading(reading) { }

    void read()
    {
        for (m_number = 1; m_number <= m_reading.size(); ++m_number)
            readLine(m_reading.line(m_number));
    }

private:
    void readLine(std::string_view line)
    {
        const Words words = wordsOf(line);
        if (m_openBraces > 0 || (m_hasRecord && line.starts_with("(struct "))) { // --output-skb prints one of C's over many lines
            m_openBraces += std::ranges::count(line, '{') - std::ranges::count(line, '}');
        } else if (const auto buffer = bufferIn(words)) {
            if (!readRecord(words, *buffer))
                m_reading.notUnderstood(m_number);
        } else if (isHeading(words)) {
            m_columns = columnsBefore(words);
        } else if (!words.empty() && !isChatter(line) && !(m_hasRecord && isCall(words))) {
            m_reading.notUnderstood(m_number);
        }
    }

    bool readRecord(const Words &words, std::size_t buffer)
    {
        ToldPacket packet;
        const auto tuple = std::ranges::find_if(words, [&](std::string_view word) { return readPwruTuple(word, packet); });
        std::size_t process = buffer + 2;
        for (std::size_t i = process; i < words.size() && i < process + 4; ++i)
            if (isProcessEnd(words[i])) {
                process = i;
                break;
            }
        std::size_t function = process + 1 + m_columns.value_or(0);
        if (tuple != words.end())
            function = static_cast<std::size_t>(tuple - words.begin()) + 1;
        else if (!m_columns)
            function = words.size() - 1; // the last one, but behind it a caller may stand
        if (function >= words.size() || function <= process)
            return false;
        Record timed;
        if (buffer > 0 && !readLocalTime(words[0], timed))
            return false;
        Record &record = m_reading.add(m_number);
        record.timeTold = timed.timeTold;
        record.time = timed.time;
        record.packet = packet;
        readPwruFunction(words[function], record);
        const std::string_view next = function + 1 < words.size() ? words[function + 1] : std::string_view{};
        if (next.starts_with('(') && next.ends_with(')') && numberOf<std::uint32_t>(next.substr(1, next.size() - 2)))
            record.reason = next.substr(1, next.size() - 2); // a reason that pwru has no word for
        record.group = m_buffers.groupOf(words[buffer], record.function);
        if (record.timeTold == TimeTold::Not)
            m_reading.note(Sentence::of("pwru tells no time of day in {}: it does with --timestamp absolute", m_reading.name()));
        m_hasRecord = true;
        return true;
    }

    TraceReading &m_reading;
    std::uint32_t m_number = 1;
    std::optional<std::size_t> m_columns{};
    Buffers m_buffers{};
    std::ptrdiff_t m_openBraces = 0;
    bool m_hasRecord = false;
};

bool looksLikePwru(std::string_view line)
{
    const Words words = wordsOf(line);
    const auto buffer = bufferIn(words);
    return isHeading(words) || (buffer && isProcessEnd(words[*buffer + 2]));
}

void readPwruText(TraceReading &reading)
{
    PwruText(reading).read();
}

} // namespace

constinit const KernelTool tools::pwru{.name = "pwru", .looksLike = looksLikePwru, .read = readPwruText};

} // namespace vethscope::testimony
