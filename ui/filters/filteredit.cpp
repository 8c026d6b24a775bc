#include "ui/filters/filteredit.h"

#include "core/filter/filter.h"
#include "ui/filters/completionpopup.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

#include <algorithm>
#include <string>

namespace vethscope {
namespace {

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

FilterEdit::FilterEdit(const Registry &registry, QWidget *parent)
    : QLineEdit(parent), m_proposals(registry), m_popup(new CompletionPopup(*this))
{
    setAcceptDrops(false); // a file dropped here is to be opened, not spelt out
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::propose);
    connect(m_popup, &CompletionPopup::accepted, this, &FilterEdit::accept);
}

FilterEdit::Characters FilterEdit::charactersOf(const FilterError &error, int from) const
{
    const std::string bytes = text().mid(from).toStdString();
    const std::string_view whole(bytes);
    const std::size_t offset = std::min(error.offset, whole.size());
    const auto charactersIn = [](std::string_view part) { return int(vethscope::text(part).size()); };
    return {charactersIn(whole.substr(0, offset)), std::max(1, charactersIn(whole.substr(offset, error.length)))};
}

void FilterEdit::mark(const FilterError &error, int from, bool isDoubt)
{
    const Characters place = charactersOf(error, from);
    underline(from + place.start, place.length, isDoubt ? Palette::current().doubtful : Palette::current().bad);
}

void FilterEdit::unmark()
{
    underline(0, 0, {});
}

// A line edit formats only what an input method is composing; that is wide enough for an underline.
void FilterEdit::underline(int start, int length, const QColor &colour)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colour);
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
            accept(m_popup->best());
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
        accept(m_popup->best());
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
    const std::vector<Proposal> proposals = m_completes ? m_proposals.at(text(), cursorPosition()) : std::vector<Proposal>();
    const int start = proposals.empty() ? cursorPosition() : proposals.front().start;
    m_popup->suggest(proposals, cursorRect().left() - fontMetrics().horizontalAdvance(text().mid(start, cursorPosition() - start)));
}

void FilterEdit::accept(const Proposal &proposal)
{
    m_popup->hide();
    setSelection(proposal.start, cursorPosition() - proposal.start);
    insert(proposal.text);
    emit textEdited(text());
    if (!proposal.text.endsWith(QLatin1Char('.')))
        m_popup->hide();
}

} // namespace vethscope
