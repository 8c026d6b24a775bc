#include "ui/journey/doubtslabel.h"

#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QStringList>

#include <utility>

namespace vethscope {
DoubtsLabel::DoubtsLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::WindowText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    retranslate();
}

void DoubtsLabel::setSentences(std::vector<Sentence> doubts, std::vector<Sentence> limits, std::size_t most)
{
    m_doubts = std::move(doubts);
    m_limits = std::move(limits);
    m_most = most;
    retranslate();
}

void DoubtsLabel::retranslate()
{
    QStringList lines;
    for (const Sentence &doubt : m_doubts)
        lines << tr("Doubtful: %1").arg(translated(doubt));
    for (const Sentence &limit : m_limits)
        lines << translated(limit);
    if (const std::size_t all = std::size_t(lines.size()); all > m_most) {
        lines.resize(qsizetype(m_most));
        lines << tr("And %1 more; Capture Points… tells all.").arg(all - m_most);
    }
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, m_doubts.empty() ? Palette::current().muted : Palette::current().doubtful);
    if (ink != palette())
        setPalette(ink);
    setText(lines.join(QLatin1Char('\n')));
    setAccessibleName(tr("Whether all this belongs together"));
    setVisible(!lines.empty());
}

void DoubtsLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace vethscope
