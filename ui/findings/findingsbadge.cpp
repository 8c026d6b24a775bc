#include "ui/findings/findingsbadge.h"

#include "core/diagnose/counts.h"
#include "ui/findings/diagnosed.h"
#include "ui/findings/diagnoser.h"
#include "ui/findings/findingswords.h"
#include "ui/findings/severitylook.h"
#include "ui/theme/buttonframe.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QPainter>

namespace vethscope {
namespace {

constexpr int badgeMargin = 5, signGap = 4, countGap = 9;
constexpr QChar tick(0x2713);

} // namespace

FindingsBadge::FindingsBadge(const Diagnoser &diagnoser, QWidget *parent) : QAbstractButton(parent), m_diagnoser(diagnoser)
{
    setObjectName(QStringLiteral("findingsBadge"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover); // is painted again when the pointer comes and goes
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    connect(&diagnoser, &Diagnoser::changed, this, &FindingsBadge::showCounts);
    showCounts();
}

void FindingsBadge::showCounts()
{
    const auto found = m_diagnoser.found();
    setVisible(found != nullptr);
    m_counts.clear();
    for (const ProblemSeverity severity : diagnose::severities)
        if (const std::size_t count = found ? diagnose::countOf(found->findings, severity) : 0; count > 0)
            m_counts.emplace_back(severity, count);
    setAccessibleName(found ? findingsTitle(m_diagnoser) : QString());
    setToolTip(found ? tr("Findings: %1").arg(findingsTitle(m_diagnoser)) + QLatin1Char('\n') + findingsRemark(m_diagnoser) : QString());
    updateGeometry();
    update();
}

QSize FindingsBadge::sizeHint() const
{
    int width = 2 * badgeMargin;
    for (const auto &[severity, count] : m_counts)
        width += signSize() + signGap + fontMetrics().horizontalAdvance(QString::number(count)) + countGap;
    width += m_counts.empty() ? fontMetrics().horizontalAdvance(tick) : -countGap;
    return {width, fontMetrics().height() + 2};
}

void FindingsBadge::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintButtonFrame(painter, *this);
    painter.setPen(palette.good);
    if (m_counts.empty())
        painter.drawText(rect(), Qt::AlignCenter, tick);
    painter.setPen(palette.text);
    int x = badgeMargin;
    for (const auto &[severity, count] : m_counts) {
        const QString number = QString::number(count);
        paintSeverity(painter, QRectF(x, (height() - signSize()) / 2.0, signSize(), signSize()), severity);
        x += signSize() + signGap;
        const int width = fontMetrics().horizontalAdvance(number);
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, number);
        x += width + countGap;
    }
}

void FindingsBadge::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showCounts();
}

} // namespace vethscope
