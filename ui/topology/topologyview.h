#pragma once

#include <QGraphicsView> // first: moc does not understand <compare> on its own

#include "core/topology/subject.h"

#include <optional>
#include <vector>

namespace vethscope {

class TopologyScene;

/// The drawing in a window: zoomed by Ctrl and the wheel or + and −, moved by dragging or with Shift and the arrows, walked
/// through with the arrows. What is under the pointer, or current, is told to the panel.
class TopologyView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit TopologyView(TopologyScene &scene, QWidget *parent = nullptr);

    static constexpr double smallestZoom = 0.08;
    static constexpr double largestZoom = 4;

    double zoom() const { return transform().m11(); }
    void setZoom(double zoom);
    void zoomBy(int steps);
    /// The whole drawing, as large as it fits, and never larger than a little above its own size.
    void fit();
    /// Whether the zoom follows the window's size: until somebody zooms.
    bool isFitting() const { return m_fitting; }
    /// Moves the drawing so far that elements can be seen. One that fits only where nothing can be read is larger meanwhile, with them in its middle.
    void reveal(const std::vector<Subject> &subjects);

signals:
    void zoomChanged();
    /// An element was chosen: clicked, or Enter pressed on it.
    void activated(const Subject &subject);
    void foldRequested(const Subject &subject);
    void menuRequested(const Subject &subject, const QPoint &global);
    /// A letter was typed: what the search begins with.
    void typed(const QString &text);
    /// The pointer rests on an element, or on none.
    void hovered(const std::optional<Subject> &subject, const QPoint &global);

protected:
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::optional<Subject> at(const QPoint &position) const;
    void pan(int dx, int dy);
    double fittingZoom(const QRectF &area) const;
    void fitAll();
    void hover(const QPoint &position);

    TopologyScene &m_scene;
    bool m_fitting = true;
    QRectF m_revealed; // while it fits
    QPoint m_pressed;
    QPoint m_last;
    bool m_dragging = false;
    std::optional<Subject> m_hovered;
};

} // namespace vethscope
