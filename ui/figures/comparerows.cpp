#include "ui/figures/comparerows.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/summary/boxes.h"
#include "ui/figures/packetside.h"

#include <QCoreApplication>
#include <QStringList>

namespace vethscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CompareRows)
};

using Read = CompareCell (PacketSide::*)() const;

struct Line {
    Aspect aspect;
    Read read;
};

const auto lines = std::to_array<Line>({
    {Aspect::SourceMac, &PacketSide::sourceMac},
    {Aspect::DestinationMac, &PacketSide::destinationMac},
    {Aspect::SourceIp, &PacketSide::sourceIp},
    {Aspect::DestinationIp, &PacketSide::destinationIp},
    {Aspect::Ttl, &PacketSide::ttl},
    {Aspect::TrafficClass, &PacketSide::trafficClass},
    {Aspect::DontFragment, &PacketSide::dontFragment},
    {Aspect::Ports, &PacketSide::ports},
    {Aspect::Length, &PacketSide::length},
    {Aspect::Checksum, &PacketSide::checksum},
});

Finding findingOf(Aspect aspect, const PacketSide &underlay, const CompareCell &outer, const PacketSide &overlay, const CompareCell &inner)
{
    const bool addressed = aspect == Aspect::DestinationMac || aspect == Aspect::DestinationIp;
    if (addressed && overlay.isFlooded())
        return Finding::Flooded;
    const auto outerNumber = underlay.number(outer);
    const auto innerNumber = overlay.number(inner);
    if (aspect == Aspect::SourceMac || aspect == Aspect::DestinationMac)
        return inner.isPresent() ? Finding::Any : Finding::Missing;
    if (!outerNumber)
        return Finding::Any;
    if (aspect == Aspect::Checksum)
        return *outerNumber == 0 ? Finding::OuterUnset : Finding::Any;
    if (!innerNumber && aspect == Aspect::DontFragment) // IPv6 has no such flag; ‘df inherit’ counts it as set
        return *outerNumber == 0 ? Finding::OuterUnset : overlay.hasIp() ? Finding::Equal : Finding::Different;
    if (!innerNumber)
        return Finding::Missing;
    if (*outerNumber == 0 && *innerNumber == 0)
        return Finding::BothZero;
    if (*outerNumber == *innerNumber)
        return Finding::Equal;
    return aspect == Aspect::DontFragment && *outerNumber == 0 ? Finding::OuterUnset : Finding::Different;
}

// Everything from the outer IP header to the inner one (or ARP's): what makes the outer packet longer.
QString addedHeaders(const PacketRow &row, const PacketSide &underlay, const PacketSide &overlay)
{
    if (!underlay.networkLayer() || !overlay.networkLayer())
        return {};
    QStringList headers;
    for (std::size_t i = *underlay.networkLayer(); i < *overlay.networkLayer(); ++i) {
        const Layer &layer = row.packet[i];
        if (layer.size > 0)
            headers << QStringLiteral("%1 %2").arg(QString::fromUtf8(layer.protocol->shortTitle.data(), static_cast<qsizetype>(layer.protocol->shortTitle.size()))).arg(layer.size);
    }
    return headers.join(QStringLiteral(" + "));
}

std::uint32_t bytesBetween(const PacketRow &row, const PacketSide &underlay, const PacketSide &overlay)
{
    if (!underlay.networkLayer() || !overlay.networkLayer())
        return 0;
    return row.packet[*overlay.networkLayer()].offset - row.packet[*underlay.networkLayer()].offset;
}

QString whyMissing(Aspect aspect, const PacketSide &side, bool overlay, bool isEncrypted)
{
    if (isEncrypted && aspect != Aspect::SourceMac && aspect != Aspect::DestinationMac) // what a node encrypts is an IP packet
        return Words::tr("encrypted: the inner headers are not in the capture");
    switch (aspect) {
    case Aspect::SourceMac:
    case Aspect::DestinationMac:
        if (side.hasLink())
            return Words::tr("the capture of ‘any’ keeps no receiver");
        return overlay ? Words::tr("the overlay has no Ethernet header") : Words::tr("captured without a link header");
    case Aspect::Ports:
        return side.hasTransport() ? QString() : side.hasIp() ? Words::tr("no TCP or UDP header here") : Words::tr("no IP header here");
    case Aspect::DontFragment:
        return side.hasIp() ? Words::tr("IPv6: routers never fragment") : Words::tr("no IP header here");
    default:
        return side.hasIp() ? QString() : Words::tr("no IP header here");
    }
}

