#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

class TrafficModel;

/// Paints a cell of the table of conversations or endpoints: scopes as tags, figures in the fixed font.
class TrafficRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TrafficRowDelegate(const TrafficModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Takes the fonts again, after the window's font has changed.
    void updateFonts();

private:
    const TrafficModel &m_model;
    QFont m_figures;
    QFont m_tag;
};

} // namespace vethscope
