#include "ui/panels/filterbar.h"

#include "ui/panels/filteredit.h"
#include "ui/phrasebook.h"
#include "ui/preferences.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace vethscope {
namespace {

QToolButton *smallButton(QWidget *parent, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

int charactersIn(std::string_view bytes)
{
    return int(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).size());
}

} // namespace

FilterBar::FilterBar(const Registry &registry, Preferences &preferences, QWidget *parent)
    : QFrame(parent), m_registry(registry), m_preferences(preferences), m_edit(new FilterEdit(registry, this)),
      m_error(new QLabel(this)), m_apply(smallButton(this, QStringLiteral("↵"))), m_clear(smallButton(this, QStringLiteral("✕"))),
      m_recent(smallButton(this, QStringLiteral("▾"))), m_recentMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("filterField"));
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setTextFormat(Qt::PlainText);
    m_recent->setMenu(m_recentMenu);
    m_recent->setPopupMode(QToolButton::InstantPopup);
    setFocusProxy(m_edit);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 3, 1);
    row->setSpacing(0);
    row->addWidget(m_edit, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_apply), static_cast<QWidget *>(m_clear),
                            static_cast<QWidget *>(m_recent)})
        row->addWidget(widget);

    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::check);
    connect(m_edit, &FilterEdit::applied, this, &FilterBar::apply);
    connect(m_edit, &FilterEdit::dismissed, this, &FilterBar::leaveOrClear);
    connect(m_edit, &FilterEdit::recentWanted, m_recent, &QToolButton::showMenu);
    connect(m_apply, &QToolButton::clicked, this, &FilterBar::apply);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &FilterBar::fillRecent);
    retranslate();
    showState("empty");
    updateButtons();
}

QString FilterBar::expression() const
{
    return m_edit->text();
}

void FilterBar::setExpression(const QString &expression)
{
    m_edit->setText(expression);
}

void FilterBar::apply()
{
    if (!m_valid)
        return;
    m_applied = expression().trimmed();
    if (!m_applied.isEmpty())
        m_preferences.remember(preference::recentFilters, m_applied);
    updateButtons();
    emit applied(*m_valid);
}

void FilterBar::clear()
{
    m_edit->clear();
    apply();
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::startTyping(const QString &text)
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->setText(text);
    emit m_edit->textEdited(text);
}

void FilterBar::check()
{
    const QString text = expression().trimmed();
    const auto compiled = Filter::compile(text.toStdString(), m_registry);
    if (compiled) {
        m_valid = *compiled;
        showProblem({});
        m_edit->markError(0, 0);
        showState(text.isEmpty() ? "empty" : "valid");
    } else {
        m_valid.reset();
        const FilterError &error = compiled.error();
        const std::string bytes = text.toStdString();
        const std::string_view whole(bytes);
        const int skipped = int(expression().indexOf(text));
        const int start = charactersIn(whole.substr(0, std::min(error.offset, whole.size())));
        const int length = std::max(1, charactersIn(whole.substr(std::min(error.offset, whole.size()), error.length)));
        showProblem(tr("%1 (character %2)").arg(translatedSentence(error.message)).arg(start + 1));
        m_edit->markError(skipped + start, length);
        showState("invalid");
    }
    updateButtons();
}

void FilterBar::showState(const char *state)
{
    setProperty("state", QString::fromLatin1(state));
    style()->unpolish(this);
    style()->polish(this);
}

void FilterBar::showProblem(const QString &problem)
{
    const bool changed = problem != m_problem;
    m_problem = problem;
    const int room = width() * 11 / 20;
    m_error->setText(m_error->fontMetrics().elidedText(problem, Qt::ElideRight, room));
    m_error->setVisible(!problem.isEmpty());
    m_error->setToolTip(problem);
    m_edit->setToolTip(problem);
    m_edit->setAccessibleDescription(problem);
    if (changed)
        emit problemChanged(problem);
}

void FilterBar::updateButtons()
{
    const QString text = expression().trimmed();
    m_apply->setVisible(m_valid && text != m_applied);
    m_clear->setVisible(!expression().isEmpty() || !m_applied.isEmpty());
}

void FilterBar::fillRecent()
{
    m_recentMenu->clear();
    for (const QString &recent : m_preferences.list(preference::recentFilters)) {
        QString title = recent;
        QAction *action = m_recentMenu->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, recent] {
            setExpression(recent);
            apply();
        });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No recent filters"))->setEnabled(false);
}

void FilterBar::leaveOrClear()
{
    if (!expression().isEmpty() || !m_applied.isEmpty())
        clear();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showProblem(m_problem);
}

void FilterBar::retranslate()
{
    m_edit->setAccessibleName(tr("Display filter"));
    m_edit->setPlaceholderText(tr("Display filter … <Ctrl+/>"));
    m_apply->setToolTip(tr("Apply the filter (Enter)"));
    m_apply->setAccessibleName(tr("Apply the filter"));
    m_clear->setToolTip(tr("Clear the filter and show all packets (Esc)"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_recent->setToolTip(tr("Recent filters"));
    m_recent->setAccessibleName(tr("Recent filters"));
    if (!m_problem.isEmpty())
        check();
}

} // namespace vethscope
