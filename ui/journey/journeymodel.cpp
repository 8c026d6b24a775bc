#include "ui/journey/journeymodel.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/hopcolumns.h"
#include "ui/journey/journeytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

const auto journeyColumns = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("JourneyModel", "No."),
    QT_TRANSLATE_NOOP("JourneyModel", "Time"),
    QT_TRANSLATE_NOOP("JourneyModel", "Flow"),
    QT_TRANSLATE_NOOP("JourneyModel", "Hops"),
    QT_TRANSLATE_NOOP("JourneyModel", "Took"),
    QT_TRANSLATE_NOOP("JourneyModel", "What became of it"),
});

} // namespace

JourneyModel::JourneyModel(QObject *parent) : QAbstractTableModel(parent) { }

void JourneyModel::setJourneys(std::shared_ptr<const FollowedJourneys> all)
{
    beginResetModel();
    m_all = std::move(all);
    choose();
    endResetModel();
}

void JourneyModel::setOnlyUndelivered(bool only)
{
    beginResetModel();
    m_onlyUndelivered = only;
    choose();
    endResetModel();
}

void JourneyModel::choose()
{
    m_rows.clear();
    for (std::size_t i = 0; m_all && i < m_all->followed->all().size(); ++i)
        if (!m_onlyUndelivered || m_all->followed->outcome(i).kind != journey::Outcome::Kind::Delivered)
            m_rows.push_back(std::uint32_t(i));
}

int JourneyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JourneyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int JourneyModel::rowOf(std::size_t journey) const
{
    const auto found = std::ranges::lower_bound(m_rows, journey);
    return found != m_rows.end() && *found == journey ? int(found - m_rows.begin()) : -1;
}

int JourneyModel::firstPacket(int row) const
{
    return int(m_all->followed->all()[journey(row)].hops.front().rows.front());
}

journey::Outcome JourneyModel::outcome(int row) const
{
    return m_all->followed->outcome(journey(row));
}

std::vector<JourneyModel::Mark> JourneyModel::marks(int row) const
{
    const journey::Journey one = m_all->followed->all()[journey(row)];
    std::vector<Mark> marks;
    for (const HopColumn &column : hopColumns(*m_all, journey(row)))
        marks.push_back(column.isLost ? Mark::Lost : !column.hop ? Mark::NotObserved : one.hops[*column.hop].depth > 0 ? Mark::InTunnel : Mark::Seen);
    return marks;
}

QString JourneyModel::text(int row, Column column) const
{
    const journey::Followed &followed = *m_all->followed;
    const journey::Journey one = followed.all()[journey(row)];
    switch (column) {
    case Number: return QString::number(firstPacket(row) + 1);
    case Time: return QLocale::c().toString(static_cast<double>(followed.store().time(std::size_t(firstPacket(row))) - followed.store().time(0)) / 1e9, 'f', 6);
    case Flow: return flowTitle(followed.tuple(one));
    case Hops: return QString::number(one.hops.size());
    case Took: return one.hops.size() < 2 ? QStringLiteral("–") : durationText(followed.time(one.hops.back()) - followed.time(one.hops.front()));
    case OutcomeColumn: return outcomeWord(*m_all, journey(row));
    case ColumnCount: break;
    }
    return {};
}

QVariant JourneyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column);
    case Qt::AccessibleTextRole: return column == Hops ? tr("seen at %1 points").arg(text(index.row(), Hops)) : text(index.row(), column);
    case Qt::ToolTipRole: return column == OutcomeColumn ? outcomeReason(*m_all, journey(index.row())) : QVariant();
    case Qt::TextAlignmentRole: return int((column == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return column == OutcomeColumn ? QVariant(outcomeColour(outcome(index.row()).kind)) : QVariant();
    default: return {};
    }
}

QVariant JourneyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("JourneyModel", journeyColumns[std::size_t(section)]);
    if (role == Qt::TextAlignmentRole)
        return int((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void JourneyModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace vethscope
