#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace vethscope {

struct PacketRow;
class PacketListModel;

/// Paints a cell of the packet list: plain text, figures in the fixed font, and in the Layers column
/// one block for each header in the hue of its scope, with the tag of the addresses' scope behind.
/// A marked packet stands out as in a negative.
class PacketDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PacketDelegate(const PacketListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Takes the fixed font again, after the window's font has changed.
    void updateFonts();

private:
    void paintLayers(QPainter *painter, const QRect &cell, const PacketRow &packet) const;

    const PacketListModel &m_model;
    QFont m_figures;
    QFont m_tag;
};

} // namespace vethscope
