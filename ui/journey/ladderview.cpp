#include "ui/journey/ladderview.h"

#include "ui/journey/ladderitem.h"
#include "ui/theme/palette.h"
#include "ui/topology/figurepainter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double zoomFactor = 1.2, room = 4, smallestFit = 0.75; // smaller could not be read
constexpr int inSight = 50;

} // namespace

LadderView::LadderView(QWidget *parent) : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setTransformationAnchor(AnchorUnderMouse);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setDragMode(ScrollHandDrag);
    setViewportUpdateMode(FullViewportUpdate); // the names of the points stay where they are while the rest moves
    viewport()->setCursor(Qt::ArrowCursor);
    setProperty("zoomsItself", true); // the window leaves the wheel with Ctrl to it
    viewport()->setProperty("zoomsItself", true);
}

void LadderView::setFigure(LadderFigure figure)
{
    m_figure = std::move(figure);
    m_hops.clear();
    scene()->clear();
    for (const LadderPart &part : m_figure.parts) {
        if (part.kind == LadderPart::Kind::Head)
            continue;
        auto *item = new LadderItem(part);
        scene()->addItem(item);
        if (part.kind == LadderPart::Kind::Hop)
            m_hops.push_back(item);
    }
    scene()->setSceneRect(0, 0, m_figure.width, m_figure.height);
    if (m_fitting)
        fit();
    setRow(m_row);
}

void LadderView::setZoom(double zoom)
{
    m_fitting = false;
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
}

void LadderView::zoomBy(int steps)
{
    setZoom(zoom() * std::pow(zoomFactor, steps));
}

void LadderView::fit()
{
    if (m_figure.width <= 0)
        return;
    const double wanted = (viewport()->width() - 2) / m_figure.width;
    setZoom(std::clamp(wanted, smallestFit, 1.0));
    m_fitting = true;
}

void LadderView::setRow(int row)
{
    m_row = row;
    for (LadderItem *item : m_hops) {
        const bool isIt = row >= 0 && item->hasRow(std::uint32_t(row));
        item->setChosen(isIt);
        if (isIt)
            ensureVisible(toQt(item->part().reach).adjusted(0, -(m_figure.headBottom - m_figure.headTop), 0, 0), inSight, inSight / 2);
    }
}

QPoint LadderView::placeOf(int row) const
{
    for (const LadderItem *item : m_hops)
        if (row >= 0 && item->hasRow(std::uint32_t(row)))
            return mapFromScene(toQt(item->part().reach).center());
    return {-1, -1};
}

LadderItem *LadderView::hopAt(const QPoint &position) const
{
    for (QGraphicsItem *item : items(position))
        if (auto *hop = qgraphicsitem_cast<LadderItem *>(item); hop && hop->part().kind == LadderPart::Kind::Hop)
            return hop;
    return nullptr;
}

void LadderView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, Palette::current().base);
}

// The names of the points, at the top of the window where their own place is further up.
void LadderView::drawForeground(QPainter *painter, const QRectF &rect)
{
    const double top = mapToScene(0, 0).y(), down = std::max(0.0, top + room - m_figure.headTop);
    painter->save();
    if (down > 0)
        painter->fillRect(QRectF(rect.left(), top, rect.width(), m_figure.headBottom - m_figure.headTop + 2 * room), Palette::current().base);
    painter->translate(0, down);
    for (const LadderPart &part : m_figure.parts)
        if (part.kind == LadderPart::Kind::Head)
            for (const figure::Shape &shape : part.shapes)
                paintShape(*painter, shape, currentColours());
    painter->restore();
}

void LadderView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        setZoom(zoom() * std::pow(zoomFactor, event->angleDelta().y() / 120.0));
    event->accept();
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QGraphicsView::mousePressEvent(event);
}

void LadderView::mouseReleaseEvent(QMouseEvent *event)
{
    QGraphicsView::mouseReleaseEvent(event);
    viewport()->setCursor(Qt::ArrowCursor);
    const bool isClick = event->button() == Qt::LeftButton && (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (const LadderItem *hop = isClick ? hopAt(event->pos()) : nullptr)
        emit rowChosen(int(hop->part().rows.front()));
}

// From the chosen hop to the one before or behind it in time.
void LadderView::walk(int by)
{
    if (m_hops.empty())
        return;
    const auto chosen = std::ranges::find_if(m_hops, [this](const LadderItem *item) { return m_row >= 0 && item->hasRow(std::uint32_t(m_row)); });
    const auto place = chosen == m_hops.end() ? (by > 0 ? -1 : std::ptrdiff_t(m_hops.size())) : chosen - m_hops.begin();
    const auto wanted = std::clamp<std::ptrdiff_t>(place + by, 0, std::ptrdiff_t(m_hops.size()) - 1);
    emit rowChosen(int(m_hops[std::size_t(wanted)]->part().rows.front()));
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: return zoomBy(1);
        case Qt::Key_Minus: return zoomBy(-1);
        case Qt::Key_Home: return fit();
        case Qt::Key_Up: return walk(-1);
        case Qt::Key_Down: return walk(1);
        default: break;
        }
    }
    QGraphicsView::keyPressEvent(event);
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitting)
        fit();
}

void LadderView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // items look colours up when they paint
        viewport()->update();
    QGraphicsView::changeEvent(event);
}

} // namespace vethscope
