#include "core/columns/columnspec.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr auto columnNames = std::to_array<std::string_view>({"number", "time", "point", "layers", "source", "destination", "protocol", "length", "info",
                                                              "delta", "underlay", "overlay", "tunnel", "field", "classicInfo"});
constexpr auto sideNames = std::to_array<std::string_view>({"left", "centre", "right"});

template <typename Kind, std::size_t size>
std::optional<Kind> named(const std::array<std::string_view, size> &names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Kind>(found - names.begin()));
}

std::vector<ColumnSpec> readyMade(std::initializer_list<Column> columns)
{
    std::vector<ColumnSpec> specs;
    for (const Column column : columns)
        specs.push_back({.column = column});
    return specs;
}

} // namespace

std::string_view nameOf(Column column)
{
    return columnNames[static_cast<std::size_t>(column)];
}

std::optional<Column> columnOf(std::string_view name)
{
    return named<Column>(columnNames, name);
}

std::string_view nameOf(ColumnSpec::Side side)
{
    return sideNames[static_cast<std::size_t>(side)];
}

std::optional<ColumnSpec::Side> sideOf(std::string_view name)
{
    return named<ColumnSpec::Side>(sideNames, name);
}

std::vector<ColumnSpec> usualColumns()
{
    return readyMade({Column::Number, Column::Time, Column::Point, Column::Layers, Column::Source, Column::Destination, Column::Protocol, Column::Length, Column::Info});
}

std::vector<ColumnSpec> classicColumns()
{
    return readyMade({Column::Number, Column::Time, Column::Source, Column::Destination, Column::Protocol, Column::Length, Column::ClassicInfo});
}

} // namespace vethscope
