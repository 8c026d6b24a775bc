#include "ui/capture/trafficdelegate.h"

#include "ui/capture/interfacemodel.h"
#include "ui/theme/palette.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vethscope {

// The scale is logarithmic: a ping a second is seen, a download fits.
void TrafficDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const auto rates = index.data(InterfaceModel::ratesRole).value<QList<double>>();
    constexpr double highest = 6; // a million packets a second fill the cell
    constexpr int margin = 6;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, palette.selection);
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("000000 / s"));
    const QRect room = option.rect.adjusted(margin, 4, -textWidth - 2 * margin, -4);
    const double step = double(room.width()) / InterfaceModel::rememberedSeconds;
    painter->fillRect(QRect(room.left(), room.bottom(), room.width(), 1), palette.line);
    for (qsizetype i = 0; i < rates.size(); ++i) {
        if (rates[i] <= 0)
            continue;
        const double share = std::min(1.0, (0.6 + std::log10(rates[i])) / highest);
        const double x = room.right() + 1 - double(rates.size() - i) * step;
        const double height = std::max(2.0, share * room.height());
        painter->fillRect(QRectF(x, room.bottom() + 1 - height, std::max(1.0, step - 1), height), palette.accent);
    }
    painter->setPen(palette.muted);
    painter->drawText(option.rect.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

} // namespace vethscope
