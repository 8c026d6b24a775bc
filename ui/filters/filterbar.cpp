#include "ui/filters/filterbar.h"

#include "ui/filters/filterbookmarks.h"
#include "ui/filters/filteredit.h"
#include "ui/filters/filterkeeper.h"
#include "ui/shared/language.h"
#include "ui/shared/menutext.h"
#include "ui/shared/preferences.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

constexpr int fewestInLine = 26, fewestInAll = 52, fewestOfSentence = 12; // characters for which there is room in any case; beside them, fewer say nothing
constexpr int buttonMargins = 4;

QToolButton *smallButton(QWidget *parent, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

FilterBar::FilterBar(const Registry &registry, Preferences &preferences, QWidget *parent)
    : QFrame(parent), m_registry(registry), m_preferences(preferences), m_kept(new KeptFilters(preferences, this)),
      m_keeper(new FilterKeeper(*m_kept, registry, *this)), m_bookmarks(new FilterBookmarks(*m_keeper, this)), m_edit(new FilterEdit(registry, this)),
      m_error(new QLabel(this)), m_apply(smallButton(this, QStringLiteral("↵"))), m_clear(smallButton(this, QStringLiteral("✕"))),
      m_recent(smallButton(this, QStringLiteral("▾"))), m_addButton(smallButton(this, QStringLiteral("+"))), m_recentMenu(new QMenu(this))
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
    row->addWidget(m_bookmarks);
    row->addWidget(m_edit, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_apply), static_cast<QWidget *>(m_clear),
                            static_cast<QWidget *>(m_recent), static_cast<QWidget *>(m_addButton)})
        row->addWidget(widget);

    adoptFont();
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::check);
    connect(m_edit, &FilterEdit::applied, this, &FilterBar::apply);
    connect(m_edit, &FilterEdit::dismissed, this, &FilterBar::leaveOrClear);
    connect(m_edit, &FilterEdit::recentWanted, m_recent, &QToolButton::showMenu);
    connect(m_apply, &QToolButton::clicked, this, &FilterBar::apply);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_bookmarks, &FilterBookmarks::chosen, this, &FilterBar::use);
    connect(m_addButton, &QToolButton::clicked, this, [this] { m_keeper->keep(KeptFilters::Kind::Button, this->expression()); });
    connect(m_recentMenu, &QMenu::aboutToShow, this, &FilterBar::fillRecent);
    m_edit->proposals().saved = [this] { return m_kept->all(KeptFilters::Kind::Saved); };
    m_edit->proposals().recent = [this] { return m_preferences.list(preference::recentFilters); };
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

void FilterBar::use(const QString &expression)
{
    setExpression(expression);
    apply();
}

Proposals &FilterBar::proposals()
{
    return m_edit->proposals();
}

void FilterBar::setHostsKnown(bool known)
{
    if (known == m_hostsKnown)
        return;
    m_hostsKnown = known;
    check();
}

void FilterBar::check()
{
    const QString text = expression().trimmed();
    const auto compiled = Filter::compile(text.toStdString(), m_registry);
    m_valid = compiled ? std::optional(*compiled) : std::nullopt;
    const std::vector<FilterError> doubts = compiled ? compiled->doubts(m_hostsKnown) : std::vector<FilterError>();
    QStringList sentences;
    for (const FilterError &doubt : doubts)
        sentences << told(doubt);
    showProblem(compiled ? QString() : told(compiled.error()), sentences.join(QStringLiteral(" · ")));
    if (compiled && doubts.empty())
        m_edit->unmark();
    else
        m_edit->mark(compiled ? doubts.front() : compiled.error(), blanksBefore(), compiled.has_value());
    showState(!compiled ? "invalid" : !doubts.empty() ? "doubtful" : text.isEmpty() ? "empty" : "valid");
    updateButtons();
}

QString FilterBar::told(const FilterError &error) const
{
    return tr("%1 (character %2)").arg(translated(error.message)).arg(m_edit->charactersOf(error, blanksBefore()).start + 1);
}

int FilterBar::blanksBefore() const
{
    return int(expression().indexOf(expression().trimmed()));
}

void FilterBar::showState(const char *state)
{
    setProperty("state", QString::fromLatin1(state));
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_error)}) {
        style()->unpolish(widget);
        style()->polish(widget);
    }
}

// Not by reference: what is shown anew is the members themselves.
void FilterBar::showProblem(QString problem, QString doubt)
{
    const bool isOtherProblem = problem != std::exchange(m_problem, problem);
    const bool isOtherDoubt = doubt != std::exchange(m_doubt, doubt);
    const QString sentence = problem.isEmpty() ? doubt : problem;
    int buttons = 0;
    for (const QToolButton *button : findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly))
        buttons += button->isHidden() ? 0 : button->sizeHint().width() + buttonMargins;
    const int room = std::min(width() * 11 / 20, width() - buttons - m_edit->minimumWidth());
    m_error->setText(m_error->fontMetrics().elidedText(sentence, Qt::ElideRight, room));
    m_error->setVisible(!sentence.isEmpty() && room >= m_error->fontMetrics().averageCharWidth() * fewestOfSentence); // else the status bar alone has it
    m_error->setToolTip(sentence);
    m_edit->setToolTip(sentence);
    m_edit->setAccessibleDescription(sentence);
    if (isOtherProblem)
        emit problemChanged(problem);
    if (isOtherDoubt)
        emit doubtChanged(doubt);
}

void FilterBar::updateButtons()
{
    const QString text = expression().trimmed();
    m_apply->setVisible(m_valid && text != m_applied);
    m_clear->setVisible(!expression().isEmpty() || !m_applied.isEmpty());
    m_addButton->setEnabled(m_valid && !text.isEmpty());
    m_bookmarks->setExpression(text, m_valid.has_value());
}

void FilterBar::fillRecent()
{
    m_recentMenu->clear();
    for (const QString &recent : m_preferences.list(preference::recentFilters)) {
        QAction *action = m_recentMenu->addAction(inMenu(recent));
        connect(action, &QAction::triggered, this, [this, recent] { use(recent); });
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
    if (event->type() == QEvent::FontChange)
        adoptFont();
    QFrame::changeEvent(event);
}

// Neither filter buttons nor what is wrong take the room to write in.
void FilterBar::adoptFont()
{
    const int unit = fontMetrics().averageCharWidth();
    m_edit->setMinimumWidth(unit * fewestInLine);
    setMinimumWidth(unit * fewestInAll);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showProblem(m_problem, m_doubt);
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
    m_addButton->setToolTip(tr("Add a button for this filter"));
    m_addButton->setAccessibleName(tr("Add a filter button"));
    if (!m_problem.isEmpty() || !m_doubt.isEmpty())
        check();
}

} // namespace vethscope
