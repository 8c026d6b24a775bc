#pragma once

#include "core/topology/layout.h"

#include <QGraphicsItem>

namespace vethscope {

/// One element of the drawing on the scene. It paints the part's shapes; the scene tells it whether it is lit, current or under
/// the pointer.
class PartItem : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    explicit PartItem(const Part &part);

    int type() const override { return Type; }
    const Part &part() const { return m_part; }
    const Subject &subject() const { return m_part.subject; }
    /// Titles and legends are there to be read only.
    bool answers() const { return m_part.subject.kind != Subject::Kind::None; }

    bool isLit() const { return m_lit; }
    void setLit(bool lit);
    void setCurrent(bool current);
    void setFaint(bool faint);

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Part &m_part;
    QRectF m_bounds;
    bool m_lit = false;
    bool m_current = false;
    bool m_faint = false;
};

} // namespace vethscope
