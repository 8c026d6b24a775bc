#include "ui/why/evidenceline.h"

#include "ui/theme/palette.h"
#include "ui/utf8text.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qsizetype most = 150; // characters
constexpr double lineCorner = 4;

} // namespace

QString EvidenceLine::excerpt(const Evidence &line)
{
    const std::string_view utf8 = line.text();
    const QString whole = vethscope::text(utf8);
    if (whole.size() <= most)
        return whole.simplified();
    const std::string_view before = utf8.substr(0, line.column > 0 ? std::min<std::size_t>(line.column - 1, utf8.size()) : 0);
    const qsizetype value = vethscope::text(before).size();
    const qsizetype first = std::clamp<qsizetype>(value - most / 3, 0, whole.size() - most);
    return (first > 0 ? QStringLiteral("…") : QString()) + whole.mid(first, most).simplified() + (first + most < whole.size() ? QStringLiteral("…") : QString());
}

EvidenceLine::EvidenceLine(Evidence line, const QString &remark, QWidget *parent) : QAbstractButton(parent), m_line(std::move(line))
{
    const Palette &palette = Palette::current();
    const QString excerptText = excerpt(m_line);
    const QString place = QStringLiteral("%1:%2").arg(QString::fromStdString(m_line.source->name())).arg(m_line.line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(1);
    QLabel *const words = whyLabel(breakable(excerptText), this, palette.text);
    words->setFont(smallMono());
    column->addWidget(words);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(whyLabel(breakable(place), this, palette.accent), 1);
    if (!remark.isEmpty())
        below->addWidget(whyLabel(remark, this, palette.bad));
    column->addLayout(below);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Open the host output at this line"));
    setAccessibleName(tr("%1, line %2: %3").arg(QString::fromStdString(m_line.source->name())).arg(m_line.line).arg(excerptText) + (remark.isEmpty() ? QString() : QStringLiteral(", ") + remark));
}

void EvidenceLine::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void EvidenceLine::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void EvidenceLine::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette.accent, 1.4) : QPen(palette.line, 1));
    painter.setBrush(underMouse() ? palette.hover : palette.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), lineCorner, lineCorner);
}

} // namespace vethscope
