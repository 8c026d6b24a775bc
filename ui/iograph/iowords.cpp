#include "ui/iograph/iowords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

template <typename Value>
struct Word {
    Value value;
    const char *key;
    const char *text;
};

const auto styleWords = std::to_array<Word<IoStyle>>({
    {IoStyle::Line, "line", QT_TRANSLATE_NOOP("IoGraph", "Line")},
    {IoStyle::Step, "step", QT_TRANSLATE_NOOP("IoGraph", "Step line")},
    {IoStyle::Impulse, "impulse", QT_TRANSLATE_NOOP("IoGraph", "Impulse")},
    {IoStyle::Bar, "bar", QT_TRANSLATE_NOOP("IoGraph", "Bar")},
    {IoStyle::StackedBar, "stacked", QT_TRANSLATE_NOOP("IoGraph", "Stacked bar")},
    {IoStyle::Dot, "dot", QT_TRANSLATE_NOOP("IoGraph", "Dot")},
    {IoStyle::Square, "square", QT_TRANSLATE_NOOP("IoGraph", "Square")},
    {IoStyle::Diamond, "diamond", QT_TRANSLATE_NOOP("IoGraph", "Diamond")},
    {IoStyle::Cross, "cross", QT_TRANSLATE_NOOP("IoGraph", "Cross")},
    {IoStyle::Plus, "plus", QT_TRANSLATE_NOOP("IoGraph", "Plus")},
    {IoStyle::Circle, "circle", QT_TRANSLATE_NOOP("IoGraph", "Circle")},
});

const auto measureWords = std::to_array<Word<IoMeasure>>({
    {IoMeasure::Packets, "packets", QT_TRANSLATE_NOOP("IoGraph", "Packets")},
    {IoMeasure::FrameBytes, "bytes", QT_TRANSLATE_NOOP("IoGraph", "Bytes")},
    {IoMeasure::FrameBits, "bits", QT_TRANSLATE_NOOP("IoGraph", "Bits")},
    {IoMeasure::InnerBytes, "inner", QT_TRANSLATE_NOOP("IoGraph", "Overlay bytes")},
    {IoMeasure::Sum, "sum", QT_TRANSLATE_NOOP("IoGraph", "SUM of a field")},
    {IoMeasure::CountFrames, "frames", QT_TRANSLATE_NOOP("IoGraph", "COUNT FRAMES with a field")},
    {IoMeasure::CountValues, "values", QT_TRANSLATE_NOOP("IoGraph", "COUNT FIELDS")},
    {IoMeasure::Maximum, "maximum", QT_TRANSLATE_NOOP("IoGraph", "MAX of a field")},
    {IoMeasure::Minimum, "minimum", QT_TRANSLATE_NOOP("IoGraph", "MIN of a field")},
    {IoMeasure::Average, "average", QT_TRANSLATE_NOOP("IoGraph", "AVG of a field")},
    {IoMeasure::Load, "load", QT_TRANSLATE_NOOP("IoGraph", "LOAD of a time")},
});

template <typename Words>
auto valuesOf(const Words &words)
{
    std::array<decltype(words.front().value), std::tuple_size_v<Words>> values{};
    std::ranges::transform(words, values.begin(), [](const auto &word) { return word.value; });
    return values;
}

template <typename Words>
const auto &wordIn(const Words &words, decltype(words.front().value) value)
{
    return *std::ranges::find_if(words, [&](const auto &word) { return word.value == value; });
}

template <typename Words>
auto valueIn(const Words &words, const QString &key) -> std::optional<decltype(words.front().value)>
{
    const auto found = std::ranges::find_if(words, [&](const auto &word) { return key == QLatin1String(word.key); });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

QString said(const char *text)
{
    return QCoreApplication::translate("IoGraph", text);
}

constexpr qint64 millisecond = 1'000'000, wholeSecond = 1000 * millisecond, minute = 60 * wholeSecond;
constexpr std::array<qint64, 19> intervals{1 * millisecond,   2 * millisecond,   5 * millisecond,   10 * millisecond, 20 * millisecond, 50 * millisecond, 100 * millisecond,
                                           200 * millisecond, 500 * millisecond, 1 * wholeSecond,   2 * wholeSecond,  5 * wholeSecond,  10 * wholeSecond, 20 * wholeSecond,
                                           30 * wholeSecond,  1 * minute,        2 * minute,        5 * minute,       10 * minute};
constexpr qint64 fittingNumber = 200; // of intervals in a picture

} // namespace

std::span<const IoStyle> ioStyles()
{
    static const auto values = valuesOf(styleWords);
    return values;
}

std::span<const IoMeasure> ioMeasures()
{
    static const auto values = valuesOf(measureWords);
    return values;
}

const char *keyOf(IoStyle style)
{
    return wordIn(styleWords, style).key;
}

const char *keyOf(IoMeasure measure)
{
    return wordIn(measureWords, measure).key;
}

std::optional<IoStyle> ioStyleOf(const QString &key)
{
    return valueIn(styleWords, key);
}

std::optional<IoMeasure> ioMeasureOf(const QString &key)
{
    return valueIn(measureWords, key);
}

QString wordOf(IoStyle style)
{
    return said(wordIn(styleWords, style).text);
}

QString wordOf(IoMeasure measure)
{
    return said(wordIn(measureWords, measure).text);
}

IoUnit unitOf(IoMeasure measure)
{
    switch (measure) {
    case IoMeasure::Packets:
    case IoMeasure::CountFrames:
    case IoMeasure::CountValues: return IoUnit::Count;
    case IoMeasure::FrameBytes:
    case IoMeasure::InnerBytes: return IoUnit::ByteCount;
    case IoMeasure::FrameBits: return IoUnit::BitCount;
    default: return IoUnit::Value;
    }
}

QString axisTitle(IoUnit unit, qint64 interval)
{
    switch (unit) {
    case IoUnit::Count: return said(QT_TRANSLATE_NOOP("IoGraph", "Packets per %1")).arg(intervalText(interval));
    case IoUnit::ByteCount: return said(QT_TRANSLATE_NOOP("IoGraph", "Bytes per %1")).arg(intervalText(interval));
    case IoUnit::BitCount: return said(QT_TRANSLATE_NOOP("IoGraph", "Bits per %1")).arg(intervalText(interval));
    case IoUnit::Value: break;
    }
    return said(QT_TRANSLATE_NOOP("IoGraph", "Values in %1")).arg(intervalText(interval));
}

QString intervalText(qint64 nanoseconds)
{
    if (nanoseconds < wholeSecond)
        return said(QT_TRANSLATE_NOOP("IoGraph", "%1 ms")).arg(nanoseconds / millisecond);
    if (nanoseconds < minute)
        return said(QT_TRANSLATE_NOOP("IoGraph", "%1 s")).arg(nanoseconds / wholeSecond);
    return said(QT_TRANSLATE_NOOP("IoGraph", "%1 min")).arg(nanoseconds / minute);
}

std::span<const qint64> ioIntervals()
{
    return intervals;
}

qint64 fittingInterval(qint64 nanoseconds)
{
    const auto fits = std::ranges::find_if(intervals, [&](qint64 interval) { return nanoseconds / interval <= fittingNumber; });
    return fits == intervals.end() ? intervals.back() : *fits;
}

} // namespace vethscope
