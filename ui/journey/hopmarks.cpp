#include "ui/journey/hopmarks.h"

#include "ui/journey/journeymodel.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QPainter>

namespace vethscope {
namespace {

constexpr double markRadius = 3.6, markStep = 14, markMargin = 10;

QColor colourOf(JourneyModel::Mark mark)
{
    const Palette &palette = Palette::current();
    switch (mark) {
    case JourneyModel::Mark::Seen: return palette.native.strong;
    case JourneyModel::Mark::InTunnel: return palette.tunnel.strong;
    case JourneyModel::Mark::Lost: return palette.bad;
    case JourneyModel::Mark::NotObserved: break;
    }
    return palette.muted;
}

void paintMark(QPainter &painter, QPointF at, JourneyModel::Mark mark)
{
    const QColor colour = colourOf(mark);
    painter.setPen(QPen(colour, mark == JourneyModel::Mark::Lost ? 2 : 1.2));
    if (mark == JourneyModel::Mark::Lost) {
        for (const double slope : {1.0, -1.0})
            painter.drawLine(at + QPointF(-markRadius, -slope * markRadius), at + QPointF(markRadius, slope * markRadius));
        return;
    }
    painter.setBrush(mark == JourneyModel::Mark::NotObserved ? Palette::current().base : colour);
    painter.drawEllipse(at, markRadius, markRadius);
}

} // namespace

HopMarks::HopMarks(const JourneyModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

void HopMarks::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != JourneyModel::Hops)
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QStyle *const style = background.widget ? background.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, background.widget);
    const std::vector<JourneyModel::Mark> marks = m_model.marks(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    const double y = option.rect.center().y() + 0.5, left = option.rect.left() + markMargin;
    if (!marks.empty()) {
        painter->setPen(QPen(Palette::current().line, 1.2));
        painter->drawLine(QPointF(left, y), QPointF(left + markStep * double(marks.size() - 1), y));
    }
    for (std::size_t i = 0; i < marks.size(); ++i)
        paintMark(*painter, {left + markStep * double(i), y}, marks[i]);
    painter->restore();
}

} // namespace vethscope
