#include "core/protocols/decodeas.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr auto tables = std::to_array<DecodeTable>({
    {"udp.port", Claim::UdpPort, 65535},
    {"tcp.port", Claim::TcpPort, 65535},
    {"ip.proto", Claim::IpProtocol, 255},
    {"ethertype", Claim::EtherType, 65535},
});

} // namespace

std::span<const DecodeTable> decodeTables()
{
    return tables;
}

Result<DecodeRule> parseDecodeRule(std::string_view text, const Registry &registry)
{
    const auto wrong = [](Sentence why) { return std::unexpected(Error{std::move(why)}); };
    const std::size_t equals = text.find("==");
    const std::size_t comma = text.find(',', equals == std::string_view::npos ? 0 : equals);
    if (equals == std::string_view::npos || comma == std::string_view::npos)
        return wrong(Sentence::of("a rule is TABLE==NUMBER,PROTOCOL, such as udp.port==8473,vxlan"));
    const std::string_view table = text.substr(0, equals);
    const auto *known = std::ranges::find(tables, table, &DecodeTable::name);
    if (known == tables.end())
        return wrong(Sentence::of("there is no table \"{}\"; there are udp.port, tcp.port, ip.proto and ethertype", table));
    const std::string_view written = text.substr(equals + 2, comma - equals - 2);
    const bool hexadecimal = written.starts_with("0x");
    const std::string_view digits = written.substr(hexadecimal ? 2 : 0);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size() || value > known->largest)
        return wrong(Sentence::of("\"{}\" is no number from 0 to {}", written, known->largest));
    const Protocol *protocol = registry.protocol(text.substr(comma + 1));
    if (!protocol || !protocol->dissect)
        return wrong(Sentence::of("there is no protocol \"{}\"", text.substr(comma + 1)));
    return DecodeRule{{known->kind, value}, protocol};
}

std::string textOf(const DecodeRule &rule)
{
    const auto *table = std::ranges::find(tables, rule.claim.kind, &DecodeTable::kind);
    return fmt::format("{}=={},{}", table == tables.end() ? std::string_view("?") : table->name, rule.claim.value, rule.protocol->name);
}

} // namespace vethscope
