#include "ui/findings/findingspanel.h"

#include "ui/findings/diagnoser.h"
#include "ui/findings/findingcard.h"
#include "ui/findings/findinghead.h"
#include "ui/findings/findingkey.h"
#include "ui/findings/findingsbar.h"
#include "ui/findings/findingswords.h"
#include "ui/findings/suspectline.h"
#include "ui/journey/doubtslabel.h"
#include "ui/theme/palette.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace vethscope {

FindingsPanel::FindingsPanel(Diagnoser &diagnoser, QWidget *parent)
    : QWidget(parent), m_diagnoser(diagnoser), m_scroll(new QScrollArea(this)), m_copy(new QPushButton(this)), m_save(new QPushButton(this))
{
    setObjectName(QStringLiteral("findingsPanel"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (QPushButton *button : {m_copy, m_save})
        button->setObjectName(QStringLiteral("quiet"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(14, 6, 10, 8);
    bottom->setSpacing(8);
    bottom->addWidget(m_copy);
    bottom->addWidget(m_save);
    bottom->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new FindingsBar(diagnoser, this));
    column->addWidget(m_scroll, 1);
    column->addLayout(bottom);
    setFocusProxy(m_scroll);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &FindingsPanel::rebuild);
    connect(&diagnoser, &Diagnoser::changed, this, &FindingsPanel::showState);
    connect(m_copy, &QPushButton::clicked, this, &FindingsPanel::copyRequested);
    connect(m_save, &QPushButton::clicked, this, &FindingsPanel::saveRequested);
    retranslate();
    rebuild();
}

void FindingsPanel::showState()
{
    for (QPushButton *button : {m_copy, m_save})
        button->setEnabled(m_diagnoser.found() != nullptr);
    if (m_diagnoser.found() == m_shown)
        return;
    const auto shown = std::exchange(m_shown, m_diagnoser.found());
    if (shown && m_shown && areAlike(*shown, *m_shown)) { // nothing moves under the reader's eyes
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            m_cards[i]->setFound(m_shown, i);
        return;
    }
    rebuild();
}

// What was unfolded stays so, and the focus and the place stay where they are.
void FindingsPanel::rebuild()
{
    const KeptFocus focus(m_cards, window()->focusWidget());
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_cards.clear();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(6, 2, 6, 12);
    column->setSpacing(2);
    if (m_shown && !m_shown->doubts.empty()) {
        auto *const doubts = new DoubtsLabel(page);
        doubts->setSentences(m_shown->doubts);
        doubts->setContentsMargins(8, 4, 8, 4);
        column->addWidget(doubts);
    }
    if (m_shown && m_shown->findings.empty()) {
        QLabel *const none = whyLabel(nothingFound(*m_shown), page, Palette::current().text);
        none->setContentsMargins(8, 4, 8, 4);
        column->addWidget(none);
    }
    for (std::size_t i = 0; m_shown && i < m_shown->findings.size(); ++i)
        m_cards.push_back(addCard(*column, i, page));
    if (m_shown && !m_shown->suspects.empty())
        addSuspects(*column, page);
    column->addStretch();
    page->setAccessibleName(tr("Findings"));
    m_scroll->setWidget(page);
    QTimer::singleShot(0, m_scroll, [this, scrolled] { m_scroll->verticalScrollBar()->setValue(scrolled); }); // when the page has its height
    focus.restore(m_cards, *m_scroll);
}

FindingCard *FindingsPanel::addCard(QVBoxLayout &column, std::size_t place, QWidget *page)
{
    auto *const card = new FindingCard(m_shown, place, page);
    connect(card, &FindingCard::frameRequested, this, &FindingsPanel::frameRequested);
    connect(card, &FindingCard::evidenceRequested, this, [this, card](const Evidence &line) { emit lineRequested(card->finding(), line); });
    connect(card, &FindingCard::placesRequested, this, [this, card] { emit findingRequested(card->finding()); });
    connect(&card->head(), &FindingHead::moved, this, [this, place](int by) { moveFrom(place, by); });
    connect(&card->head(), &FindingHead::movedToEnd, this, [this, place](bool last) { moveFrom(place, (last ? int(m_cards.size()) - 1 : 0) - int(place)); });
    const std::string key = keyOf(card->finding());
    const bool isUnfolded = m_unfolded.try_emplace(key, place == 0).first->second;
    card->head().setChecked(isUnfolded);
    connect(&card->head(), &QAbstractButton::toggled, this, [this, key](bool open) { m_unfolded[key] = open; });
    column.addWidget(card);
    return card;
}

void FindingsPanel::addSuspects(QVBoxLayout &column, QWidget *page)
{
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(8, 14, 8, 0);
    rows->setSpacing(4);
    QLabel *const title = whyLabel(tr("What flows that failed have in common"), page, Palette::current().text);
    title->setFont(sizedFont(1, QFont::DemiBold));
    rows->addWidget(title);
    rows->addWidget(whyLabel(tr("Each flow votes for the devices and ways that it should pass by what hosts printed; the most suspicious come first."), page, Palette::current().muted));
    for (std::size_t i = 0; i < m_shown->suspects.size(); ++i) {
        auto *const line = new SuspectLine(m_shown->suspects[i], int(i) + 1, page);
        connect(line, &QAbstractButton::clicked, this, [this, i] { emit suspectRequested(m_shown->suspects[i]); });
        rows->addWidget(line);
    }
    column.addLayout(rows);
}

void FindingsPanel::moveFrom(std::size_t card, int by)
{
    const int to = std::clamp(int(card) + by, 0, int(m_cards.size()) - 1);
    FindingHead &head = m_cards[std::size_t(to)]->head();
    head.setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(&head);
}

QString FindingsPanel::text() const
{
    return labelText(*this);
}

void FindingsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit visibilityChanged(true);
}

void FindingsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit visibilityChanged(false);
}

void FindingsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange || changesFonts(*event))
        m_soon.start();
}

void FindingsPanel::retranslate()
{
    m_copy->setText(tr("&Copy as Report"));
    m_copy->setToolTip(tr("As Markdown, for a ticket"));
    m_save->setText(tr("Sa&ve Report…"));
    m_save->setToolTip(tr("As Markdown, with drawings of the topology and of cited packets' journeys beside it"));
    m_scroll->setAccessibleName(tr("Findings"));
    showState();
}

} // namespace vethscope
