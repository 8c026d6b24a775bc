#include "ui/panels/treedelegate.h"

#include "ui/models/packettreemodel.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QPainterPath>

namespace vethscope {
namespace {

constexpr int barWidth = 4;
constexpr int rowGap = 1;   // above and below each band
constexpr double chipCorner = 4;

struct Look {
    QColor bar;
    QColor band;
    QColor title;
    bool strong = false; // a scope or a tunnel: the rows that tell where one network ends
};

Look lookOf(const TreeNode &node, const Palette &palette)
{
    if (node.kind == TreeNode::Kind::Frame || (node.kind == TreeNode::Kind::Field && node.layer < 0))
        return {palette.line, palette.window, palette.text};
    const ScopeColours colours = palette.of(node.scope);
    const bool strong = node.kind == TreeNode::Kind::Scope || (node.kind == TreeNode::Kind::Header && node.scope == Scope::Tunnel);
    return {colours.strong, colours.soft, strong ? colours.ink : colours.text, strong};
}

QColor severityColour(Severity severity, const Palette &palette)
{
    switch (severity) {
    case Severity::Error:
        return palette.bad;
    case Severity::Warning:
        return palette.doubtful;
    case Severity::Note:
        break;
    }
    return palette.accent;
}

bool isRemark(const TreeNode &node)
{
    return node.kind == TreeNode::Kind::Note || node.kind == TreeNode::Kind::Stop;
}

void paintArrow(QPainter &painter, QPointF centre, double size, bool open, const QColor &colour)
{
    QPainterPath arrow;
    if (open) {
        arrow.moveTo(centre + QPointF(-size, -size / 2));
        arrow.lineTo(centre + QPointF(size, -size / 2));
        arrow.lineTo(centre + QPointF(0, size * 0.7));
    } else {
        arrow.moveTo(centre + QPointF(-size / 2, -size));
        arrow.lineTo(centre + QPointF(size * 0.7, 0));
        arrow.lineTo(centre + QPointF(-size / 2, size));
    }
    arrow.closeSubpath();
    painter.fillPath(arrow, colour);
}

// A disc with "!" or "i": severity is told by shape and colour.
void paintMark(QPainter &painter, QPointF centre, double radius, Severity severity, const QFont &font, const Palette &palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(severityColour(severity, palette));
    painter.drawEllipse(centre, radius, radius);
    QFont small = font;
    small.setBold(true);
    small.setPixelSize(std::max(6, qRound(radius * 1.5)));
    painter.setFont(small);
    painter.setPen(palette.base);
    painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), Qt::AlignCenter,
                     severity == Severity::Note ? QStringLiteral("i") : QStringLiteral("!"));
}

QRect bandOf(const QStyleOptionViewItem &option)
{
    const int left = option.rect.left() - TreeDelegate::indentation(option.fontMetrics);
    return QRect(QPoint(left, option.rect.top() + rowGap), QPoint(option.rect.right(), option.rect.bottom() - rowGap));
}

} // namespace

TreeDelegate::TreeDelegate(const PacketTreeModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() * 7 / 4 + 2 * rowGap};
}

