#include "ui/topology/topologyview.h"

#include "ui/topology/partitem.h"
#include "ui/topology/topologyscene.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double zoomStep = 1.2;
constexpr double largestFit = 1.15;
constexpr double legibleZoom = 0.5;
constexpr int panStep = 60;

} // namespace

TopologyView::TopologyView(TopologyScene &scene, QWidget *parent) : QGraphicsView(&scene, parent), m_scene(scene)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setResizeAnchor(QGraphicsView::AnchorViewCenter);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("zoomsItself", true); // the window leaves the wheel with Ctrl, and what is typed, to it
    viewport()->setProperty("zoomsItself", true);
}

void TopologyView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, smallestZoom, largestZoom);
    m_fitting = false;
    setTransform(QTransform::fromScale(zoom, zoom));
    emit zoomChanged();
}

void TopologyView::zoomBy(int steps)
{
    setZoom(zoom() * std::pow(zoomStep, steps));
}

double TopologyView::fittingZoom(const QRectF &area) const
{
    const QSize room = viewport()->size() - QSize(2, 2);
    return std::min(room.width() / area.width(), room.height() / area.height());
}

void TopologyView::fit()
{
    m_revealed = {};
    m_fitting = true;
    fitAll();
}

void TopologyView::fitAll()
{
    const QRectF all = sceneRect();
    if (all.isEmpty())
        return;
    double zoom = std::clamp(fittingZoom(all), smallestZoom, largestFit);
    const bool isTooSmall = !m_revealed.isEmpty() && zoom < legibleZoom;
    if (isTooSmall)
        zoom = std::clamp(fittingZoom(m_revealed), zoom, legibleZoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    centerOn((isTooSmall ? m_revealed : all).center());
    emit zoomChanged();
}

void TopologyView::reveal(const std::vector<Subject> &subjects)
{
    m_revealed = {};
    for (auto subject = subjects.rbegin(); subject != subjects.rend(); ++subject) { // the first one is in sight in any case
        const PartItem *const item = m_scene.partOf(*subject);
        if (!item)
            continue;
        const QRectF place = item->mapRectToScene(item->boundingRect());
        m_revealed |= place;
        ensureVisible(place, 40, 40);
    }
    if (m_fitting)
        fitAll();
}

std::optional<Subject> TopologyView::at(const QPoint &position) const
{
    const PartItem *item = m_scene.partAt(mapToScene(position));
    return item ? std::optional(item->subject()) : std::nullopt;
}

void TopologyView::pan(int dx, int dy)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + dy);
}

bool TopologyView::viewportEvent(QEvent *event)
{
    // The panel says what is under the pointer; the scene, whose items have no tooltips, would take that away.
    return event->type() == QEvent::ToolTip || QGraphicsView::viewportEvent(event);
}

void TopologyView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void TopologyView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    m_pressed = m_last = event->pos();
    m_dragging = false;
    event->accept();
}

void TopologyView::mouseMoveEvent(QMouseEvent *event)
{
    const bool held = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    if (held && !m_dragging && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_hovered.reset();
        emit hovered(m_hovered, {});
    }
    if (m_dragging) {
        const QPoint by = m_last - event->pos();
        pan(by.x(), by.y());
        m_last = event->pos();
    } else if (!held) {
        hover(event->pos());
    }
    event->accept();
}

void TopologyView::hover(const QPoint &position)
{
    const std::optional<Subject> under = at(position);
    viewport()->setCursor(under ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (under == m_hovered)
        return;
    m_hovered = under;
    emit hovered(under, viewport()->mapToGlobal(position));
}

void TopologyView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging && event->button() == Qt::LeftButton) {
        const std::optional<Subject> under = at(event->pos());
        if (under && under->kind == Subject::Kind::Switch) {
            emit foldRequested(*under);
        } else {
            m_scene.setCurrent(under);
            if (under)
                emit activated(*under);
        }
    }
    m_dragging = false;
    hover(event->pos());
    event->accept();
}

void TopologyView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::optional<Subject> under = at(event->pos());
    if (under && (under->kind == Subject::Kind::Node || under->kind == Subject::Kind::MorePods))
        emit foldRequested(*under);
    event->accept();
}

void TopologyView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        m_scene.setCurrent(at(event->pos()));
    const std::optional<Subject> subject = m_scene.current();
    if (!subject)
        return;
    QPoint global = event->globalPos();
    if (event->reason() != QContextMenuEvent::Mouse)
        if (const PartItem *item = m_scene.partOf(*subject))
            global = viewport()->mapToGlobal(mapFromScene(item->part().reach.centreX(), item->part().reach.centreY()));
    emit menuRequested(*subject, global);
}

void TopologyView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (arrow && modifiers == Qt::ShiftModifier)
        return pan(key == Qt::Key_Left ? -panStep : key == Qt::Key_Right ? panStep : 0, key == Qt::Key_Up ? -panStep : key == Qt::Key_Down ? panStep : 0);
    if (arrow && modifiers == Qt::NoModifier) {
        if (const std::optional<Subject> next = m_scene.next(Qt::Key(key))) {
            m_scene.setCurrent(next);
            reveal({*next});
            emit activated(*next);
        }
        return;
    }
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return modifiers & Qt::ControlModifier ? QGraphicsView::keyPressEvent(event) : zoomBy(1);
    case Qt::Key_Minus:
        return modifiers & Qt::ControlModifier ? QGraphicsView::keyPressEvent(event) : zoomBy(-1);
    case Qt::Key_Home:
        return modifiers & Qt::ControlModifier ? QGraphicsView::keyPressEvent(event) : fit();
    case Qt::Key_Escape:
        return m_scene.setCurrent(std::nullopt);
    case Qt::Key_Space:
        if (m_scene.current())
            emit foldRequested(*m_scene.current());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const std::optional<Subject> current = m_scene.current()) {
            if (const PartItem *item = m_scene.partOf(*current))
                emit menuRequested(*current, viewport()->mapToGlobal(mapFromScene(item->part().reach.centreX(), item->part().reach.centreY())));
        }
        return;
    default:
        if (!(modifiers & ~Qt::ShiftModifier) && !event->text().isEmpty() && event->text().front().isPrint())
            emit typed(event->text());
        else
            QGraphicsView::keyPressEvent(event);
    }
}

void TopologyView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitting)
        fitAll();
}

void TopologyView::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    emit hovered(m_hovered, {});
    QGraphicsView::leaveEvent(event);
}

void TopologyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) // items look colours up when they paint
        viewport()->update();
    QGraphicsView::changeEvent(event);
}

} // namespace vethscope
