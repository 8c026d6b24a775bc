#include "ui/models/listcolumns.h"

#include "ui/shared/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr auto titles = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("PacketListModel", "No."),
    QT_TRANSLATE_NOOP("PacketListModel", "Time"),
    QT_TRANSLATE_NOOP("PacketListModel", "Point"),
    QT_TRANSLATE_NOOP("PacketListModel", "Layers"),
    QT_TRANSLATE_NOOP("PacketListModel", "Source"),
    QT_TRANSLATE_NOOP("PacketListModel", "Destination"),
    QT_TRANSLATE_NOOP("PacketListModel", "Protocol"),
    QT_TRANSLATE_NOOP("PacketListModel", "Length"),
    QT_TRANSLATE_NOOP("PacketListModel", "Info"),
    QT_TRANSLATE_NOOP("PacketListModel", "Delta"),
    QT_TRANSLATE_NOOP("PacketListModel", "Underlay src → dst"),
    QT_TRANSLATE_NOOP("PacketListModel", "Overlay src → dst"),
    QT_TRANSLATE_NOOP("PacketListModel", "Tunnel"),
});

} // namespace

ListColumns::ListColumns(const Registry &registry, QObject *parent) : QObject(parent), m_registry(registry)
{
    compile();
}

int ListColumns::placeOf(Column column) const
{
    const auto found = std::ranges::find(m_all, column, &ColumnSpec::column);
    return found == m_all.end() ? -1 : int(found - m_all.begin());
}

void ListColumns::compile()
{
    m_compiled.clear();
    for (const ColumnSpec &column : m_all) {
        Compiled &one = m_compiled.emplace_back();
        if (column.column != Column::Field)
            continue;
        if (auto field = FieldColumn::compile(column.expression, m_registry))
            one.field = *std::move(field);
        else
            one.error = translated(field.error().message);
    }
}

void ListColumns::set(std::vector<ColumnSpec> columns)
{
    if (columns == m_all || columns.empty())
        return;
    m_all = std::move(columns);
    compile();
    emit changed();
}

int ListColumns::insert(ColumnSpec column, int place)
{
    if (place < 0 || place > count()) {
        place = count();
        if (count() > 0 && isInfo(m_all.back().column))
            --place;
    }
    m_all.insert(m_all.begin() + place, std::move(column));
    compile();
    emit changed();
    return place;
}

void ListColumns::remove(int place)
{
    m_all.erase(m_all.begin() + place);
    compile();
    emit changed();
}

void ListColumns::move(int from, int to)
{
    if (from == to)
        return;
    const auto begin = m_all.begin();
    from < to ? std::rotate(begin + from, begin + from + 1, begin + to + 1) : std::rotate(begin + to, begin + from, begin + from + 1);
    compile();
    emit changed();
}

void ListColumns::change(int place, ColumnSpec column)
{
    ColumnSpec &old = m_all[std::size_t(place)];
    if (column == old)
        return;
    const bool isOther = column.column != old.column || column.expression != old.expression || column.occurrence != old.occurrence || column.width != old.width;
    old = std::move(column);
    if (!isOther) {
        emit restyled(place);
        return;
    }
    compile();
    emit changed();
}

const FieldColumn *ListColumns::field(int place) const
{
    const auto &field = m_compiled[std::size_t(place)].field;
    return field ? &*field : nullptr;
}

QString ListColumns::error(int place) const
{
    return m_compiled[std::size_t(place)].error;
}

QString ListColumns::title(int place) const
{
    const ColumnSpec &column = at(place);
    if (!column.title.empty())
        return QString::fromStdString(column.title);
    return column.column == Column::Field ? QString::fromStdString(column.expression) : titleOf(column.column);
}

QString ListColumns::titleOf(Column column)
{
    const auto place = static_cast<std::size_t>(column == Column::ClassicInfo ? Column::Info : column);
    return place < titles.size() ? QCoreApplication::translate("PacketListModel", titles[place]) : QString();
}

bool ListColumns::isFigure(int place) const
{
    switch (at(place).column) {
    case Column::Number:
    case Column::Time:
    case Column::Delta:
    case Column::Length: return true;
    case Column::Field: return field(place) && field(place)->isNumeric();
    default: return false;
    }
}

} // namespace vethscope
