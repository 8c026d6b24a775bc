#include "core/flowgraph/flowfigure.h"
#include "ui/flowgraph/flowview.h"
#include "ui/flowgraph/flowwriting.h"

#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

// What the pointer and the keys do with the picture.

namespace vethscope {
namespace {

constexpr double zoomFactor = 1.2;

} // namespace

const FlowEvent *FlowView::eventAt(const QPoint &position) const
{
    const FlowGraph &graph = m_writing.graph();
    const double y = position.y() / m_zoom - headHeight();
    if (y < 0)
        return nullptr;
    const auto place = std::size_t((y + verticalScrollBar()->value()) / flowRowHeight);
    return place < graph.events.size() ? &graph.events[place] : nullptr;
}

void FlowView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        setZoom(m_zoom * std::pow(zoomFactor, event->angleDelta().y() / 120.0));
    event->accept();
}

void FlowView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_dragged = event->pos();
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint by = event->pos() - m_dragged;
    m_dragged = event->pos();
    verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(by.y() / m_zoom)));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(std::lround(by.x() / m_zoom)));
}

void FlowView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = event->button() == Qt::LeftButton && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (const FlowEvent *one = isClick ? eventAt(event->pos()) : nullptr)
        emit rowChosen(int(one->row));
}

void FlowView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const FlowEvent *one = eventAt(event->pos()))
        emit rowOpened(int(one->row));
}

// From the current packet, or from the one that would stand there.
void FlowView::walk(std::ptrdiff_t by)
{
    const FlowGraph &graph = m_writing.graph();
    if (graph.events.empty())
        return;
    const auto count = std::ptrdiff_t(graph.events.size());
    const auto place = std::ptrdiff_t(m_row < 0 ? visible().first : graph.placeOf(std::uint32_t(m_row)));
    const auto wanted = std::clamp<std::ptrdiff_t>(place + by - (!current() && by > 0), 0, count - 1);
    emit rowChosen(int(graph.events[std::size_t(wanted)].row));
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    const auto page = std::max<std::ptrdiff_t>(1, std::ptrdiff_t(visible().second - visible().first) - 1), all = std::ptrdiff_t(m_writing.graph().events.size());
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: return setZoom(m_zoom * zoomFactor);
        case Qt::Key_Minus: return setZoom(m_zoom / zoomFactor);
        case Qt::Key_0: return setZoom(1);
        case Qt::Key_Up:
        case Qt::Key_P: return walk(-1);
        case Qt::Key_Down:
        case Qt::Key_N: return walk(1);
        case Qt::Key_PageUp: return walk(-page);
        case Qt::Key_PageDown: return walk(page);
        case Qt::Key_Home: return walk(-all);
        case Qt::Key_End: return walk(all);
        case Qt::Key_Left: return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        case Qt::Key_Right: return horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        case Qt::Key_G:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_row >= 0)
                emit rowOpened(m_row);
            return;
        default: break;
        }
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool FlowView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const FlowGraph &graph = m_writing.graph();
        if (const FlowEvent *one = eventAt(help->pos())) {
            const FlowWords words = m_writing.words(*one);
            const QStringList lines{QString::number(one->row + 1) + QStringLiteral(" · ") + QString::fromStdString(words.time),
                                    m_writing.nameText(graph.addresses[one->from]) + QStringLiteral(" → ") + m_writing.nameText(graph.addresses[one->to]), QString::fromStdString(words.comment)};
            QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), viewport());
        } else if (const double x = help->pos().x() / m_zoom - flowTimeWidth + horizontalScrollBar()->value(); help->pos().y() < headHeight() * m_zoom && x >= 0 && x < flowStep * double(graph.addresses.size())) {
            QToolTip::showText(help->globalPos(), QString::fromStdString(m_writing.name(graph.addresses[std::size_t(x / flowStep)]).text()), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace vethscope
