#include "ui/iograph/ioplot.h"

#include "ui/topology/figurepainter.h"

#include <QApplication>
#include <QMenu>

#include <array>
#include <cmath>

// What the pointer and the keys do with the picture.

namespace vethscope {
namespace {

constexpr double zoomStep = 0.8;

} // namespace

std::span<const IoPlot::Act> IoPlot::acts()
{
    static constexpr auto all = std::to_array<Act>({
        {QT_TR_NOOP("Reset the Graph"), "0; Home", &IoPlot::fit},
        {nullptr, "", nullptr},
        {QT_TR_NOOP("Zoom In"), "+; =", &IoPlot::zoomIn},
        {QT_TR_NOOP("Zoom Out"), "-", &IoPlot::zoomOut},
        {QT_TR_NOOP("Zoom In along the Time"), "X", &IoPlot::zoomTimeIn},
        {QT_TR_NOOP("Zoom Out along the Time"), "Shift+X", &IoPlot::zoomTimeOut},
        {QT_TR_NOOP("Zoom In along the Values"), "Y", &IoPlot::zoomValuesIn},
        {QT_TR_NOOP("Zoom Out along the Values"), "Shift+Y", &IoPlot::zoomValuesOut},
        {nullptr, "", nullptr},
        {QT_TR_NOOP("Move Right"), "Right", &IoPlot::moveRight},
        {QT_TR_NOOP("Move Left"), "Left", &IoPlot::moveLeft},
        {QT_TR_NOOP("Move Up"), "Up", &IoPlot::moveUp},
        {QT_TR_NOOP("Move Down"), "Down", &IoPlot::moveDown},
        {QT_TR_NOOP("Move Right by One Pixel"), "Shift+Right", &IoPlot::moveRightABit},
        {QT_TR_NOOP("Move Left by One Pixel"), "Shift+Left", &IoPlot::moveLeftABit},
        {QT_TR_NOOP("Move Up by One Pixel"), "Shift+Up", &IoPlot::moveUpABit},
        {QT_TR_NOOP("Move Down by One Pixel"), "Shift+Down", &IoPlot::moveDownABit},
        {nullptr, "", nullptr},
        {QT_TR_NOOP("Go to the Packet under the Pointer"), "G", &IoPlot::goToPacket},
        {nullptr, "", nullptr},
        {QT_TR_NOOP("Dragging Moves or Zooms"), "Z", &IoPlot::toggleDragging},
        {QT_TR_NOOP("Time of Day or since the First Packet"), "T", &IoPlot::toggleTime},
        {QT_TR_NOOP("Cross at the Pointer"), "Space", &IoPlot::toggleCross},
    });
    return all;
}

void IoPlot::zoomBy(int steps, Qt::Orientations along, std::optional<QPointF> around)
{
    const double factor = std::pow(zoomStep, steps);
    const QPointF at = around.value_or(QRectF(axisRect()->rect()).center());
    m_fitting = false;
    if (along.testFlag(Qt::Horizontal))
        xAxis->scaleRange(factor, xAxis->pixelToCoord(at.x()));
    if (along.testFlag(Qt::Vertical))
        for (QCPAxis *axis : {yAxis, yAxis2}) // from the zero line by keys, so that it stays in sight
            axis->scaleRange(factor, around ? axis->pixelToCoord(at.y()) : m_logarithmic ? axis->range().lower : std::max(0.0, axis->range().lower));
    replot(rpQueuedReplot);
}

void IoPlot::moveBy(int right, int down)
{
    m_fitting = false;
    xAxis->moveRange(xAxis->pixelToCoord(right) - xAxis->pixelToCoord(0));
    for (QCPAxis *axis : {yAxis, yAxis2}) {
        if (down == 0)
            continue;
        const int top = axisRect()->top(), bottom = axisRect()->bottom();
        axis->setRange(axis->pixelToCoord(bottom + down), axis->pixelToCoord(top + down));
    }
    replot(rpQueuedReplot);
}

void IoPlot::goToPacket()
{
    if (m_pointed)
        emit chosen(*m_pointed);
}

std::optional<std::int64_t> IoPlot::intervalAt(const QPoint &position) const
{
    if (!axisRect()->rect().contains(position) || m_picture.extent.size() <= 0)
        return {};
    const auto place = std::int64_t(std::floor((xAxis->pixelToCoord(position.x()) - offset()) / m_picture.seconds(1) + 0.5));
    return place < m_picture.extent.first || place > m_picture.extent.last ? std::nullopt : std::optional(place);
}

void IoPlot::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) // the window's
        return event->ignore();
    const int turned = event->angleDelta().x() + event->angleDelta().y();
    if (turned == 0)
        return;
    const bool ofValues = event->modifiers().testFlag(Qt::ShiftModifier);
    zoomBy(turned > 0 ? 1 : -1, ofValues ? Qt::Vertical : Qt::Horizontal, event->position());
    event->accept();
}

void IoPlot::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    if (event->button() == Qt::LeftButton)
        QCustomPlot::mousePressEvent(event);
}

void IoPlot::mouseMoveEvent(QMouseEvent *event)
{
    const bool isDragged = event->buttons().testFlag(Qt::LeftButton) && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (isDragged || !event->buttons().testFlag(Qt::LeftButton))
        QCustomPlot::mouseMoveEvent(event);
    if (isDragged)
        m_fitting = false;
    m_pointed = intervalAt(event->pos());
    m_crossLine->setVisible(m_cross && m_pointed);
    if (m_cross && m_pointed) {
        const double y = yAxis->pixelToCoord(event->pos().y());
        m_crossLine->point1->setCoords(xAxis->range().lower, y);
        m_crossLine->point2->setCoords(xAxis->range().upper, y);
    }
    showLines();
    emit pointed(m_pointed ? std::optional<qint64>(*m_pointed) : std::nullopt);
}

void IoPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool isClick = (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    QCustomPlot::mouseReleaseEvent(event);
    if (!isClick)
        return;
    if (const auto place = intervalAt(event->pos()))
        emit chosen(*place);
}

void IoPlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    m_pointed.reset();
    m_crossLine->setVisible(false);
    showLines();
    emit pointed({});
}

void IoPlot::keyPressEvent(QKeyEvent *event)
{
    const bool isSign = event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus || event->key() == Qt::Key_Equal || event->key() == Qt::Key_0;
    const Qt::KeyboardModifiers ignored = Qt::KeypadModifier | (isSign ? Qt::ShiftModifier : Qt::NoModifier);
    const QKeySequence pressed(QKeyCombination(event->modifiers() & ~ignored, Qt::Key(event->key())));
    for (const Act &act : acts())
        if (act.act && QKeySequence::listFromString(QLatin1String(act.keys)).contains(pressed))
            return (this->*act.act)();
    QCustomPlot::keyPressEvent(event);
}

void IoPlot::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Act &act : acts()) {
        if (!act.text) {
            menu->addSeparator();
            continue;
        }
        const QList<QKeySequence> keys = QKeySequence::listFromString(QLatin1String(act.keys));
        menu->addAction(tr(act.text) + QLatin1Char('\t') + keys.front().toString(QKeySequence::NativeText), this, [this, does = act.act] { (this->*does)(); });
    }
    menu->popup(event->globalPos());
}

void IoPlot::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setColours(currentColours());
    else if (event->type() == QEvent::LanguageChange)
        showAxes();
    else if (event->type() == QEvent::FontChange)
        updateLook();
}

} // namespace vethscope
