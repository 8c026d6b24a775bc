#include "ui/models/packettreemodel.h"

#include "core/filter/rowfilter.h"
#include "core/names/nametable.h"
#include "core/protocols/framesentence.h"
#include "core/protocols/protocols.h"
#include "core/summary/boxes.h"
#include "ui/models/packetlink.h"
#include "ui/shared/language.h"
#include "ui/shared/nametext.h"
#include "ui/shared/selection.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

namespace vethscope {
namespace {

QString bracketed(const QString &words, bool generated)
{
    return generated && !words.isEmpty() ? QLatin1Char('[') + words + QLatin1Char(']') : words;
}

} // namespace

PacketTreeModel::PacketTreeModel(const Selection &selection, QObject *parent)
    : QAbstractItemModel(parent), m_selection(selection)
{
    connect(&selection, &Selection::packetChanged, this, &PacketTreeModel::rebuild);
    connect(&selection, &Selection::shownNamesChanged, this, &PacketTreeModel::updateNames);
    rebuild();
}

void PacketTreeModel::setFlat(bool flat)
{
    if (flat == m_flat)
        return;
    m_flat = flat;
    rebuild();
}

// How deep each row stands; below 0 what has no row.
std::vector<int> PacketTreeModel::levels() const
{
    std::vector<int> levels;
    int top = 0; // level of the header that a row belongs to
    for (const TreeNode &node : m_selection.tree()) {
        const bool begins = node.kind == TreeNode::Kind::Header || node.kind == TreeNode::Kind::Frame || node.kind == TreeNode::Kind::Stop;
        if (m_flat && begins)
            top = node.level;
        levels.push_back(m_flat && node.kind == TreeNode::Kind::Scope ? -1 : node.level - top);
    }
    return levels;
}

// Selection has already changed its tree when it says so; nobody asks the model anything in between.
void PacketTreeModel::rebuild()
{
    beginResetModel();
    const std::vector<TreeNode> &tree = m_selection.tree();
    m_places.assign(tree.size(), {});
    m_roots.clear();
    const std::vector<int> level = levels();
    std::vector<int> ancestors;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const int node = static_cast<int>(i);
        if (level[i] < 0)
            continue;
        while (!ancestors.empty() && level[static_cast<std::size_t>(ancestors.back())] >= level[i])
            ancestors.pop_back();
        const int parentNode = ancestors.empty() ? -1 : ancestors.back();
        std::vector<int> &siblings = parentNode < 0 ? m_roots : m_places[static_cast<std::size_t>(parentNode)].children;
        m_places[i].parent = parentNode;
        m_places[i].row = static_cast<int>(siblings.size());
        siblings.push_back(node);
        ancestors.push_back(node);
    }
    endResetModel();
}

void PacketTreeModel::updateNames()
{
    for (int node = 0; node < static_cast<int>(m_places.size()); ++node)
        if (indexOf(node).isValid() && Selection::canHaveName(m_selection.tree()[static_cast<std::size_t>(node)]))
            emit dataChanged(indexOf(node), indexOf(node, Value));
}

const std::vector<int> &PacketTreeModel::childrenOf(const QModelIndex &parent) const
{
    static const std::vector<int> none;
    if (!parent.isValid())
        return m_roots;
    return parent.column() == Label ? m_places[static_cast<std::size_t>(nodeOf(parent))].children : none;
}

QModelIndex PacketTreeModel::indexOf(int node, Column column) const
{
    if (node < 0 || static_cast<std::size_t>(node) >= m_places.size() || m_places[static_cast<std::size_t>(node)].row < 0)
        return {};
    return createIndex(m_places[static_cast<std::size_t>(node)].row, column, static_cast<quintptr>(node));
}

const TreeNode &PacketTreeModel::nodeAt(const QModelIndex &index) const
{
    return m_selection.tree()[static_cast<std::size_t>(nodeOf(index))];
}

QModelIndex PacketTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &children = childrenOf(parent);
    if (row < 0 || static_cast<std::size_t>(row) >= children.size() || column < 0 || column > Value)
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex PacketTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_places[static_cast<std::size_t>(nodeOf(index))].parent) : QModelIndex();
}

int PacketTreeModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(childrenOf(parent).size());
}

int PacketTreeModel::columnCount(const QModelIndex &) const
{
    return Value + 1;
}

QVariant PacketTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeNode &node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return bracketed(index.column() == Label ? label(node) : value(node), node.generated);
    case SentenceRole:
    case Qt::AccessibleTextRole:
        return sentence(node);
    case LinkRole: {
        const auto link = linkOf(node);
        return link ? QVariant(link->number) : QVariant();
    }
    case Qt::AccessibleDescriptionRole: {
        const auto link = linkOf(node);
        return link ? QVariant(tr("Link to packet %1").arg(link->number)) : QVariant();
    }
    case Qt::ToolTipRole: {
        const QString owners = node.kind == TreeNode::Kind::Header ? ownersIn(m_selection, node.layer) : ownerOf(m_selection, node);
        return owners.isEmpty() ? QString() : node.kind == TreeNode::Kind::Header ? sentence(node) + QLatin1Char('\n') + owners : owners;
    }
    default:
        return {};
    }
}

QVariant PacketTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Label ? tr("Field") : tr("Value");
}

QString PacketTreeModel::label(const TreeNode &node) const
{
    switch (node.kind) {
    case TreeNode::Kind::Scope:
        return scopeName(node.scope, node.depth);
    case TreeNode::Kind::Note:
        return translated(node.message);
    case TreeNode::Kind::Stop:
        return node.protocol ? text(node.protocol->title) + QStringLiteral(" · ") + translated(node.message)
                             : translated(node.message);
    case TreeNode::Kind::Frame:
        if (node.protocol == &protocols::frame)
            return tr("Frame %1").arg(m_selection.packet().frame.number);
        break;
    case TreeNode::Kind::Header:
    case TreeNode::Kind::Field:
        break;
    }
    return text(node.label);
}

QString PacketTreeModel::value(const TreeNode &node) const
{
    if (node.kind == TreeNode::Kind::Scope) // between two tunnels it is neither the nodes nor the pods that look
        return node.depth == 0 || node.depth == m_selection.packet().packet.depth() ? scopeRemark(node.scope) : QString();
    const QString words = text(node.value);
    if (node.kind == TreeNode::Kind::Field)
        return addressText(m_selection, node);
    if (node.protocol == &protocols::frame && node.kind == TreeNode::Kind::Frame)
        return translated(frameSentence(m_selection.packet().frame));
    if (node.protocol == &protocols::kubernetes && node.kind == TreeNode::Kind::Frame) {
        const QString traffic = trafficText(m_selection.traffic());
        return words.isEmpty() || traffic.isEmpty() ? words + traffic : words + QStringLiteral("   ") + traffic;
    }
    if (node.kind != TreeNode::Kind::Header || node.scope != Scope::Tunnel || node.depth > 0)
        return words;
    // The outermost tunnel header tells what all tunnels of the packet cost; before the remark of one without bytes.
    const PacketRow &packet = m_selection.packet();
    const QString cost = packet.packet.depth() > 1
        ? tr("+%1 bytes, %2 tunnels").arg(overheadOf(packet.frame, packet.packet).added).arg(packet.packet.depth())
        : tr("+%1 bytes").arg(overheadOf(packet.frame, packet.packet).added);
    if (words.isEmpty())
        return cost;
    return node.place.length > 0 ? words + QStringLiteral("   ") + cost : cost + QStringLiteral("   ") + words;
}

QString PacketTreeModel::sentence(const TreeNode &node) const
{
    const QString name = label(node);
    const QString words = value(node);
    const QString separator = node.kind == TreeNode::Kind::Field ? QStringLiteral(": ") : QStringLiteral(", ");
    const QString line = words.isEmpty() ? name : name.isEmpty() ? words : name + separator + words;
    return bracketed(line, node.generated);
}

QString PacketTreeModel::fieldName(int node) const
{
    return QString::fromStdString(rowName(m_selection.tree()[static_cast<std::size_t>(node)], 0).plain);
}

} // namespace vethscope
