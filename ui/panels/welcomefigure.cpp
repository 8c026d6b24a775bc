#include "ui/panels/welcomefigure.h"

#include "ui/theme/palette.h"

#include <QPainter>

#include <array>

namespace vethscope {
namespace {

struct FigureBox {
    const char *title;
    Scope scope;
    double share; // of the width
};

// An ordinary VXLAN frame. Protocol names are the same in every language.
constexpr auto boxes = std::to_array<FigureBox>({
    {"Ethernet", Scope::Underlay, 0.12},
    {"IPv4", Scope::Underlay, 0.12},
    {"UDP", Scope::Underlay, 0.09},
    {"VXLAN", Scope::Tunnel, 0.11},
    {"Ethernet", Scope::Overlay, 0.12},
    {"IPv4", Scope::Overlay, 0.12},
    {"TCP", Scope::Overlay, 0.12},
    {"HTTP", Scope::Overlay, 0.20},
});

void paintBox(QPainter &painter, const QRectF &place, const FigureBox &box)
{
    const ScopeColours colours = Palette::current().of(box.scope);
    painter.setPen(QPen(colours.strong, 1.2));
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(place, 4, 4);
    painter.setPen(colours.ink);
    painter.drawText(place, Qt::AlignCenter, QString::fromLatin1(box.title));
}

} // namespace

WelcomeFigure::WelcomeFigure(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize WelcomeFigure::sizeHint() const
{
    return {400, qRound(fontMetrics().height() * 4.6)};
}

void WelcomeFigure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = Palette::current();
    const double line = fontMetrics().height();
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double boxHeight = line * 2.6;
    const double inset = 5;
    const double gap = 3;

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const double room = area.width() - 2 * inset;
    double x = area.left();
    QRectF overlay;
    QRectF underlay;
    for (const FigureBox &box : boxes) {
        QRectF place(x, area.top() + inset, room * box.share - gap, boxHeight);
        if (box.scope == Scope::Overlay) {
            if (overlay.isNull())
                overlay = place;
            place = place.translated(inset, 0).adjusted(0, inset, 0, -inset);
            overlay.setRight(place.right() + inset);
        } else if (box.scope == Scope::Underlay) {
            underlay = underlay.united(place);
        }
        paintBox(painter, place, box);
        x += room * box.share;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.overlay.strong, 1.4));
    painter.drawRoundedRect(overlay, 6, 6);

    const double textTop = overlay.bottom() + line * 0.35;
    const auto caption = [&](const QRectF &under, Scope scope) {
        painter.setPen(palette.of(scope).ink);
        painter.setFont(bold);
        const QRectF place(under.left() + 2, textTop, under.width(), line * 1.3);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, scopeName(scope));
        const double used = QFontMetricsF(bold).horizontalAdvance(scopeName(scope)) + line * 0.7;
        painter.setFont(font());
        painter.setPen(palette.muted);
        painter.drawText(place.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, scopeRemark(scope));
    };
    caption(underlay, Scope::Underlay);
    caption(overlay, Scope::Overlay);
}

} // namespace vethscope
