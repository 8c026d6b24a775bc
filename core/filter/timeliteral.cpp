#include "core/filter/timeliteral.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <ctime>

namespace vethscope {
namespace {

constexpr std::int64_t second = 1'000'000'000; // in nanoseconds
constexpr auto months = std::to_array<std::string_view>({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

bool isDigit(char character)
{
    return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

// Takes a text apart from its beginning; what was not as expected stays said.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_text.empty(); }
    bool next(char character) const { return !atEnd() && m_text.front() == character; }

    bool accept(std::string_view text)
    {
        if (!m_text.starts_with(text))
            return false;
        m_text.remove_prefix(text.size());
        return true;
    }
    void expect(std::string_view text) { m_failed = !accept(text) || m_failed; }
    void skipSpaces()
    {
        while (accept(" ")) { }
    }

    int number(std::size_t mostDigits, int least, int most)
    {
        int value = -1;
        const std::size_t size = std::min(mostDigits, m_text.size());
        const char *end = std::from_chars(m_text.data(), m_text.data() + (next('-') ? 0 : size), value).ptr;
        m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
        m_failed = m_failed || value < least || value > most;
        return value;
    }

    // Digits behind a point; beyond nine they are too fine to matter.
    std::int64_t fraction()
    {
        std::int64_t value = 0;
        std::int64_t digit = second / 10;
        m_failed = m_failed || atEnd() || !isDigit(m_text.front());
        for (; !atEnd() && isDigit(m_text.front()); m_text.remove_prefix(1), digit /= 10)
            value += (m_text.front() - '0') * digit;
        return value;
    }

    int monthName()
    {
        std::array<char, 3> word{};
        std::ranges::transform(m_text.substr(0, 3), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto found = std::ranges::find(months, std::string_view(word.data(), word.size()));
        m_failed = m_failed || found == months.end();
        m_text.remove_prefix(std::min<std::size_t>(3, m_text.size()));
        return static_cast<int>(found - months.begin());
    }

private:
    std::string_view m_text;
    bool m_failed = false;
};

// hh[:mm[:ss[.fraction]]]; returns the fraction.
std::int64_t readTime(Reader &reader, std::tm &time)
{
    time.tm_hour = reader.number(2, 0, 23);
    if (reader.accept(":"))
        time.tm_min = reader.number(2, 0, 59);
    else
        return 0;
    if (reader.accept(":"))
        time.tm_sec = reader.number(2, 0, 60);
    else
        return 0;
    return reader.accept(".") || reader.accept(",") ? reader.fraction() : 0;
}

// Seconds east of Greenwich, or nothing when no zone is written.
std::optional<std::int64_t> readZone(Reader &reader)
{
    reader.skipSpaces();
    if (reader.accept("Z") || reader.accept("UTC"))
        return 0;
    const bool west = reader.next('-');
    if (!west && !reader.next('+'))
        return std::nullopt;
    reader.accept(west ? "-" : "+");
    const std::int64_t hours = reader.number(2, 0, 14);
    reader.accept(":");
    const std::int64_t minutes = reader.atEnd() ? 0 : reader.number(2, 0, 59);
    return (west ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

std::optional<std::int64_t> readSeconds(std::string_view text)
{
    Reader reader(text);
    const bool negative = reader.accept("-");
    if (!negative)
        reader.accept("+");
    const std::int64_t whole = reader.number(10, 0, INT32_MAX);
    const std::int64_t fraction = reader.accept(".") ? reader.fraction() : 0;
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    const std::int64_t nanoseconds = whole * second + fraction;
    return negative ? -nanoseconds : nanoseconds;
}

std::optional<std::int64_t> readDate(std::string_view text)
{
    Reader reader(text);
    std::tm time{};
    std::int64_t fraction = 0;
    if (!text.empty() && isDigit(text.front())) {
        time.tm_year = reader.number(4, 1900, 9999) - 1900;
        reader.expect("-");
        time.tm_mon = reader.number(2, 1, 12) - 1;
        reader.expect("-");
        time.tm_mday = reader.number(2, 1, 31);
        if (reader.accept("T") || reader.accept(" "))
            fraction = readTime(reader, time);
    } else {
        time.tm_mon = reader.monthName();
        reader.expect(" ");
        reader.skipSpaces();
        time.tm_mday = reader.number(2, 1, 31);
        reader.expect(", ");
        time.tm_year = reader.number(4, 1900, 9999) - 1900;
        reader.expect(" ");
        fraction = readTime(reader, time);
    }
    const auto zone = readZone(reader);
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    time.tm_isdst = -1;
    const std::int64_t seconds = zone ? static_cast<std::int64_t>(::timegm(&time)) - *zone : static_cast<std::int64_t>(std::mktime(&time));
    return seconds * second + fraction;
}

} // namespace vethscope
