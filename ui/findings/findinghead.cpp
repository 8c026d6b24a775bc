#include "ui/findings/findinghead.h"

#include "ui/findings/severitylook.h"
#include "ui/shared/language.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace vethscope {
namespace {

constexpr int signAt = 14, signTop = 10; // from the left and the top
constexpr int foldRoom = 26;
constexpr double headCorner = 6;

QString sureness(diagnose::Confidence confidence)
{
    return confidence == diagnose::Confidence::Certain ? FindingHead::tr("certain") : FindingHead::tr("consistent with what is there");
}

} // namespace

FindingHead::FindingHead(const diagnose::Finding &finding, QWidget *parent) : QAbstractButton(parent), m_severity(finding.severity)
{
    const Palette &palette = Palette::current();
    const QString title = translated(finding.title), sure = sureness(finding.confidence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(signAt + fontMetrics().height() + 10, 8, foldRoom, 9);
    column->setSpacing(2);
    QLabel *const words = whyLabel(breakable(title), this, palette.text);
    words->setFont(sizedFont(1, QFont::DemiBold));
    column->addWidget(words);
    column->addWidget(whyLabel(vethscope::text(finding.id) + QStringLiteral(" · ") + sure, this, palette.muted));
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // narrower than its words: they are wrapped
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("%1: %2; %3", "severity, what is wrong, how sure").arg(severityName(m_severity), title, sure));
    const auto describe = [this] { setAccessibleDescription(isChecked() ? tr("unfolded") : tr("folded")); };
    connect(this, &QAbstractButton::toggled, this, describe);
    describe();
}

void FindingHead::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: return emit moved(1);
    case Qt::Key_Up: return emit moved(-1);
    case Qt::Key_Home: return emit movedToEnd(false);
    case Qt::Key_End: return emit movedToEnd(true);
    case Qt::Key_Right: return setChecked(true);
    case Qt::Key_Left: return setChecked(false);
    case Qt::Key_Return:
    case Qt::Key_Enter: return toggle();
    default: QAbstractButton::keyPressEvent(event);
    }
}

void FindingHead::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FindingHead::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void FindingHead::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette.accent, 1.6) : Qt::NoPen);
    painter.setBrush(underMouse() ? palette.hover : isChecked() ? palette.window : palette.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), headCorner, headCorner);
    const double size = fontMetrics().height();
    paintSeverity(painter, QRectF(signAt, signTop, size, size), m_severity);
    painter.setPen(palette.muted);
    painter.setFont(font());
    painter.drawText(QRectF(width() - foldRoom, signTop, foldRoom - 8, size), Qt::AlignCenter, isChecked() ? QStringLiteral("▾") : QStringLiteral("▸"));
}

} // namespace vethscope
