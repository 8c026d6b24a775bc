#pragma once

#include "core/summary/boxes.h"
#include "ui/bytes/hexlayout.h"

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
    /// The byte at a point of the viewport, or -1.
    std::int64_t byteAt(QPoint point) const { return hexLayout().byteAt(point + scrolled()); }

    Bytes bytes() const;
    /// Where the selected field lies; of no length where none does.
    BitRange selectedRange() const;
    /// Moves the caret to a byte and selects the innermost field there.
    void moveCaret(std::int64_t byte);
    /// Scrolls until the byte is in sight.
    void reveal(std::size_t byte);

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
    Bytes selectedBytes() const;
    QFont dumpFont() const;
    QPoint scrolled() const;
    void showPacket();
    void showNode();
    void showHovered(int node);
    void updateScrollBars();
    void tellOwner(const QHelpEvent &event);
    void describe();
    void tellCaret();
    void retranslate();

    Selection &m_selection;
    std::vector<vethscope::Box> m_boxes; // every byte is in one; QFrame has a Box as well
    std::int64_t m_caret = -1;
    int m_hovered = -1;
};

} // namespace vethscope
