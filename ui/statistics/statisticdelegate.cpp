#include "ui/statistics/statisticdelegate.h"

#include "core/statistics/expertitems.h"
#include "ui/shared/scopetag.h"
#include "ui/statistics/expertlook.h"
#include "ui/statistics/statisticview.h"
#include "ui/theme/palette.h"

#include <QPainter>

namespace vethscope {
namespace {

constexpr int tagGap = 4, barMargin = 3;

void paintTags(QPainter &painter, const QRect &cell, const QVariantList &scopes)
{
    const double unit = QFontMetricsF(monospaceFont()).height();
    double left = cell.left() + 2 * tagGap;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QVariant &scope : scopes) {
        const QRect place = QRectF(left, cell.center().y() + 0.5 - unit * 0.43, unit * 1.15, unit * 0.86).toAlignedRect();
        paintScopeTag(painter, place, scopeTagFont(), numberedScope(scope.toInt()), numberedDepth(scope.toInt()));
        left += place.width() + tagGap;
    }
}

} // namespace

StatisticDelegate::StatisticDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

void StatisticDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->displayAlignment.testFlag(Qt::AlignRight))
        option->font = monospaceFont();
    if (index.data(ScopesRole).isValid())
        option->text.clear(); // tags stand there
    if (const QVariant severity = index.data(SeverityRole); severity.isValid()) {
        const int size = option->fontMetrics.ascent();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {size, size};
        option->icon = expertIcon(ExpertSeverity(severity.toInt()), size, option->widget ? option->widget->devicePixelRatioF() : 1);
    }
}

void StatisticDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const QVariant share = index.data(ShareRole); share.isValid()) {
        const QRect cell = option.rect.adjusted(barMargin, barMargin, -barMargin, -barMargin);
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width() * share.toDouble(), cell.height()), Palette::current().accentSoft);
    }
    QStyledItemDelegate::paint(painter, option, index);
    if (const QVariant scopes = index.data(ScopesRole); scopes.isValid()) {
        painter->save();
        paintTags(*painter, option.rect, scopes.toList());
        painter->restore();
    }
}

} // namespace vethscope