void explain(CompareRow &row, TunnelKind kind, const PacketSide &underlay, const PacketSide &overlay)
{
    const CompareRule rule = compareRule(kind, row.aspect, findingOf(row.aspect, underlay, row.underlay, overlay, row.overlay));
    row.relation = rule.relation;
    row.explanation = rule.explanation;
    // What the packet itself tells goes before what holds for every packet of its kind.
    if (row.underlay.isPresent() && row.underlay.note.isEmpty())
        row.underlay.note = rule.underlayNote;
    if (row.overlay.isPresent() && row.overlay.note.isEmpty())
        row.overlay.note = rule.overlayNote;
}

void addRows(Comparison &comparison, const PacketSide &underlay, const PacketSide &overlay, TunnelKind kind, bool isEncrypted)
{
    for (const Line &line : lines) {
        CompareRow row{.aspect = line.aspect, .label = aspectName(line.aspect)};
        row.underlay = (underlay.*line.read)();
        if (comparison.tunnels > 0)
            row.overlay = (overlay.*line.read)();
        if (!row.underlay.isPresent() && !row.overlay.isPresent())
            continue;
        if (comparison.tunnels > 0) {
            if (!row.underlay.isPresent())
                row.underlay.note = whyMissing(line.aspect, underlay, false, false);
            if (!row.overlay.isPresent())
                row.overlay.note = whyMissing(line.aspect, overlay, true, isEncrypted);
            explain(row, kind, underlay, overlay);
        }
        comparison.rows.push_back(std::move(row));
    }
}

} // namespace

Comparison comparisonOf(const PacketRow &row, const ComparedDepths &depths)
{
    Comparison comparison{.tunnels = row.packet.depth()};
    const int innermost = row.packet.depth();
    comparison.inner = depths.inner == ComparedDepths::innermost || depths.inner > innermost ? innermost : depths.inner;
    comparison.outer = depths.outer < comparison.inner ? depths.outer : 0;
    const bool isWhole = comparison.outer == 0 && comparison.inner == innermost;
    const PacketSide underlay(row, comparison.outer);
    const PacketSide overlay(row, comparison.inner);
    comparison.added = isWhole ? overheadOf(row.frame, row.packet).added : bytesBetween(row, underlay, overlay);

    TunnelKind kind = TunnelKind::Other;
    QStringList tunnels; // between both
    for (const Box &box : boxesOf(row.frame, row.packet)) {
        const int depth = box.layer < 0 ? -1 : row.packet[static_cast<std::size_t>(box.layer)].depth;
        if (box.scope != Scope::Tunnel || depth < comparison.outer || depth >= comparison.inner)
            continue;
        tunnels << QString::fromStdString(box.title);
        kind = tunnelKind(row.packet[static_cast<std::size_t>(box.layer)].protocol->tunnel);
    }
    const int between = comparison.inner - comparison.outer;
    addRows(comparison, underlay, overlay, between == 1 ? kind : TunnelKind::Other, comparison.inner == innermost && endsEncrypted(row));
    for (CompareRow &line : comparison.rows)
        if (line.aspect == Aspect::Length && comparison.tunnels > 0)
            line.explanation = addedHeaders(row, underlay, overlay);

    if (between == 1) {
        comparison.tunnel = tunnels.value(0);
        const QString ports = underlay.ports().value;
        if (underlay.ports().isPresent() && kind != TunnelKind::Ipip && kind != TunnelKind::Gre)
            comparison.remark = Words::tr("port %1").arg(ports.section(QChar(0x2192), 1).trimmed());
    } else if (between > 1) {
        comparison.tunnel = Words::tr("%1 tunnels").arg(between);
        comparison.remark = tunnels.join(QStringLiteral(" › ")) + QStringLiteral(" · ")
            + (isWhole ? Words::tr("the outermost packet beside the innermost; what lies between is left out") : Words::tr("what lies between is left out"));
    }
    return comparison;
}

bool endsEncrypted(const PacketRow &row)
{
    if (row.packet.size() == 0)
        return false;
    for (std::size_t i = row.packet.size(); i-- > 0;) {
        const Protocol *const protocol = row.packet[i].protocol;
        if (protocol != &protocols::data)
            return (protocol == &protocols::wireguard || protocol == &protocols::esp) && LayerView(row.frame, row.packet, i).payloadLength() > 0;
    }
    return false;
}

int nodeOf(const CompareCell &cell, const std::vector<TreeNode> &tree)
{
    for (std::size_t i = 0; i < tree.size(); ++i)
        if (cell.isPresent() && tree[i].layer == cell.layer && tree[i].field == cell.field)
            return static_cast<int>(i);
    return -1;
}

} // namespace vethscope
