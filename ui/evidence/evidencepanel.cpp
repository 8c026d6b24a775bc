#include "ui/evidence/evidencepanel.h"

#include "ui/evidence/findline.h"
#include "ui/evidence/sourceview.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/snapshots.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>
#include <set>

namespace vethscope {

EvidencePanel::EvidencePanel(const Snapshots &snapshots, QWidget *parent)
    : QWidget(parent), m_snapshots(snapshots), m_choice(new QComboBox(this)), m_place(new QLabel(this)), m_nothing(new QLabel(this)),
      m_view(new SourceView(this)), m_find(new FindLine(*m_view, this)), m_pages(new QStackedWidget(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_choice->setMaxVisibleItems(24);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(18);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_nothing->setObjectName(QStringLiteral("muted"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(24);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_view);
    setFocusProxy(m_view);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 6, 14, 6);
    head->setSpacing(14);
    head->addWidget(m_choice, 2);
    head->addWidget(m_place, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_find);
    column->addWidget(m_pages, 1);

    connect(m_choice, &QComboBox::activated, this, &EvidencePanel::choose);
    connect(m_view, &SourceView::cursorMoved, this, &EvidencePanel::showPlace);
    connect(&snapshots, &Snapshots::changed, this, &EvidencePanel::snapshotsChanged);
    connect(&snapshots, &Snapshots::imported, this, &EvidencePanel::snapshotsChanged);
    retranslate();
    snapshotsChanged();
}

void EvidencePanel::showEvidence(const Evidence &evidence)
{
    if (!evidence.source)
        return;
    auto found = std::ranges::find_if(m_sources, [&](const HostSource &source) { return source.has(evidence); });
    if (found == m_sources.end()) {
        m_sources.push_back({evidence.source});
        fill();
        found = std::prev(m_sources.end());
    }
    choose(int(found - m_sources.begin()));
    m_view->cite(evidence.line, evidence.column);
}

// What is shown stays, where it is still there.
void EvidencePanel::snapshotsChanged()
{
    m_sources = hostSourcesOf(m_snapshots.loaded());
    fill();
    const auto shown = std::ranges::find(m_sources, m_view->text(), &HostSource::text);
    choose(shown != m_sources.end() ? int(shown - m_sources.begin()) : m_sources.empty() ? -1 : 0);
}

// The snapshot's name only where there are several.
QString EvidencePanel::titleOf(const HostSource &source) const
{
    const auto isOthers = [&](const HostSource &other) { return other.snapshot != source.snapshot; };
    const bool several = !source.snapshot.isEmpty() && std::ranges::any_of(m_sources, isOthers);
    return several ? source.snapshot + QStringLiteral(" · ") + source.name() : source.name();
}

void EvidencePanel::fill()
{
    m_choice->clear();
    QStringList titles;
    for (const HostSource &source : m_sources)
        titles << titleOf(source);
    m_choice->addItems(titles);
    m_choice->setEnabled(!m_sources.empty());
    m_pages->setCurrentWidget(m_sources.empty() ? static_cast<QWidget *>(m_nothing) : m_view);
}

void EvidencePanel::choose(int index)
{
    m_choice->setCurrentIndex(index);
    m_view->setText(index < 0 ? nullptr : m_sources[std::size_t(index)].text);
    showPlace();
}

QString EvidencePanel::place() const
{
    return m_place->text();
}

void EvidencePanel::showPlace()
{
    const int index = m_choice->currentIndex();
    if (index < 0 || std::size_t(index) >= m_sources.size()) {
        m_place->clear();
        return;
    }
    const HostSource &source = m_sources[std::size_t(index)];
    const auto line = std::uint32_t(m_view->cursor().line);
    QString text = tr("line %1 of %2").arg(grouped(line), grouped(source.text->size()));
    if (const HostSource::Part *const part = source.partAt(line); part && !part->command.isEmpty())
        text = (part->machine.isEmpty() ? part->command : tr("%1: %2", "machine, command").arg(part->machine, part->command)) + QStringLiteral(" · ") + text;
    m_place->setText(text);
    m_place->setToolTip(text);
}

// Ctrl+F finds in this output while the focus is here.
bool EvidencePanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        m_find->begin();
        return true;
    }
    return QWidget::event(event);
}

void EvidencePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EvidencePanel::retranslate()
{
    m_nothing->setText(tr("What hosts printed stands here once a snapshot is loaded, with the line that proves what was asked."));
    m_choice->setAccessibleName(tr("Text of a snapshot"));
    showPlace();
}

} // namespace vethscope
