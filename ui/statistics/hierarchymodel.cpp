#include "ui/statistics/hierarchymodel.h"

#include "core/dissect/protocol.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/utf8text.h"
#include "ui/statistics/statisticview.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

using Node = ProtocolHierarchy::Node;

const auto hierarchyTitles = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("Hierarchy", "Protocol"),
    QT_TRANSLATE_NOOP("Hierarchy", "Scope"),
    QT_TRANSLATE_NOOP("Hierarchy", "Packets"),
    QT_TRANSLATE_NOOP("Hierarchy", "% Packets"),
    QT_TRANSLATE_NOOP("Hierarchy", "Bytes"),
    QT_TRANSLATE_NOOP("Hierarchy", "% Bytes"),
    QT_TRANSLATE_NOOP("Hierarchy", "Bits/s"),
    QT_TRANSLATE_NOOP("Hierarchy", "End Packets"),
    QT_TRANSLATE_NOOP("Hierarchy", "End Bytes"),
});

bool isShare(int column)
{
    return column == HierarchyModel::PacketShare || column == HierarchyModel::ByteShare;
}

// Whether both trees are the same but for their numbers.
bool isSameShape(const ProtocolHierarchy &left, const ProtocolHierarchy &right)
{
    return std::ranges::equal(left.nodes(), right.nodes(), [](const Node &one, const Node &other) { return one.name == other.name && one.parent == other.parent && one.protocol == other.protocol; });
}

} // namespace

HierarchyModel::HierarchyModel(QObject *parent) : StatisticModel("Hierarchy", hierarchyTitles, Packets, parent) { }

QModelIndex HierarchyModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(node(parent).children[std::size_t(row)]) : quintptr(0));
}

QModelIndex HierarchyModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const std::uint32_t above = node(child).parent;
    if (above == 0)
        return createIndex(0, 0, quintptr(0));
    const auto &siblings = m_counts->nodes()[m_counts->nodes()[above].parent].children;
    return createIndex(int(std::ranges::find(siblings, above) - siblings.begin()), 0, quintptr(above));
}

int HierarchyModel::rowCount(const QModelIndex &parent) const
{
    if (!m_counts || parent.column() > 0)
        return 0;
    return parent.isValid() ? int(node(parent).children.size()) : 1;
}

QString HierarchyModel::title(const Node &node) const
{
    if (node.parent == ProtocolHierarchy::none)
        return tr("Frame");
    if (!node.protocol)
        return node.name == "_ws.short" ? tr("Cut short by the capture") : tr("Malformed");
    return text(node.protocol->title);
}

QVariantList HierarchyModel::scopes(const Node &node) const
{
    QVariantList all;
    if (node.parent != ProtocolHierarchy::none)
        for (const Scope scope : {Scope::Native, Scope::Underlay, Scope::Tunnel, Scope::Overlay})
            if (node.has(scope))
                all << scopeNumber(scope, node.depth);
    return all;
}

double HierarchyModel::share(const Node &node, int column) const
{
    const Node &all = m_counts->root();
    const auto part = double(column == PacketShare ? node.frames : node.bytes), whole = double(column == PacketShare ? all.frames : all.bytes);
    return whole > 0 ? part / whole : 0;
}

QVariant HierarchyModel::number(const Node &node, int column) const
{
    switch (column) {
    case Packets:
        return quint64(node.frames);
    case Bytes:
        return quint64(node.bytes);
    case BitRate:
        return m_duration > 0 ? QVariant(quint64(double(node.bytes) * 8 / m_duration + 0.5)) : QVariant();
    case EndPackets:
        return quint64(node.endFrames);
    case EndBytes:
        return quint64(node.endBytes);
    default:
        return {};
    }
}

QString HierarchyModel::explanation(const Node &node, int column) const
{
    switch (column) {
    case Protocol:
        return node.protocol ? text(node.name) : QString();
    case Packets:
    case PacketShare:
        return tr("How many headers of it there are: a packet counts again for each of them that lies inside another one");
    case Bytes:
    case ByteShare:
        return tr("The whole length of those packets, not of these headers alone");
    case EndPackets:
    case EndBytes:
        return tr("Packets in which nothing follows behind it");
    default:
        return {};
    }
}

QVariant HierarchyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &shown = node(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (column == Protocol)
            return title(shown);
        if (column == Scopes) {
            QStringList names;
            for (const QVariant &scope : scopes(shown))
                names << scopeName(numberedScope(scope.toInt()), numberedDepth(scope.toInt()));
            return names.join(QStringLiteral(", "));
        }
        if (isShare(column))
            return QStringLiteral("%1 %").arg(100 * share(shown, column), 0, 'f', 1);
        if (const QVariant value = number(shown, column); value.isValid())
            return grouped(value.toULongLong());
        return {};
    case SortRole:
        return column == Protocol ? QVariant(title(shown)) : column == Scopes ? QVariant(scopes(shown).value(0).toInt()) : isShare(column) ? QVariant(share(shown, column)) : number(shown, column);
    case CopyRole:
        return isShare(column) ? QVariant(QString::number(100 * share(shown, column), 'f', 2)) : number(shown, column);
    case KeyRole:
        return text(shown.name) + QString::number(shown.depth);
    case ScopesRole:
        return column == Scopes ? QVariant(scopes(shown)) : QVariant();
    case ShareRole:
        return isShare(column) ? QVariant(share(shown, column)) : QVariant();
    case PacketRole:
        return int(shown.first);
    case FilterRole:
        return QString::fromStdString(filterOf(*m_counts, shown));
    case Qt::ToolTipRole:
        return explanation(shown, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    default:
        return {};
    }
}

void HierarchyModel::setCounts(std::shared_ptr<const ProtocolHierarchy> counts)
{
    if (counts && counts->root().frames == 0)
        counts.reset();
    const double duration = counts ? counts->duration() : 0;
    if (counts && m_counts && isSameShape(*counts, *m_counts)) {
        m_counts = std::move(counts);
        m_duration = duration;
        emit layoutAboutToBeChanged();
        emit layoutChanged();
        return;
    }
    beginResetModel();
    m_counts = std::move(counts);
    m_duration = duration;
    endResetModel();
}

} // namespace vethscope
