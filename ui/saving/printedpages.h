#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

class QPagedPaintDevice;

namespace vethscope {

/// Lines of text on pages: a head with the name of what is printed and the page's number, long lines broken, a form feed begins a new page.
class PrintedPages
{
public:
    /// `numbering` has `%1` for the number.
    PrintedPages(QPagedPaintDevice &device, const QString &title, const QString &numbering);

    void add(const QString &text);
    void end();
    int pages() const { return m_page; }

private:
    void addLine(const QString &line);
    void newPage();
    void putHead();

    QPagedPaintDevice &m_device;
    QString m_title, m_numbering;
    QFont m_font;
    QPainter m_painter;
    QRectF m_body;
    qreal m_lineHeight = 0, m_y = 0;
    int m_charactersInLine = 80, m_page = 0;
};

} // namespace vethscope
