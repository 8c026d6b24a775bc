#include "ui/figures/packetside.h"

#include "core/dissect/format.h"
#include "core/protocols/checksum.h"
#include "core/protocols/protocols.h"
#include "ui/shared/utf8text.h"

#include <QCoreApplication>

namespace vethscope {
namespace {

struct SideWords {
    Q_DECLARE_TR_FUNCTIONS(PacketSide)
};

const Field *fieldOf(const Protocol &protocol, std::string_view name)
{
    for (const Field &field : protocol.fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

bool isLink(const Protocol *protocol)
{
    return protocol == &protocols::ethernet || protocol == &protocols::linuxSll || protocol == &protocols::linuxSll2;
}

bool isIp(const Protocol *protocol)
{
    return protocol == &protocols::ipv4 || protocol == &protocols::ipv6;
}

bool isTransport(const Protocol *protocol)
{
    return protocol == &protocols::tcp || protocol == &protocols::udp || protocol == &protocols::icmp || protocol == &protocols::icmpv6;
}

QString shown(const Field &field, BitRange place, const Value &value)
{
    TextBuffer printed;
    printForPeople(printed, field, place, value);
    return text({printed.data(), printed.size()});
}

} // namespace

PacketSide::PacketSide(const PacketRow &row, int depth) : m_row(row)
{
    for (std::size_t i = 0; i < row.packet.size(); ++i) {
        const Layer &layer = row.packet[i];
        if (layer.depth != depth || layer.quoted)
            continue;
        if (isLink(layer.protocol) && !m_link)
            m_link = i;
        else if (layer.protocol == &protocols::arp)
            m_arp = i;
        else if (isIp(layer.protocol))
            m_ip = i;
        else if (isTransport(layer.protocol) && !m_transport)
            m_transport = i;
    }
}

CompareCell PacketSide::cell(Place layer, std::initializer_list<std::string_view> names) const
{
    if (!layer)
        return {};
    const LayerView header = view(*layer);
    for (const std::string_view name : names) {
        const Field *field = fieldOf(header.protocol(), name);
        if (!field || (field->present && !field->present(header.header())))
            continue;
        const Value value = readValue(*field, header.header(), field->place);
        return {shown(*field, field->place, value), {}, static_cast<int>(*layer), field};
    }
    return {};
}

CompareCell PacketSide::varyingCell(Place layer, std::string_view name) const
{
    if (!layer || !view(*layer).protocol().details)
        return {};
    Details details;
    view(*layer).protocol().details(view(*layer), details);
    for (const Item &item : details.items)
        if (item.field && item.field->name == name)
            return {shown(*item.field, item.place, item.value), {}, static_cast<int>(*layer), item.field};
    return {};
}

CompareCell PacketSide::sourceIp() const
{
    if (m_ip)
        return cell(m_ip, {"src"});
    CompareCell sender = varyingCell(m_arp, "src.proto_ipv4");
    if (sender.isPresent())
        sender.note = SideWords::tr("ARP: who asks or answers");
    return sender;
}

CompareCell PacketSide::destinationIp() const
{
    if (m_ip)
        return cell(m_ip, {"dst"});
    CompareCell target = varyingCell(m_arp, "dst.proto_ipv4");
    if (target.isPresent())
        target.note = SideWords::tr("ARP: who is asked for");
    return target;
}

CompareCell PacketSide::trafficClass() const
{
    CompareCell whole = cell(m_ip, {"dsfield", "tclass"});
    const CompareCell dscp = cell(m_ip, {"dsfield.dscp", "tclass.dscp"});
    const CompareCell ecn = cell(m_ip, {"dsfield.ecn", "tclass.ecn"});
    if (!whole.isPresent())
        return whole;
    // Wireshark writes IPv6's eight bits with eight digits; side by side, two are easier to compare.
    whole.value = QStringLiteral("0x%1").arg(number(whole).value_or(0), 2, 16, QLatin1Char('0'));
    whole.note = SideWords::tr("DSCP %1, ECN %2").arg(dscp.value).arg(number(ecn).value_or(0));
    return whole;
}

CompareCell PacketSide::dontFragment() const
{
    CompareCell flag = cell(m_ip, {"flags.df"});
    if (flag.isPresent())
        flag.value = number(flag).value_or(0) ? SideWords::tr("Set") : SideWords::tr("Not set");
    return flag;
}

CompareCell PacketSide::ports() const
{
    CompareCell source = cell(m_transport, {"srcport"});
    if (source.isPresent()) {
        source.value = QStringLiteral("%1 → %2").arg(source.value, cell(m_transport, {"dstport"}).value);
        return source;
    }
    CompareCell type = cell(m_transport, {"type"});
    if (type.isPresent())
        type.note = SideWords::tr("ICMP has a type instead of ports");
    return type;
}

CompareCell PacketSide::length() const
{
    CompareCell length = cell(m_ip, {"len", "plen"});
    if (length.isPresent())
        length.note = view(*m_ip).protocol().name == "ip" ? SideWords::tr("bytes, the whole IPv4 packet")
                                                          : SideWords::tr("bytes, what the IPv6 header carries");
    return length;
}

QString PacketSide::checksumRemark(std::size_t layer) const
{
    Details details;
    view(layer).protocol().details(view(layer), details);
    for (const Item &item : details.items) {
        if (!item.field || item.field->name != "checksum.status")
            continue;
        switch (static_cast<ChecksumStatus>(item.value.number)) {
        case ChecksumStatus::Good:
            return SideWords::tr("correct");
        case ChecksumStatus::Bad:
            return SideWords::tr("wrong: damage, or left to the sender’s NIC");
        case ChecksumStatus::NotPresent:
            return SideWords::tr("not used");
        case ChecksumStatus::Unverified:
            return SideWords::tr("cannot be checked in this capture");
        }
    }
    return {};
}

CompareCell PacketSide::checksum() const
{
    CompareCell sum = cell(m_transport, {"checksum"});
    if (!sum.isPresent())
        sum = cell(m_ip, {"checksum"});
    if (!sum.isPresent())
        return sum;
    const auto layer = static_cast<std::size_t>(sum.layer);
    const std::string_view title = view(layer).protocol().shortTitle;
    sum.note = checksumRemark(layer);
    sum.value = text(title) + QLatin1Char(' ') + sum.value;
    return sum;
}

std::optional<std::uint64_t> PacketSide::number(const CompareCell &cell) const
{
    if (!cell.isPresent() || cell.field->place.length == 0)
        return std::nullopt;
    return view(static_cast<std::size_t>(cell.layer)).number(*cell.field);
}

bool PacketSide::isFlooded() const
{
    const CompareCell receiver = destinationMac();
    return receiver.isPresent() && byteAt(view(static_cast<std::size_t>(receiver.layer)).raw(*receiver.field), 0) & 1;
}

} // namespace vethscope
