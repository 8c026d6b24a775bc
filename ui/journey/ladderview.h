#pragma once

#include <QGraphicsView> // first: moc does not understand <compare> on its own

#include "core/journeyfigures/ladder.h"

#include <vector>

namespace vethscope {

class LadderItem;

/// A ladder in a window: zoomed by Ctrl and the wheel or + and −, moved by dragging, the wheel or the arrows; ↑ and ↓ walk from packet to
/// packet in the order of time. The points' names stay in sight.
class LadderView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit LadderView(QWidget *parent = nullptr);

    static constexpr double smallestZoom = 0.1, largestZoom = 4;

    void setFigure(LadderFigure figure);
    const LadderFigure &figure() const { return m_figure; }
    double zoom() const { return transform().m11(); }
    void setZoom(double zoom);
    void zoomBy(int steps);
    /// As wide as the window, but no larger than its own size, and never so small that it could not be read.
    void fit();
    /// Puts the ring around a frame's hop, and the hop in sight.
    void setRow(int row);
    /// Where a frame's hop is in the view; nothing where it is not drawn.
    QPoint placeOf(int row) const;

signals:
    /// The user has chosen a frame.
    void rowChosen(int row);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    LadderItem *hopAt(const QPoint &position) const;
    void walk(int by);

    LadderFigure m_figure;
    std::vector<LadderItem *> m_hops; // in the order of time
    int m_row = -1;
    bool m_fitting = true;
    QPoint m_pressed;
};

} // namespace vethscope
