#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

class JourneyModel;

/// Paints a journey's hops as small marks: a dot for each point that saw it, violet where it was in a tunnel, hollow where it was not
/// observed, and a cross where it was lost.
class HopMarks : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HopMarks(const JourneyModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const JourneyModel &m_model;
};

} // namespace vethscope
