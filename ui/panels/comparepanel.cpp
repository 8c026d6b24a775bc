#include "ui/panels/comparepanel.h"

#include "ui/panels/comparecell.h"
#include "ui/panels/comparechoice.h"
#include "ui/shared/explanations.h"
#include "ui/shared/nametext.h"
#include "ui/shared/selection.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vethscope {
namespace {

// Shares of the width, as in the drawing that set the look: two wide columns and a seam.
constexpr int wideShare = 13;
constexpr int seamShare = 8;
constexpr int narrowCharacters = 130;
constexpr int firstLine = 1; // row of the grid below the heads

QString capturePoint(const Frame &frame)
{
    const QString node = text(frame.pointNode);
    const QString device = text(frame.pointInterface.empty() ? frame.interfaceName : frame.pointInterface);
    return node.isEmpty() || device.isEmpty() ? node + device : node + QLatin1Char(' ') + device;
}

} // namespace

ComparePanel::ComparePanel(Selection &selection, const Explanations *explanations, QWidget *parent)
    : QScrollArea(parent), m_selection(selection), m_explanations(explanations), m_page(new QWidget(this)), m_title(new QLabel(m_page)), m_subtitle(new QLabel(m_page)), m_choice(new CompareChoice(m_page)),
      m_footnote(new QLabel(m_page)), m_nativeRemark(new QLabel(m_page))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setBackgroundRole(QPalette::Base);
    m_page->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
    for (QLabel *label : {m_title, m_subtitle, m_footnote, m_nativeRemark})
        label->setWordWrap(true);

    m_underlayHead = new CompareHead(Scope::Underlay, m_page);
    m_tunnelHead = new CompareHead(Scope::Tunnel, m_page);
    m_overlayHead = new CompareHead(Scope::Overlay, m_page);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(0, wideShare);
    m_grid->setColumnStretch(1, seamShare);
    m_grid->setColumnStretch(2, wideShare);
    m_grid->addWidget(m_underlayHead, 0, 0);
    auto *seam = new QHBoxLayout;
    seam->setContentsMargins(16, 0, 16, 0);
    seam->addWidget(m_tunnelHead);
    m_grid->addLayout(seam, 0, 1);
    m_grid->addWidget(m_overlayHead, 0, 2);
    m_nativeRemark->setContentsMargins(40, 0, 40, 0);
    m_grid->addWidget(m_nativeRemark, firstLine, 1, 4, 2, Qt::AlignTop);

    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_choice);
    layout->addSpacing(12);
    layout->addLayout(m_grid);
    layout->addSpacing(8);
    layout->addWidget(m_footnote);
    layout->addStretch();
    setWidget(m_page);
    adoptLook();

    connect(m_choice, &CompareChoice::chosen, this, [this](const ComparedDepths &depths) {
        m_depths = depths;
        showPacket();
    });
    connect(&selection, &Selection::packetChanged, this, &ComparePanel::packetChanged);
    connect(&selection, &Selection::nodeChanged, this, &ComparePanel::showNode);
    connect(&selection, &Selection::shownNamesChanged, this, &ComparePanel::packetChanged);
    if (explanations)
        connect(explanations, &Explanations::changed, this, &ComparePanel::showForetold);
}

std::vector<CompareCard *> ComparePanel::cards() const
{
    std::vector<CompareCard *> cards;
    for (std::size_t i = 0; i < m_comparison.rows.size() && i < m_lines.size(); ++i)
        cards.insert(cards.end(), {m_lines[i].underlay, m_lines[i].overlay});
    return cards;
}

ComparePanel::Line ComparePanel::addLine()
{
    const Line line{new CompareCard(Scope::Underlay, m_page), new CompareLink(m_page), new CompareCard(Scope::Overlay, m_page)};
    const int row = firstLine + static_cast<int>(m_lines.size());
    m_grid->addWidget(line.underlay, row, 0);
    m_grid->addWidget(line.link, row, 1);
    m_grid->addWidget(line.overlay, row, 2);
    for (CompareCard *card : {line.underlay, line.overlay}) {
        const auto select = [this, card] { m_selection.setNode(nodeOf(card->cell(), m_selection.tree())); };
        connect(card, &QAbstractButton::clicked, this, select);
        connect(&card->why(), &QAbstractButton::clicked, this, [this, select] {
            select();
            emit whyRequested();
        });
    }
    return line;
}

void ComparePanel::packetChanged()
{
    m_stale = true;
    if (isVisible())
        showPacket();
}

void ComparePanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        showPacket();
}

void ComparePanel::resizeEvent(QResizeEvent *event)
{
    adoptWidth();
    QScrollArea::resizeEvent(event);
}

void ComparePanel::adoptWidth()
{
    const bool narrow = viewport()->width() < fontMetrics().averageCharWidth() * narrowCharacters;
    for (CompareHead *head : {m_underlayHead, m_tunnelHead, m_overlayHead})
        head->setNarrow(narrow);
    for (const Line &line : m_lines)
        for (CompareCard *card : {line.underlay, line.overlay})
            card->setNarrow(narrow);
}

void ComparePanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        packetChanged();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        adoptLook();
}

void ComparePanel::adoptLook()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel *label : {m_subtitle, m_footnote, m_nativeRemark})
        label->setForegroundRole(QPalette::PlaceholderText); // the palette's muted
}

