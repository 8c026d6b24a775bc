#include "ui/statistics/expertbullet.h"

#include "core/statistics/expertcounts.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/expertlook.h"
#include "ui/statistics/tallypasses.h"
#include "ui/theme/buttonframe.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace vethscope {

ExpertBullet::ExpertBullet(const OpenCapture &capture, const PacketListModel &list, QWidget *parent)
    : QAbstractButton(parent), m_capture(capture), m_counter(tallyPasses<ExpertCounts>(), capture, list)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover); // is painted again when the pointer comes and goes
    setObjectName(QStringLiteral("expertBullet"));
    connect(&m_counter, &PacketCounter::counted, this, &ExpertBullet::showSeverity);
    connect(&m_counter, &PacketCounter::progressed, this, &ExpertBullet::showSeverity);
    connect(&capture, &OpenCapture::changed, this, [this] {
        m_counter.setActive(false);
        decide();
    });
    connect(&capture, &OpenCapture::finished, this, &ExpertBullet::decide);
    connect(&capture, &OpenCapture::progressed, this, &ExpertBullet::decide);
    connect(this, &QAbstractButton::clicked, this, [this] { m_counter.setActive(m_capture.isOpen()); });
    decide();
}

// By itself only what takes no time; who wants more clicks. How large it is is known when all of it is in the index.
void ExpertBullet::decide()
{
    const bool isKnown = m_capture.isOpen() && (m_capture.isComplete() || m_capture.isFollowing());
    if (!m_counter.isActive() && isKnown && m_capture.store().size() <= mostByItself)
        m_counter.setActive(true);
    showSeverity();
}

bool ExpertBullet::hasLooked() const
{
    return m_counter.counts<ExpertCounts>() != nullptr;
}

std::optional<ExpertSeverity> ExpertBullet::severity() const
{
    const auto counts = m_counter.counts<ExpertCounts>();
    const auto worst = std::ranges::find_if(expertSeverities, [&](ExpertSeverity one) { return counts && counts->items(one) > 0; });
    return worst == expertSeverities.end() ? std::nullopt : std::optional(*worst);
}

void ExpertBullet::showSeverity()
{
    setVisible(m_capture.isOpen());
    QStringList parts;
    if (const auto counts = m_counter.counts<ExpertCounts>())
        for (const ExpertSeverity one : expertSeverities)
            if (const std::size_t items = counts->items(one); items > 0)
                parts << expertName(one) + QStringLiteral(": ") + grouped(items);
    const QString found = !hasLooked() ? tr("not looked into: click to look") : parts.isEmpty() ? tr("nothing to be said") : parts.join(QStringLiteral(", "));
    setAccessibleName(tr("Expert information: %1").arg(found));
    setToolTip(accessibleName());
    update();
}

QSize ExpertBullet::sizeHint() const
{
    const int size = fontMetrics().ascent() + 4;
    return {size, size};
}

void ExpertBullet::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintButtonFrame(painter, *this);
    const int size = fontMetrics().ascent();
    const QRectF place((width() - size) / 2.0, (height() - size) / 2.0, size, size);
    if (const auto worst = severity()) {
        paintExpert(painter, place, *worst);
        return;
    }
    painter.setPen(QPen(palette.muted, 1.4, hasLooked() ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place.adjusted(1, 1, -1, -1));
}

void ExpertBullet::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showSeverity();
}

} // namespace vethscope
