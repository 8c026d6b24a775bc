#include "ui/panels/filteredit.h"

#include "ui/panels/completionpopup.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

namespace vethscope {
namespace {

bool belongsToName(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('_') || c == QLatin1Char('-');
}

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

FilterEdit::FilterEdit(const Registry &registry, QWidget *parent)
    : QLineEdit(parent), m_popup(new CompletionPopup(registry, *this))
{
    setAcceptDrops(false); // a file dropped here is to be opened, not spelt out
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::propose);
    connect(m_popup, &CompletionPopup::accepted, this, &FilterEdit::accept);
}

// A line edit formats only what an input method is composing; that is wide enough for an underline.
void FilterEdit::markError(int start, int length, bool isDoubt)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(isDoubt ? Palette::current().doubtful : Palette::current().bad);
        attributes.append({QInputMethodEvent::TextFormat, start - cursorPosition(), length, format});
    }
    QInputMethodEvent marking({}, attributes);
    QLineEdit::inputMethodEvent(&marking);
}

bool FilterEdit::isCompleting() const
{
    return m_popup->isVisible();
}

bool FilterEdit::event(QEvent *event)
{
    // Tab would leave the field before keyPressEvent hears of it.
    if (event->type() == QEvent::KeyPress && isCompleting()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab) {
            accept(m_popup->chosen().isEmpty() ? m_popup->first() : m_popup->chosen());
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (isCompleting() && completeKey(*event))
        return;
    if (isReturn(*event)) {
        m_popup->hide();
        emit applied();
    } else if (event->key() == Qt::Key_Escape) {
        emit dismissed();
    } else if (event->key() == Qt::Key_Down) {
        emit recentWanted();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

bool FilterEdit::completeKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape) {
        m_popup->hide();
        return true;
    }
    if (event.key() == Qt::Key_Down || event.key() == Qt::Key_Up) {
        m_popup->move(event.key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (isReturn(event) && !m_popup->chosen().isEmpty()) {
        accept(m_popup->chosen());
        return true;
    }
    return false;
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    m_popup->hide();
    QLineEdit::focusOutEvent(event);
}

void FilterEdit::propose()
{
    const int start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    const bool startsLikeName = !word.isEmpty() && word.front().isLetter();
    if (m_completes && startsLikeName && (word.size() >= 2 || word.endsWith(QLatin1Char('.'))))
        m_popup->suggest(word, cursorRect().left() - fontMetrics().horizontalAdvance(word));
    else
        m_popup->hide();
}

void FilterEdit::accept(const QString &name)
{
    const int start = wordStart();
    m_popup->hide();
    setSelection(start, cursorPosition() - start);
    insert(name);
    emit textEdited(text());
    if (!name.endsWith(QLatin1Char('.')))
        m_popup->hide();
}

int FilterEdit::wordStart() const
{
    int start = cursorPosition();
    while (start > 0 && belongsToName(text().at(start - 1)))
        --start;
    return start;
}

} // namespace vethscope
