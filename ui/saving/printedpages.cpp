#include "ui/saving/printedpages.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPagedPaintDevice>

#include <algorithm>

namespace vethscope {
namespace {

constexpr qreal printedSize = 8.5; // points
constexpr int fewestCharacters = 20;
constexpr QChar formFeed(0x0C);

} // namespace

PrintedPages::PrintedPages(QPagedPaintDevice &device, const QString &title, const QString &numbering)
    : m_device(device), m_title(title), m_numbering(numbering), m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    m_font.setPointSizeF(printedSize);
}

void PrintedPages::newPage()
{
    if (m_page == 0) {
        m_painter.begin(&m_device);
        m_painter.setFont(m_font);
        const QFontMetricsF metrics(m_font, &m_device);
        m_lineHeight = metrics.lineSpacing();
        m_body = QRectF(m_painter.viewport()).adjusted(0, 2 * m_lineHeight, 0, 0);
        m_charactersInLine = std::max(fewestCharacters, int(m_body.width() / metrics.horizontalAdvance(QLatin1Char('0'))));
    } else {
        m_device.newPage();
    }
    ++m_page;
    m_y = m_body.top();
    putHead();
}

void PrintedPages::putHead()
{
    const QRectF head(m_body.left(), 0, m_body.width(), m_lineHeight);
    m_painter.drawText(head, Qt::AlignLeft | Qt::TextSingleLine, m_title);
    m_painter.drawText(head, Qt::AlignRight | Qt::TextSingleLine, m_numbering.arg(m_page));
    m_painter.drawLine(QPointF(m_body.left(), m_lineHeight * 1.25), QPointF(m_body.right(), m_lineHeight * 1.25));
}

void PrintedPages::add(const QString &text)
{
    if (text.isEmpty())
        return;
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.back().isEmpty())
        lines.removeLast();
    for (QString line : lines) {
        if (line.startsWith(formFeed)) {
            newPage();
            line.remove(0, 1);
        }
        if (m_page == 0)
            newPage(); // which tells how many characters a line has
        do {
            addLine(line.left(m_charactersInLine));
            line.remove(0, m_charactersInLine);
        } while (!line.isEmpty());
    }
}

void PrintedPages::addLine(const QString &line)
{
    if (m_y + m_lineHeight > m_body.bottom())
        newPage();
    m_painter.drawText(QRectF(m_body.left(), m_y, m_body.width(), m_lineHeight), Qt::AlignLeft | Qt::TextSingleLine, line);
    m_y += m_lineHeight;
}

void PrintedPages::end()
{
    if (m_painter.isActive())
        m_painter.end();
}

} // namespace vethscope
