#include "core/filter/dateliteral.h"

#include "core/bytes/digits.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <ctime>

// What tshark 4.0 takes for a date: ISO 8601 in its common forms, or the form in which it writes frame.time.

namespace vethscope {
namespace {

constexpr std::int64_t second = 1'000'000'000; // in nanoseconds
constexpr auto months = std::to_array<std::string_view>({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

char lower(char character)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
}

// Takes a text apart from its beginning; that something was not as expected stays said.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) { }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_text.empty(); }

    bool accept(char character)
    {
        if (!m_text.starts_with(character))
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    void expect(char character) { m_failed |= !accept(character); }
    void skipSpaces() { m_text.remove_prefix(std::min(m_text.find_first_not_of(' '), m_text.size())); }

    bool acceptWord(std::string_view word)
    {
        if (!m_text.starts_with(word))
            return false;
        m_text.remove_prefix(word.size());
        return true;
    }

    int number(std::size_t mostDigits, int least, int most)
    {
        int value = -1;
        const std::string_view digits = m_text.substr(0, mostDigits);
        if (!digits.empty() && isDigit(digits.front()))
            m_text.remove_prefix(static_cast<std::size_t>(std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr - digits.data()));
        m_failed |= value < least || value > most;
        return value;
    }

    // Digits behind a point; beyond nine they are too fine to matter.
    std::int64_t fraction()
    {
        std::int64_t value = 0;
        for (std::int64_t unit = second / 10; !atEnd() && isDigit(m_text.front()); m_text.remove_prefix(1), unit /= 10)
            value += (m_text.front() - '0') * unit;
        return value;
    }

    int month()
    {
        const auto found = std::ranges::find_if(months, [&](std::string_view month) {
            return std::ranges::equal(m_text.substr(0, month.size()), month, {}, lower);
        });
        m_failed |= found == months.end();
        m_text.remove_prefix(std::min(months.front().size(), m_text.size()));
        return static_cast<int>(found - months.begin());
    }

private:
    std::string_view m_text;
    bool m_failed = false;
};

struct Moment {
    std::tm time{};
    std::int64_t fraction = 0;
    std::optional<std::int64_t> zone{}; // seconds east of Greenwich
};

void readSecond(Reader &reader, Moment &moment)
{
    moment.time.tm_sec = reader.number(2, 0, 61);
    if (reader.accept('.') || reader.accept(','))
        moment.fraction = reader.fraction();
}

void readZone(Reader &reader, Moment &moment)
{
    const bool west = reader.accept('-');
    if (west || reader.accept('+')) {
        const std::int64_t hours = reader.number(2, 0, 23);
        const bool minutes = reader.accept(':') || !reader.atEnd();
        moment.zone = (west ? -1 : 1) * (hours * 3600 + (minutes ? reader.number(2, 0, 59) : 0) * 60);
    } else if (reader.accept('Z') || reader.acceptWord(" UTC")) {
        moment.zone = 0;
    }
}

// 2011-07-04, 2011-07-04 12:34, 2011-07-04T12:34:56.789Z
void readInternational(Reader &reader, Moment &moment)
{
    moment.time.tm_year = reader.number(4, 0, 9999) - 1900;
    reader.expect('-');
    moment.time.tm_mon = reader.number(2, 1, 12) - 1;
    reader.expect('-');
    moment.time.tm_mday = reader.number(2, 1, 31);
    if (reader.atEnd() || !(reader.accept('T') || reader.accept(' ')) || reader.atEnd())
        return;
    moment.time.tm_hour = reader.number(2, 0, 23);
    reader.expect(':');
    moment.time.tm_min = reader.number(2, 0, 59);
    if (reader.accept(':'))
        readSecond(reader, moment);
    readZone(reader, moment);
}

// Nov 12, 1999 08:55:44.123
void readWritten(Reader &reader, Moment &moment)
{
    moment.time.tm_mon = reader.month();
    reader.expect(' ');
    reader.skipSpaces();
    moment.time.tm_mday = reader.number(2, 1, 31);
    reader.expect(',');
    reader.expect(' ');
    reader.skipSpaces();
    moment.time.tm_year = reader.number(4, 0, 9999) - 1900;
    reader.expect(' ');
    moment.time.tm_hour = reader.number(2, 0, 23);
    reader.expect(':');
    moment.time.tm_min = reader.number(2, 0, 59);
    reader.expect(':');
    readSecond(reader, moment);
    if (reader.acceptWord(" UTC"))
        moment.zone = 0;
}

} // namespace

std::optional<std::int64_t> readDate(std::string_view text)
{
    Reader reader(text);
    reader.skipSpaces();
    Moment moment;
    text.find('-') != text.npos ? readInternational(reader, moment) : readWritten(reader, moment);
    reader.skipSpaces();
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    moment.time.tm_isdst = -1;
    const std::int64_t seconds = moment.zone ? static_cast<std::int64_t>(::timegm(&moment.time)) - *moment.zone
                                             : static_cast<std::int64_t>(std::mktime(&moment.time));
    constexpr std::int64_t most = INT64_MAX / second - 1;
    return std::clamp(seconds, -most, most) * second + moment.fraction;
}

} // namespace vethscope
