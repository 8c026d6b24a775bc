#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

class PacketTreeModel;
struct Palette;
struct TreeNode;

/// Paints one row of the packet's tree: a band in the hue of the network it serves, from its own
/// indentation to the right edge, with a bar at its left end.
class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TreeDelegate(const PacketTreeModel &model, QObject *parent = nullptr);

    /// The node whose bytes the pointer rests on, here or elsewhere; -1 for none.
    void setHovered(int node) { m_hovered = node; }
    /// How far a row stands right of its parent; the view's indentation follows it.
    static int indentation(const QFontMetrics &metrics) { return metrics.height() * 4 / 3; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &room) const;
    bool hidesTrouble(const QModelIndex &index, bool open) const;

    const PacketTreeModel &m_model;
    int m_hovered = -1;
};

} // namespace vethscope
