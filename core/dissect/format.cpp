#include "core/dissect/format.h"

#include "core/address/addresstext.h"
#include "core/bytes/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <ctime>

namespace vethscope {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

constexpr std::uint32_t millisecondScale = 1000; // of a time that is told in thousandths of a second, as Wireshark tells some

char *writeByte(char *to, std::uint8_t byte)
{
    *to++ = hexDigits[byte >> 4];
    *to++ = hexDigits[byte & 15];
    return to;
}

void printByte(TextBuffer &out, std::uint8_t byte)
{
    printWithin(out, 2, [byte](char *to) { return writeByte(to, byte); });
}

// At least so many digits.
void printHexDigits(TextBuffer &out, std::uint64_t number, std::uint32_t least)
{
    const auto needed = static_cast<std::uint32_t>(std::bit_width(number) + 3) / 4;
    const std::size_t count = std::max(least, needed);
    print(out, "0x");
    printWithin(out, count, [&](char *to) {
        for (std::size_t i = count; i-- > 0; number >>= 4)
            to[i] = hexDigits[number & 15];
        return to + count;
    });
}

// Wireshark pads hexadecimal numbers to their field's bytes: 0x0018, 0x02.
void printHexNumber(TextBuffer &out, const Field &field, BitRange place, std::uint64_t number)
{
    const std::uint32_t bytes = std::max(1u, (place.length + 7) / 8);
    printHexDigits(out, number, field.digits ? field.digits : bytes * 2);
}

void printValue(TextBuffer &out, const Field &field, BitRange place, const Value &value)
{
    switch (field.show) {
    case Show::Nothing:
        break;
    case Show::Decimal:
        printNumber(out, value.number);
        break;
    case Show::Signed:
        printSigned(out, static_cast<std::int64_t>(value.number));
        break;
    case Show::Hexadecimal:
        printHexNumber(out, field, field.place.length ? field.place : place, value.number);
        break;
    case Show::Flag:
        out.push_back(value.number ? '1' : '0');
        break;
    case Show::Mac:
        printMac(out, value.bytes);
        break;
    case Show::Ipv4:
        value.bytes.size() == 4 ? printIpv4(out, value.bytes) : printHex(out, value.bytes);
        break;
    case Show::Ipv6:
        value.bytes.size() == 16 ? printIpv6(out, value.bytes) : printHex(out, value.bytes);
        break;
    case Show::Raw:
        value.bytes.empty() ? print(out, "<none>") : printHex(out, value.bytes); // as tshark writes bytes that may be none
        break;
    case Show::Text:
        printText(out, asText(value.bytes));
        break;
    case Show::Time:
        if (field.scale == millisecondScale)
            print(out, "{:.15g}", static_cast<double>(static_cast<std::int64_t>(value.number)) / 1e6);
        else
            printEpoch(out, static_cast<std::int64_t>(value.number));
        break;
    case Show::Date:
        printDate(out, static_cast<std::int64_t>(value.number));
        break;
    }
}

} // namespace

void printMac(TextBuffer &out, Bytes bytes)
{
    printWithin(out, bytes.size() * 3, [bytes](char *to) {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i > 0)
                *to++ = ':';
            to = writeByte(to, byteAt(bytes, i));
        }
        return to;
    });
}

void printHex(TextBuffer &out, Bytes bytes)
{
    printWithin(out, bytes.size() * 2, [bytes](char *to) {
        for (const std::byte byte : bytes)
            to = writeByte(to, std::to_integer<std::uint8_t>(byte));
        return to;
    });
}

void printIpv4(TextBuffer &out, Bytes bytes)
{
    print(out, ipv4Text(bytes).view());
}

void printIpv6(TextBuffer &out, Bytes bytes)
{
    print(out, ipv6Text(bytes).view());
}

