#pragma once

#include "ui/matrix/matrixmodel.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace vethscope {

/// Below the table: what the signs mean, with the sum of each, and how far the walk has come.
class MatrixStatus : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixStatus(const MatrixModel &model, QWidget *parent = nullptr);

    /// -1: nothing is under way.
    void setProgress(int thousandths);
    void setStopped(bool isStopped);
    /// Whether another snapshot is being read; that goes before, and can be stopped as well.
    void setReading(bool isReading);
    /// Of the whole matrix: what arrives, what only if the usual holds, what does not, what is not known, what changed.
    QString sums() const;
    QLabel &activity() const { return *m_activity; }
    QToolButton &button() const { return *m_button; }

signals:
    void stopRequested();
    void startRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Sum {
        CellLook look = CellLook::Arrives;
        bool isChanged = false;
        std::size_t count = 0;
        QString text{};
    };
    std::vector<Sum> allSums() const;
    void refresh();

    const MatrixModel &m_model;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QToolButton *m_button;
    QElapsedTimer m_running;
    bool m_isReading = false;
    std::vector<Sum> m_sums;
    bool m_isStopped = false;
};

} // namespace vethscope
