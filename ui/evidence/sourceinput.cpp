#include "ui/evidence/sourcelook.h"
#include "ui/evidence/sourceview.h"
#include "ui/evidence/textcolumns.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

// Mouse and keys: as in an editor that nobody can write in.

namespace vethscope {

TextPlace SourceView::placeAt(const QPoint &point) const
{
    const auto row = std::ptrdiff_t(firstVisibleLine()) - 1 + (point.y() < 0 ? -1 : point.y() / m_rowHeight);
    const std::size_t number = std::size_t(std::clamp(row, std::ptrdiff_t(0), std::ptrdiff_t(std::max<std::size_t>(1, lineCount())) - 1)) + 1;
    const double column = (point.x() - textLeft()) / m_columnWidth + 0.4 + horizontalScrollBar()->value();
    return {number, byteAt(line(number), std::size_t(std::max(0.0, column)))};
}

void SourceView::moveTo(TextPlace place, bool selecting)
{
    m_cursor = place;
    if (!selecting)
        m_anchor = place;
    reveal(place, false);
    describe();
    emit cursorMoved();
}

void SourceView::moveBy(std::ptrdiff_t lines, bool selecting)
{
    const auto last = std::ptrdiff_t(std::max<std::size_t>(1, lineCount()));
    const auto number = std::size_t(std::clamp(std::ptrdiff_t(m_cursor.line) + lines, std::ptrdiff_t(1), last));
    moveTo({number, byteAt(line(number), columnOf(line(m_cursor.line), m_cursor.byte))}, selecting);
}

void SourceView::moveAside(bool right, bool selecting)
{
    const std::string_view text = line(m_cursor.line);
    const std::size_t column = columnOf(text, m_cursor.byte);
    if (right && m_cursor.byte < text.size()) {
        ColumnWalk walk(text);
        while (walk.at().byte < m_cursor.byte)
            walk.next();
        return moveTo({m_cursor.line, m_cursor.byte + walk.at().size}, selecting);
    }
    if (!right && column > 0)
        return moveTo({m_cursor.line, byteAt(text, column - 1)}, selecting);
}

void SourceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_text)
        moveTo(placeAt(event->pos()), event->modifiers() & Qt::ShiftModifier);
}

void SourceView::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) && m_text)
        moveTo(placeAt(event->pos()), true);
}

void SourceView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPlace place = placeAt(event->pos());
    const std::string_view text = line(place.line);
    std::size_t begin = place.byte, end = place.byte;
    while (begin > 0 && !endsSourceWord(text[begin - 1]))
        --begin;
    while (end < text.size() && !endsSourceWord(text[end]))
        ++end;
    select({place.line, begin}, end - begin);
}

void SourceView::keyPressEvent(QKeyEvent *event)
{
    const bool selecting = event->modifiers() & Qt::ShiftModifier, wide = event->modifiers() & Qt::ControlModifier;
    const auto page = std::ptrdiff_t(visibleLines());
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up: return moveBy(-1, selecting);
    case Qt::Key_Down: return moveBy(1, selecting);
    case Qt::Key_PageUp: return moveBy(-page, selecting);
    case Qt::Key_PageDown: return moveBy(page, selecting);
    case Qt::Key_Left: return moveAside(false, selecting);
    case Qt::Key_Right: return moveAside(true, selecting);
    case Qt::Key_Home: return moveTo({wide ? 1 : m_cursor.line, 0}, selecting);
    case Qt::Key_End: {
        const std::size_t number = wide ? std::max<std::size_t>(1, lineCount()) : m_cursor.line;
        return moveTo({number, line(number).size()}, selecting);
    }
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

// The window's own shortcuts shall not take the text's keys.
bool SourceView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) || key->key() == Qt::Key_Home || key->key() == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace vethscope
