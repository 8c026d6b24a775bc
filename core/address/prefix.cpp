#include "core/address/address.h"
#include "core/bytes/digits.h"

namespace vethscope {

std::optional<IpPrefix> IpPrefix::parse(std::string_view text)
{
    if (text == "default")
        return IpPrefix{IpAddress::any(false), 0};
    const std::size_t slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    if (slash == std::string_view::npos)
        return IpPrefix{*address, address->width()};
    const auto length = parseDigits(text.substr(slash + 1), 10, static_cast<std::uint32_t>(address->width()));
    if (!length)
        return std::nullopt;
    return IpPrefix{*address, static_cast<int>(*length)};
}

std::optional<IpPrefix> IpPrefix::withMask(IpAddress address, IpAddress mask)
{
    if (address.isV6() != mask.isV6())
        return std::nullopt;
    int length = 0;
    while (length < mask.width() && mask.bit(length))
        ++length;
    if (mask.masked(length) != mask)
        return std::nullopt;
    return IpPrefix{address, length};
}

bool IpPrefix::contains(const IpAddress &other) const
{
    return other.isV6() == address.isV6() && other.masked(length) == address.masked(length);
}

IpPrefix IpPrefix::network() const
{
    return {address.masked(length), length};
}

std::string IpPrefix::text() const
{
    return address.text() + '/' + std::to_string(length);
}

} // namespace vethscope
