#include "ui/journey/hopcolumns.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeytext.h"
#include "ui/shared/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qsizetype mostDifferences = 3; // in a cell

struct HopColumnWords {
    Q_DECLARE_TR_FUNCTIONS(HopColumns)
};

// Behind what the packet passed before it by its way.
void insertMissed(std::vector<HopColumn> &columns, const journey::Way &way, HopColumn missed)
{
    const auto place = way.placeOf(missed.point);
    auto behind = columns.begin();
    for (auto column = columns.begin(); place && column != columns.end(); ++column)
        if (const auto other = way.placeOf(column->point); other && *other < *place)
            behind = column + 1;
    columns.insert(place ? behind : columns.end(), std::move(missed));
}

QString differenceText(const explain::ComparedField &field)
{
    QStringList expected;
    for (const std::string &value : field.expected)
        expected << QString::fromStdString(value);
    return HopColumnWords::tr("≠ %1 %2, foretold %3", "field, captured and foretold value")
        .arg(QString::fromUtf8(field.name.data(), qsizetype(field.name.size())), QString::fromStdString(field.captured.value_or("–")), expected.join(QStringLiteral(" / ")));
}

} // namespace

std::vector<HopColumn> hopColumns(const FollowedJourneys &all, std::size_t journey)
{
    const journey::Journey one = all.followed->all()[journey];
    const journey::Outcome outcome = all.followed->outcome(journey);
    std::vector<HopColumn> columns;
    for (std::size_t hop = 0; hop < one.hops.size(); ++hop)
        columns.push_back({one.hops[hop].point, hop, {}, false});
    for (const journey::NotObserved &missed : outcome.notObserved)
        insertMissed(columns, all.followed->wayOf(one), {missed.point, {}, becauseText(missed.because), false});
    if (const auto next = outcome.kind == journey::Outcome::Kind::Lost ? nextPoint(all, journey) : std::nullopt)
        columns.push_back({*next, {}, HopColumnWords::tr("it did not come by here"), true});
    return columns;
}

ForetoldText foretoldText(const explain::FrameComparison &comparison)
{
    using explain::Agreement;
    if (!comparison.unforetold.empty())
        return {ForetoldText::Kind::Unknown, QStringLiteral("? ") + HopColumnWords::tr("not foretold"), translated(comparison.unforetold)};
    QStringList differences;
    bool isNatural = true; // what may well differ, as the TTL that an application begins with
    for (const explain::ComparedField &field : comparison.fields) {
        if (field.agreement != Agreement::Differs)
            continue;
        differences << differenceText(field);
        isNatural = isNatural && !field.why.empty();
    }
    const std::size_t matches = comparison.count(Agreement::Match);
    if (differences.isEmpty())
        return matches == 0 ? ForetoldText{} : ForetoldText{ForetoldText::Kind::As, QStringLiteral("✓ ") + HopColumnWords::tr("as foretold"), HopColumnWords::tr("Fields that are as foretold: %1").arg(matches)};
    QString whole = differences.join(QLatin1Char('\n'));
    for (const explain::ComparedField &field : comparison.fields)
        if (field.agreement == Agreement::Differs && !field.why.empty())
            whole += QLatin1Char('\n') + translated(field.why);
    if (differences.size() > mostDifferences) {
        const qsizetype more = differences.size() - mostDifferences;
        differences.resize(mostDifferences);
        differences << HopColumnWords::tr("and %1 more").arg(more);
    }
    return {isNatural ? ForetoldText::Kind::Unknown : ForetoldText::Kind::Otherwise, differences.join(QLatin1Char('\n')), whole};
}

} // namespace vethscope
