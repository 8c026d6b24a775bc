#include "ui/iograph/iographspec.h"

#include "ui/iograph/iowords.h"
#include "ui/shared/language.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr double nanosecond = 1e-9;
constexpr int mostSmoothing = 1000;

constexpr std::array<const char *, 4> usualNames{QT_TRANSLATE_NOOP("IoGraph", "All packets"), QT_TRANSLATE_NOOP("IoGraph", "TCP errors"), QT_TRANSLATE_NOOP("IoGraph", "Underlay bytes"),
                                                 QT_TRANSLATE_NOOP("IoGraph", "Overlay bytes")};

bool isNumber(const ValueType &type)
{
    constexpr std::array numbers{Show::Decimal, Show::Signed, Show::Hexadecimal, Show::Flag, Show::Time};
    return !type.protocol && std::ranges::find(numbers, type.show) != numbers.end();
}

bool needsNumber(IoMeasure measure)
{
    return needsField(measure) && measure != IoMeasure::CountFrames && measure != IoMeasure::CountValues;
}

} // namespace

std::vector<IoGraphSpec> usualIoGraphs()
{
    const auto name = [](std::size_t place) { return QString::fromLatin1(usualNames[place]); };
    return {
        {.name = name(0), .colour = QStringLiteral("text")},
        {.name = name(1), .filter = QStringLiteral("tcp.analysis.flags"), .colour = QStringLiteral("bad"), .style = IoStyle::Bar},
        {.name = name(2), .filter = QStringLiteral("vs.depth > 0"), .colour = QStringLiteral("underlay"), .measure = IoMeasure::FrameBytes},
        {.name = name(3), .filter = QStringLiteral("vs.depth > 0"), .colour = QStringLiteral("overlay"), .measure = IoMeasure::InnerBytes},
    };
}

QString titleOf(const IoGraphSpec &graph)
{
    if (!graph.name.isEmpty())
        return QCoreApplication::translate("IoGraph", graph.name.toUtf8().constData());
    return graph.filter.isEmpty() ? QCoreApplication::translate("IoGraph", usualNames[0]) : graph.filter;
}

QString ioGraphLine(const IoGraphSpec &graph)
{
    const QJsonObject object{{"enabled", graph.isEnabled}, {"name", graph.name}, {"filter", graph.filter}, {"colour", graph.colour}, {"style", QLatin1String(keyOf(graph.style))},
                             {"measure", QLatin1String(keyOf(graph.measure))}, {"field", graph.field}, {"smoothing", graph.smoothing}, {"factor", graph.factor}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<IoGraphSpec> ioGraphOf(const QString &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    const auto style = ioStyleOf(object.value(QLatin1String("style")).toString());
    const auto measure = ioMeasureOf(object.value(QLatin1String("measure")).toString());
    if (!style || !measure)
        return {};
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    return IoGraphSpec{object.value(QLatin1String("enabled")).toBool(), text("name"), text("filter"), text("colour"), *style, *measure, text("field"),
                       std::clamp(object.value(QLatin1String("smoothing")).toInt(), 0, mostSmoothing), object.value(QLatin1String("factor")).toDouble(1)};
}

std::expected<IoSeries, QString> seriesOf(const IoGraphSpec &graph, const Registry &registry)
{
    const auto filter = Filter::compile(graph.filter.toStdString(), registry);
    if (!filter)
        return std::unexpected(translated(filter.error().message));
    if (!needsField(graph.measure))
        return IoSeries{*filter, graph.measure};
    if (graph.field.isEmpty())
        return std::unexpected(QCoreApplication::translate("IoGraph", "“%1” needs a field").arg(wordOf(graph.measure)));
    const std::string name = graph.field.toStdString();
    const auto field = Accessor::find(name, registry);
    if (!field)
        return std::unexpected(QCoreApplication::translate("IoGraph", "there is no field %1").arg(graph.field));
    if (needsNumber(graph.measure) && !isNumber(field->type()))
        return std::unexpected(QCoreApplication::translate("IoGraph", "%1 is no number: only how often it is there can be counted").arg(graph.field));
    if (graph.measure == IoMeasure::Load && field->type().show != Show::Time)
        return std::unexpected(QCoreApplication::translate("IoGraph", "%1 is no time that something takes: there is no load of it").arg(graph.field));
    return IoSeries{*filter, graph.measure, field, name};
}

double scaleOf(const IoGraphSpec &graph, const IoSeries &series)
{
    const bool isTime = needsNumber(series.measure) && series.measure != IoMeasure::Load && series.field->type().show == Show::Time;
    return isTime ? graph.factor * nanosecond * series.field->type().scale : graph.factor;
}

} // namespace vethscope
