#include "ui/statistics/trafficcopy.h"

#include "core/names/trafficnames.h"
#include "ui/statistics/csvcell.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <sstream>

namespace vethscope {
namespace {

using Shows = TrafficColumn::Shows;

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

} // namespace

QString csvOf(const TrafficModel &model, const std::vector<int> &rows)
{
    std::vector<const TrafficColumn *> named;
    QStringList titles;
    for (int i = 0; i < model.columnCount(); ++i) {
        const TrafficColumn &column = model.column(i);
        titles << csvCell(titleOf(column));
        if (hasNames(model, column, rows)) {
            named.push_back(&column);
            titles << csvCell(QCoreApplication::translate("Traffic", "%1: name", "an address").arg(titleOf(column)));
        }
    }
    QString text = titles.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const int row : rows) {
        QStringList cells;
        for (int i = 0; i < model.columnCount(); ++i) {
            const TrafficColumn &column = model.column(i);
            cells << csvCell(plainText(model, model.row(row), column));
            if (std::ranges::find(named, &column) != named.end())
                cells << csvCell(model.shownName(model.row(row).*column.end));
        }
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

QString jsonOf(const TrafficModel &model, TrafficSubject subject, const std::vector<int> &rows)
{
    std::ostringstream out;
    if (subject == TrafficSubject::Conversations) {
        std::vector<Conversation> conversations;
        for (const int row : rows)
            conversations.push_back(model.row(row));
        writeTrafficJson(conversations, model.names(), model.start(), out);
    } else {
        std::vector<TrafficEndpoint> endpoints;
        for (const int row : rows)
            endpoints.push_back(endpointOf(model.row(row)));
        writeTrafficJson(endpoints, model.names(), out);
    }
    return QString::fromStdString(out.str());
}

} // namespace vethscope
