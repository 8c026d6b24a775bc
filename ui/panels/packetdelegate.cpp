#include "ui/panels/packetdelegate.h"

#include "core/colours/rowcolours.h"
#include "ui/models/packetlistmodel.h"
#include "ui/models/relatedpackets.h"
#include "ui/shared/nametext.h"
#include "ui/shared/scopetag.h"
#include "ui/theme/palette.h"

#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int cellMargin = 8;
constexpr double legibleContrast = 4.5; // of white words: a background that alarms

QString signOf(Belonging relation)
{
    switch (relation) {
    case Belonging::Request: return QStringLiteral("→");
    case Belonging::Response: return QStringLiteral("←");
    case Belonging::Acknowledged: return QStringLiteral("✓");
    case Belonging::Other: return QStringLiteral("•");
    default: return {};
    }
}

bool isUsual(const ColourRule &rule)
{
    static const std::vector<ColourRule> usual = usualColourRules();
    return std::ranges::find(usual, rule) != usual.end();
}

Column columnOf(const QModelIndex &index)
{
    return static_cast<Column>(index.data(PacketListModel::columnRole).toInt());
}

// A seam without bytes of its own (IPIP) is drawn as a thin bar, so that it is seen all the same.
double blockWidth(const Layer &layer, double block)
{
    return layer.size == 0 ? block / 4 : block;
}

} // namespace

PacketDelegate::PacketDelegate(const PacketListModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
    updateFonts();
}

void PacketDelegate::updateFonts()
{
    m_figures = monospaceFont();
    m_tag = scopeTagFont();
}

void PacketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    const bool marked = index.data(PacketListModel::markedRole).toBool();
    const int rule = m_model.ruleOf(index.row());
    const RowColours colours = rule < 0 ? RowColours{} : rowColours(m_model.colouring()[std::size_t(rule)], Palette::isDark());
    if (marked)
        painter->fillRect(option.rect, selected ? mixed(palette.marked, palette.accent, 0.72) : palette.marked);
    else if (selected)
        painter->fillRect(option.rect, palette.selection);
    else if (rule >= 0)
        painter->fillRect(option.rect, QColor::fromRgb(colours.background));
    const Column column = columnOf(index);
    const bool isFirst = option.rect.left() <= 0;
    if (selected && isFirst && option.state.testFlag(QStyle::State_Active))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), palette.accent);
    const int margin = isFirst ? 2 * cellMargin : cellMargin;
    const QRect cell = option.rect.adjusted(margin, 0, -cellMargin / 2, 0);
    if (column == Column::Layers && m_model.isIgnored(index.row())) {
        // nobody has looked which network it serves
    } else if (column == Column::Layers) {
        paintLayers(painter, option.rect, m_model.packet(index.row()));
    } else {
        painter->setFont(index.data(PacketListModel::figureRole).toBool() ? m_figures : option.font);
        painter->setPen(marked ? palette.onMarked : m_model.isIgnored(index.row()) ? palette.muted : rule >= 0 && !selected ? QColor::fromRgb(colours.text) : palette.text);
        // Node and device both matter, and of a pod's name the end most.
        const bool bothEnds = column == Column::Point || column == Column::Source || column == Column::Destination;
        const auto side = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const auto elision = bothEnds ? Qt::ElideMiddle : Qt::ElideRight;
        QString text = index.data().toString();
        const QFontMetrics metrics = painter->fontMetrics();
        int width = metrics.horizontalAdvance(text);
        if (width > cell.width()) {
            if (bothEnds)
                text = nameWithin(text, metrics, cell.width());
            text = metrics.elidedText(text, elision, cell.width());
            width = metrics.horizontalAdvance(text);
        }
        painter->drawText(cell, int(side) | Qt::TextSingleLine, text);
        if (isInfo(column) && rule >= 0)
            paintTag(*painter, cell, width, m_model.colouring()[std::size_t(rule)]);
    }
    if (isFirst)
        paintRelation(*painter, option.rect, Belonging(index.data(PacketListModel::relationRole).toInt()));
    painter->restore();
}

// The name of a rule behind what Info says, where there is room: colour never stands alone. Washes that only tell kinds of packets apart need none, the
// Protocol column says as much.
void PacketDelegate::paintTag(QPainter &painter, const QRect &cell, int used, const ColourRule &rule) const
{
    if (contrast(rule.background, 0xFFFFFF) < legibleContrast && isUsual(rule))
        return;
    const QString name = QString::fromStdString(rule.name);
    const int wide = painter.fontMetrics().horizontalAdvance(name);
    if (used + wide + 3 * cellMargin > cell.width())
        return;
    painter.drawText(cell.adjusted(0, 0, -cellMargin, 0), int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, name);
}

// A bracket at the left edge along the selected packet's conversation; a sign at what it names.
void PacketDelegate::paintRelation(QPainter &painter, const QRect &cell, Belonging relation) const
{
    if (relation == Belonging::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = Palette::current();
    const double x = cell.left() + 6.5, middle = cell.center().y() + 0.5;
    painter.setPen(QPen(palette.accent, 1.5));
    if (relation == Belonging::Conversation || relation == Belonging::Selected)
        painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom() + 1));
    if (relation == Belonging::Conversation)
        painter.drawLine(QPointF(x, middle), QPointF(x + 4, middle));
    if (const QString sign = signOf(relation); !sign.isEmpty())
        painter.drawText(QRect(cell.left() + 1, cell.top(), 2 * cellMargin - 2, cell.height()), Qt::AlignCenter, sign);
    painter.restore();
}

void PacketDelegate::paintLayers(QPainter *painter, const QRect &cell, const PacketRow &packet) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const double unit = QFontMetricsF(m_figures).height();
    const double tagWidth = unit * 1.15;
    const double left = cell.left() + cellMargin;
    const double room = cell.right() - 2 - tagWidth - unit * 0.3 - left;
    const double gap = 2;
    double wanted = 0;
    for (const Layer &layer : packet.packet.layers())
        wanted += blockWidth(layer, unit * 0.95) + gap;
    const double block = unit * 0.95 * std::min(1.0, room / std::max(wanted, 1.0));
    const double height = std::round(unit * 0.72);
    const double top = std::round(cell.center().y() + 0.5 - height / 2);
    double x = left;
    for (const Layer &layer : packet.packet.layers()) {
        const double width = blockWidth(layer, block);
        QColor colour = Palette::current().of(packet.packet.scope(layer)).strong;
        if (layer.quoted)
            colour.setAlphaF(0.45F);
        painter->setBrush(colour);
        painter->drawRoundedRect(QRectF(x, top, width, height), 2, 2);
        x += width + gap;
    }
    const double tagHeight = std::round(unit * 0.86);
    const AddressScope scope = addressScope(packet.packet, m_model.perspective());
    paintScopeTag(*painter, QRectF(cell.right() - 2 - tagWidth, cell.center().y() + 0.5 - tagHeight / 2, tagWidth, tagHeight).toAlignedRect(), m_tag,
                  scope.scope, scope.depth);
}

} // namespace vethscope
