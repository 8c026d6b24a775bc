#include "ui/predict/hopboxes.h"

#include "ui/figures/boxesfigure.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace vethscope {
namespace {

constexpr double gap = 6;       // from the title to the boxes, and above the badges
constexpr double smallest = 0.78; // share of the font's size
constexpr double badge = 15;    // of a sign, in pixels at a normal size

QColor colourOf(Fate fate, const Palette &palette)
{
    return fate == Fate::Added ? palette.good : fate == Fate::Removed ? palette.bad : palette.accent;
}

QString nameOf(const FieldFate &change)
{
    return QStringLiteral("%1: %2 → %3").arg(QString::fromUtf8(change.field.name.data(), qsizetype(change.field.name.size())),
                                             QString::fromStdString(change.before.value_or("–")), QString::fromStdString(change.field.value.value_or("?")));
}

} // namespace

HopBoxes::HopBoxes(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString HopBoxes::signOf(Fate fate)
{
    switch (fate) {
    case Fate::Added: return QStringLiteral("+");
    case Fate::Removed: return QStringLiteral("−");
    case Fate::Rewritten: return QStringLiteral("≠");
    case Fate::Kept: break;
    }
    return {};
}

QString HopBoxes::wordOf(Fate fate)
{
    switch (fate) {
    case Fate::Added: return tr("added");
    case Fate::Removed: return tr("removed");
    case Fate::Rewritten: return tr("rewritten");
    case Fate::Kept: break;
    }
    return tr("kept");
}

void HopBoxes::setBoxes(const QString &title, std::vector<PathBox> boxes, std::uint32_t whole, const QString &remark)
{
    m_title = title;
    m_boxes = std::move(boxes);
    m_whole = whole;
    m_remark = remark;
    setAccessibleName(m_title);
    setAccessibleDescription(spoken());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    updateGeometry();
    update();
}

QString HopBoxes::spoken() const
{
    QStringList words;
    for (const PathBox &one : m_boxes) {
        words << QStringLiteral("%1 %2").arg(QString::fromStdString(one.box.title), wordOf(one.fate));
        for (const FieldFate &change : one.changes)
            words << nameOf(change);
    }
    return words.isEmpty() ? m_remark : words.join(QStringLiteral(", "));
}

int HopBoxes::titleHeight() const
{
    return fontMetrics().height() + int(gap);
}

QSize HopBoxes::sizeHint() const
{
    return {420, titleHeight() + fontMetrics().height() * 3};
}

QSize HopBoxes::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

std::vector<Box> HopBoxes::plain() const
{
    std::vector<Box> boxes;
    for (const PathBox &one : m_boxes)
        boxes.push_back(one.box);
    return boxes;
}

double HopBoxes::needed(const QFont &font) const
{
    const std::vector<double> legible = legibleWidths(plain(), font);
    return std::accumulate(legible.begin(), legible.end(), 0.0) + 6.0 * double(m_boxes.size()) + 16;
}

// A little smaller where the room is narrow.
QFont HopBoxes::boxesFont() const
{
    QFont smaller = font();
    smaller.setPointSizeF(smaller.pointSizeF() * std::clamp(width() / std::max(1.0, needed(font())), smallest, 1.0));
    return smaller;
}

// As wide as the packet is long beside the longer one, but never so narrow that its words are cut while there is room.
QRectF HopBoxes::boxesArea() const
{
    const double share = m_whole == 0 ? 1.0 : double(sizeOf(m_boxes)) / m_whole;
    const double wanted = m_boxes.empty() ? double(width()) : std::min(double(width()), std::max(needed(boxesFont()), width() * share));
    return {0, double(titleHeight()), wanted, double(height() - titleHeight() - 1)};
}

void HopBoxes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = Palette::current();
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(palette.muted);
    painter.drawText(QRectF(0, 0, width(), fontMetrics().height()), Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(strong).elidedText(m_title, Qt::ElideMiddle, width()));
    const QRectF area = boxesArea();
    if (m_boxes.empty()) {
        painter.setFont(font());
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_remark);
        return;
    }
    const std::vector<Box> boxes = plain();
    const BoxesFigure figure = layoutBoxes(boxes, legibleWidths(boxes, boxesFont()), area.size());
    painter.translate(area.topLeft());
    paintBoxes(painter, figure, boxes, palette, boxesFont());
    const double size = badge * fontMetrics().height() / 16.0;
    QFont sign = font();
    sign.setWeight(QFont::Bold);
    painter.setFont(sign);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i].fate == Fate::Kept)
            continue;
        const QRectF &box = figure.boxes[i];
        painter.setPen(QPen(colourOf(m_boxes[i].fate, palette), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
        const QRectF round(box.right() - size * 0.75, box.top() - size * 0.28, size, size);
        painter.setPen(QPen(palette.base, 1.5));
        painter.setBrush(colourOf(m_boxes[i].fate, palette));
        painter.drawEllipse(round);
        painter.setPen(palette.base);
        painter.drawText(round, Qt::AlignCenter, signOf(m_boxes[i].fate));
    }
}

bool HopBoxes::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRectF area = boxesArea();
    const std::vector<Box> boxes = plain();
    const int at = layoutBoxes(boxes, legibleWidths(boxes, boxesFont()), area.size()).boxAt(QPointF(help->pos()) - area.topLeft());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const PathBox &box = m_boxes[std::size_t(at)];
    QStringList lines{QStringLiteral("%1, %2").arg(QString::fromStdString(box.box.title), wordOf(box.fate))};
    for (const FieldFate &change : box.changes)
        lines << nameOf(change);
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

} // namespace vethscope
