#include "ui/saving/packetrange.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace vethscope {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("PacketRange", source);
}

} // namespace

std::vector<PacketRange> packetRanges(const QString &written, int count, QString *problem)
{
    std::vector<PacketRange> ranges;
    const auto refuse = [&](const QString &why) {
        *problem = why;
        return std::vector<PacketRange>{};
    };
    for (const QString &part : written.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString from = part.section(QLatin1Char('-'), 0, 0).trimmed();
        const QString to = part.section(QLatin1Char('-'), 1).trimmed();
        const bool open = part.contains(QLatin1Char('-'));
        bool fromRead = true;
        bool toRead = true;
        const int first = from.isEmpty() && open ? 1 : from.toInt(&fromRead);
        const int last = !open ? first : to.isEmpty() ? count : to.toInt(&toRead);
        if (!fromRead || !toRead)
            return refuse(text(QT_TRANSLATE_NOOP("PacketRange", "“%1” is not a packet number.")).arg(fromRead ? to : from));
        if (first < 1 || first > count)
            return refuse(text(QT_TRANSLATE_NOOP("PacketRange", "There is no packet %1; there are 1 to %2.")).arg(first).arg(count));
        if (last < first)
            return refuse(text(QT_TRANSLATE_NOOP("PacketRange", "%1 ends before it begins.")).arg(part.trimmed()));
        ranges.push_back({first, std::min(last, count)});
    }
    if (ranges.empty())
        return refuse(text(QT_TRANSLATE_NOOP("PacketRange", "A range is written like this: 3, 10-20, 50-")));
    std::ranges::sort(ranges, {}, &PacketRange::first);
    std::vector<PacketRange> joined;
    for (const PacketRange &range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    return joined;
}

} // namespace vethscope
