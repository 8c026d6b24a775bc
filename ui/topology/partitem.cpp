#include "ui/topology/partitem.h"

#include "core/topology/lit.h"
#include "ui/topology/figurepainter.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace vethscope {
namespace {

constexpr double outline = 5;     // of the frame around the current element
constexpr double grip = 5;        // how near to a line counts as on it
constexpr double legible = 0.38;  // below this zoom, words of that size are but grey

bool isOnlyLines(const Part &part)
{
    for (const figure::Shape &shape : part.shapes)
        if (!std::holds_alternative<figure::Line>(shape) && !std::holds_alternative<figure::Text>(shape))
            return false;
    return true;
}

} // namespace

PartItem::PartItem(const Part &part) : m_part(part)
{
    QRectF bounds;
    for (const figure::Shape &shape : part.shapes)
        bounds |= toQt(figure::boundsOf(shape)).adjusted(-0.1, -0.1, 0.1, 0.1);
    m_bounds = (bounds | toQt(part.reach)).adjusted(-outline - 3, -outline - 3, outline + 3, outline + 3);
}

QPainterPath PartItem::shape() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (!isOnlyLines(m_part)) {
        const QRectF reach = toQt(m_part.reach);
        // An outline is reached at its line, not within.
        const auto *frame = m_part.shapes.empty() ? nullptr : std::get_if<figure::Box>(&m_part.shapes.front());
        if (frame && frame->fill == figure::Fill::None && m_part.shapes.size() == 1) {
            path.addRect(toQt(frame->rect).adjusted(-grip, -grip, grip, grip));
            QPainterPath hole;
            hole.addRect(toQt(frame->rect).adjusted(grip, grip, -grip, -grip));
            return path.subtracted(hole);
        }
        path.addRect(reach);
    }
    for (const figure::Shape &shape : m_part.shapes) {
        if (const auto *line = std::get_if<figure::Line>(&shape)) {
            QPainterPathStroker stroker;
            stroker.setWidth(line->width + 2 * grip);
            path.addPath(stroker.createStroke(pathOf(*line)));
        } else if (isOnlyLines(m_part)) {
            path.addRect(toQt(figure::boundsOf(shape)).adjusted(-2, -2, 2, 2));
        }
    }
    return path;
}

void PartItem::setLit(bool lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    update();
}

void PartItem::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    update();
}

void PartItem::setFaint(bool faint)
{
    if (faint == m_faint)
        return;
    m_faint = faint;
    update();
}

void PartItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const double scale = option->levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const Colours colours = m_faint ? faded(currentColours(), faintness) : currentColours();
    for (const figure::Shape &shape : m_part.shapes) {
        const auto *text = std::get_if<figure::Text>(&shape);
        if (text && text->size * scale < 12 * legible) // a grey bar stands for words that nobody could read
            painter->fillRect(toQt(figure::boundsOf(shape)).adjusted(0, 3, 0, -3), QColor::fromRgb(mixed(colours.muted, colours.base, 0.35)));
        else
            paintShape(*painter, m_lit || m_current ? figure::emboldened(shape) : shape, colours);
    }
    if (!m_current)
        return;
    painter->setPen(QPen(QColor::fromRgb(colours.accent), 2));
    painter->setBrush(Qt::NoBrush);
    if (isOnlyLines(m_part))
        return; // bold is enough: a frame around an arc would frame half the drawing
    painter->drawRoundedRect(toQt(m_part.reach).adjusted(-outline, -outline, outline, outline), 10, 10);
}

} // namespace vethscope
