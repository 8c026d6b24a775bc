#include "ui/journey/flowfilter.h"

#include "core/address/ipprotocol.h"
#include "core/journey/tuplename.h"

#include <QStringList>

namespace vethscope {
namespace {

constexpr qsizetype mostTuples = 64;

QString tupleFilter(const journey::Tuple &tuple)
{
    const QString ip = tuple.source.isV6() ? QStringLiteral("ipv6") : QStringLiteral("ip");
    QStringList tests{QStringLiteral("%1.src == %2").arg(ip, QString::fromStdString(tuple.source.text())), QStringLiteral("%1.dst == %2").arg(ip, QString::fromStdString(tuple.destination.text()))};
    const journey::ProtocolName *const name = journey::protocolNameOf(tuple.protocol);
    const QString protocol = name ? QString::fromUtf8(name->word.data(), qsizetype(name->word.size())) : QString();
    if (tuple.hasPorts())
        tests << QStringLiteral("%1.srcport == %2").arg(protocol).arg(tuple.sourcePort) << QStringLiteral("%1.dstport == %2").arg(protocol).arg(tuple.destinationPort);
    else if (tuple.protocol == ipprotocol::icmp && tuple.sourcePort != 0)
        tests << QStringLiteral("icmp.ident == %1").arg(tuple.sourcePort);
    else if (tuple.protocol == ipprotocol::icmpv6 && tuple.sourcePort != 0)
        tests << QStringLiteral("icmpv6.echo.identifier == %1").arg(tuple.sourcePort);
    else if (name)
        tests << protocol;
    else
        tests << QStringLiteral("%1.%2 == %3").arg(ip, tuple.source.isV6() ? QStringLiteral("nxt") : QStringLiteral("proto")).arg(tuple.protocol);
    return tests.join(QStringLiteral(" && "));
}

} // namespace

QString flowFilter(const journey::Followed &followed, std::uint32_t flow)
{
    QStringList filters;
    const journey::Journeys &journeys = followed.journeys();
    for (std::size_t i = 0; i < journeys.flows.size() && filters.size() < mostTuples; ++i)
        if (journeys.flows[i] == flow)
            filters << tupleFilter(journeys.sightings.tuples[i]);
    return filters.size() > 1 ? QLatin1Char('(') + filters.join(QStringLiteral(") || (")) + QLatin1Char(')') : filters.value(0);
}

} // namespace vethscope
