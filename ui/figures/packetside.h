#pragma once

#include "core/dissect/layerview.h"
#include "core/summary/columns.h"
#include "ui/figures/comparerows.h"

#include <optional>

namespace vethscope {

/// The headers of one packet that serve one network, found by what they are: the link, the
/// Internet protocol, whatever that carries.
class PacketSide
{
public:
    PacketSide(const PacketRow &row, int depth);

    bool hasLink() const { return m_link.has_value(); }
    bool hasIp() const { return m_ip.has_value(); }
    bool hasTransport() const { return m_transport.has_value(); }
    /// Place in the dissection of the IP header, or of ARP's.
    std::optional<std::size_t> networkLayer() const { return m_ip ? m_ip : m_arp; }

    CompareCell sourceMac() const { return cell(m_link, {"src", "src.eth"}); }
    CompareCell destinationMac() const { return cell(m_link, {"dst"}); }
    CompareCell sourceIp() const;
    CompareCell destinationIp() const;
    CompareCell ttl() const { return cell(m_ip, {"ttl", "hlim"}); }
    CompareCell trafficClass() const;
    CompareCell dontFragment() const;
    CompareCell ports() const;
    CompareCell length() const;
    /// The transport's checksum; where there is none, the IP header's own.
    CompareCell checksum() const;

    /// The number behind a cell; of no field, nothing.
    std::optional<std::uint64_t> number(const CompareCell &cell) const;
    /// Whether the link's receiver is a group: the lowest bit of a MAC's first byte.
    bool isFlooded() const;

private:
    using Place = std::optional<std::size_t>;

    LayerView view(std::size_t layer) const { return LayerView(m_row.frame, m_row.packet, layer); }
    CompareCell cell(Place layer, std::initializer_list<std::string_view> names) const;
    CompareCell varyingCell(Place layer, std::string_view name) const;
    QString checksumRemark(std::size_t layer) const;

    const PacketRow &m_row;
    Place m_link;
    Place m_arp;
    Place m_ip;
    Place m_transport;
};

} // namespace vethscope
