#include "ui/follow/followview.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QTextBlock>

// The column of arrows beside a conversation's lines.

namespace vethscope {
namespace {

class Gutter : public QWidget
{
public:
    explicit Gutter(FollowView &view) : QWidget(&view), m_view(view) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_view.paintGutter(*this, event->rect()); }

private:
    FollowView &m_view;
};

} // namespace

QWidget *FollowView::makeGutter()
{
    auto *gutter = new Gutter(*this);
    connect(this, &QPlainTextEdit::updateRequest, gutter, [gutter](const QRect &part, int scrolled) {
        if (scrolled)
            gutter->scroll(0, scrolled);
        else
            gutter->update(0, part.y(), gutter->width(), part.height());
    });
    return gutter;
}

int FollowView::gutterWidth() const
{
    return fontMetrics().horizontalAdvance(QLatin1Char('0')) * 3;
}

void FollowView::arrange()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

// → where the client begins to speak, ← where the server does, and a bar down to where it ends.
void FollowView::paintGutter(QWidget &gutter, const QRect &part)
{
    const Palette &palette = Palette::current();
    QPainter painter(&gutter);
    painter.setFont(font());
    painter.fillRect(part, palette.window);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > part.bottom())
            break;
        if (block.userState() <= 0)
            continue;
        const bool fromClient = block.userState() & ClientLine;
        const QColor colour = fromClient ? palette.bad : palette.accent;
        painter.fillRect(QRectF(gutter.width() - 3, place.top(), 3, place.height()), colour);
        painter.setPen(colour);
        if (block.userState() & BeginsTurn)
            painter.drawText(QRectF(0, place.top(), gutter.width() - 4, fontMetrics().height()), Qt::AlignCenter, fromClient ? QStringLiteral("→") : QStringLiteral("←"));
    }
}

void FollowView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    arrange();
}

} // namespace vethscope
