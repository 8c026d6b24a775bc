#include "app/cli/decodeas.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

struct Table {
    std::string_view name;
    Claim::Kind kind;
    std::uint32_t largest;
};

constexpr auto tables = std::to_array<Table>({
    {"udp.port", Claim::UdpPort, 65535},
    {"tcp.port", Claim::TcpPort, 65535},
    {"ip.proto", Claim::IpProtocol, 255},
    {"ethertype", Claim::EtherType, 65535},
});

} // namespace

Result<void> decodeAs(const std::string &rule, Registry &registry)
{
    const auto wrong = [&](std::string why) { return std::unexpected(Error{fmt::format("-d {}: {}", rule, why)}); };
    const std::size_t equals = rule.find("==");
    const std::size_t comma = rule.find(',', equals == std::string::npos ? 0 : equals);
    if (equals == std::string::npos || comma == std::string::npos)
        return wrong("a rule is TABLE==NUMBER,PROTOCOL, such as udp.port==8473,vxlan");
    const std::string table = rule.substr(0, equals);
    const auto *known = std::ranges::find(tables, table, &Table::name);
    if (known == tables.end())
        return wrong(fmt::format("there is no table \"{}\"; there are udp.port, tcp.port, ip.proto and ethertype", table));
    std::string number = rule.substr(equals + 2, comma - equals - 2);
    const bool hexadecimal = number.starts_with("0x");
    if (hexadecimal)
        number.erase(0, 2);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != number.data() + number.size() || value > known->largest)
        return wrong(fmt::format("\"{}\" is no number from 0 to {}", rule.substr(equals + 2, comma - equals - 2), known->largest));
    const Protocol *protocol = registry.protocol(rule.substr(comma + 1));
    if (!protocol || !protocol->dissect)
        return wrong(fmt::format("there is no protocol \"{}\"", rule.substr(comma + 1)));
    registry.decodeAs({known->kind, value}, *protocol);
    return {};
}

} // namespace vethscope::cli
