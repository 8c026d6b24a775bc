#include "ui/evidence/findline.h"

#include "ui/evidence/sourceview.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t bytesAtOnce = 4 << 20;

} // namespace

FindLine::FindLine(SourceView &view, QWidget *parent)
    : QWidget(parent), m_view(view), m_edit(new QLineEdit(this)), m_state(new QLabel(this)), m_back(new QToolButton(this)),
      m_on(new QToolButton(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("goToBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_state->setObjectName(QStringLiteral("muted"));
    m_back->setText(QStringLiteral("↑"));
    m_on->setText(QStringLiteral("↓"));
    m_close->setText(QStringLiteral("✕"));
    m_edit->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    row->addWidget(m_back);
    row->addWidget(m_on);
    row->addWidget(m_state);
    row->addWidget(m_close);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &FindLine::goOn);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { // what stands there already may go on to be found
        const TextPlace from = m_view.cursor();
        look({from.line, from.byte - std::min(from.byte, std::size_t(m_view.selectedText().toUtf8().size()))}, false);
    });
    connect(m_back, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_on, &QToolButton::clicked, this, [this] { find(false); });
    connect(m_close, &QToolButton::clicked, this, &FindLine::end);
    retranslate();
    hide();
}

void FindLine::begin()
{
    const QString selected = m_view.selectedText();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n')))
        m_edit->setText(selected);
    m_state->clear();
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindLine::end()
{
    m_timer.stop();
    hide();
    m_view.setFocus();
}

void FindLine::find(bool backwards)
{
    TextPlace from = m_view.cursor();
    if (m_view.hasSelection()) // where the words that were found begin
        from.byte -= std::min(from.byte, std::size_t(m_view.selectedText().toUtf8().size()));
    if (!m_view.hasSelection() && !backwards) // what begins at the cursor counts
        return look(from, false);
    m_search.emplace(m_view.text(), m_edit->text().toStdString(), from, backwards);
    m_timer.start();
    goOn();
}

// From a place on, which counts itself.
void FindLine::look(TextPlace from, bool backwards)
{
    if (from.byte > 0) {
        --from.byte;
    } else if (from.line > 1) {
        --from.line;
        from.byte = m_view.text() ? m_view.text()->given(from.line).size() : 0;
    } else if (m_view.text() && m_view.text()->size() > 0) {
        from = {m_view.text()->size(), m_view.text()->given(m_view.text()->size()).size()};
    }
    m_search.emplace(m_view.text(), m_edit->text().toStdString(), from, backwards);
    m_timer.start();
    goOn();
}

void FindLine::goOn()
{
    m_search->goOn(bytesAtOnce);
    if (!m_search->isOver())
        return;
    m_timer.stop();
    const auto found = m_search->found();
    m_state->setText(found || m_edit->text().isEmpty() ? QString() : tr("not found"));
    if (found)
        m_view.select(*found, std::size_t(m_edit->text().toUtf8().size()));
}

bool FindLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            end();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindLine::retranslate()
{
    m_edit->setPlaceholderText(tr("Find in this output"));
    m_edit->setAccessibleName(tr("Find in this output"));
    for (const auto &[button, name] : {std::pair{m_back, tr("Find previous")}, {m_on, tr("Find next")}, {m_close, tr("Close")}}) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    }
}

} // namespace vethscope
