#pragma once

#include "core/figure/colours.h"
#include "ui/iograph/iodrawn.h"

#include <qcustomplot.h>

#include <array>
#include <optional>

namespace vethscope {

/// The picture of an I/O graph. The wheel zooms along the time, with Shift along the values; dragging moves, or zooms into what was dragged over. A click tells the
/// interval. Its keys are Wireshark's, see IoPlot::acts().
class IoPlot : public QCustomPlot
{
    Q_OBJECT

public:
    explicit IoPlot(QWidget *parent = nullptr);

    /// What can be done with it by a key and in its menu.
    struct Act {
        const char *text; // QT_TR_NOOP; null: a line in the menu
        const char *keys;
        void (IoPlot::*act)();
    };
    static std::span<const Act> acts();

    /// What was zoomed into stays so.
    void setPicture(IoPicture picture);
    const IoPicture &picture() const { return m_picture; }

    bool isTimeOfDay() const { return m_timeOfDay && m_picture.start; }
    void setTimeOfDay(bool timeOfDay);
    bool isLogarithmic() const { return m_logarithmic; }
    void setLogarithmic(bool logarithmic);
    bool isZoomingByDrag() const { return m_zoomsByDrag; }
    void setZoomingByDrag(bool zooms);
    /// Puts a line where an interval begins; nothing takes it away.
    void setCurrent(std::optional<std::int64_t> place);
    /// Other colours than the theme's, for paper.
    void setColours(const Colours &colours);
    /// Takes fonts and colours again.
    void updateLook();

    void fit();
    /// The intervals that are to be seen.
    IoExtent visible() const;
    /// Where an interval is in the widget.
    QPoint placeOf(std::int64_t place) const;
    /// The axis at the right is there.
    bool hasTwoAxes() const { return m_units[1].has_value(); }

public slots:
    void zoomIn() { zoomBy(1, Qt::Horizontal | Qt::Vertical); }
    void zoomOut() { zoomBy(-1, Qt::Horizontal | Qt::Vertical); }
    void zoomTimeIn() { zoomBy(1, Qt::Horizontal); }
    void zoomTimeOut() { zoomBy(-1, Qt::Horizontal); }
    void zoomValuesIn() { zoomBy(1, Qt::Vertical); }
    void zoomValuesOut() { zoomBy(-1, Qt::Vertical); }
    void moveLeft() { moveBy(-10, 0); }
    void moveRight() { moveBy(10, 0); }
    void moveUp() { moveBy(0, -10); }
    void moveDown() { moveBy(0, 10); }
    void moveLeftABit() { moveBy(-1, 0); }
    void moveRightABit() { moveBy(1, 0); }
    void moveUpABit() { moveBy(0, -1); }
    void moveDownABit() { moveBy(0, 1); }
    void goToPacket();
    void toggleDragging() { setZoomingByDrag(!m_zoomsByDrag); }
    void toggleTime() { setTimeOfDay(!isTimeOfDay()); }
    void toggleCross();

signals:
    /// The pointer is upon an interval, or on none.
    void pointed(std::optional<qint64> place);
    /// The user wants the packet of an interval.
    void chosen(qint64 place);
    void looksChanged();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    double offset() const { return isTimeOfDay() ? *m_picture.start : 0; }
    QCPAxis *axisOf(IoUnit unit) const { return m_units[1] == unit ? yAxis2 : yAxis; }
    void chooseUnits();
    void draw();
    QCPBars *barsOf(const IoDrawn &graph);
    QCPGraph *lineOf(const IoDrawn &graph);
    double keyOf(const IoPoint &point) const { return m_picture.seconds(point.place) + offset(); }
    void showAxes();
    void showTimeFormat();
    void placeLegend();
    void showLines();
    void zoomBy(int steps, Qt::Orientations along, std::optional<QPointF> around = {});
    void moveBy(int right, int down);
    void keepInSight();
    std::optional<std::int64_t> intervalAt(const QPoint &position) const;

    IoPicture m_picture;
    std::array<std::optional<IoUnit>, 2> m_units; // of the axes
    const Colours *m_colours;
    QCPItemStraightLine *m_currentLine, *m_pointedLine, *m_crossLine;
    std::optional<std::int64_t> m_current, m_pointed;
    QPoint m_pressed;
    bool m_fitting = true;
    bool m_isDrawn = false; // once, so that there is something to draw lines upon
    bool m_timeOfDay = false;
    bool m_logarithmic = false;
    bool m_zoomsByDrag = false;
    bool m_cross = false;
};

} // namespace vethscope