// A closed header whose notes nobody would see bears their mark.
bool TreeDelegate::hidesTrouble(const QModelIndex &index, bool open) const
{
    if (open)
        return false;
    for (int row = 0; row < m_model.rowCount(index); ++row) {
        const QModelIndex child = m_model.index(row, 0, index);
        const TreeNode &node = m_model.nodeAt(child);
        if ((isRemark(node) && node.severity != Severity::Note) || hidesTrouble(child, false))
            return true;
    }
    return false;
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const TreeNode &node = m_model.nodeAt(index);
    const Look look = lookOf(node, palette);
    const QRectF band = bandOf(option);
    const int indent = indentation(option.fontMetrics);
    const bool open = option.state & QStyle::State_Open;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(band, chipCorner, chipCorner);
    painter->fillPath(shape, look.band);
    QPainterPath bar;
    bar.addRoundedRect(QRectF(band.left(), band.top(), barWidth, band.height()), barWidth / 2.0, barWidth / 2.0);
    painter->fillPath(bar, look.bar);

    if (option.state & QStyle::State_Children)
        paintArrow(*painter, {band.left() + barWidth + (indent - barWidth) * 0.55, band.center().y()},
                   option.fontMetrics.height() * 0.24, open, look.strong ? look.bar : look.title);
    paintText(*painter, option, index, QRectF(option.rect.left() + 4, band.top(), band.right() - option.rect.left() - 12, band.height()).toRect());

    const bool selected = option.state & QStyle::State_Selected;
    if (selected || m_model.nodeOf(index) == m_hovered) {
        const bool focused = option.state & QStyle::State_HasFocus || option.state & QStyle::State_Active;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(selected ? QPen(focused ? palette.accent : palette.muted, 1.6) : QPen(look.bar, 1, Qt::DotLine));
        painter->drawRoundedRect(band.adjusted(0.8, 0.8, -0.8, -0.8), chipCorner, chipCorner);
    }
    painter->restore();
}

void TreeDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &room) const
{
    const Palette &palette = Palette::current();
    const TreeNode &node = m_model.nodeAt(index);
    const Look look = lookOf(node, palette);
    QRect rest = room;
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text, Qt::ElideRight, rest.width()));
        rest.setLeft(std::min(rest.right(), rest.left() + metrics.horizontalAdvance(text)));
    };
    QFont plain = option.font;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const double radius = option.fontMetrics.height() * 0.42;

    if (isRemark(node)) {
        paintMark(painter, {rest.left() + radius, rest.center().y() + 0.5}, radius, node.severity, plain, palette);
        rest.setLeft(rest.left() + qRound(radius * 2 + 7));
        write(index.data().toString(), plain, severityColour(node.severity, palette));
        return;
    }
    if (node.kind == TreeNode::Kind::Header && hidesTrouble(index, option.state & QStyle::State_Open)) {
        paintMark(painter, {rest.right() - radius, rest.center().y() + 0.5}, radius, Severity::Warning, plain, palette);
        rest.setRight(rest.right() - qRound(radius * 2 + 7));
    }
    const QString value = index.siblingAtColumn(PacketTreeModel::Value).data().toString();
    if (node.kind == TreeNode::Kind::Field) {
        // Brackets hold the whole row, so the inner pair of the two columns is left out.
        const QString label = index.data().toString();
        const bool both = node.generated && !value.isEmpty() && !label.isEmpty();
        write(both ? label.chopped(1) : label, plain, node.generated ? palette.muted : look.title);
        if (!label.isEmpty())
            rest.setLeft(std::min(rest.right(), rest.left() + option.fontMetrics.averageCharWidth() * 2));
        QFont mono = monospaceFont();
        const bool isLink = index.data(PacketTreeModel::LinkRole).isValid();
        mono.setUnderline(isLink);
        if (!isLink)
            write(both ? value.mid(1) : value, mono, node.generated ? palette.muted : look.title);
        else if (both) {
            write(value.mid(1).chopped(1), mono, palette.accent);
            write(QStringLiteral("]"), monospaceFont(), palette.muted);
        } else
            write(value, mono, palette.accent);
        return;
    }
    // Summaries stand in one column, as long as the titles leave it.
    const int column = std::min(option.fontMetrics.averageCharWidth() * 36, room.width() * 45 / 100) + room.left();
    write(index.data().toString(), look.strong ? bold : plain, look.title);
    rest.setLeft(std::min(rest.right(), std::max(column, rest.left() + option.fontMetrics.averageCharWidth() * 2)));
    write(value, node.kind == TreeNode::Kind::Scope ? plain : monospaceFont(), palette.muted);
}

} // namespace vethscope
