#include "ui/evidence/sourcelook.h"
#include "ui/evidence/sourceview.h"
#include "ui/evidence/textcolumns.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// How the text is drawn: only the lines and columns that are seen.

namespace vethscope {
namespace {

// Where the value ends that begins there: a word, a string of JSON, an object or list of it.
std::size_t valueEnd(std::string_view text, std::size_t begin)
{
    const char first = text[begin];
    if (first == '"')
        return std::min(text.find('"', begin + 1), text.size() - 1) + 1;
    if (first != '{' && first != '[')
        return std::size_t(std::find_if(text.begin() + std::ptrdiff_t(begin), text.end(), endsSourceWord) - text.begin());
    const char last = first == '{' ? '}' : ']';
    std::size_t open = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        open += text[i] == first ? 1 : 0;
        if (text[i] == last && --open == 0)
            return i + 1;
    }
    return text.size();
}

} // namespace

QFont sourceFont()
{
    QFont font = monospaceFont();
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

bool endsSourceWord(char character)
{
    return std::string_view(" \t,\"'{}[]()").find(character) != std::string_view::npos;
}

void SourceView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(sourceFont());
    const Palette &palette = Palette::current();
    const int numbers = numbersWidth();
    painter.fillRect(0, 0, numbers, viewport()->height(), palette.window);
    painter.setPen(palette.line);
    painter.drawLine(numbers, 0, numbers, viewport()->height());
    const std::size_t first = firstVisibleLine();
    for (std::size_t i = 0; i <= visibleLines() && first + i <= lineCount(); ++i)
        paintLine(painter, first + i, QRect(0, int(i) * m_rowHeight, viewport()->width(), m_rowHeight));
}

void SourceView::paintLine(QPainter &painter, std::size_t number, const QRect &row) const
{
    const Palette &palette = Palette::current();
    const int numbers = numbersWidth();
    const bool isCited = number == m_citedLine;
    if (isCited) {
        painter.fillRect(row, palette.accentSoft);
        painter.fillRect(QRect(0, row.top(), 4, row.height()), palette.accent);
    }
    painter.setPen(isCited ? palette.accent : palette.muted);
    painter.drawText(QRect(0, row.top(), numbers - sourceMargin, row.height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    painter.save();
    painter.setClipRect(QRect(numbers + 1, row.top(), row.width() - numbers - 1, row.height()));
    paintSelection(painter, number, row);
    painter.setPen(palette.text);
    paintText(painter, line(number), row);
    painter.restore();
}

// And the value that is meant, in a line that says much.
void SourceView::paintSelection(QPainter &painter, std::size_t number, const QRect &row) const
{
    const std::string_view text = line(number);
    const auto fill = [&](std::size_t from, std::size_t to, const QColor &colour, int extra) {
        const double left = textLeft() - double(horizontalScrollBar()->value()) * m_columnWidth;
        const double begin = left + double(columnOf(text, from)) * m_columnWidth, end = left + double(columnOf(text, to)) * m_columnWidth + extra;
        painter.fillRect(QRectF(begin, row.top(), end - begin, row.height()), colour);
    };
    if (number == m_citedLine && m_citedColumn > 0 && m_citedColumn <= text.size()) {
        const std::size_t begin = m_citedColumn - 1;
        fill(begin, valueEnd(text, begin), mixed(Palette::current().accent, Palette::current().accentSoft, 0.25), 0);
    }
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    if (from == to || number < from.line || number > to.line)
        return;
    fill(number == from.line ? from.byte : 0, number == to.line ? to.byte : text.size(), Palette::current().selection, number < to.line ? qRound(m_columnWidth) : 0);
}

// Runs of Latin characters at once, others one by one in their columns: the font that has them may have another pitch.
void SourceView::paintText(QPainter &painter, std::string_view text, const QRect &row) const
{
    const auto scrolled = std::size_t(horizontalScrollBar()->value());
    const std::size_t last = scrolled + std::size_t(double(row.width()) / m_columnWidth) + 2;
    const double left = textLeft() - double(scrolled) * m_columnWidth;
    const double baseline = row.top() + 1 + QFontMetricsF(painter.font()).ascent();
    QString run;
    double runLeft = 0;
    const auto draw = [&] {
        if (!run.isEmpty())
            painter.drawText(QPointF(runLeft, baseline), run);
        run.clear();
    };
    for (ColumnWalk walk(text); !walk.atEnd() && walk.at().column < last; walk.next()) {
        const ColumnCharacter &at = walk.at();
        if (at.column + at.width <= scrolled)
            continue;
        const bool isLatin = at.size == 1 && static_cast<unsigned char>(walk.text().front()) >= 0x20 && static_cast<unsigned char>(walk.text().front()) < 0x7f;
        if (run.isEmpty() || !isLatin) {
            draw();
            runLeft = left + double(at.column) * m_columnWidth;
        }
        if (walk.text() != "\t")
            run += vethscope::text(walk.text());
        if (!isLatin)
            draw();
    }
    draw();
}

} // namespace vethscope
