#pragma once

#include <QFont>
#include <QStyledItemDelegate>

#include <cstdint>

namespace vethscope {

struct ColourRule;
struct PacketRow;
enum class Belonging : std::uint8_t;
class PacketListModel;

/// Paints a cell of the packet list: plain text, figures in the fixed font, and in the Layers column
/// one block for each header in the hue of its scope, with the tag of the addresses' scope behind.
/// A marked packet stands out as in a negative; others have the colours of the first rule that they match. A bracket at the left edge
/// holds together what belongs to the selected packet.
class PacketDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PacketDelegate(const PacketListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Takes the fixed font again, after the window's font has changed.
    void updateFonts();

private:
    void paintTag(QPainter &painter, const QRect &cell, int used, const ColourRule &rule) const;
    void paintRelation(QPainter &painter, const QRect &cell, Belonging relation) const;
    void paintLayers(QPainter *painter, const QRect &cell, const PacketRow &packet) const;

    const PacketListModel &m_model;
    QFont m_figures;
    QFont m_tag;
};

} // namespace vethscope
