#pragma once

#include "core/bytes/bytes.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vethscope {

// The addresses of frames and of hosts' outputs: one type for both, so that what a header has can be looked up in what a host told.

/// A hardware address of six bytes; what `ip` prints for IP tunnels is no MacAddress.
class MacAddress
{
public:
    /// As hosts print it: `52:54:00:c2:ee:db`, in any case, also with `-` between the bytes and without leading zeros (as `bridge_id`
    /// has them).
    static std::optional<MacAddress> parse(std::string_view text);
    /// As frames have it; nothing when it is not six bytes.
    static std::optional<MacAddress> fromBytes(Bytes bytes);

    /// Six pairs of lower-case digits with `:` between.
    std::string text() const;
    bool isZero() const;
    bool isGroup() const { return (m_bytes[0] & 1) != 0; }
    const std::array<std::uint8_t, 6> &bytes() const { return m_bytes; }

    friend auto operator<=>(const MacAddress &, const MacAddress &) = default;

private:
    std::array<std::uint8_t, 6> m_bytes{};
};

/// An IPv4 or IPv6 address. IPv4 sorts before IPv6.
class IpAddress
{
public:
    /// Dotted quads or RFC 4291 text, without a prefix length; a zone (`%eth0`) is dropped.
    static std::optional<IpAddress> parse(std::string_view text);
    static IpAddress v4(std::uint32_t address);
    /// As frames have it, in network byte order: four bytes or 16, else nothing.
    static std::optional<IpAddress> fromBytes(Bytes bytes);
    /// 0.0.0.0 or ::.
    static IpAddress any(bool v6);

    bool isV4() const { return !m_v6; }
    bool isV6() const { return m_v6; }
    bool isAny() const;
    bool isLoopback() const;
    bool isLinkLocal() const; // 169.254.0.0/16, fe80::/10
    bool isMulticast() const;
    /// The address with every bit behind the first `length` cleared; `length` is at most width().
    IpAddress masked(int length) const;
    int width() const { return m_v6 ? 128 : 32; }
    /// The bit counted from the most significant; `index` is less than width().
    bool bit(int index) const { return (m_bytes[static_cast<std::size_t>(index / 8)] >> (7 - index % 8) & 1) != 0; }
    /// Network byte order; IPv4 in the first four.
    const std::array<std::uint8_t, 16> &bytes() const { return m_bytes; }
    /// As frames have it: the four bytes or all 16.
    Bytes raw() const { return std::as_bytes(std::span(m_bytes)).first(m_v6 ? 16 : 4); }

    /// Dotted quads, or RFC 5952 text.
    std::string text() const;

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    bool m_v6 = false;
    std::array<std::uint8_t, 16> m_bytes{};
};

/// An address with the length of its network part: an interface's own `172.27.0.11/20`, or a route's target.
struct IpPrefix {
    IpAddress address;
    int length = 0;

    /// `10.244.0.0/24`; a bare address has the full length; `default` is 0.0.0.0/0. `10.244/16` is not accepted.
    static std::optional<IpPrefix> parse(std::string_view text);
    /// The same from net-tools' netmask, `255.255.240.0`; nothing when its ones are not in one run.
    static std::optional<IpPrefix> withMask(IpAddress address, IpAddress mask);

    bool isHost() const { return length == address.width(); }
    bool contains(const IpAddress &other) const;
    /// The network: all bits behind the length zero.
    IpPrefix network() const;
    /// Always with its length.
    std::string text() const;

    friend auto operator<=>(const IpPrefix &, const IpPrefix &) = default;
};

} // namespace vethscope
