#include "ui/models/packetlistmodel.h"

#include "core/dissect/ignored.h"
#include "core/dissect/layerview.h"
#include "core/explain/interfacename.h"
#include "ui/models/relatedpackets.h"
#include "ui/shared/marks.h"
#include "ui/shared/nametext.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <algorithm>

// What the cells of the packet list say, and the titles above them.

namespace vethscope {
namespace {

QString columnText(Column column, const PacketRow &packet, Perspective perspective, const PortNaming *ports = nullptr)
{
    TextBuffer printed;
    printColumn(column, packet, perspective, printed, ports);
    return text({printed.data(), printed.size()});
}

Qt::Alignment sideOf(const ColumnSpec &column)
{
    return column.side == ColumnSpec::Side::Left ? Qt::AlignLeft : column.side == ColumnSpec::Side::Right ? Qt::AlignRight : Qt::AlignHCenter;
}

} // namespace

QVariant PacketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int place = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(place, index.row());
    case Qt::AccessibleTextRole: {
        const QString words = spoken(place, index.row());
        return m_columns.at(place).column == Column::Number ? spokenNumber(words, index.row()) : words;
    }
    case relationRole:
        return m_related ? int(m_related->relationOf(storeRow(index.row()), packet(index.row()))) : 0;
    case markedRole:
        return isMarked(index.row());
    case columnRole:
        return int(m_columns.at(place).column);
    case figureRole:
        return m_columns.isFigure(place);
    case Qt::ToolTipRole:
        return explanation(place, index.row());
    case Qt::TextAlignmentRole:
        return int(sideOf(m_columns.at(place)) | Qt::AlignVCenter);
    default:
        return {};
    }
}

// The column's address as the frame has it; nothing for other columns.
Bytes PacketListModel::addressIn(Column column, const PacketRow &packet) const
{
    const auto shown = shownAddress(column, packet.packet, m_perspective);
    return shown ? LayerView(packet.frame, packet.packet, shown->layer).raw(*shown->field) : Bytes();
}

// As the user says; of a file with several interfaces, their names stay.
QString PacketListModel::givenPoint(const PacketRow &packet) const
{
    const auto given = m_capture.pointOf(int(packet.frame.number) - 1);
    if (!given)
        return {};
    const PacketStore &store = m_capture.store();
    const bool hasOwn = given->interface.empty() || explain::keepsItsName(store, store.interfaceOf(packet.frame.number - 1));
    const std::string_view device = hasOwn ? packet.frame.pointInterface : std::string_view(given->interface), node = given->node.empty() ? packet.frame.pointNode : std::string_view(given->node);
    return QStringLiteral("%1 %2").arg(vethscope::text(node), vethscope::text(device)).trimmed();
}

QString PacketListModel::text(int place, int row) const
{
    const ColumnSpec &spec = m_columns.at(place);
    const PacketRow &packet = this->packet(row);
    const PortNaming *const ports = m_capture.shownNames().ports();
    if (spec.column == Column::Field) {
        TextBuffer printed;
        if (const FieldColumn *field = m_columns.field(place))
            field->print(packet, spec.occurrence, m_scratch, printed, ports);
        return vethscope::text(viewOf(printed));
    }
    if (spec.column == Column::Time || spec.column == Column::Delta)
        return timeText(spec.column, row);
    if (spec.column == Column::Info && vethscope::isIgnored(packet.frame))
        return tr("<Ignored>");
    if (spec.column == Column::Point)
        if (const QString given = givenPoint(packet); !given.isEmpty())
            return given;
    const QString name = m_capture.shownName(addressIn(spec.column, packet));
    return name.isEmpty() ? columnText(spec.column, packet, m_perspective, ports) : name;
}

// Delta, and times since the packet that is displayed before it, count from the row above.
QString PacketListModel::timeText(Column column, int row) const
{
    const int stored = storeRow(row);
    const PacketStore &store = m_capture.store();
    const PacketRow &packet = this->packet(row);
    if (!packet.frame.timed)
        return {};
    const bool isReference = column == Column::Time && m_references && m_references->contains(stored);
    if (isReference)
        return tr("*REF*");
    TimeStyle style = m_timeStyle;
    if (column == Column::Delta)
        style.format = TimeFormat::SincePreviousDisplayed;
    int from = 0;
    if (style.format == TimeFormat::SincePreviousDisplayed)
        from = storeRow(std::max(row - 1, 0));
    else if (style.format == TimeFormat::SincePrevious)
        from = std::max(stored - 1, 0);
    else if (m_references)
        from = std::max(m_references->previous(stored), 0);
    TextBuffer text;
    printTime(text, style, packet.frame.time, store.time(std::size_t(from)), digitsOf(store.interfaceOf(std::size_t(stored)).unitsPerSecond));
    return vethscope::text(viewOf(text));
}

QString PacketListModel::spoken(int place, int row) const
{
    const QString words = text(place, row);
    if (m_columns.at(place).column != Column::Source || isIgnored(row))
        return words;
    const PacketRow &packet = this->packet(row);
    const AddressScope scope = addressScope(packet.packet, m_perspective);
    const QString traffic = trafficText(m_capture.trafficOf(packet));
    return QStringLiteral("%1, %2").arg(traffic.isEmpty() ? scopeName(scope.scope, scope.depth) : traffic, words);
}

QString PacketListModel::explanation(int place, int row) const
{
    const Column column = m_columns.at(place).column;
    const PacketRow &packet = this->packet(row);
    if (column == Column::Layers) {
        const QString traffic = trafficText(m_capture.trafficOf(packet));
        const QString layers = columnText(column, packet, m_perspective);
        return traffic.isEmpty() ? layers : layers + QLatin1Char('\n') + traffic;
    }
    QStringList lines;
    if (const QString owner = explained(m_capture.shownNames(), addressIn(column, packet)); !owner.isEmpty())
        lines << columnText(column, packet, m_perspective) << owner;
    if (const QString rule = ruleName(row); !rule.isEmpty())
        lines << tr("Colour rule: %1").arg(rule);
    return lines.join(QLatin1Char('\n'));
}

QVariant PacketListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.title(section);
    if (role == Qt::ToolTipRole)
        return m_columns.error(section);
    if (role == Qt::TextAlignmentRole)
        return int(sideOf(m_columns.at(section)) | Qt::AlignVCenter);
    return {};
}

} // namespace vethscope
