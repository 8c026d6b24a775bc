#include "ui/statistics/trafficcopy.h"

#include "core/names/nametable.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vethscope {
namespace {

using Shows = TrafficColumn::Shows;

QString quoted(QString cell)
{
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n'));
    return needsQuotes ? QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"') : cell;
}

bool hasNames(const TrafficModel &model, const TrafficColumn &column, const std::vector<int> &rows)
{
    return column.shows == Shows::Address && std::ranges::any_of(rows, [&](int row) { return !model.shownName(model.row(row).*column.end).isEmpty(); });
}

QString plainText(const TrafficModel &model, const TrafficRow &row, const TrafficColumn &column)
{
    if (column.shows == Shows::Scope)
        return scopeName(row.scope, row.depth);
    if (column.shows == Shows::Address)
        return addressOf(row.*column.end);
    const auto number = column.number(row, model.start());
    return !number ? QString() : column.shows == Shows::Seconds ? secondsText(*number) : QString::number(*number);
}

QString scopeKey(Scope scope)
{
    return scope == Scope::Underlay ? QStringLiteral("underlay") : scope == Scope::Overlay ? QStringLiteral("overlay") : QStringLiteral("native");
}

double seconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e9;
}

QJsonObject jsonOf(const TrafficModel &model, const TrafficEnd &end)
{
    const Name *name = model.nameOf(end);
    const auto orNull = [](const std::string &text) { return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text)); };
    return {
        {QStringLiteral("address"), addressOf(end)},
        {QStringLiteral("port"), hasPorts(model.kind()) ? QJsonValue(end.port) : QJsonValue()},
        {QStringLiteral("name"), name ? orNull(name->text()) : QJsonValue()},
        {QStringLiteral("evidence"), name ? orNull(name->evidence) : QJsonValue()},
    };
}

void insert(QJsonObject &object, const char *packets, const char *bytes, const TrafficCount &count)
{
    object.insert(QLatin1String(packets), static_cast<qint64>(count.packets));
    object.insert(QLatin1String(bytes), static_cast<qint64>(count.bytes));
}

QJsonObject jsonOf(const TrafficModel &model, TrafficSubject subject, const TrafficRow &row)
{
    const bool conversation = subject == TrafficSubject::Conversations;
    QJsonObject object = conversation ? QJsonObject() : jsonOf(model, row.a);
    object.insert(QStringLiteral("kind"), kindName(row.kind).toLower());
    object.insert(QStringLiteral("scope"), scopeKey(row.scope));
    object.insert(QStringLiteral("depth"), row.depth);
    object.insert(QStringLiteral("first_frame"), static_cast<qint64>(row.firstRow) + 1);
    if (!conversation) {
        insert(object, "packets", "bytes", row.total());
        insert(object, "sent_packets", "sent_bytes", row.fromA);
        insert(object, "received_packets", "received_bytes", row.fromB);
        return object;
    }
    object.insert(QStringLiteral("a"), jsonOf(model, row.a));
    object.insert(QStringLiteral("b"), jsonOf(model, row.b));
    insert(object, "packets_a_to_b", "bytes_a_to_b", row.fromA);
    insert(object, "packets_b_to_a", "bytes_b_to_a", row.fromB);
    object.insert(QStringLiteral("start"), seconds(row.first - model.start()));
    object.insert(QStringLiteral("duration"), seconds(row.duration()));
    return object;
}

} // namespace

QString csvOf(const TrafficModel &model, const std::vector<int> &rows)
{
    std::vector<const TrafficColumn *> named;
    QStringList titles;
    for (int i = 0; i < model.columnCount(); ++i) {
        const TrafficColumn &column = model.column(i);
        titles << quoted(titleOf(column));
        if (hasNames(model, column, rows)) {
            named.push_back(&column);
            titles << quoted(QCoreApplication::translate("Traffic", "%1: name", "an address").arg(titleOf(column)));
        }
    }
    QString text = titles.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const int row : rows) {
        QStringList cells;
        for (int i = 0; i < model.columnCount(); ++i) {
            const TrafficColumn &column = model.column(i);
            cells << quoted(plainText(model, model.row(row), column));
            if (std::ranges::find(named, &column) != named.end())
                cells << quoted(model.shownName(model.row(row).*column.end));
        }
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

QString jsonOf(const TrafficModel &model, TrafficSubject subject, const std::vector<int> &rows)
{
    QJsonArray list;
    for (const int row : rows)
        list.append(jsonOf(model, subject, model.row(row)));
    const QString key = subject == TrafficSubject::Conversations ? QStringLiteral("conversations") : QStringLiteral("endpoints");
    return QString::fromUtf8(QJsonDocument(QJsonObject{{key, list}}).toJson());
}

} // namespace vethscope
