#pragma once

#include "core/path/disposition.h"
#include "core/pathfigures/pathfigure.h"

#include <QGraphicsItem>

namespace vethscope {

/// A foretold path on the scene: the way walked so far as a thick line, the rest as a thin one, the packet as a dot, and at the end a mark
/// that tells by its sign how it ended.
class PathItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    explicit PathItem(PathFigure figure, path::Verdict verdict);

    int type() const override { return Type; }
    const PathFigure &figure() const { return m_figure; }
    std::size_t hop() const { return m_hop; }
    void setHop(std::size_t hop);
    /// Where the packet is, to be seen.
    QRectF dotArea() const;

    QRectF boundingRect() const override { return m_bounds; }
    /// What lies below answers the pointer.
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    PathFigure m_figure;
    path::Verdict m_verdict;
    QRectF m_bounds;
    std::size_t m_hop = 0;
};

} // namespace vethscope
