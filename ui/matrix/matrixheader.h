#pragma once

#include <QHeaderView>

namespace vethscope {

/// Names beside the rows or, turned, above the columns, and before them the nodes that they stand on. Where the cells are too small for names, the
/// nodes' stand alone.
class MatrixHeader : public QHeaderView
{
    Q_OBJECT

public:
    MatrixHeader(Qt::Orientation orientation, QWidget *parent);

    /// The section whose name stands out.
    void setCurrent(int section);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int band() const;
    bool hasNames() const;
    void paintSections(QPainter &painter, int first, int last);
    void paintGroups(QPainter &painter, int first, int last);
    void paintTurned(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment) const;

    int m_current = -1;
};

} // namespace vethscope
