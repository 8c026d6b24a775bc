#include "ui/journey/flowmodel.h"

#include "ui/journey/followedjourneys.h"
#include "ui/journey/journeytext.h"
#include "ui/shared/groupeddigits.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct FlowColumn {
    const char *title;
    const char *explanation = "";
};

const auto flowColumns = std::to_array<FlowColumn>({
    {QT_TRANSLATE_NOOP("FlowModel", "Flow")},
    {QT_TRANSLATE_NOOP("FlowModel", "From")},
    {QT_TRANSLATE_NOOP("FlowModel", "To")},
    {QT_TRANSLATE_NOOP("FlowModel", "Packets"), QT_TRANSLATE_NOOP("FlowModel", "Packets that were seen where it begins")},
    {QT_TRANSLATE_NOOP("FlowModel", "Lost"), QT_TRANSLATE_NOOP("FlowModel", "Packets that the next point would have shown, and did not")},
    {QT_TRANSLATE_NOOP("FlowModel", "Not observed"), QT_TRANSLATE_NOOP("FlowModel", "Packets that the next point did not show, which proves nothing")},
    {QT_TRANSLATE_NOOP("FlowModel", "Delay: min")},
    {QT_TRANSLATE_NOOP("FlowModel", "Median")},
    {QT_TRANSLATE_NOOP("FlowModel", "99 %"), QT_TRANSLATE_NOOP("FlowModel", "99 % of the packets took no longer")},
    {QT_TRANSLATE_NOOP("FlowModel", "Max")},
    {QT_TRANSLATE_NOOP("FlowModel", "Jitter"), QT_TRANSLATE_NOOP("FlowModel", "The mean difference of one packet's delay and the next one's")},
});

} // namespace

FlowModel::FlowModel(QObject *parent) : QAbstractTableModel(parent) { }

void FlowModel::setFlows(std::shared_ptr<const FollowedJourneys> all)
{
    beginResetModel();
    m_all = std::move(all);
    m_rows.clear();
    for (std::size_t flow = 0; m_all && flow < m_all->flows.size(); ++flow) {
        const std::size_t segments = m_all->flows[flow].segments.size();
        if (segments == 0)
            m_rows.push_back({flow, std::nullopt});
        for (std::size_t segment = 0; segment < segments; ++segment)
            m_rows.push_back({flow, segment});
    }
    endResetModel();
    sort(Lost, Qt::DescendingOrder);
}

int FlowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FlowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const journey::FlowSegments &FlowModel::flow(int row) const
{
    return m_all->flows[m_rows[std::size_t(row)].flow];
}

const journey::Segment *FlowModel::segment(int row) const
{
    const auto segment = m_rows[std::size_t(row)].segment;
    return segment ? &flow(row).segments[*segment] : nullptr;
}

int FlowModel::firstPacket(int row) const
{
    return int(flow(row).first.hops.front().rows.front());
}

std::optional<std::int64_t> FlowModel::number(int row, Column column) const
{
    const journey::Segment *const one = segment(row);
    if (!one)
        return std::nullopt;
    switch (column) {
    case Packets: return std::int64_t(one->packets);
    case Lost: return std::int64_t(one->lost);
    case NotObserved: return std::int64_t(one->notObserved);
    default: break;
    }
    if (!one->delays)
        return std::nullopt;
    switch (column) {
    case Least: return one->delays->least;
    case Median: return one->delays->median;
    case LongOnes: return one->delays->longOnes;
    case Most: return one->delays->most;
    case Jitter: return one->delays->jitter;
    default: return std::nullopt;
    }
}

QString FlowModel::text(int row, Column column) const
{
    const journey::Segment *const one = segment(row);
    const auto point = [&](std::uint16_t id) { return pointTitle(m_all->followed->points()[id]); };
    if (column == Flow)
        return flowTitle(m_all->followed->tuple(flow(row).first));
    if (column == From)
        return point(one ? one->from : flow(row).first.hops.front().point);
    if (column == To)
        return one ? point(one->to) : QStringLiteral("–");
    const auto value = number(row, column);
    if (!value)
        return QStringLiteral("–");
    return column <= NotObserved ? grouped(std::uint64_t(*value)) : durationText(*value);
}

QVariant FlowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const auto isBad = [&] { return column == Lost && number(index.row(), Lost).value_or(0) > 0; };
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), column);
    case Qt::ToolTipRole: return column <= To ? text(index.row(), column) : QVariant();
    case Qt::TextAlignmentRole: return int((column <= To ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return isBad() ? QVariant(Palette::current().bad) : QVariant();
    default: return {};
    }
}

QVariant FlowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const FlowColumn &column = flowColumns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("FlowModel", column.title);
    if (role == Qt::ToolTipRole && *column.explanation)
        return QCoreApplication::translate("FlowModel", column.explanation);
    if (role == Qt::TextAlignmentRole)
        return int((section <= To ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

// What is equal stays as it came: the worst first. What has no number comes last.
void FlowModel::sort(int column, Qt::SortOrder order)
{
    if (!m_all || column < 0 || column >= ColumnCount)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<Row> kept;
    for (const QModelIndex &index : before)
        kept.push_back(m_rows[std::size_t(index.row())]);
    const auto asItCame = [](const Row &one) { return std::pair(one.flow, one.segment); };
    std::ranges::sort(m_rows, {}, asItCame);
    std::vector<std::size_t> places(m_rows.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    const auto wanted = Column(column);
    const auto isLess = [&](std::size_t a, std::size_t b) {
        if (wanted <= To)
            return order == Qt::AscendingOrder ? text(int(a), wanted) < text(int(b), wanted) : text(int(b), wanted) < text(int(a), wanted);
        const auto left = number(int(a), wanted), right = number(int(b), wanted);
        if (!left || !right)
            return left.has_value() && !right;
        return order == Qt::AscendingOrder ? *left < *right : *right < *left;
    };
    std::ranges::stable_sort(places, isLess);
    std::vector<Row> sorted;
    for (const std::size_t place : places)
        sorted.push_back(m_rows[place]);
    m_rows = std::move(sorted);
    QModelIndexList after;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto row = std::ranges::find(m_rows, asItCame(kept[i]), asItCame) - m_rows.begin();
        after << index(int(row), before[qsizetype(i)].column());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void FlowModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace vethscope
