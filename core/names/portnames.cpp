#include "core/names/portnames.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace vethscope {
namespace {

std::string_view takeUntil(std::string_view &text, std::string_view ends)
{
    const std::string_view part = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

std::optional<std::uint32_t> portIn(std::string_view digits)
{
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return error == std::errc() && end == digits.data() + digits.size() && port <= 0xffff ? std::optional(port) : std::nullopt;
}

std::optional<Transport> transportCalled(std::string_view word)
{
    return word == "tcp" ? std::optional(Transport::Tcp) : word == "udp" ? std::optional(Transport::Udp) : word == "sctp" ? std::optional(Transport::Sctp) : std::nullopt;
}

std::uint32_t keyOf(Transport transport, std::uint32_t port)
{
    return static_cast<std::uint32_t>(transport) << 16 | port;
}

} // namespace

PortNames::PortNames(std::string services) : m_text(std::move(services))
{
    for (std::string_view rest = m_text; !rest.empty();)
        readLine(takeUntil(rest, "\n"));
}

void PortNames::readLine(std::string_view line)
{
    constexpr std::string_view blanks = " \t\r";
    line = line.substr(0, line.find('#'));
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    const std::string_view name = takeUntil(line, blanks);
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    std::string_view where = takeUntil(line, blanks);
    std::string_view ports = takeUntil(where, "/");
    const auto first = portIn(takeUntil(ports, "-"));
    const auto last = ports.empty() ? first : portIn(ports);
    if (!first || !last)
        return;
    while (!where.empty())
        if (const auto transport = transportCalled(takeUntil(where, "/")))
            for (std::uint32_t port = std::max(*first, 1u); port <= *last; ++port) // port 0 names nothing
                m_names.insert_or_assign(keyOf(*transport, port), name);
}

std::string_view PortNames::nameOf(Transport transport, std::uint16_t port) const
{
    const auto found = m_names.find(keyOf(transport, port));
    return found == m_names.end() ? std::string_view() : found->second;
}

} // namespace vethscope
