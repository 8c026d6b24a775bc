#include "core/facts/address.h"
#include "core/facts/digits.h"

namespace vethscope {
namespace {

// The address with every bit behind the first `length` cleared.
IpAddress masked(const IpAddress &address, int length)
{
    std::array<std::uint8_t, 16> bytes = address.bytes();
    for (int i = 0; i < address.width() / 8; ++i) {
        const int kept = length - 8 * i;
        if (kept < 8)
            bytes[static_cast<std::size_t>(i)] &= static_cast<std::uint8_t>(kept <= 0 ? 0 : 0xff << (8 - kept));
    }
    return IpAddress::fromBytes(bytes, address.isV6());
}

} // namespace

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
    if (masked(mask, length) != mask)
        return std::nullopt;
    return IpPrefix{address, length};
}

bool IpPrefix::contains(const IpAddress &other) const
{
    return other.isV6() == address.isV6() && masked(other, length) == masked(address, length);
}

IpPrefix IpPrefix::network() const
{
    return {masked(address, length), length};
}

std::string IpPrefix::text() const
{
    return address.text() + '/' + std::to_string(length);
}

} // namespace vethscope
