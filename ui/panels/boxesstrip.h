#pragma once

#include "core/summary/boxes.h"
#include "ui/figures/boxesfigure.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace vethscope {

class Selection;
struct PacketRow;

/// The boxes themselves, painted and clicked; the strip around them has the words.
class BoxesView : public QWidget
{
    Q_OBJECT

public:
    explicit BoxesView(Selection &selection, QWidget *parent = nullptr);

    const std::vector<Box> &boxes() const { return m_boxes; }
    void setBoxes(std::vector<Box> boxes);
    BoxesFigure figure() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int nodeOf(int box) const;
    int boxOf(int node) const;
    void select(int box);

    Selection &m_selection;
    std::vector<Box> m_boxes;
    int m_hovered = -1; // a row of the tree
};

/// Draws the selected packet as a row of boxes, header by header, the overlay within its own frame,
/// says what the tunnel costs, and gives the drawing away for slides.
class BoxesStrip : public QWidget
{
    Q_OBJECT

public:
    explicit BoxesStrip(Selection &selection, QWidget *parent = nullptr);

    BoxesView &view() { return *m_view; }

    /// The drawing for a slide, in the light theme: what Save and Copy give away.
    QByteArray svg() const;
    QImage image(int scale = 2) const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showPacket();
    void showSentence();
    void follow(const QString &link);
    void save(const QString &suffix);
    void retranslate();
    QSize figureSize() const;
    void paintFigure(QPainter &painter) const;

    Selection &m_selection;
    QLabel *m_title;
    QString m_overhead; // what the tunnel costs
    QLabel *m_sentence;
    QLabel *m_links;
    BoxesView *m_view;
};

/// What the tunnels of a packet cost, in a sentence; empty where there is none.
QString overheadSentence(const PacketRow &row);

} // namespace vethscope
