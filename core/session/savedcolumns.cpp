#include "core/session/savedcolumns.h"

#include "core/session/sessionfields.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace vethscope {
namespace {

using ColumnsJson = nlohmann::ordered_json;

constexpr std::int64_t farthest = 1000; // of an occurrence

std::optional<ColumnSpec> columnIn(const SessionFields &record)
{
    const std::string name = record.text("name");
    const auto column = columnOf(name);
    if (!column) {
        record.complain(Sentence::of("there is no column \"{}\"; it was left out", name));
        return std::nullopt;
    }
    ColumnSpec spec{.column = *column, .title = record.text("title"), .expression = record.text("expression")};
    spec.width = static_cast<unsigned>(record.countWithin("width", ColumnSpec::narrowest, ColumnSpec::widest));
    spec.occurrence = static_cast<int>(std::clamp(record.number("occurrence"), -farthest, farthest));
    spec.side = sideOf(record.text("side")).value_or(ColumnSpec::Side::Left);
    spec.isHidden = record.flag("hidden", false);
    return spec;
}

} // namespace

nlohmann::ordered_json columnsJson(const std::vector<ColumnSpec> &columns)
{
    ColumnsJson all = ColumnsJson::array();
    for (const ColumnSpec &column : columns) {
        ColumnsJson one{{"name", nameOf(column.column)}};
        if (!column.title.empty())
            one["title"] = column.title;
        if (!column.expression.empty())
            one["expression"] = column.expression;
        if (column.occurrence != 0)
            one["occurrence"] = column.occurrence;
        if (column.side != ColumnSpec::Side::Left)
            one["side"] = nameOf(column.side);
        if (column.width > 0)
            one["width"] = column.width;
        if (column.isHidden)
            one["hidden"] = true;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<ColumnSpec> columnsIn(const SessionFields &fields)
{
    std::vector<ColumnSpec> columns;
    for (const SessionFields &record : fields.records("columns")) {
        auto column = columnIn(record);
        if (!column)
            continue;
        if (column->column != Column::Field && std::ranges::find(columns, column->column, &ColumnSpec::column) != columns.end())
            record.complain(Sentence::of("the column {} is there twice; it was taken once", nameOf(column->column)));
        else
            columns.push_back(*std::move(column));
    }
    return columns;
}

std::string columnsText(const std::vector<ColumnSpec> &columns)
{
    return ColumnsJson{{"columns", columnsJson(columns)}}.dump(-1, ' ', false, ColumnsJson::error_handler_t::replace);
}

std::vector<ColumnSpec> columnsOfText(std::string_view text)
{
    const JsonText json = readJson(text);
    std::vector<Error> problems;
    return json.values.empty() ? std::vector<ColumnSpec>() : columnsIn(SessionFields(json.values.front(), problems));
}

} // namespace vethscope
