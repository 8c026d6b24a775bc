#include "core/names/ethernames.h"

#include "core/names/wellknownmacs.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr int vendorBits = 24, allBits = 48;

struct Range {
    std::uint64_t address = 0;
    int bits = 0; // that count; 0: a vendor's three bytes
};

std::string_view takeWord(std::string_view &line, std::string_view between)
{
    line.remove_prefix(std::min(line.find_first_not_of(between), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(between));
    line.remove_prefix(word.size());
    return word;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::uint64_t masked(std::uint64_t address, int bits)
{
    return address >> (allBits - bits) << (allBits - bits);
}

// `00:50:56`, `00:1B:C5:00:00:00/36`, `01-00-5E/25`, `FF-FF-FF-FF-FF-FF`.
std::optional<Range> parseRange(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const std::string_view digits = text.substr(0, slash);
    Range range;
    int bytes = 0;
    for (const char *at = digits.data(), *const end = at + digits.size();;) {
        std::uint8_t byte = 0;
        const auto [next, error] = std::from_chars(at, std::min(end, at + 2), byte, 16);
        if (error != std::errc() || ++bytes > 6)
            return std::nullopt;
        range.address = range.address << 8 | byte;
        if (next == end)
            break;
        if (*next != ':' && *next != '-' && *next != '.')
            return std::nullopt;
        at = next + 1;
    }
    range.address <<= (6 - bytes) * 8;
    if (slash == std::string_view::npos) {
        range.bits = bytes == 6 ? allBits : 0;
        return bytes == 6 || bytes == 3 ? std::optional(range) : std::nullopt;
    }
    const std::string_view length = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), range.bits);
    if (error != std::errc() || end != length.data() + length.size() || range.bits < 1 || range.bits > allBits)
        return std::nullopt;
    range.address = masked(range.address, range.bits);
    return range;
}

std::uint64_t numberOf(const MacAddress &address)
{
    std::uint64_t number = 0;
    for (const std::uint8_t byte : address.bytes())
        number = number << 8 | byte;
    return number;
}

// The name, and behind it what of the address is not in the first `bits`: `_0a:bc`.
std::string withRest(std::string_view name, std::uint64_t address, int bits)
{
    std::string text(name);
    const int begin = bits / 8;
    for (int byte = begin; byte < 6; ++byte) {
        const auto value = static_cast<unsigned>(address >> (5 - byte) * 8 & 0xff);
        text += fmt::format("{}{:02x}", byte == begin ? '_' : ':', byte == begin ? value & 0xffu >> bits % 8 : value);
    }
    return text;
}

} // namespace

EtherNames::EtherNames(Tables tables) : m_tables(std::move(tables))
{
    read(wellKnownMacs, EtherName::Kind::WellKnown);
    read(m_tables.vendors, EtherName::Kind::Vendor);
    read(m_tables.wellKnown, EtherName::Kind::WellKnown);
    read(m_tables.own, EtherName::Kind::Own);
    for (Rows *const rows : {&m_single, &m_ranges, &m_vendors})
        std::ranges::stable_sort(*rows, {}, &Row::address);
}

void EtherNames::read(std::string_view text, EtherName::Kind kind)
{
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line = trimmed(line.substr(0, line.find('#')));
        const auto range = parseRange(takeWord(line, " \t"));
        const std::string_view name = takeWord(line, " \t");
        if (!range || name.empty())
            continue;
        Rows &rows = range->bits == 0 ? m_vendors : range->bits == allBits ? m_single : m_ranges;
        const std::string_view vendor = kind == EtherName::Kind::Vendor ? trimmed(line) : std::string_view();
        rows.push_back({range->address, kind, name, vendor});
    }
}

const EtherNames::Row *EtherNames::findIn(const Rows &rows, std::uint64_t address)
{
    const auto behind = std::ranges::upper_bound(rows, address, {}, &Row::address);
    return behind != rows.begin() && std::prev(behind)->address == address ? &*std::prev(behind) : nullptr;
}

std::optional<EtherName> EtherNames::inRange(std::uint64_t address, int longest, int shortest) const
{
    for (int bits = longest; bits >= shortest; --bits)
        if (const Row *const row = findIn(m_ranges, masked(address, bits)))
            return EtherName{row->kind, withRest(row->name, address, bits), row->vendor};
    return std::nullopt;
}

std::optional<EtherName> EtherNames::find(const MacAddress &mac) const
{
    constexpr std::uint64_t group = 0x01'00'00'00'00'00;
    const std::uint64_t address = numberOf(mac);
    if (const Row *const row = findIn(m_single, address))
        return EtherName{row->kind, std::string(row->name), row->vendor};
    if (auto name = inRange(address, allBits - 1, vendorBits))
        return name;
    const std::uint64_t vendor = masked(address, vendorBits);
    const Row *row = findIn(m_vendors, vendor);
    if (!row && vendor & group)
        row = findIn(m_vendors, vendor & ~group);
    if (row)
        return EtherName{row->kind, withRest(row->name, address, vendorBits), row->vendor};
    return inRange(address, vendorBits - 1, 1);
}

} // namespace vethscope
