#pragma once

#include "core/summary/boxes.h"
#include "ui/panels/hexlayout.h"

#include <QAbstractScrollArea>

#include <vector>

class QHelpEvent;

namespace vethscope {

class Selection;

/// Shows the bytes of the selected packet, tinted by the header they belong to, the selected field
/// lit up exactly over its bytes. Paints only what is in view: a frame of any size scrolls alike.
class HexPanel : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexPanel(Selection &selection, QWidget *parent = nullptr);

    HexLayout hexLayout() const;
    /// The byte that the arrow keys move; -1 for none.
    std::int64_t caret() const { return m_caret; }
    /// Where a byte's digits stand in the viewport now.
    QRect rectOf(std::size_t byte) const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    Bytes bytes() const;
    Bytes selectedBytes() const;
    QFont dumpFont() const;
    QPoint scrolled() const;
    void showPacket();
    void showNode();
    void showHovered(int node);
    void updateScrollBars();
    void tellOwner(const QHelpEvent &event);
    void moveCaret(std::int64_t byte);
    void reveal(std::size_t byte);
    void describe();
    void retranslate();
    void copy(const QString &text) const;

    Selection &m_selection;
    std::vector<vethscope::Box> m_boxes; // every byte is in one; QFrame has a Box as well
    std::int64_t m_caret = -1;
    int m_hovered = -1;
};

} // namespace vethscope