void printEpoch(TextBuffer &out, std::int64_t nanoseconds)
{
    constexpr std::uint64_t second = 1'000'000'000;
    if (nanoseconds < 0)
        out.push_back('-');
    const std::uint64_t magnitude = nanoseconds < 0 ? 0 - static_cast<std::uint64_t>(nanoseconds) : static_cast<std::uint64_t>(nanoseconds);
    printNumber(out, magnitude / second);
    out.push_back('.');
    printDigits(out, magnitude % second, 9);
}

void printDate(TextBuffer &out, std::int64_t nanoseconds)
{
    constexpr std::int64_t second = 1'000'000'000;
    static constexpr auto months = std::to_array<std::string_view>(
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
    std::int64_t fraction = nanoseconds % second;
    if (fraction < 0)
        fraction += second;
    const std::time_t seconds = (nanoseconds - fraction) / second;
    std::tm time{};
    ::localtime_r(&seconds, &time);
    print(out, "{} {:2}, {} {:02}:{:02}:{:02}.{:09} {}", months[static_cast<std::size_t>(time.tm_mon)], time.tm_mday, time.tm_year + 1900,
          time.tm_hour, time.tm_min, time.tm_sec, fraction, time.tm_zone);
}

namespace {

// How many characters at the front are printable ASCII.
std::size_t plainLength(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
    std::size_t plain = 0;
    for (std::uint64_t word; plain + sizeof word <= text.size(); plain += sizeof word) {
        std::memcpy(&word, text.data() + plain, sizeof word);
        if (((word - ones * 0x20) | word | (word + ones)) & ones * 0x80) // below 0x20, above 0x7f, 0x7f
            break;
    }
    while (plain < text.size() && text[plain] >= 0x20 && text[plain] < 0x7f)
        ++plain;
    return plain;
}

} // namespace

void printText(TextBuffer &out, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t plain = i + plainLength(text.substr(i));
        if (plain > i) {
            print(out, text.substr(i, plain - i));
            i = plain;
            continue;
        }
        const char character = text[i];
        const auto code = static_cast<unsigned char>(character);
        if (code >= 0x80) {
            const std::size_t length = utf8Length(text.substr(i));
            if (length == 0) {
                print(out, "\\x");
                printByte(out, code);
            } else {
                print(out, text.substr(i, length));
            }
            i += std::max<std::size_t>(length, 1);
            continue;
        }
        switch (character) {
        case '\n': print(out, "\\n"); break;
        case '\r': print(out, "\\r"); break;
        case '\t': print(out, "\\t"); break;
        default:
            print(out, "\\x");
            printByte(out, code);
        }
        ++i;
    }
}

void printForScripts(TextBuffer &out, const Field &field, BitRange place, const Value &value)
{
    // A row without a value of its own is there or not; tshark says 1.
    if (field.show == Show::Nothing)
        out.push_back('1');
    else
        printValue(out, field, place, value);
}

namespace {

std::string_view wordFor(const Field &field, const Value &value)
{
    if (field.show == Show::Flag && field.names.empty())
        return value.number ? "Set" : "Not set";
    return isNumeric(field.show) ? nameOf(field.names, value.number) : std::string_view{};
}

} // namespace

void printWord(TextBuffer &out, const Field &field, BitRange place, const Value &value)
{
    const std::string_view word = wordFor(field, value);
    if (!word.empty())
        return print(out, word);
    if (field.show != Show::Hexadecimal)
        return printForScripts(out, field, place, value);
    const std::uint32_t bits = field.place.length ? field.place.length : place.length; // a digit for each four of them
    printHexDigits(out, value.number, std::max(1u, (bits + 3) / 4));
}

void printForPeople(TextBuffer &out, const Field &field, BitRange place, const Value &value)
{
    const std::string_view word = wordFor(field, value);
    if (word.empty() && field.show == Show::Time && field.scale == millisecondScale)
        return print(out, "{:.3f} ms", static_cast<double>(static_cast<std::int64_t>(value.number)) / 1e6);
    if (word.empty())
        return printValue(out, field, place, value);
    print(out, word);
    if (field.show == Show::Flag)
        return;
    print(out, " (");
    printValue(out, field, place, value);
    out.push_back(')');
}

} // namespace vethscope
