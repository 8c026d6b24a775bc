#pragma once

#include <QTableView>

class QLabel;

namespace vethscope {

class MatrixDelegate;
class MatrixHeader;
class MatrixModel;

/// The table: headers that stay, cells as large as one wants them. Keys move from cell to cell; F and Shift+F go to the next one that does not arrive.
class MatrixView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int smallest = 5, usual = 20, largest = 40; // pixels at a zoom of 100 %

    explicit MatrixView(MatrixModel &model, QWidget *parent = nullptr);

    int cellSize() const { return m_cellSize; }
    void setCellSize(int pixels);
    void zoom(int steps);
    /// As large as all cells are seen, if they may be; not larger than usual.
    void fit();
    void goTo(const QModelIndex &index);
    /// Row by row from the current one; none where there is none.
    void goToNextFailing(bool forward);

signals:
    /// None where nothing is chosen any more.
    void chosen(const QModelIndex &index);
    void zoomed(int pixels);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent(const QModelIndex &current);
    void placeCorner();
    void retranslate();

    MatrixModel &m_model;
    MatrixDelegate *m_delegate;
    MatrixHeader *m_rows, *m_columns;
    QLabel *m_corner; // over the headers' corner: which is which
    int m_cellSize = usual;
};

} // namespace vethscope
