#include "ui/flowgraph/flowview.h"

#include "core/journeyfigures/ladderparts.h"
#include "ui/flowgraph/flowwriting.h"
#include "ui/theme/palette.h"
#include "ui/topology/figurepainter.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double headRoom = 6;
constexpr double leastComment = 150, commentShare = 0.28; // of the width

void paint(QPainter &painter, const LadderPart &part)
{
    for (const figure::Shape &shape : part.shapes)
        paintShape(painter, shape, currentColours());
}

} // namespace

FlowView::FlowView(const FlowWriting &writing, QWidget *parent) : QAbstractScrollArea(parent), m_writing(writing)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("zoomsItself", true); // the window leaves the wheel with Ctrl to it
    viewport()->setProperty("zoomsItself", true);
}

// All lengths are those of a zoom of 100 %.
double FlowView::across() const
{
    return viewport()->width() / m_zoom;
}

double FlowView::commentWidth() const
{
    return std::max(leastComment, std::min(across() * commentShare, flowCommentWidth));
}

double FlowView::headHeight() const
{
    return ladderHeadHeight + 2 * headRoom;
}

void FlowView::refresh()
{
    updateBars();
    seek();
    viewport()->update();
}

void FlowView::updateBars()
{
    const FlowGraph &graph = m_writing.graph();
    const double rows = flowRowHeight * double(graph.events.size()), room = viewport()->height() / m_zoom - headHeight();
    verticalScrollBar()->setRange(0, int(std::max(0.0, std::ceil(rows - room))));
    verticalScrollBar()->setPageStep(int(std::max(1.0, room)));
    verticalScrollBar()->setSingleStep(int(flowRowHeight));
    const double lifelines = flowStep * double(graph.addresses.size()), between = across() - flowTimeWidth - commentWidth();
    horizontalScrollBar()->setRange(0, int(std::max(0.0, std::ceil(lifelines - between))));
    horizontalScrollBar()->setPageStep(int(std::max(1.0, between)));
    horizontalScrollBar()->setSingleStep(int(flowStep / 4));
}

void FlowView::setZoom(double zoom)
{
    const auto [first, behind] = visible();
    const auto place = current();
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    updateBars();
    verticalScrollBar()->setValue(int(flowRowHeight * double(first)));
    if (place && *place >= first && *place < behind) // it was seen
        bringIntoSight(*place);
    viewport()->update();
}

std::pair<std::size_t, std::size_t> FlowView::visible() const
{
    const double top = verticalScrollBar()->value(), bottom = top + viewport()->height() / m_zoom - headHeight();
    const auto first = std::size_t(std::max(0.0, std::floor(top / flowRowHeight)));
    return {std::min(first, m_writing.graph().events.size()), std::min(std::size_t(std::max(0.0, std::ceil(bottom / flowRowHeight))), m_writing.graph().events.size())};
}

QRect FlowView::rectOf(std::size_t place) const
{
    const double top = headHeight() + flowRowHeight * double(place) - verticalScrollBar()->value();
    return QRectF(0, top * m_zoom, viewport()->width(), flowRowHeight * m_zoom).toAlignedRect();
}

void FlowView::bringIntoSight(std::size_t place)
{
    const int top = int(flowRowHeight * double(place)), room = int(viewport()->height() / m_zoom - headHeight() - flowRowHeight);
    if (verticalScrollBar()->value() > top || verticalScrollBar()->value() + room < top)
        verticalScrollBar()->setValue(top - room / 2);
    const FlowEvent &event = m_writing.graph().events[place];
    const int left = int(flowStep * std::min(event.from, event.to)), right = int(flowStep * (std::max(event.from, event.to) + 1)), between = horizontalScrollBar()->pageStep();
    if (right > horizontalScrollBar()->value() + between)
        horizontalScrollBar()->setValue(right - between);
    if (left < horizontalScrollBar()->value())
        horizontalScrollBar()->setValue(left);
}

void FlowView::setRow(int row)
{
    m_isSought = row >= 0 && (m_isSought || row != m_row);
    m_row = row;
    seek();
    viewport()->update();
}

std::optional<std::size_t> FlowView::current() const
{
    return m_row < 0 ? std::nullopt : m_writing.graph().find(std::uint32_t(m_row));
}

// Where it has been brought to once it is left, so that who has scrolled away from it is not carried back whenever packets come.
void FlowView::seek()
{
    const auto place = m_isSought ? current() : std::nullopt;
    if (!place)
        return;
    m_isSought = false;
    bringIntoSight(*place);
}

void FlowView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(viewport()->rect(), Palette::current().base);
    painter.scale(m_zoom, m_zoom);
    paintRows(painter);
    paintHeads(painter);
}

void FlowView::paintRows(QPainter &painter) const
{
    const FlowGraph &graph = m_writing.graph();
    const double height = viewport()->height() / m_zoom, right = across() - commentWidth(), down = headHeight() - verticalScrollBar()->value();
    const double left = flowTimeWidth - horizontalScrollBar()->value();
    const QRectF rows(0, headHeight(), across(), height), between(flowTimeWidth, headHeight(), right - flowTimeWidth, height);
    const auto [first, behind] = visible();
    painter.setClipRect(rows);
    if (const auto place = current())
        painter.fillRect(QRectF(0, down + flowRowHeight * double(*place), across(), flowRowHeight), Palette::current().selection);
    painter.setClipRect(between);
    for (std::size_t i = 0; i < graph.addresses.size(); ++i)
        if (const double x = left + flowLifelineX(i); x > flowTimeWidth && x < right)
            paint(painter, ladderLifeline(x, headHeight(), height));
    for (std::size_t i = first; i < behind; ++i)
        paint(painter, flowArrow(graph.events[i], m_writing.words(graph.events[i]), left, down + flowRowHeight * double(i)));
    painter.setClipRect(rows);
    for (std::size_t i = first; i < behind; ++i) {
        const FlowWords words = m_writing.words(graph.events[i]);
        paint(painter, flowTime(words, 0, down + flowRowHeight * double(i)));
        paint(painter, flowComment(words, right, down + flowRowHeight * double(i), commentWidth()));
    }
}

void FlowView::paintHeads(QPainter &painter) const
{
    const FlowGraph &graph = m_writing.graph();
    const double left = flowTimeWidth - horizontalScrollBar()->value(), right = across() - commentWidth();
    painter.setClipRect(QRectF(flowTimeWidth, 0, right - flowTimeWidth, headHeight()));
    for (std::size_t i = 0; i < graph.addresses.size(); ++i)
        if (const double x = left + flowLifelineX(i); x > flowTimeWidth - flowStep && x < right + flowStep)
            paint(painter, ladderHead(m_writing.name(graph.addresses[i]), {x, headRoom}));
    painter.setClipping(false);
}

void FlowView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

} // namespace vethscope
