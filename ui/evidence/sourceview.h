#pragma once

#include "ui/evidence/linesearch.h"

#include <QAbstractScrollArea>

namespace vethscope {

/// A host's output as it stands in its text, with the numbers of its lines. Only what is seen is drawn, so that its length does not matter.
/// The line that proves something is lit. Text is selected and copied as in an editor that nobody can write in.
class SourceView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setText(std::shared_ptr<const SourceText> text);
    const std::shared_ptr<const SourceText> &text() const { return m_text; }

    /// Lights the line and scrolls to it; `column` is where the value begins, as in Evidence. 0 lights none.
    void cite(std::uint32_t line, std::uint32_t column);
    std::uint32_t citedLine() const { return m_citedLine; }

    TextPlace cursor() const { return m_cursor; }
    /// Selects so many bytes from there on, and scrolls to them.
    void select(TextPlace from, std::size_t bytes);
    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const;
    void copy() const;
    void selectAll();

    /// The lines that are seen, from the first on.
    std::size_t firstVisibleLine() const;
    std::size_t visibleLines() const;

signals:
    void cursorMoved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    std::size_t lineCount() const { return m_text ? m_text->size() : 0; }
    std::string_view line(std::size_t number) const { return number >= 1 && number <= lineCount() ? m_text->given(number) : std::string_view(); }
    void adoptFont();
    void measure();
    void setRanges();
    int numbersWidth() const;
    int textLeft() const; // where its first column is while nothing is scrolled
    void paintLine(QPainter &painter, std::size_t number, const QRect &row) const;
    void paintSelection(QPainter &painter, std::size_t number, const QRect &row) const;
    void paintText(QPainter &painter, std::string_view line, const QRect &row) const;
    TextPlace placeAt(const QPoint &point) const;
    void moveTo(TextPlace place, bool selecting);
    void moveBy(std::ptrdiff_t lines, bool selecting);
    void moveAside(bool right, bool selecting);
    void reveal(TextPlace place, bool central);
    void describe();

    std::shared_ptr<const SourceText> m_text;
    std::size_t m_longest = 0; // columns, at least as many as the longest line has
    std::uint32_t m_citedLine = 0, m_citedColumn = 0;
    TextPlace m_anchor, m_cursor;
    int m_rowHeight = 1;
    double m_columnWidth = 1;
};

} // namespace vethscope
