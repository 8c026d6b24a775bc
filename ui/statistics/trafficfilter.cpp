#include "ui/statistics/trafficfilter.h"

#include <QStringList>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::uint8_t ipv6Size = 16;

QString prefixOf(const TrafficRow &row, const ScopesSeen &seen)
{
    switch (row.scope) {
    case Scope::Underlay: return QStringLiteral("underlay.");
    case Scope::Overlay: return row.depth < seen.deepest ? QString() : QStringLiteral("overlay.");
    case Scope::Native:
    case Scope::Tunnel: break;
    }
    return {};
}

// What a prefix cannot say: not inside a tunnel, or so many tunnels deep.
QString depthTest(const TrafficRow &row, const ScopesSeen &seen)
{
    if (row.scope == Scope::Native)
        return seen.tunnels ? QStringLiteral("vs.depth == 0") : QString();
    if (row.scope == Scope::Overlay && seen.deepest > 1)
        return QStringLiteral("vs.depth %1 %2").arg(row.depth < seen.deepest ? QStringLiteral(">=") : QStringLiteral("==")).arg(row.depth);
    return {};
}

class Writer
{
public:
    Writer(const TrafficRow &row, const ScopesSeen &seen)
        : m_prefix(prefixOf(row, seen)), m_depth(depthTest(row, seen)), m_address(addressProtocol(row)),
          m_port(row.kind == TrafficKind::Tcp ? QStringLiteral("tcp") : row.kind == TrafficKind::Udp ? QStringLiteral("udp") : QString())
    {
    }

    QStringList from(const TrafficEnd &end) const { return tests(end, "src", "srcport"); }
    QStringList to(const TrafficEnd &end) const { return tests(end, "dst", "dstport"); }
    QStringList with(const TrafficEnd &end) const { return tests(end, "addr", "port"); }

    // The nodes of a VXLAN tunnel send to the same port from the same port, so that two conversations differ only in who has which.
    QString between(const TrafficEnd &a, const TrafficEnd &b) const
    {
        if (m_port == QLatin1String("udp"))
            return a == b ? joined(from(a) + to(b)) : either(from(a) + to(b), from(b) + to(a));
        const QStringList ofA = with(a);
        const QStringList ofB = with(b);
        QStringList all;
        for (qsizetype i = 0; i < ofA.size(); ++i) {
            if (ofA[i] != ofB[i])
                all << ofA[i] << ofB[i];
            else // both sides have it: asked twice of either, one side alone would do
                all << from(a)[i] << to(b)[i];
        }
        return joined(all);
    }

    // Of an address and a port, both have to be on the same side.
    QString anyOf(const TrafficEnd &end) const
    {
        if (m_port.isEmpty())
            return joined(with(end));
        return either(from(end), to(end));
    }

    QString joined(QStringList tests) const
    {
        if (!m_depth.isEmpty())
            tests << m_depth;
        return tests.join(QStringLiteral(" && "));
    }

private:
    QString either(const QStringList &tests, const QStringList &others) const
    {
        const QString both = QStringLiteral("(%1) || (%2)").arg(tests.join(QStringLiteral(" && ")), others.join(QStringLiteral(" && ")));
        return m_depth.isEmpty() ? both : joined({QStringLiteral("(%1)").arg(both)});
    }

    static QString addressProtocol(const TrafficRow &row)
    {
        return row.kind == TrafficKind::Ethernet ? QStringLiteral("eth") : row.a.size == ipv6Size ? QStringLiteral("ipv6") : QStringLiteral("ip");
    }

    QString test(const QString &protocol, const char *field, const QString &value) const
    {
        return m_prefix + protocol + QLatin1Char('.') + QLatin1String(field) + QStringLiteral(" == ") + value;
    }

    QStringList tests(const TrafficEnd &end, const char *addressField, const char *portField) const
    {
        QStringList both{test(m_address, addressField, addressOf(end))};
        if (!m_port.isEmpty())
            both << test(m_port, portField, QString::number(end.port));
        return both;
    }

    QString m_prefix;
    QString m_depth;
    QString m_address; // protocols
    QString m_port;
};

} // namespace

ScopesSeen ScopesSeen::in(const TrafficTables &tables)
{
    ScopesSeen seen;
    for (const std::vector<TrafficRow> &rows : tables.rows)
        for (const TrafficRow &row : rows) {
            seen.tunnels = seen.tunnels || row.scope != Scope::Native;
            seen.deepest = std::max(seen.deepest, row.depth);
        }
    return seen;
}

QString filterText(const TrafficRow &row, TrafficDirection direction, const ScopesSeen &seen)
{
    const Writer writer(row, seen);
    switch (direction) {
    case TrafficDirection::AWithB: return writer.between(row.a, row.b);
    case TrafficDirection::AToB: return writer.joined(writer.from(row.a) + writer.to(row.b));
    case TrafficDirection::BToA: return writer.joined(writer.from(row.b) + writer.to(row.a));
    case TrafficDirection::AWithAny: return writer.anyOf(row.a);
    case TrafficDirection::AToAny: return writer.joined(writer.from(row.a));
    case TrafficDirection::AnyToA: return writer.joined(writer.to(row.a));
    case TrafficDirection::BWithAny: return writer.anyOf(row.b);
    case TrafficDirection::BToAny: return writer.joined(writer.from(row.b));
    case TrafficDirection::AnyToB: break;
    }
    return writer.joined(writer.to(row.b));
}

} // namespace vethscope
