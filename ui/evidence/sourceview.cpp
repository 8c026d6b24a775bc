#include "ui/evidence/sourceview.h"

#include "ui/evidence/sourcelook.h"
#include "ui/evidence/textcolumns.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t atLeastDigits = 3;
constexpr std::size_t tabWidth = 8;

} // namespace

SourceView::SourceView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    adoptFont();
}

void SourceView::adoptFont()
{
    const QFontMetricsF metrics(sourceFont());
    m_columnWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    m_rowHeight = qRound(metrics.height()) + 3;
    setRanges();
    viewport()->update();
}

void SourceView::setText(std::shared_ptr<const SourceText> text)
{
    if (text == m_text)
        return;
    m_text = std::move(text);
    m_citedLine = 0;
    m_anchor = m_cursor = {};
    measure();
    setRanges();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    describe();
    viewport()->update();
}

// From the lines' lengths alone: no character of UTF-8 takes more columns than bytes, but for tabs.
void SourceView::measure()
{
    m_longest = 0;
    for (std::size_t number = 1; number <= lineCount(); ++number) {
        const std::string_view text = line(number);
        const auto tabs = text.size() * tabWidth > m_longest ? std::size_t(std::ranges::count(text, '\t')) : 0;
        m_longest = std::max(m_longest, text.size() + tabs * (tabWidth - 1));
    }
}

int SourceView::numbersWidth() const
{
    const std::size_t digits = std::max(atLeastDigits, std::to_string(lineCount()).size());
    return qRound(double(digits) * m_columnWidth) + 2 * sourceMargin;
}

int SourceView::textLeft() const
{
    return numbersWidth() + sourceMargin;
}

std::size_t SourceView::visibleLines() const
{
    return std::size_t(std::max(1, viewport()->height() / m_rowHeight));
}

std::size_t SourceView::firstVisibleLine() const
{
    return std::size_t(verticalScrollBar()->value()) + 1;
}

void SourceView::setRanges()
{
    const auto lines = std::ptrdiff_t(lineCount()), seen = std::ptrdiff_t(visibleLines());
    verticalScrollBar()->setRange(0, int(std::max(std::ptrdiff_t(0), lines - seen)));
    verticalScrollBar()->setPageStep(int(seen));
    const auto columns = std::ptrdiff_t(double(viewport()->width() - textLeft()) / m_columnWidth);
    horizontalScrollBar()->setRange(0, int(std::max(std::ptrdiff_t(0), std::ptrdiff_t(m_longest) - columns)));
    horizontalScrollBar()->setPageStep(int(std::max(std::ptrdiff_t(1), columns)));
}

void SourceView::resizeEvent(QResizeEvent *)
{
    setRanges();
}

void SourceView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (changesFonts(*event))
        adoptFont();
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void SourceView::cite(std::uint32_t number, std::uint32_t column)
{
    m_citedLine = number <= lineCount() ? number : 0;
    m_citedColumn = column;
    if (m_citedLine > 0) {
        m_anchor = m_cursor = {m_citedLine, column > 0 ? std::min<std::size_t>(column - 1, line(m_citedLine).size()) : 0};
        reveal(m_cursor, true);
        emit cursorMoved();
    }
    describe();
    viewport()->update();
}

void SourceView::select(TextPlace from, std::size_t bytes)
{
    m_anchor = from;
    m_cursor = {from.line, std::min(from.byte + bytes, line(from.line).size())};
    reveal(from, false);
    describe();
    emit cursorMoved();
    viewport()->update();
}

void SourceView::selectAll()
{
    m_anchor = {};
    m_cursor = {std::max<std::size_t>(1, lineCount()), line(lineCount()).size()};
    viewport()->update();
}

QString SourceView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_cursor);
    std::string text;
    for (std::size_t number = from.line; number <= to.line && number <= lineCount(); ++number) {
        const std::string_view whole = line(number);
        const std::size_t begin = number == from.line ? std::min(from.byte, whole.size()) : 0;
        const std::size_t end = number == to.line ? std::min(to.byte, whole.size()) : whole.size();
        text += whole.substr(begin, end - begin);
        if (number < to.line)
            text += '\n';
    }
    return QString::fromStdString(text);
}

// Without a selection it is the line.
void SourceView::copy() const
{
    QGuiApplication::clipboard()->setText(hasSelection() ? selectedText() : vethscope::text(line(m_cursor.line)));
}

void SourceView::reveal(TextPlace place, bool central)
{
    const std::size_t first = firstVisibleLine(), seen = visibleLines();
    const bool isSeen = place.line >= first && place.line < first + seen;
    if (!isSeen || central)
        verticalScrollBar()->setValue(int(place.line) - 1 - int(central || place.line < first || place.line >= first + 2 * seen ? seen / 2 : 0)
                                      - (!central && place.line >= first + seen && place.line < first + 2 * seen ? int(seen) - 1 : 0));
    const auto column = int(columnOf(line(place.line), place.byte)), left = horizontalScrollBar()->value(), page = horizontalScrollBar()->pageStep();
    if (column < left || column >= left + page)
        horizontalScrollBar()->setValue(column < page ? 0 : column - page / 3);
    viewport()->update();
}

void SourceView::describe()
{
    setAccessibleName(tr("Host output"));
    setAccessibleDescription(m_text ? tr("%1, line %2: %3").arg(QString::fromStdString(m_text->name())).arg(m_cursor.line).arg(vethscope::text(line(m_cursor.line).substr(0, 300))) : QString());
}

} // namespace vethscope