QString ComparePanel::subtitle() const
{
    QStringList parts;
    if (const QString point = capturePoint(m_selection.packet().frame); !point.isEmpty())
        parts << tr("captured at %1").arg(point);
    if (m_comparison.inner - m_comparison.outer == 1 && !m_comparison.remark.isEmpty())
        parts << tr("%1, %2", "tunnel, its port").arg(m_comparison.tunnel, m_comparison.remark);
    else if (m_comparison.tunnels > 0)
        parts << (m_comparison.remark.isEmpty() ? m_comparison.tunnel : m_comparison.remark);
    return parts.join(QStringLiteral(" · "));
}

void ComparePanel::showHeads()
{
    const bool tunnelled = m_comparison.tunnels > 0;
    m_tunnelHead->setVisible(tunnelled);
    m_overlayHead->setVisible(tunnelled);
    m_nativeRemark->setVisible(m_comparison.tunnels == 0 && !m_selection.isEmpty());
    if (!tunnelled) {
        m_nativeRemark->setText(tr("There is nothing to face it: no tunnel is around this packet, and this link carries it as it is.\n\n"
                                   "The same packet may be inside a tunnel elsewhere on its way. Captured on a node’s network card, "
                                   "traffic between pods of two nodes shows its underlay as well.").trimmed());
        m_underlayHead->display(Scope::Native, scopeName(Scope::Native), tr("not encapsulated"));
        return;
    }
    const Scope outer = outerScope();
    m_underlayHead->display(outer, scopeName(outer, m_comparison.outer), m_comparison.outer == 0 ? scopeRemark(outer) : QString());
    m_tunnelHead->display(Scope::Tunnel, m_comparison.tunnel, tr("+%1 bytes").arg(m_comparison.added));
    m_overlayHead->display(Scope::Overlay, scopeName(Scope::Overlay, m_comparison.inner), m_comparison.inner == m_comparison.tunnels ? scopeRemark(Scope::Overlay) : QString());
}

// Between two tunnels, the outer one of both networks is an overlay itself.
Scope ComparePanel::outerScope() const
{
    return m_comparison.tunnels == 0 ? Scope::Native : m_comparison.outer == 0 ? Scope::Underlay : Scope::Overlay;
}

void ComparePanel::nameAddresses()
{
    const auto &tree = m_selection.tree();
    for (CompareRow &row : m_comparison.rows)
        for (CompareCell *cell : {&row.underlay, &row.overlay})
            if (const int node = nodeOf(*cell, tree); node >= 0) {
                cell->name = m_selection.shownName(tree[static_cast<std::size_t>(node)]);
                cell->owner = ownerOf(m_selection, tree[static_cast<std::size_t>(node)]);
            }
}

void ComparePanel::showPacket()
{
    m_stale = false;
    const bool empty = m_selection.isEmpty();
    m_comparison = empty ? Comparison{} : comparisonOf(m_selection.packet(), m_depths);
    m_choice->offer(m_comparison.tunnels, {m_comparison.outer, m_comparison.inner});
    nameAddresses();
    const bool tunnelled = m_comparison.tunnels > 0;
    for (QWidget *part : {static_cast<QWidget *>(m_subtitle), static_cast<QWidget *>(m_underlayHead), static_cast<QWidget *>(m_footnote)})
        part->setVisible(!empty);
    if (empty) {
        m_title->setText(tr("Select a packet to see both of its networks"));
    } else {
        const auto number = m_selection.packet().frame.number;
        m_title->setText(tunnelled ? tr("Frame %1 · underlay and overlay side by side").arg(number)
                                   : tr("Frame %1 · native, not encapsulated").arg(number));
        m_subtitle->setText(subtitle());
        m_subtitle->setVisible(!m_subtitle->text().isEmpty());
        if (!tunnelled)
            m_footnote->clear();
    }
    adoptLook(); // a style sheet set in between resets what labels were given
    showHeads();
    setAccessibleName(m_title->text());

    while (m_lines.size() < m_comparison.rows.size())
        m_lines.push_back(addLine());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool used = i < m_comparison.rows.size();
        line.underlay->setVisible(used);
        line.link->setVisible(used && tunnelled);
        line.overlay->setVisible(used && tunnelled);
        if (!used)
            continue;
        const CompareRow &row = m_comparison.rows[i];
        line.underlay->setScope(outerScope());
        line.underlay->display(row.label, row.underlay);
        line.link->display(row);
        line.overlay->display(row.label, row.overlay);
    }
    adoptWidth();
    showNode();
    showForetold();
}

void ComparePanel::showForetold()
{
    if (m_stale)
        return;
    bool any = false;
    for (CompareCard *card : cards()) {
        const auto *const field = m_explanations && card->cell().isPresent() ? m_explanations->fieldAt(nodeOf(card->cell(), m_selection.tree())) : nullptr;
        card->setForetold(field ? std::optional(agreementOf(*field)) : std::nullopt);
        any = any || field;
    }
    if (m_comparison.tunnels > 0)
        m_footnote->setText(any ? tr("✓ expected from the host facts = captured   ≠ differs   ? not foretold   ·   why? opens the lines of the hosts’ own output")
                                : tr("A capture alone shows the values; the words between them tell how Linux arrives at such values."));
}

void ComparePanel::showNode()
{
    if (m_stale)
        return;
    const int node = m_selection.node();
    const auto lights = [&](const CompareCard &card) {
        return node >= 0 && card.cell().isPresent() && nodeOf(card.cell(), m_selection.tree()) == node;
    };
    for (std::size_t i = 0; i < m_comparison.rows.size(); ++i) {
        m_lines[i].underlay->setLit(lights(*m_lines[i].underlay));
        m_lines[i].overlay->setLit(lights(*m_lines[i].overlay));
    }
}

} // namespace vethscope
