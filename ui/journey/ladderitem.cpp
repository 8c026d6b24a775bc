#include "ui/journey/ladderitem.h"

#include "ui/theme/palette.h"
#include "ui/topology/figurepainter.h"

#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

constexpr double ringRoom = 4, ringWidth = 2.2; // around what a part paints

} // namespace

LadderItem::LadderItem(LadderPart part) : m_part(std::move(part))
{
    m_bounds = toQt(m_part.reach);
    for (const figure::Shape &shape : m_part.shapes)
        m_bounds |= toQt(figure::boundsOf(shape));
    m_bounds.adjust(-ringRoom, -ringRoom, ringRoom, ringRoom);
    if (!m_part.title.empty())
        setToolTip(QString::fromStdString(m_part.title).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    setZValue(m_part.kind == LadderPart::Kind::Lifeline ? -1 : m_part.kind == LadderPart::Kind::Hop ? 1 : 0);
}

bool LadderItem::hasRow(std::uint32_t row) const
{
    return std::ranges::find(m_part.rows, row) != m_part.rows.end();
}

void LadderItem::setChosen(bool chosen)
{
    if (chosen == m_isChosen)
        return;
    m_isChosen = chosen;
    update();
}

// An arrow does not hide what is behind it from the pointer.
QPainterPath LadderItem::shape() const
{
    QPainterPath path;
    path.addRect(toQt(m_part.reach));
    return path;
}

void LadderItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    for (const figure::Shape &shape : m_part.shapes)
        paintShape(*painter, shape, currentColours());
    if (!m_isChosen)
        return;
    painter->setPen(QPen(Palette::current().accent, ringWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(toQt(m_part.reach));
}

} // namespace vethscope
