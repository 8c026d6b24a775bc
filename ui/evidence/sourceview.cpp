#include "ui/evidence/sourceview.h"

#include "ui/evidence/textcolumns.h"
#include "ui/theme/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int numbersMargin = 12;
constexpr int textMargin = 10;
constexpr std::size_t atLeastDigits = 3;
constexpr std::size_t tabWidth = 8;

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// Every character in its own column: without the ligatures that fonts for programmers have.
QFont textFont()
{
    QFont font = monospaceFont();
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

bool isWordEnd(char character)
{
    return std::string_view(" \t,\"'{}[]()").find(character) != std::string_view::npos;
}

// Where the value ends that begins there: a word, a string of JSON, an object or list of it.
std::size_t valueEnd(std::string_view text, std::size_t begin)
{
    const char first = text[begin];
    if (first == '"')
        return std::min(text.find('"', begin + 1), text.size() - 1) + 1;
    if (first != '{' && first != '[')
        return std::size_t(std::find_if(text.begin() + std::ptrdiff_t(begin), text.end(), isWordEnd) - text.begin());
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
    const QFontMetricsF metrics(textFont());
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
    return qRound(double(digits) * m_columnWidth) + 2 * numbersMargin;
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
    const auto columns = std::ptrdiff_t(double(viewport()->width() - numbersWidth() - textMargin) / m_columnWidth);
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
    QGuiApplication::clipboard()->setText(hasSelection() ? selectedText() : shown(line(m_cursor.line)));
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

void SourceView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(textFont());
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
    painter.drawText(QRect(0, row.top(), numbers - numbersMargin, row.height()), Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
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
        const double left = numbersWidth() + textMargin - double(horizontalScrollBar()->value()) * m_columnWidth;
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
    const double left = numbersWidth() + textMargin - double(scrolled) * m_columnWidth;
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
            run += shown(walk.text());
        if (!isLatin)
            draw();
    }
    draw();
}

TextPlace SourceView::placeAt(const QPoint &point) const
{
    const auto row = std::ptrdiff_t(firstVisibleLine()) - 1 + (point.y() < 0 ? -1 : point.y() / m_rowHeight);
    const std::size_t number = std::size_t(std::clamp(row, std::ptrdiff_t(0), std::ptrdiff_t(std::max<std::size_t>(1, lineCount())) - 1)) + 1;
    const double column = (point.x() - numbersWidth() - textMargin) / m_columnWidth + 0.4 + horizontalScrollBar()->value();
    return {number, byteAt(line(number), std::size_t(std::max(0.0, column)))};
}

void SourceView::moveTo(TextPlace place, bool selecting)
{
    m_cursor = place;
    if (!selecting)
        m_anchor = place;
    reveal(place, false);
    describe();
    emit cursorMoved();
}

void SourceView::moveBy(std::ptrdiff_t lines, bool selecting)
{
    const auto last = std::ptrdiff_t(std::max<std::size_t>(1, lineCount()));
    const auto number = std::size_t(std::clamp(std::ptrdiff_t(m_cursor.line) + lines, std::ptrdiff_t(1), last));
    moveTo({number, byteAt(line(number), columnOf(line(m_cursor.line), m_cursor.byte))}, selecting);
}

void SourceView::moveAside(bool right, bool selecting)
{
    const std::string_view text = line(m_cursor.line);
    const std::size_t column = columnOf(text, m_cursor.byte);
    if (right && m_cursor.byte < text.size()) {
        ColumnWalk walk(text);
        while (walk.at().byte < m_cursor.byte)
            walk.next();
        return moveTo({m_cursor.line, m_cursor.byte + walk.at().size}, selecting);
    }
    if (!right && column > 0)
        return moveTo({m_cursor.line, byteAt(text, column - 1)}, selecting);
}

void SourceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_text)
        moveTo(placeAt(event->pos()), event->modifiers() & Qt::ShiftModifier);
}

void SourceView::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) && m_text)
        moveTo(placeAt(event->pos()), true);
}

void SourceView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPlace place = placeAt(event->pos());
    const std::string_view text = line(place.line);
    std::size_t begin = place.byte, end = place.byte;
    while (begin > 0 && !isWordEnd(text[begin - 1]))
        --begin;
    while (end < text.size() && !isWordEnd(text[end]))
        ++end;
    select({place.line, begin}, end - begin);
}

void SourceView::keyPressEvent(QKeyEvent *event)
{
    const bool selecting = event->modifiers() & Qt::ShiftModifier, wide = event->modifiers() & Qt::ControlModifier;
    const auto page = std::ptrdiff_t(visibleLines());
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up: return moveBy(-1, selecting);
    case Qt::Key_Down: return moveBy(1, selecting);
    case Qt::Key_PageUp: return moveBy(-page, selecting);
    case Qt::Key_PageDown: return moveBy(page, selecting);
    case Qt::Key_Left: return moveAside(false, selecting);
    case Qt::Key_Right: return moveAside(true, selecting);
    case Qt::Key_Home: return moveTo({wide ? 1 : m_cursor.line, 0}, selecting);
    case Qt::Key_End: {
        const std::size_t number = wide ? std::max<std::size_t>(1, lineCount()) : m_cursor.line;
        return moveTo({number, line(number).size()}, selecting);
    }
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

// The window's own shortcuts shall not take the text's keys.
bool SourceView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) || key->key() == Qt::Key_Home || key->key() == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void SourceView::describe()
{
    setAccessibleName(tr("Host output"));
    setAccessibleDescription(m_text ? tr("%1, line %2: %3").arg(QString::fromStdString(m_text->name())).arg(m_cursor.line).arg(shown(line(m_cursor.line).substr(0, 300))) : QString());
}

} // namespace vethscope
