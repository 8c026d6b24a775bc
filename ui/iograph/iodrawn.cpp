#include "ui/iograph/iodrawn.h"

#include "ui/shared/groupeddigits.h"
#include "ui/statistics/csvcell.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr qint64 inOneSecond = 1'000'000'000, inOneMillisecond = 1'000'000;
constexpr std::int64_t mostCsvRows = 1'000'000;
constexpr double largestGrouped = 1e15; // beyond that a double has no whole numbers

} // namespace

std::optional<double> IoDrawn::at(std::int64_t place) const
{
    const auto found = std::ranges::lower_bound(points, place, {}, &IoPoint::place);
    if (found != points.end() && found->place == place)
        return found->value;
    return hasZero ? std::optional(0.0) : std::nullopt;
}

QString ioNumber(double value)
{
    if (std::abs(value) >= largestGrouped || (value != 0 && std::abs(value) < 0.001))
        return QString::number(value, 'g', 6);
    const double rounded = std::round(std::abs(value) * 1000) / 1000;
    const double whole = std::floor(rounded);
    QString text = grouped(std::uint64_t(whole));
    if (const int rest = int(std::lround((rounded - whole) * 1000)); rest > 0) {
        QString decimals = QStringLiteral("%1").arg(rest, 3, 10, QLatin1Char('0'));
        while (decimals.endsWith(QLatin1Char('0')))
            decimals.chop(1);
        text += QLatin1Char('.') + decimals;
    }
    return value < 0 ? QStringLiteral("−") + text : text;
}

QString ioTickText(double value)
{
    constexpr double shortened = 100'000;
    const double size = std::abs(value);
    if (size < shortened)
        return ioNumber(value);
    const int step = std::min(3, int(std::log10(size)) / 3);
    return ioNumber(value / std::pow(1000, step)) + QChar(0x202f) + QStringLiteral("kMG").at(step - 1);
}

QString ioTime(const IoPicture &picture, std::int64_t place, bool timeOfDay)
{
    const bool isWhole = picture.interval % inOneSecond == 0;
    if (!timeOfDay || !picture.start)
        return QCoreApplication::translate("IoGraph", "%1 s").arg(QString::number(picture.seconds(place), 'f', isWhole ? 0 : 3));
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(std::llround((*picture.start + picture.seconds(place)) * 1000)));
    return time.toString(isWhole ? QStringLiteral("yyyy-MM-dd HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString ioCsv(const IoPicture &picture)
{
    QStringList titles{QCoreApplication::translate("IoGraph", "Interval start")};
    for (const IoDrawn &graph : picture.graphs)
        titles << csvCell(graph.title);
    QString text = titles.join(QLatin1Char(',')) + QLatin1Char('\n');
    const bool onlyFull = picture.extent.size() > mostCsvRows;
    const int decimals = picture.interval % inOneSecond == 0 ? 0 : picture.interval % inOneMillisecond == 0 ? 3 : 9;
    for (std::int64_t place = picture.extent.first; place <= picture.extent.last; ++place) {
        QString row = QString::number(picture.seconds(place), 'f', decimals);
        bool isEmpty = true;
        for (const IoDrawn &graph : picture.graphs) {
            const std::optional<double> value = graph.at(place);
            isEmpty = isEmpty && value.value_or(0) == 0;
            row += QLatin1Char(',') + (value ? QString::number(*value, 'g', 15) : QString());
        }
        if (!onlyFull || !isEmpty)
            text += row + QLatin1Char('\n');
    }
    return text;
}

} // namespace vethscope
