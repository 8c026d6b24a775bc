#include "ui/panels/packettreeview.h"

#include "ui/models/packettreemodel.h"
#include "ui/panels/treedelegate.h"
#include "ui/shared/selection.h"
#include "ui/theme/leastpane.h"
#include "ui/theme/palette.h"

#include <QGuiApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QToolTip>

namespace vethscope {
namespace {

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// What a row is, whichever packet it stands in.
QByteArray expansionKey(const TreeNode &node, bool flat)
{
    QByteArray key = (flat ? "flat/" : "") + QByteArray::number(static_cast<int>(node.kind)) + '/' + QByteArray::number(node.depth);
    if (node.protocol)
        key += '/' + bytes(node.protocol->name);
    if (node.kind == TreeNode::Kind::Field)
        key += '/' + bytes(node.field && !node.field->name.empty() ? node.field->name : std::string_view(node.label));
    return key;
}

bool isBelow(QModelIndex index, const QModelIndex &ancestor)
{
    while (index.isValid() && index != ancestor)
        index = index.parent();
    return index.isValid();
}

// Flat, a tunnel's header is one of many.
bool expandedAtFirst(const TreeNode &node, bool flat)
{
    if (flat)
        return false;
    return node.kind == TreeNode::Kind::Scope || (node.kind == TreeNode::Kind::Header && node.scope == Scope::Tunnel);
}

} // namespace

PacketTreeView::PacketTreeView(PacketTreeModel &model, Selection &selection, QWidget *parent)
    : QTreeView(parent), m_model(model), m_selection(selection), m_delegate(new TreeDelegate(model, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    leaveUnshaped(*this);
    setHeaderHidden(true);
    setMinimumHeight(leastPane);
    header()->setSectionResizeMode(PacketTreeModel::Label, QHeaderView::Stretch);
    setColumnHidden(PacketTreeModel::Value, true); // painted with the label, in one band
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setAccessibleName(tr("Packet details"));
    adoptFont();

    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        remember(index, false);
        // A row that is selected out of sight would open all above it again with the next packet.
        if (const QModelIndex current = currentIndex().siblingAtColumn(PacketTreeModel::Label); !m_restoring && current != index && isBelow(current, index))
            setCurrentIndex(index);
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &PacketTreeView::restoreExpansion);
    connect(&model, &QAbstractItemModel::modelReset, this, &PacketTreeView::showSelection); // nested or flat, the selected row stays selected
    connect(&selection, &Selection::nodeChanged, this, &PacketTreeView::showSelection);
    connect(&selection, &Selection::hovered, this, &PacketTreeView::showHovered);
    restoreExpansion();
    showSelection();
}

void PacketTreeView::adoptFont()
{
    setIndentation(TreeDelegate::indentation(fontMetrics()));
}

void PacketTreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adoptFont();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Packet details"));
        viewport()->update();
    }
}

void PacketTreeView::restoreExpansion()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_delegate->setHovered(-1);
    const auto &tree = m_selection.tree();
    scheduleDelayedItemsLayout(); // one layout for all rows that open
    for (std::size_t node = 0; node < tree.size(); ++node) {
        const QModelIndex index = m_model.indexOf(static_cast<int>(node));
        if (index.isValid() && m_model.hasChildren(index))
            setExpanded(index, m_expanded.value(expansionKey(tree[node], m_model.isFlat()), expandedAtFirst(tree[node], m_model.isFlat())));
    }
}

void PacketTreeView::remember(const QModelIndex &index, bool expanded)
{
    if (!m_restoring)
        m_expanded.insert(expansionKey(m_model.nodeAt(index), m_model.isFlat()), expanded);
}

void PacketTreeView::setSubtreeExpanded(const QModelIndex &index, bool expanded)
{
    if (index.isValid())
        setExpanded(index, expanded);
    for (int row = 0; row < m_model.rowCount(index); ++row) {
        const QModelIndex child = m_model.index(row, PacketTreeModel::Label, index);
        if (m_model.hasChildren(child))
            setSubtreeExpanded(child, expanded);
    }
}

// The style would fill the selected row from edge to edge; the delegate frames its band instead.
void PacketTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    QStyleOptionViewItem unfilled = options;
    unfilled.palette.setColor(QPalette::Highlight, Qt::transparent);
    QTreeView::drawRow(painter, unfilled, index);
}

void PacketTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        m_selection.setNode(m_model.nodeOf(current));
    viewport()->update(); // bands begin left of their cells
}

void PacketTreeView::showSelection()
{
    const QModelIndex index = m_model.indexOf(m_selection.node());
    if (index == currentIndex())
        return;
    if (!index.isValid()) {
        selectionModel()->clear();
        viewport()->update();
        return;
    }
    const QScopedValueRollback restoring(m_restoring, true); // opened to be seen, not by the user's wish
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
        expand(parent);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void PacketTreeView::showHovered(int node)
{
    m_delegate->setHovered(node);
    viewport()->update();
}

void PacketTreeView::mouseMoveEvent(QMouseEvent *event)
{
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    viewport()->setCursor(index.data(PacketTreeModel::LinkRole).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit m_selection.hovered(m_model.nodeOf(index));
}

void PacketTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (const QVariant packet = index.data(PacketTreeModel::LinkRole); packet.isValid())
        emit linkFollowed(packet.toInt());
    else
        QTreeView::mouseDoubleClickEvent(event);
}

void PacketTreeView::leaveEvent(QEvent *event)
{
    QTreeView::leaveEvent(event);
    emit m_selection.hovered(-1);
}

bool PacketTreeView::event(QEvent *event)
{
    // The window's own shortcuts (copy a packet, filter by typing) shall not take the tree's keys.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        // Rows that are cut off at the right are told in full; those of a named address by their model.
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(viewport()->mapFrom(this, help->pos()));
        const QString sentence = index.isValid() ? index.data(PacketTreeModel::SentenceRole).toString() : QString();
        const bool cut = index.isValid() && fontMetrics().horizontalAdvance(sentence) > visualRect(index).width() * 8 / 10;
        cut ? QToolTip::showText(help->globalPos(), sentence.left(2000), this) : QToolTip::hideText();
        return true;
    }
    return QTreeView::event(event);
}

bool PacketTreeView::moveBy(QKeyEvent *event)
{
    const QModelIndex index = currentIndex().siblingAtColumn(PacketTreeModel::Label);
    const bool right = event->key() == Qt::Key_Right;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() & Qt::ControlModifier)
            setSubtreeExpanded({}, right);
        else if (event->modifiers() & Qt::ShiftModifier)
            setSubtreeExpanded(index, right);
        else if (m_model.hasChildren(index) && isExpanded(index) != right)
            setExpanded(index, right);
        else if (const QModelIndex next = right ? m_model.index(0, PacketTreeModel::Label, index) : index.parent(); next.isValid() && index.isValid())
            setCurrentIndex(next);
        return true;
    case Qt::Key_Backspace:
        if (index.parent().isValid())
            setCurrentIndex(index.parent());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QVariant packet = index.data(PacketTreeModel::LinkRole); packet.isValid() && !m_model.hasChildren(index))
            emit linkFollowed(packet.toInt());
        else
            setExpanded(index, !isExpanded(index));
        return true;
    default:
        return false;
    }
}

void PacketTreeView::keyPressEvent(QKeyEvent *event)
{
    if (moveBy(event))
        return;
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(currentIndex().data(PacketTreeModel::SentenceRole).toString());
        return;
    }
    const bool types = !event->text().isEmpty() && event->text().front().isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (types) {
        event->ignore(); // the window begins a filter with it
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace vethscope
