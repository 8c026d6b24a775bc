#include "ui/statistics/expertmodel.h"

#include "core/dissect/protocol.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/language.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"
#include "ui/statistics/expertlook.h"
#include "ui/statistics/statisticview.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

const auto expertTitles = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Expert", "Severity and Message"),
    QT_TRANSLATE_NOOP("Expert", "Scope"),
    QT_TRANSLATE_NOOP("Expert", "Protocol"),
    QT_TRANSLATE_NOOP("Expert", "Count"),
    QT_TRANSLATE_NOOP("Expert", "Packet"),
});

} // namespace

ExpertModel::ExpertModel(const OpenCapture &capture, QObject *parent) : StatisticModel("Expert", expertTitles, Count, parent), m_capture(capture) { }

// A packet's index has its group's place in it, counted from 1; a group's own has 0.
QModelIndex ExpertModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ExpertModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() > 0 ? createIndex(int(child.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
}

int ExpertModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())]->rows.size()) : 0;
}

const ExpertModel::Group *ExpertModel::group(const QModelIndex &index) const
{
    return m_groups[index.internalId() == 0 ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
}

// What all its messages have in common.
QString ExpertModel::words(const Group &group) const
{
    if (!group.varies)
        return translated(group.message);
    static const QRegularExpression value(QStringLiteral("\\{\\d?\\}"));
    return QCoreApplication::translate(Sentence::context, group.text.c_str()).replace(value, QStringLiteral("…"));
}

// Read again: nothing is kept for a packet but its number.
QString ExpertModel::wordsOf(const Group &group, std::uint32_t row) const
{
    if (!m_capture.isOpen() || row >= m_capture.store().size())
        return {};
    const Frame frame = m_capture.store().frame(row);
    findExpertItems(frame, m_capture.dissector().dissect(frame), m_scratch, m_found);
    QStringList said;
    for (const ExpertItem &item : m_found)
        if (item.severity == group.severity && item.protocol == group.protocol && item.scope == group.scope && item.depth == group.depth && groupText(item.message) == group.text)
            said << translated(item.message);
    said.removeDuplicates();
    return said.join(QStringLiteral("; "));
}

QVariant ExpertModel::groupData(const Group &group, int column, int role) const
{
    const int scope = scopeNumber(group.scope, group.depth);
    switch (role) {
    case Qt::DisplayRole:
        return column == Message    ? words(group)
               : column == Scopes   ? scopeName(group.scope, group.depth)
               : column == Protocol ? text(group.protocol->shortTitle.empty() ? group.protocol->title : group.protocol->shortTitle)
               : column == Count    ? grouped(group.items)
                                    : grouped(group.rows.front() + 1);
    case Qt::AccessibleTextRole:
        return column == Message ? QVariant(expertName(group.severity) + QStringLiteral(": ") + words(group)) : QVariant();
    case SortRole:
        return column == Message ? QVariant(int(ExpertSeverity::Error) - int(group.severity)) : column == Scopes ? QVariant(scope) : column == Protocol ? groupData(group, column, Qt::DisplayRole)
               : column == Count ? QVariant(quint64(group.items)) : QVariant(group.rows.front());
    case CopyRole:
        return column == Message ? QVariant(expertName(group.severity) + QStringLiteral(": ") + words(group)) : column == Count ? QVariant(quint64(group.items)) : column == Packet ? QVariant(group.rows.front() + 1) : QVariant();
    case KeyRole:
        return QStringLiteral("%1 %2 %3 %4").arg(int(group.severity)).arg(text(group.protocol->name)).arg(scope).arg(text(group.text));
    case ScopesRole:
        return column == Scopes ? QVariant(QVariantList{scope}) : QVariant();
    case SeverityRole:
        return column == Message ? QVariant(int(group.severity)) : QVariant();
    case PacketRole:
        return int(group.rows.front());
    case FilterRole:
        return QString::fromStdString(filterOf(group));
    case Qt::ToolTipRole:
        return column == Message ? expertName(group.severity) + QStringLiteral(": ") + words(group) : column == Packet ? tr("The first packet of the group") : QString();
    default:
        return {};
    }
}

QVariant ExpertModel::packetData(const Group &group, int row, int column, int role) const
{
    const std::uint32_t packet = group.rows[std::size_t(row)];
    switch (role) {
    case Qt::DisplayRole:
        return column == Message ? QVariant(wordsOf(group, packet)) : column == Packet ? QVariant(grouped(packet + 1)) : QVariant();
    case SortRole:
        return packet;
    case CopyRole:
        return column == Packet ? QVariant(packet + 1) : QVariant();
    case KeyRole:
        return QString::number(packet);
    case PacketRole:
        return int(packet);
    case FilterRole:
        return QStringLiteral("frame.number == %1").arg(packet + 1);
    default:
        return {};
    }
}

QVariant ExpertModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    const Group &shown = *group(index);
    return index.internalId() == 0 ? groupData(shown, index.column(), role) : packetData(shown, index.row(), index.column(), role);
}

void ExpertModel::choose()
{
    m_groups.clear();
    if (m_counts)
        for (const Group *one : m_counts->groups())
            if ((!m_severity || one->severity == *m_severity) && (m_search.isEmpty() || words(*one).contains(m_search, Qt::CaseInsensitive) || text(one->protocol->name).contains(m_search, Qt::CaseInsensitive)))
                m_groups.push_back(one);
}

void ExpertModel::setCounts(std::shared_ptr<const ExpertCounts> counts)
{
    beginResetModel();
    m_counts = std::move(counts);
    choose();
    endResetModel();
}

void ExpertModel::setSeverity(std::optional<ExpertSeverity> severity)
{
    beginResetModel();
    m_severity = severity;
    choose();
    endResetModel();
}

void ExpertModel::setSearch(const QString &words)
{
    beginResetModel();
    m_search = words;
    choose();
    endResetModel();
}

} // namespace vethscope
