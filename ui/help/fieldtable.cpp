#include "ui/help/fieldtable.h"

#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QFont>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostValues = 12;

QString typeName(const FieldRef &ref)
{
    if (!ref.field || ref.field->name.empty())
        return FieldTable::tr("Header");
    switch (ref.field->show) {
    case Show::Nothing: return FieldTable::tr("Present or not");
    case Show::Decimal: return FieldTable::tr("Number");
    case Show::Signed: return FieldTable::tr("Number with a sign");
    case Show::Hexadecimal: return FieldTable::tr("Number, hexadecimal");
    case Show::Flag: return FieldTable::tr("Yes or no");
    case Show::Mac: return FieldTable::tr("MAC address");
    case Show::Ipv4: return FieldTable::tr("IPv4 address");
    case Show::Ipv6: return FieldTable::tr("IPv6 address");
    case Show::Raw: return FieldTable::tr("Bytes");
    case Show::Text: return FieldTable::tr("Text");
    case Show::Time: return FieldTable::tr("Time span");
    case Show::Date: return FieldTable::tr("Day and time");
    }
    return {};
}

QString valuesOf(const Field &field)
{
    QStringList values;
    for (const ValueName &name : field.names.first(std::min(mostValues, field.names.size())))
        values << QStringLiteral("%1 %2").arg(name.value).arg(text(name.text));
    return values.join(QStringLiteral(", ")) + (field.names.size() > mostValues ? QStringLiteral(", …") : QString());
}

} // namespace

FieldTable::FieldTable(const Registry &registry, QObject *parent) : QAbstractTableModel(parent)
{
    for (const std::string_view name : registry.names()) {
        const auto fields = registry.find(name);
        const Protocol *const protocol = fields.empty() ? registry.protocol(name) : nullptr;
        if (fields.empty() && !protocol)
            continue;
        Row row{std::string(name), fields.empty() ? FieldRef{protocol, nullptr} : fields.front(), {}};
        for (const FieldRef &one : fields)
            if (const std::string its = one.field ? fullName(*one.protocol, *one.field) : std::string(); fields.size() > 1 && its != name && row.others.find(its) == row.others.npos)
                row.others += (row.others.empty() ? "" : ", ") + its;
        m_rows.push_back(std::move(row));
    }
}

int FieldTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FieldTable::columnCount(const QModelIndex &) const
{
    return Values + 1;
}

QString FieldTable::cell(const Row &row, int column) const
{
    const Protocol &protocol = *row.field.protocol;
    const bool isField = row.field.field && !row.field.field->name.empty();
    switch (Part(column)) {
    case Name: return text(row.name);
    case Label: return !row.others.empty() ? tr("any of %1").arg(text(row.others)) : isField ? text(row.field.field->label) : text(protocol.title);
    case Type: return typeName(row.field);
    case ProtocolTitle: return protocol.reference.empty() ? text(protocol.title) : QStringLiteral("%1 (%2)").arg(text(protocol.title), text(protocol.reference));
    case Values: return isField ? valuesOf(*row.field.field) : QString();
    }
    return {};
}

QVariant FieldTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Values || index.column() == Label ? cell(row, index.column()) : QVariant();
    case Qt::FontRole:
        return index.column() == Name ? QVariant(monospaceFont()) : QVariant();
    case SearchRole: {
        QStringList parts;
        for (int column = Name; column <= Values; ++column)
            parts << cell(row, column);
        return parts.join(QLatin1Char('\n')).toLower();
    }
    default:
        return {};
    }
}

QVariant FieldTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Name"), tr("Meaning"), tr("Type"), tr("Protocol"), tr("Values")};
    return titles.value(section);
}

} // namespace vethscope
