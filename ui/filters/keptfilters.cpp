#include "ui/filters/keptfilters.h"

#include "core/filter/filter.h"
#include "ui/shared/language.h"
#include "ui/shared/preferences.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace vethscope {
namespace {

const QString &keyOf(KeptFilters::Kind kind)
{
    return kind == KeptFilters::Kind::Saved ? preference::savedFilters : preference::filterButtons;
}

std::optional<KeptFilter> filterOf(const QString &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString().toStdString(); };
    KeptFilter filter{text("name"), text("filter"), text("comment"), object.value(QLatin1String("shown")).toBool(true)};
    if (filter.name.empty() || filter.expression.empty())
        return std::nullopt;
    return filter;
}

} // namespace

QString keptFilterLine(const KeptFilter &filter)
{
    const QJsonObject object{{QStringLiteral("name"), QString::fromStdString(filter.name)},
                             {QStringLiteral("filter"), QString::fromStdString(filter.expression)},
                             {QStringLiteral("comment"), QString::fromStdString(filter.comment)},
                             {QStringLiteral("shown"), filter.isShown}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

KeptFilters::KeptFilters(Preferences &preferences, QObject *parent) : QObject(parent), m_preferences(preferences)
{
    connect(&preferences, &Preferences::profileChanged, this, &KeptFilters::changed);
}

std::vector<KeptFilter> KeptFilters::all(Kind kind) const
{
    std::vector<KeptFilter> filters;
    for (const QString &line : m_preferences.list(keyOf(kind)))
        if (auto filter = filterOf(line))
            filters.push_back(*std::move(filter));
    return filters;
}

void KeptFilters::set(Kind kind, const std::vector<KeptFilter> &filters)
{
    QStringList lines;
    for (const KeptFilter &filter : filters)
        lines << keptFilterLine(filter);
    for (const QString &line : m_preferences.list(keyOf(kind)))
        if (!filterOf(line))
            lines << line;
    m_preferences.setValue(keyOf(kind), lines);
    emit changed();
}

void KeptFilters::add(Kind kind, const KeptFilter &filter)
{
    std::vector<KeptFilter> filters = all(kind);
    const auto same = std::ranges::find(filters, filter.name, &KeptFilter::name);
    if (same == filters.end())
        filters.push_back(filter);
    else
        *same = filter;
    set(kind, filters);
}

void KeptFilters::remove(Kind kind, const KeptFilter &filter)
{
    std::vector<KeptFilter> filters = all(kind);
    std::erase(filters, filter);
    set(kind, filters);
}

QString KeptFilters::problemOf(const KeptFilter &filter, const Registry &registry)
{
    const auto compiled = Filter::compile(filter.expression, registry);
    return compiled ? QString() : translated(compiled.error().message);
}

} // namespace vethscope
