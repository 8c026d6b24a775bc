#pragma once

#include <QAbstractScrollArea>

#include <optional>
#include <utility>

namespace vethscope {

class FlowWriting;
struct FlowEvent;

/// A flow graph: a lifeline for each address, an arrow for each packet. Only what is seen is drawn. Names stay at the top, times at the left, comments at the
/// right; Ctrl and the wheel or + and − zoom, 0 takes that back; ↑ and ↓ walk from packet to packet.
class FlowView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit FlowView(const FlowWriting &writing, QWidget *parent = nullptr);

    static constexpr double smallestZoom = 0.4, largestZoom = 3;

    /// There are other packets, names or words.
    void refresh();
    /// The packet of the capture that is current. It is brought into sight, once: as soon as the graph has it.
    void setRow(int row);
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    /// Places of the packets that are seen, the first and the one behind the last.
    std::pair<std::size_t, std::size_t> visible() const;
    /// Where the row of a packet is in the viewport, by its place in the graph.
    QRect rectOf(std::size_t place) const;

signals:
    /// The user has chosen a packet of the capture.
    void rowChosen(int row);
    /// And wants to see it.
    void rowOpened(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    double across() const;
    double commentWidth() const;
    double headHeight() const;
    void updateBars();
    void walk(std::ptrdiff_t by);
    std::optional<std::size_t> current() const;
    void seek();
    void bringIntoSight(std::size_t place);
    const FlowEvent *eventAt(const QPoint &position) const;
    void paintRows(QPainter &painter) const;
    void paintHeads(QPainter &painter) const;

    const FlowWriting &m_writing;
    double m_zoom = 1;
    int m_row = -1;
    bool m_isSought = false; // it has still to come into sight
    QPoint m_pressed, m_dragged;
};

} // namespace vethscope
