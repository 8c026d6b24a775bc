#include "ui/statistics/trafficrowdelegate.h"

#include "ui/shared/nametext.h"
#include "ui/shared/scopetag.h"
#include "ui/statistics/trafficmodel.h"
#include "ui/theme/palette.h"

namespace vethscope {
namespace {

constexpr int cellMargin = 8;

} // namespace

TrafficRowDelegate::TrafficRowDelegate(const TrafficModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
    updateFonts();
}

void TrafficRowDelegate::updateFonts()
{
    m_figures = monospaceFont();
    m_tag = scopeTagFont();
}

void TrafficRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, palette.selection);
    if (selected && index.column() == 0 && option.state.testFlag(QStyle::State_Active))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), palette.accent);
    const TrafficColumn &column = m_model.column(index.column());
    if (column.shows == TrafficColumn::Shows::Scope) {
        const TrafficRow &row = m_model.row(index.row());
        const double unit = QFontMetricsF(m_figures).height();
        painter->setRenderHint(QPainter::Antialiasing);
        paintScopeTag(*painter, QRectF(option.rect.left() + 2 * cellMargin, option.rect.center().y() + 0.5 - unit * 0.43, unit * 1.15, unit * 0.86).toAlignedRect(),
                      m_tag, row.scope, row.depth);
    } else {
        const int right = column.isNumber() ? qRound(option.fontMetrics.height() * 0.8) : cellMargin; // the title's arrow stands there
        const QRect cell = option.rect.adjusted(cellMargin, 0, -right, 0);
        painter->setFont(column.isNumber() ? m_figures : option.font);
        painter->setPen(palette.text);
        const QFontMetrics metrics = painter->fontMetrics();
        const QString text = metrics.elidedText(nameWithin(index.data().toString(), metrics, cell.width()), Qt::ElideMiddle, cell.width());
        painter->drawText(cell, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
    }
    painter->restore();
}

} // namespace vethscope
