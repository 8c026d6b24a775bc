#include "ui/follow/followview.h"

#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostShown = std::size_t{2} << 20; // bytes of a stream; text of it is up to five times as long
constexpr int longestLine = 2000; // a text layout takes long over longer ones

// Controls as their pictures; lines that are too long in several.
QString shownText(const std::string &text, StreamFormat format)
{
    QString all = QString::fromUtf8(text.data(), qsizetype(text.size()));
    if (!isPlainText(format))
        return all;
    all.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QString shown;
    shown.reserve(all.size());
    int length = 0;
    for (const QChar letter : std::as_const(all)) {
        const bool isControl = letter.unicode() < 0x20 && letter != QLatin1Char('\n') && letter != QLatin1Char('\t');
        shown += isControl ? QChar(0x2400 + letter.unicode()) : letter == QChar::ParagraphSeparator || letter == QChar::LineSeparator ? QChar(0x2424) : letter;
        length = letter == QLatin1Char('\n') ? 0 : length + 1;
        if (length == longestLine) {
            shown += QLatin1Char('\n');
            length = 0;
        }
    }
    return shown;
}

QTextCharFormat formatOf(const StreamChunk &chunk)
{
    const Palette &palette = Palette::current();
    QTextCharFormat format;
    format.setForeground(chunk.isGap() ? palette.doubtful : chunk.fromClient ? palette.bad : palette.accent);
    format.setBackground(chunk.isGap() ? palette.doubtfulSoft : chunk.fromClient ? palette.badSoft : palette.accentSoft);
    return format;
}

} // namespace

bool isShown(StreamDirection direction, const StreamChunk &chunk)
{
    return direction == StreamDirection::Both || chunk.fromClient == (direction == StreamDirection::FromClient);
}

FollowView::FollowView(QWidget *parent) : QPlainTextEdit(parent), m_gutter(makeGutter())
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(monospaceFont());
    setTabStopDistance(fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 8);
    arrange();
}

void FollowView::showStream(std::shared_ptr<const FollowedStream> stream, StreamFormat format, StreamDirection direction)
{
    const bool isSame = m_stream && stream && m_stream->name == stream->name && format == m_format && direction == m_direction;
    if (isSame && m_stream->packets == stream->packets && m_stream->chunks == stream->chunks && m_stream->bytes == stream->bytes)
        return;
    m_format = format;
    m_direction = direction;
    m_stream = std::move(stream);
    isSame ? fillAgain() : fill();
}

// Its text has grown, or has other colours.
void FollowView::fillAgain()
{
    const int anchor = textCursor().anchor(), position = textCursor().position(), scrolled = verticalScrollBar()->value();
    fill();
    const int end = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(anchor, end));
    cursor.setPosition(std::min(position, end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled);
}

void FollowView::fill()
{
    clear();
    m_places.clear();
    m_leftOut = 0;
    if (!m_stream)
        return;
    setUpdatesEnabled(false);
    if (const std::string head = headOf(*m_stream, m_format); !head.empty())
        add(shownText(head, m_format), nullptr, false);
    std::optional<bool> speaker;
    std::size_t shown = 0;
    for (const StreamChunk &chunk : m_stream->chunks) {
        if (!isShown(m_direction, chunk))
            continue;
        shown += chunk.isGap() ? 0 : chunk.size;
        if (shown > mostShown) {
            m_leftOut += chunk.isGap() ? 0 : chunk.size;
            continue;
        }
        const std::string text = chunk.isGap() ? gapText(translated(gapSentence(chunk)).toStdString(), m_format) : textOf(*m_stream, chunk, m_format);
        add(shownText(text, m_format), &chunk, speaker != chunk.fromClient || chunk.isGap());
        speaker = chunk.fromClient;
    }
    moveCursor(QTextCursor::Start);
    setUpdatesEnabled(true);
    m_gutter->update();
}

void FollowView::add(const QString &text, const StreamChunk *chunk, bool beginsTurn)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!cursor.atBlockStart() && (beginsTurn || cursor.block().length() > longestLine))
        cursor.insertText(QStringLiteral("\n"));
    const int begin = cursor.position();
    m_places.emplace_back(begin, chunk);
    if (chunk)
        cursor.insertText(text, formatOf(*chunk));
    else
        cursor.insertText(text, QTextCharFormat());
    if (!chunk)
        return;
    const int side = chunk->fromClient ? ClientLine : ServerLine;
    QTextBlock block = document()->findBlock(begin);
    if (begin == block.position())
        block.setUserState(side | (beginsTurn ? BeginsTurn : 0));
    for (block = block.next(); block.isValid(); block = block.next())
        block.setUserState(side);
}

const StreamChunk *FollowView::currentChunk() const
{
    const int position = textCursor().position();
    const auto next = std::ranges::upper_bound(m_places, position, {}, &std::pair<int, const StreamChunk *>::first);
    return next == m_places.begin() ? nullptr : std::prev(next)->second;
}

bool FollowView::findWords(const QString &words, bool backwards)
{
    const QTextDocument::FindFlags flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (words.isEmpty() || find(words, flags))
        return true;
    const QTextCursor before = textCursor();
    moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (find(words, flags))
        return true;
    setTextCursor(before);
    return false;
}

void FollowView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        if (const StreamChunk *chunk = currentChunk())
            emit packetChosen(int(chunk->row));
}

void FollowView::keyPressEvent(QKeyEvent *event)
{
    const StreamChunk *chunk = currentChunk();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && chunk)
        emit packetChosen(int(chunk->row));
    else
        QPlainTextEdit::keyPressEvent(event);
}

void FollowView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (changesFonts(*event)) {
        if (font() != monospaceFont())
            setFont(monospaceFont());
        if (m_gutter)
            arrange();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        fillAgain();
}

} // namespace vethscope
