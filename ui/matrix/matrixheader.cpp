#include "ui/matrix/matrixheader.h"

#include "ui/matrix/matrixmodel.h"
#include "ui/theme/palette.h"

#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int margin = 6;
constexpr int mostCharacters = 34;
constexpr int fewCharacters = 9; // of so few the end counts: nodes are numbered

QString shortened(const QFontMetrics &metrics, const QString &name, int width)
{
    return metrics.elidedText(name, width < metrics.averageCharWidth() * fewCharacters ? Qt::ElideLeft : Qt::ElideMiddle, width);
}

} // namespace

MatrixHeader::MatrixHeader(Qt::Orientation orientation, QWidget *parent) : QHeaderView(orientation, parent)
{
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(3);
    setSectionsClickable(true);
    setHighlightSections(false);
}

void MatrixHeader::setCurrent(int section)
{
    m_current = section;
    viewport()->update();
}

int MatrixHeader::band() const
{
    return fontMetrics().height() + 4;
}

// Whether a section is as large as a name needs.
bool MatrixHeader::hasNames() const
{
    return defaultSectionSize() >= fontMetrics().ascent() - 1;
}

// As wide as the longest name, up to a limit.
QSize MatrixHeader::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true); // as the chosen one is
    const QFontMetrics metrics(bold);
    const int most = fontMetrics().averageCharWidth() * mostCharacters;
    int width = fontMetrics().averageCharWidth() * 8;
    for (int section = 0; model() && section < count() && width < most; ++section)
        width = std::max(width, metrics.horizontalAdvance(model()->headerData(section, orientation(), Qt::DisplayRole).toString()));
    const int extent = std::min(width, most) + 2 * margin + band();
    return orientation() == Qt::Vertical ? QSize(extent, 0) : QSize(0, extent);
}

void MatrixHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Palette::current().window);
    if (!model() || count() == 0)
        return;
    const int end = orientation() == Qt::Vertical ? viewport()->height() : viewport()->width();
    const int first = std::max(0, visualIndexAt(0));
    const int last = visualIndexAt(end - 1) < 0 ? count() - 1 : visualIndexAt(end - 1);
    paintGroups(painter, first, last);
    paintSections(painter, first, last);
}

void MatrixHeader::paintSections(QPainter &painter, int first, int last)
{
    const Palette &palette = Palette::current();
    const bool isVertical = orientation() == Qt::Vertical;
    const bool hasRoom = hasNames();
    for (int section = first; section <= last; ++section) {
        if (!hasRoom && section != m_current)
            continue;
        const int at = sectionViewportPosition(section), size = sectionSize(section);
        QRect rect = isVertical ? QRect(band(), at, width() - band(), size) : QRect(at, band(), size, height() - band());
        const bool isNode = model()->headerData(section, orientation(), MatrixModel::GroupNode).toBool();
        QFont font = painter.font();
        font.setBold(isNode || section == m_current);
        painter.save();
        painter.setFont(font);
        if (section == m_current) {
            if (!hasRoom) // over its neighbours, which have none
                rect = isVertical ? QRect(rect.left(), at + size / 2 - band() / 2, rect.width(), band()) : QRect(at + size / 2 - band() / 2, rect.top(), band(), rect.height());
            painter.fillRect(rect, palette.selection);
        }
        painter.setPen(palette.text);
        const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        if (isVertical)
            painter.drawText(rect.adjusted(margin, -4, -margin, 4), Qt::AlignVCenter | Qt::AlignRight, painter.fontMetrics().elidedText(name, Qt::ElideMiddle, rect.width() - 2 * margin));
        else
            paintTurned(painter, rect, name, Qt::AlignVCenter | Qt::AlignLeft);
        painter.restore();
    }
}

// A band along the outer edge, whose name stays in sight.
void MatrixHeader::paintGroups(QPainter &painter, int first, int last)
{
    const Palette &palette = Palette::current();
    const bool isVertical = orientation() == Qt::Vertical;
    const int end = isVertical ? viewport()->height() : viewport()->width();
    while (first > 0 && !model()->headerData(first, orientation(), MatrixModel::GroupFirst).toBool())
        --first;
    for (int section = first; section <= last;) {
        int next = section + 1;
        while (next < count() && !model()->headerData(next, orientation(), MatrixModel::GroupFirst).toBool())
            ++next;
        const int from = sectionViewportPosition(section), to = sectionViewportPosition(next - 1) + sectionSize(next - 1);
        const int seenFrom = std::max(from, 0), seenTo = std::min(to, end);
        const QRect rect = isVertical ? QRect(0, seenFrom, band(), seenTo - seenFrom) : QRect(seenFrom, 0, seenTo - seenFrom, band());
        painter.fillRect(rect, palette.accentSoft);
        painter.setPen(palette.line);
        if (isVertical)
            painter.drawLine(0, from, width(), from);
        else
            painter.drawLine(from, 0, from, height());
        painter.setPen(palette.accent);
        const QString name = model()->headerData(section, orientation(), MatrixModel::GroupName).toString();
        const bool isTurned = isVertical == hasNames(); // without the names of their own there is room across the band
        const QRect room = hasNames() ? rect : isVertical ? rect.adjusted(band(), 0, width() - band(), 0) : rect.adjusted(0, band(), 0, height() - band());
        if (isTurned)
            paintTurned(painter, room, name, hasNames() ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeft);
        else if (hasNames() || room.height() >= fontMetrics().ascent())
            painter.drawText(room.adjusted(margin, 0, -margin, 0), hasNames() ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignRight, shortened(fontMetrics(), name, room.width() - 2 * margin));
        section = next;
    }
}

// From below to above.
void MatrixHeader::paintTurned(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment) const
{
    painter.save();
    painter.translate(rect.left(), rect.bottom() + 1);
    painter.rotate(-90);
    const QRect turned(margin, 0, rect.height() - 2 * margin, rect.width());
    if (turned.width() > fontMetrics().averageCharWidth() * 2)
        painter.drawText(turned.adjusted(0, -4, 0, 4), static_cast<int>(alignment), shortened(painter.fontMetrics(), text, turned.width()));
    painter.restore();
}

} // namespace vethscope
