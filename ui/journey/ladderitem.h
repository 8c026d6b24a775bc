#pragma once

#include "core/journeyfigures/ladder.h"

#include <QGraphicsItem>

namespace vethscope {

/// A part of a ladder on the scene. The one whose frame is selected has a ring.
class LadderItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 3 };

    explicit LadderItem(LadderPart part);

    int type() const override { return Type; }
    const LadderPart &part() const { return m_part; }
    bool hasRow(std::uint32_t row) const;
    void setChosen(bool chosen);

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    LadderPart m_part;
    QRectF m_bounds;
    bool m_isChosen = false;
};

} // namespace vethscope
